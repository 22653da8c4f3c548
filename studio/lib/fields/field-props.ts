import type { DataType } from '#platform';
import type { Value } from '../../../runtime/http/contract.ts';

/** What narrows the records offered for a reference. */
export interface ChoiceQuery {
  readonly owner?: string;
  readonly filter?: string;
}

/** What every field takes, whatever the type of its value. */
export interface FieldProps {
  readonly id: string;
  readonly type: DataType;
  readonly value: Value | undefined;
  /** Shown text of a reference. */
  readonly shown?: string | undefined;
  readonly readonly?: boolean;
  readonly required?: boolean;
  readonly invalid?: boolean;
  /** Ids of the texts that describe the field: its error, its help. */
  readonly describedBy?: string | undefined;
  /** Names the field where no visible label does: in cells. */
  readonly label?: string | undefined;
  /** Stands in a cell of a grid: no frame of its own, no extra buttons. */
  readonly inCell?: boolean;
  /** The letter that opened the cell; it replaces what was there. */
  readonly typed?: string | undefined;
  /** Said in an empty field. */
  readonly placeholder?: string | undefined;
  readonly choice?: () => ChoiceQuery;
  readonly onchange: (value: Value, shown?: string) => void;
}

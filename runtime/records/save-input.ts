import type { Columns } from './value-form.ts';

/** What the function `"path:save"` is given. */
export interface SaveInput {
  readonly id: string;
  readonly new?: true;
  readonly version?: number;
  readonly values: Columns;
  readonly sections: Readonly<Record<string, readonly Columns[]>>;
  readonly post?: boolean;
  readonly mark?: boolean;
  readonly only?: 'values' | 'unnumbered';
}

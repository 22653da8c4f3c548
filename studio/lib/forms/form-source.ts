import type { Attribute, MetadataObject, ValueSource } from '#platform';
import type { Workspace } from '../workspace.ts';
import type { FormState, Line, Values } from './form-state.ts';

interface EditedRecord {
  readonly object: MetadataObject;
  readonly state: FormState;
  readonly workspace: Workspace;
  readonly id?: string | undefined;
}

/** The line an expression is about, with the attributes of its section. */
interface EditedLine {
  readonly line: Line;
  readonly attributes: readonly Attribute[];
}

/** A form as expressions see it: what is on screen is known, what other records and registers say is not. */
export function formSource(form: EditedRecord, edited?: EditedLine): ValueSource {
  const { object, state, workspace } = form;
  const attributesOf = (name: string) =>
    object.entity?.sections.find(section => section.name === name)?.attributes ?? [];
  const sections = () =>
    Object.fromEntries(
      Object.entries(state.sections).map(([name, lines]) => [
        name,
        lines.map(({ values }) => complete(attributesOf(name), values)),
      ]),
    );
  const rows: Readonly<Record<string, () => ReturnType<ValueSource['row']>>> = {
    [object.entity?.subject ?? object.register?.subject ?? '']: () => ({
      ...(form.id === undefined ? {} : { id: form.id }),
      values: complete(object.entity?.attributes ?? [], state.values),
      get sections() {
        return sections();
      },
    }),
    line: () => (edited === undefined ? undefined : { values: complete(edited.attributes, edited.line.values) }),
  };
  return {
    row: name => rows[name]?.(),
    value: () => undefined,
    field: () => undefined,
    register: () => undefined,
    constant: () => undefined,
    allowed: () => undefined,
    option: path => workspace.metadata.options.includes(path),
  };
}

/** What nobody filled is empty, which is something known. */
function complete(attributes: readonly Attribute[], values: Values): Values {
  return { ...Object.fromEntries(attributes.map(({ name }) => [name, null])), ...values };
}

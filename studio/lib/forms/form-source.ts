import type { Attribute, MetadataObject, ValueSource } from '#platform';
import type { Workspace } from '../workspace.ts';
import type { FormState, Line, Values } from './form-state.ts';

interface EditedRecord {
  readonly object: MetadataObject;
  readonly state: FormState;
  readonly workspace: Workspace;
  readonly id?: string | undefined;
}

/** A form as expressions see it: what is on screen is known, what other records and registers say is not. */
export function formSource(form: EditedRecord, line?: Line): ValueSource {
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
    line: () =>
      line === undefined ? undefined : { values: complete(attributesOf(sectionWith(state, line)), line.values) },
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

function sectionWith(state: FormState, line: Line): string {
  return Object.entries(state.sections).find(([, lines]) => lines.some(other => other.key === line.key))?.[0] ?? '';
}

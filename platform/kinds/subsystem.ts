import type { DefineContext } from '../capabilities/define-context.ts';
import { present } from '../capabilities/present.ts';
import { subsystem as subsystemWanted } from '../capabilities/wanted.ts';
import type { SubsystemSource } from '../schemas/sources.ts';
import schema from '../schemas/subsystem.schema.json' with { type: 'json' };
import { kind } from './kind.ts';
import type { MetadataObject } from './metadata-object.ts';
import { objectHead } from './object-head.ts';

const answers = {
  name: 'subsystem',
  folder: 'subsystems',
  schema,
  title: { en: 'Subsystem', ru: 'Подсистема', fa: 'زیرسامانه' },
  listTitle: { en: 'Subsystems', ru: 'Подсистемы', fa: 'زیرسامانه‌ها' },
  operations: [],
} as const;

/** Sections of the workspace. */
export const subsystem = kind<SubsystemSource>({ ...answers, define });

function define(source: SubsystemSource, context: DefineContext): MetadataObject {
  const objects = (source.objects ?? []).flatMap((name, index) => context.reference(name, ['objects', index]) ?? []);
  const parent =
    source.parent === undefined ? undefined : context.reference(source.parent, ['parent'], subsystemWanted);
  return {
    ...objectHead(source, context, answers),
    subsystem: { objects, order: source.order ?? 0, ...present({ parent, icon: source.icon }) },
  };
}

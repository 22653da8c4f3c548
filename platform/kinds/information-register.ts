import type { DefineContext } from '../capabilities/define-context.ts';
import schema from '../schemas/information-register.schema.json' with { type: 'json' };
import type { InformationRegisterSource } from '../schemas/sources.ts';
import { kind } from './kind.ts';
import type { MetadataObject, Operation } from './metadata-object.ts';
import { objectHead } from './object-head.ts';
import { registerParts } from './register-parts.ts';

const answers = {
  name: 'informationRegister',
  folder: 'information-registers',
  schema,
  title: { en: 'Information register', ru: 'Регистр сведений', fa: 'ثبت اطلاعات' },
  listTitle: { en: 'Information registers', ru: 'Регистры сведений', fa: 'ثبت‌های اطلاعات' },
  operations: ['read', 'update'],
} as const;

/** Facts by dimensions and, when periodic, by date; the latest counts. */
export const informationRegister = kind<InformationRegisterSource>({ ...answers, define });

function define(source: InformationRegisterSource, context: DefineContext): MetadataObject {
  const { writing = 'independent', periodicity = 'none' } = source;
  // What documents write, nobody changes by hand.
  const operations: readonly Operation[] = writing === 'recorder' ? ['read'] : answers.operations;
  const register = { ...registerParts(context, source), writing, recorders: [], information: { periodicity } };
  return { ...objectHead(source, context, { ...answers, operations }), register };
}

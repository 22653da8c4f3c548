import { defineAttributes } from '../capabilities/define-attributes.ts';
import { defineChecks } from '../capabilities/define-checks.ts';
import type { DefineContext } from '../capabilities/define-context.ts';
import { defineFillFrom } from '../capabilities/define-fill-from.ts';
import { definePosting } from '../capabilities/define-posting.ts';
import { defineSections } from '../capabilities/define-sections.ts';
import type { Entity } from '../capabilities/entity.ts';
import type { Numbering } from '../capabilities/numbering.ts';
import { present } from '../capabilities/present.ts';
import { type StandardAttribute, standardAttributes } from '../capabilities/standard-attributes.ts';
import { rowType } from '../expressions/expression-type.ts';
import schema from '../schemas/document.schema.json' with { type: 'json' };
import type { DocumentSource } from '../schemas/sources.ts';
import { booleanType } from '../types/boolean.ts';
import { dateTimeType } from '../types/date-time.ts';
import { stringType } from '../types/string.ts';
import { kind } from './kind.ts';
import type { MetadataObject } from './metadata-object.ts';
import { objectHead } from './object-head.ts';

const answers = {
  name: 'document',
  folder: 'documents',
  schema,
  title: { en: 'Document', ru: 'Документ', fa: 'سند' },
  listTitle: { en: 'Documents', ru: 'Документы', fa: 'اسناد' },
  operations: ['read', 'create', 'update', 'mark', 'post'],
  valueType: 'reference',
} as const;

/** Events with a number and a date, which may write movements into registers. */
export const document = kind<DocumentSource>({ ...answers, define });

function define(source: DocumentSource, context: DefineContext): MetadataObject {
  const operations = answers.operations.filter(operation => operation !== 'post' || source.posting !== undefined);
  const head = objectHead(source, context, { ...answers, operations });
  const variables = { document: rowType(context.path) };
  const standard = standardAttributes(context, head.id, standardOf(source));
  const own = defineAttributes(context, source.attributes, { path: context.path, at: ['attributes'], variables });
  const attributes = [...standard, ...own];
  const sections = defineSections(context, source.sections, variables);
  const entity: Entity = {
    subject: 'document',
    attributes,
    sections,
    checks: defineChecks(context, source.checks, variables),
    presentation: source.presentation ?? ['number', 'date'],
    inputBy: source.inputBy ?? ['number'],
    order: source.order ?? '-date',
    numbering: numberingOf(source),
    owners: [],
    predefined: [],
    fillFrom: defineFillFrom(context, source.fillFrom, { attributes, sections }),
  };
  return { ...head, entity, ...present({ posting: definePosting(context, source) }) };
}

/** Numbers may be typed by hand, so they have room beyond the digits the system makes. */
const numberLength = 32;

function numberingOf({ number = {} }: DocumentSource): Numbering {
  const { prefix = '', period = 'none', digits = 6, gapless = false, editable = true } = number;
  return { attribute: 'number', prefix, digits, period, within: 'whole', gapless, editable, automatic: true };
}

function standardOf(source: DocumentSource): StandardAttribute[] {
  return [
    {
      name: 'number',
      title: { en: 'Number', ru: 'Номер', fa: 'شماره' },
      type: stringType.resolve({ length: numberLength }),
      required: true,
      readOnly: !numberingOf(source).editable,
    },
    {
      name: 'date',
      title: { en: 'Date', ru: 'Дата', fa: 'تاریخ' },
      type: dateTimeType.resolve({}),
      required: true,
      default: 'now',
    },
    { name: 'posted', title: { en: 'Posted', ru: 'Проведен', fa: 'ثبت قطعی' }, ...mark },
    { name: 'deletionMark', title: { en: 'Marked for deletion', ru: 'Пометка удаления', fa: 'علامت حذف' }, ...mark },
  ];
}

const mark = { type: booleanType.resolve({}), readOnly: true, default: 'false' };

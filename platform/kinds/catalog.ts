import { defineAttributes } from '../capabilities/define-attributes.ts';
import { defineChecks } from '../capabilities/define-checks.ts';
import type { DefineContext } from '../capabilities/define-context.ts';
import { defineFillFrom } from '../capabilities/define-fill-from.ts';
import { definePredefined } from '../capabilities/define-predefined.ts';
import { defineSections } from '../capabilities/define-sections.ts';
import type { Entity } from '../capabilities/entity.ts';
import type { Numbering } from '../capabilities/numbering.ts';
import { present } from '../capabilities/present.ts';
import { type StandardAttribute, standardAttributes } from '../capabilities/standard-attributes.ts';
import { entity as entityWanted } from '../capabilities/wanted.ts';
import { rowType } from '../expressions/expression-type.ts';
import schema from '../schemas/catalog.schema.json' with { type: 'json' };
import type { CatalogSource } from '../schemas/sources.ts';
import { booleanType } from '../types/boolean.ts';
import { compositeType } from '../types/composite.ts';
import type { DataType } from '../types/data-type.ts';
import { referenceType } from '../types/reference.ts';
import { stringType } from '../types/string.ts';
import { kind } from './kind.ts';
import { objectHead } from './object-head.ts';

const answers = {
  name: 'catalog',
  folder: 'catalogs',
  schema,
  title: { en: 'Catalog', ru: 'Справочник', fa: 'فهرست' },
  listTitle: { en: 'Catalogs', ru: 'Справочники', fa: 'فهرست‌ها' },
  operations: ['read', 'create', 'update', 'mark'],
  valueType: 'reference',
} as const;

/** Lists that everything else refers to: counterparties, warehouses, items. */
export const catalog = kind<CatalogSource>({ ...answers, define });

function define(source: CatalogSource, context: DefineContext) {
  const head = objectHead(source, context, answers);
  const variables = { item: rowType(context.path) };
  const owners = (source.owners ?? []).flatMap(
    (name, index) => context.reference(name, ['owners', index], entityWanted) ?? [],
  );
  const standard = standardAttributes(context, head.id, standardOf(source, context, owners));
  const own = defineAttributes(context, source.attributes, { path: context.path, at: ['attributes'], variables });
  const attributes = [...standard, ...own];
  const sections = defineSections(context, source.sections, variables);
  const numbering = numberingOf(source);
  const entity: Entity = {
    subject: 'item',
    attributes,
    sections,
    checks: defineChecks(context, source.checks, variables),
    presentation: source.presentation ?? ['description'],
    inputBy: source.inputBy ?? (numbering === undefined ? ['description'] : ['code', 'description']),
    order: source.order ?? 'description',
    ...present({ numbering, hierarchy: source.hierarchy === undefined ? undefined : { of: source.hierarchy } }),
    owners,
    predefined: definePredefined(context, source.predefined, attributes),
    fillFrom: defineFillFrom(context, source.fillFrom, { attributes, sections }),
  };
  return { ...head, entity };
}

/** Codes may be typed by hand, so they have room beyond the digits the system makes. */
const codeLength = 32;

function numberingOf({ code = {} }: CatalogSource): Numbering | undefined {
  if (typeof code === 'string') return undefined;
  const { prefix = '', digits = 6, within = 'whole', editable = true, automatic = true } = code;
  return { attribute: 'code', prefix, digits, period: 'none', within, gapless: false, editable, automatic };
}

function standardOf(source: CatalogSource, context: DefineContext, owners: readonly string[]): StandardAttribute[] {
  const self = referenceType.resolve({ targets: [context.path] });
  const description = stringType.resolve({ length: source.descriptionLength ?? 150 });
  return [
    ...(numberingOf(source) === undefined ? [] : [codeAttribute(source)]),
    {
      name: 'description',
      title: { en: 'Description', ru: 'Наименование', fa: 'شرح' },
      type: description,
      required: true,
    },
    ...(owners.length === 0 ? [] : [ownerAttribute(owners)]),
    ...(source.hierarchy === undefined ? [] : [{ ...parent, type: self }]),
    ...(source.hierarchy === 'groups' ? [isGroup] : []),
    deletionMark,
    predefinedName,
  ];
}

function codeAttribute(source: CatalogSource): StandardAttribute {
  const { automatic = true, editable = true } = numberingOf(source) ?? {};
  const type = stringType.resolve({ length: codeLength });
  return {
    name: 'code',
    title: { en: 'Code', ru: 'Код', fa: 'کد' },
    type,
    required: true,
    readOnly: automatic && !editable,
  };
}

function ownerAttribute(owners: readonly string[]): StandardAttribute {
  const type: DataType = (owners.length === 1 ? referenceType : compositeType).resolve({ targets: owners });
  return { name: 'owner', title: { en: 'Owner', ru: 'Владелец', fa: 'مالک' }, type, required: true };
}

const parent = { name: 'parent', title: { en: 'Parent', ru: 'Родитель', fa: 'والد' } };
const boolean = booleanType.resolve({});
const isGroup: StandardAttribute = {
  name: 'isGroup',
  title: { en: 'Is a group', ru: 'Это группа', fa: 'گروه است' },
  type: boolean,
  default: 'false',
};
const deletionMark: StandardAttribute = {
  name: 'deletionMark',
  title: { en: 'Marked for deletion', ru: 'Пометка удаления', fa: 'علامت حذف' },
  type: boolean,
  readOnly: true,
  default: 'false',
};
const predefinedName: StandardAttribute = {
  name: 'predefined',
  title: { en: 'Predefined name', ru: 'Имя предопределенных данных', fa: 'نام ازپیش‌تعریف‌شده' },
  type: stringType.resolve({ length: 40 }),
  readOnly: true,
};

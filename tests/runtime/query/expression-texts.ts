import fc, { type Arbitrary } from 'fast-check';
import { mainWarehouse } from '../../platform/expressions/sample-metadata.ts';
import { hardValues } from './expression-world.ts';

/** How an expression of each type may be written: `<text>` stands for any text, `<a|b>` for one of the words. */
const forms = {
  number: [
    '(<number> <+|-|*|/|%> <number>)',
    'round(<number>, <-3|-1|0|1|2|6>)',
    '<abs|floor|ceil|->(<number>)',
    '<least|greatest|coalesce>(<number>, <number>, null)',
    '(<condition> ? <number> : <number>)',
    'size(<text>)',
    'year(<dateTime>)',
    'day(<date>)',
    'daysBetween(<date>, <dateTime>)',
    'monthsBetween(<month>, <date>)',
    '<sum|min|max>(document.lines, <number>)',
    'count(document.lines, <condition>)',
    '<item>.price',
    '<item>.unit.weight',
    '<document>.discount',
    'balance(Stock, {warehouse: <warehouse>, item: <item>}).quantity',
    'balance(Stock, {item: <item>}, <dateTime>).quantity',
    'balance(Reserve, {item: <item>, quality: <quality>}).quantity',
    'balance(Reserve, {quality: <quality>}, <date>).amount',
    'latest(Price, {item: <item>, quality: <quality>}, <date>).price',
    'earliest(Price, {item: <item>}, <dateTime>).price',
    'latest(Norm, {item: <item>}).rate',
    '<latest|earliest>(Rate, {item: <item>}, <dateTime>).rate',
  ],
  text: [
    '(<text> + <text>)',
    '<upper|lower|trim>(<text>)',
    'text(<number>)',
    'text(<condition>)',
    'text(<date>)',
    'text(<dateTime>)',
    'text(<month>)',
    'text(<quality>)',
    '<coalesce|least|greatest>(<text>, <text>)',
    '(<condition> ? <text> : <text>)',
    '<min|max>(document.lines, <text>)',
    '<item>.description',
    '<document>.number',
    'latest(Price, {item: <item>}, <month>).reason',
  ],
  condition: [
    '(<number> <order> <number>)',
    '(<text> <order> <text>)',
    '(<date> <order> <date>)',
    '(<date> <order> <dateTime>)',
    '(<month> <order> <month>)',
    '(<number> <==|!=> <number>)',
    '(<text> <==|!=> <text>)',
    '(<condition> <==|!=> <condition>)',
    '(<date> <==|!=> <dateTime>)',
    '(<month> <==|!=> <month>)',
    '(<item> <==|!=> <item>)',
    '(<quality> <==|!=> <quality>)',
    '(<document> <==|!=> <document>)',
    '(<counterparty> == <counterparty>)',
    '(document == <document>)',
    '(<item> == null)',
    '(<condition> && <condition>)',
    '(<condition> <or> <condition>)',
    '!<condition>',
    '(<number> in [<number>, 1, null, 2.50, -1])',
    "(<text> in ['a', '', 'я'])",
    '(<quality> in [Quality.good])',
    '(<warehouse> in [<warehouse>])',
    '(<warehouse> in allowed(Warehouse))',
    '<contains|startsWith|endsWith>(<text>, <text>)',
    '<exists|all>(document.lines, <condition>)',
  ],
  date: [
    '<addDays|addMonths>(<date>, <number>)',
    'date(<dateTime>)',
    '<startOfMonth|endOfMonth>(<date>)',
    '<startOfMonth|endOfMonth>(<dateTime>)',
    '<startOfMonth|endOfMonth>(<month>)',
    'greatest(<date>, <date>)',
    'max(document.lines, <date>)',
    '<item>.since',
    'latest(Price, {item: <item>, quality: null}, <dateTime>).period',
  ],
  dateTime: [
    '<addDays|addMonths>(<dateTime>, <number>)',
    'coalesce(<date>, <dateTime>)',
    'least(<dateTime>, <date>)',
    '<item>.changed',
    '<document>.date',
  ],
  month: [
    'month(<date>)',
    'month(<dateTime>)',
    'addMonths(<month>, <number>)',
    '<item>.month',
    '(<condition> ? <month> : null)',
  ],
  item: ['(<condition> ? <item> : line.item)', 'coalesce(<item>, BaseItem)'],
  warehouse: ['coalesce(<warehouse>, Warehouse.main)', '<document>.warehouse'],
  counterparty: ['<document>.supplier', '<warehouse>.owner'],
  document: ['(<condition> ? document : <document>)', 'latest(Rate, {item: <item>}).recorder'],
  quality: ['coalesce(<quality>, Quality.good)', '<item>.quality'],
  order: [],
  or: [],
} as const;

type Kind = keyof typeof forms;

/** What ends an expression of each type. */
const leaves: Readonly<Record<Kind, readonly string[]>> = {
  number: [
    ...['line.quantity', 'line.price', 'document.discount', 'Threshold', 'line.item.price', 'line.item.unit.weight'],
    ...['size(document.lines)', 'document.basis.discount'],
    ...hardValues.decimal,
  ],
  text: [
    ...['line.note', 'document.number', 'document.supplier.description', 'user.login', 'user.name'],
    ...hardValues.text.map(textLiteral),
  ],
  condition: [
    ...['line.accepted', 'document.approved', 'document.supplier.vip', 'line.item.isGroup'],
    ...['true', 'false', 'option(Deals)'],
  ],
  date: ['line.best', 'document.due', 'OpenedOn', ...hardValues.date.map(value => `date('${value}')`)],
  dateTime: ['document.date', 'now', ...hardValues.dateTime.map(value => `dateTime('${value}')`)],
  month: ['document.period', 'BasePeriod', ...hardValues.month.map(value => `month('${value}')`)],
  item: ['line.item', 'BaseItem', '(null == 1 ? line.item : null)'],
  warehouse: ['document.warehouse', 'technical.Warehouse.main', `reference(Warehouse, '${mainWarehouse}')`],
  counterparty: ['document.supplier', 'document.warehouse.owner'],
  document: ['document.basis', 'document.basis.basis'],
  quality: ['line.quality', 'Quality.good', 'Quality.defective', 'line.item.quality'],
  order: ['<', '<=', '>', '>='],
  or: ['||'],
};

/** All types share one depth, or a text would be as deep as there are types. */
const depthIdentifier = fc.createDepthIdentifier();

/** Random well-typed expressions over `document`, `line`, `now` and `user`, as texts. */
export function expressionTexts(): Arbitrary<string> {
  const kinds = Object.keys(forms) as Kind[];
  const rules = (any: Any) => Object.fromEntries(kinds.map(kind => [kind, oneOf(kind, any)]));
  const grammar = fc.letrec<Record<Kind, string>>(any => rules(any) as Record<Kind, Arbitrary<string>>);
  const values = kinds.filter(kind => forms[kind].length > 0);
  return fc.oneof(...values.map(kind => grammar[kind])).filter(text => text.length <= 1500);
}

type Any = (kind: Kind) => Arbitrary<string>;

function oneOf(kind: Kind, any: Any): Arbitrary<string> {
  return fc.oneof(
    { maxDepth: 6, depthSize: 'medium', depthIdentifier },
    { weight: 2, arbitrary: fc.constantFrom(...leaves[kind]) },
    ...forms[kind].map(form => ({ weight: 1, arbitrary: filled(form, any) })),
  );
}

/** A form with something in each of its places. */
function filled(form: string, any: Any): Arbitrary<string> {
  const parts = form.split(/<([^<> ]+)>/);
  const arbitraries = parts.map((part, index) => {
    if (index % 2 === 0) return fc.constant(part);
    return isKind(part) ? any(part) : fc.constantFrom(...part.split('|'));
  });
  return fc.tuple(...arbitraries).map(texts => texts.join(''));
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(forms, name);
}

function textLiteral(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`;
}

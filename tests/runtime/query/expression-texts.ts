import fc, { type Arbitrary } from 'fast-check';
import { mainWarehouse } from '../../platform/expressions/sample-metadata.ts';
import { hardValues } from './expression-world.ts';

type Kind =
  | 'number'
  | 'text'
  | 'condition'
  | 'date'
  | 'dateTime'
  | 'month'
  | 'item'
  | 'warehouse'
  | 'counterparty'
  | 'document'
  | 'quality';

/** All types share one depth, or a text would be as deep as there are types. */
const depthIdentifier = fc.createDepthIdentifier();

/** Random well-typed expressions over `document`, `line`, `now` and `user`, as texts, by the type they have. */
export function expressionTexts(): Arbitrary<{ readonly text: string; readonly kind: Kind }> {
  const grammar = fc.letrec<Record<Kind, string>>(tie => ({
    number: rule(numberLeaves, [
      combine`(${tie('number')} ${fc.constantFrom('+', '-', '*', '/', '%')} ${tie('number')})`,
      combine`round(${tie('number')}, ${fc.integer({ min: -3, max: 6 }).map(String)})`,
      combine`${fc.constantFrom('abs', 'floor', 'ceil', '-')}(${tie('number')})`,
      combine`${fc.constantFrom('least', 'greatest', 'coalesce')}(${tie('number')}, ${tie('number')}, null)`,
      combine`(${tie('condition')} ? ${tie('number')} : ${tie('number')})`,
      combine`size(${tie('text')})`,
      combine`year(${tie('dateTime')})`,
      combine`day(${tie('date')})`,
      combine`daysBetween(${tie('date')}, ${tie('dateTime')})`,
      combine`monthsBetween(${tie('month')}, ${tie('date')})`,
      combine`${fc.constantFrom('sum', 'min', 'max')}(document.lines, ${tie('number')})`,
      combine`count(document.lines, ${tie('condition')})`,
      combine`${tie('item')}.price`,
      combine`${tie('item')}.unit.weight`,
      combine`${tie('document')}.discount`,
      combine`balance(Stock, {warehouse: ${tie('warehouse')}, item: ${tie('item')}}).quantity`,
      combine`balance(Stock, {item: ${tie('item')}}, ${tie('dateTime')}).quantity`,
      combine`balance(Reserve, {item: ${tie('item')}, quality: ${tie('quality')}}).quantity`,
      combine`balance(Reserve, {quality: ${tie('quality')}}, ${tie('date')}).amount`,
      combine`latest(Price, {item: ${tie('item')}, quality: ${tie('quality')}}, ${tie('date')}).price`,
      combine`earliest(Price, {item: ${tie('item')}}, ${tie('dateTime')}).price`,
      combine`latest(Norm, {item: ${tie('item')}}).rate`,
      combine`${fc.constantFrom('latest', 'earliest')}(Rate, {item: ${tie('item')}}, ${tie('dateTime')}).rate`,
    ]),
    text: rule(textLeaves, [
      combine`(${tie('text')} + ${tie('text')})`,
      combine`${fc.constantFrom('upper', 'lower', 'trim')}(${tie('text')})`,
      combine`text(${fc.oneof(tie('number'), tie('condition'), tie('date'), tie('dateTime'), tie('month'), tie('quality'), tie('text'))})`,
      combine`coalesce(${tie('text')}, ${tie('text')})`,
      combine`${fc.constantFrom('least', 'greatest')}(${tie('text')}, ${tie('text')})`,
      combine`(${tie('condition')} ? ${tie('text')} : ${tie('text')})`,
      combine`${fc.constantFrom('min', 'max')}(document.lines, ${tie('text')})`,
      combine`${tie('item')}.description`,
      combine`${tie('document')}.number`,
      combine`latest(Price, {item: ${tie('item')}}, ${tie('month')}).reason`,
    ]),
    condition: rule(conditionLeaves, [
      ...(['number', 'text', 'date', 'dateTime', 'month'] as const).map(
        kind => combine`(${tie(kind)} ${order} ${tie(kind)})`,
      ),
      ...(['number', 'text', 'condition', 'date', 'month', 'item', 'quality', 'document'] as const).map(
        kind => combine`(${tie(kind)} ${equality} ${tie(kind)})`,
      ),
      combine`(${tie('date')} ${order} ${tie('dateTime')})`,
      combine`(${tie('condition')} ${fc.constantFrom('&&', '||')} ${tie('condition')})`,
      combine`!${tie('condition')}`,
      combine`(${tie('number')} in [${tie('number')}, 1, null, 2.50])`,
      combine`(${tie('text')} in ['a', '', 'я'])`,
      combine`(${tie('quality')} in [Quality.good])`,
      combine`(${tie('warehouse')} in [${tie('warehouse')}])`,
      combine`(${tie('warehouse')} in allowed(Warehouse))`,
      combine`${fc.constantFrom('contains', 'startsWith', 'endsWith')}(${tie('text')}, ${tie('text')})`,
      combine`${fc.constantFrom('exists', 'all')}(document.lines, ${tie('condition')})`,
      combine`(${tie('item')} == null)`,
      combine`(document == ${tie('document')})`,
    ]),
    date: rule(dateLeaves, [
      combine`addDays(${tie('date')}, ${tie('number')})`,
      combine`addMonths(${tie('date')}, ${tie('number')})`,
      combine`date(${tie('dateTime')})`,
      combine`${fc.constantFrom('startOfMonth', 'endOfMonth')}(${fc.oneof(tie('date'), tie('dateTime'), tie('month'))})`,
      combine`greatest(${tie('date')}, ${tie('date')})`,
      combine`max(document.lines, ${tie('date')})`,
      combine`${tie('item')}.since`,
      combine`latest(Price, {item: ${tie('item')}, quality: null}, ${tie('dateTime')}).period`,
    ]),
    dateTime: rule(dateTimeLeaves, [
      combine`addDays(${tie('dateTime')}, ${tie('number')})`,
      combine`addMonths(${tie('dateTime')}, ${tie('number')})`,
      combine`coalesce(${tie('date')}, ${tie('dateTime')})`,
      combine`least(${tie('dateTime')}, ${tie('date')})`,
      combine`${tie('item')}.changed`,
      combine`${tie('document')}.date`,
    ]),
    month: rule(monthLeaves, [
      combine`month(${fc.oneof(tie('date'), tie('dateTime'))})`,
      combine`addMonths(${tie('month')}, ${tie('number')})`,
      combine`${tie('item')}.month`,
      combine`(${tie('condition')} ? ${tie('month')} : null)`,
    ]),
    item: rule(['line.item', 'BaseItem', 'null == 1 ? line.item : null'].map(parenthesized), [
      combine`(${tie('condition')} ? ${tie('item')} : line.item)`,
      combine`coalesce(${tie('item')}, BaseItem)`,
    ]),
    warehouse: rule(
      ['document.warehouse', 'Warehouse.main', 'technical.Warehouse.main', `reference(Warehouse, '${mainWarehouse}')`],
      [combine`coalesce(${tie('warehouse')}, Warehouse.main)`, combine`${tie('document')}.warehouse`],
    ),
    counterparty: rule(['document.supplier', 'document.warehouse.owner'], [combine`${tie('document')}.supplier`]),
    document: rule(
      ['document.basis', 'document.basis.basis'],
      [combine`(${tie('condition')} ? document : ${tie('document')})`],
    ),
    quality: rule(
      ['line.quality', 'Quality.good', 'Quality.defective', 'line.item.quality'],
      [combine`coalesce(${tie('quality')}, Quality.good)`],
    ),
  }));
  const kinds = Object.keys(grammar) as Kind[];
  return fc
    .oneof(...kinds.map(kind => grammar[kind].map(text => ({ text, kind }))))
    .filter(({ text }) => text.length <= 1500);
}

const numberLeaves = [
  'line.quantity',
  'line.price',
  'document.discount',
  'Threshold',
  'line.item.price',
  'line.item.unit.weight',
  'size(document.lines)',
  'document.basis.discount',
  ...hardValues.decimal.filter(value => !value.startsWith('-')),
];
const textLeaves = [
  'line.note',
  'document.number',
  'document.supplier.description',
  'user.login',
  'user.name',
  'text(line.quality)',
  ...hardValues.text.map(textLiteral),
];
const conditionLeaves = [
  'line.accepted',
  'document.approved',
  'document.supplier.vip',
  'true',
  'false',
  'option(Deals)',
  'line.item.isGroup',
];
const dateLeaves = ['line.best', 'document.due', 'OpenedOn', ...hardValues.date.map(value => `date('${value}')`)];
const dateTimeLeaves = ['document.date', 'now', ...hardValues.dateTime.map(value => `dateTime('${value}')`)];
const monthLeaves = ['document.period', 'BasePeriod', ...hardValues.month.map(value => `month('${value}')`)];
const order = fc.constantFrom('<', '<=', '>', '>=');
const equality = fc.constantFrom('==', '!=');

function rule(leaves: readonly string[], branches: readonly Arbitrary<string>[]): Arbitrary<string> {
  return fc.oneof(
    { maxDepth: 6, depthSize: 'medium', depthIdentifier },
    { weight: 2, arbitrary: fc.constantFrom(...leaves) },
    ...branches.map(arbitrary => ({ weight: 1, arbitrary })),
  );
}

function combine(strings: TemplateStringsArray, ...parts: readonly Arbitrary<string>[]): Arbitrary<string> {
  return fc.tuple(...parts).map(values => strings.map((string, index) => string + (values[index] ?? '')).join(''));
}

function parenthesized(text: string): string {
  return text.includes(' ') ? `(${text})` : text;
}

function textLiteral(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`;
}

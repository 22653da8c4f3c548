import { expect, it } from 'vitest';
import { referencesOf } from '#platform';
import { sampleExpression } from './sample-source.ts';

it('names everything an expression reads', () => {
  const text =
    'option(Deals) && line.item.unit.weight > Threshold && sum(document.lines, line.quantity) < balance(Stock, {item: line.item}, now).quantity && document.basis.number != "" && line.quality == Quality.good';
  expect(referencesOf(sampleExpression(text))).toEqual({
    variables: ['line', 'document', 'now'],
    attributes: [
      'technical.Unit.weight',
      'technical.Item.unit',
      'technical.Receipt.lines.item',
      'technical.Receipt.lines',
      'technical.Receipt.lines.quantity',
      'technical.Stock.quantity',
      'technical.Stock.item',
      'technical.Receipt.number',
      'technical.Sale.number',
      'technical.Receipt.basis',
      'technical.Receipt.lines.quality',
    ],
    fields: ['line.item', 'document.lines', 'line.quantity', 'document.basis', 'line.quality'],
    objects: ['technical.Deals', 'technical.Threshold', 'technical.Stock', 'technical.Quality'],
    registers: ['technical.Stock'],
    constants: ['technical.Threshold'],
    options: ['technical.Deals'],
  });
});

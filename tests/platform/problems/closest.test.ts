import { expect, it } from 'vitest';
import { closest, didYouMean } from '#platform';

it.each([
  ['quantiti', 'quantity'],
  ['qauntity', 'quantity'],
  ['QUANTITY', 'quantity'],
  ['amout', 'amount'],
  ['pri', 'price', 'nothing'],
  ['warehouse', 'price', 'nothing'],
  ['', 'price', 'nothing'],
])('%s was probably meant to be %s', (name, candidate, nothing = candidate) => {
  const found = closest(name, ['supplier', 'quantity', 'amount', 'price']);
  expect(found).toBe(nothing === 'nothing' ? undefined : candidate);
});

it('prefers the nearest name', () => {
  expect(closest('prise', ['prose', 'price', 'prise2', 'prise'])).toBe('prise');
});

it('says so in a sentence of every language, or not at all', () => {
  expect(didYouMean('amout', ['amount'])).toEqual({
    en: ' Did you mean «amount»?',
    ru: ' Возможно, имелось в виду «amount»?',
  });
  expect(didYouMean('x', ['amount'])).toBe('');
});

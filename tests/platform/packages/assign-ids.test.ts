import { describe, expect, it } from 'vitest';
import { assemble, assignIds, objectOf } from '#platform';
import { shopFiles, sourceOf } from '../../support/shop-package.ts';

const counting = () => {
  let next = 0;
  return (bytes: number) => Uint8Array.from({ length: bytes }, () => (next = (next * 31 + 7) % 251));
};
const assign = (ids: string) => assignIds([sourceOf('shop', { ...shopFiles, 'ids.yaml': ids })], counting());
const assembleWith = (ids: string) =>
  assemble([sourceOf('shop', { ...shopFiles, 'ids.yaml': ids })], { ids: 'declared', hash: text => text });

describe('assigning permanent ids', () => {
  it('gives one to every part, after which nothing is missing', () => {
    const [assigned] = assign('{}');
    expect(assigned?.folder).toBe('shop');
    expect(assembleWith(assigned?.text ?? '').problems).toEqual([]);
    expect(assign(assigned?.text ?? '')).toEqual([]);
  });

  it('gives short ids to parts and UUIDs to predefined items', () => {
    const text = assign('{}')[0]?.text;
    expect(text).toMatch(/^Sale\.lines\.quantity: [a-z][a-z0-9]{7}$/m);
    expect(text).toMatch(/^Place\.main: [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/m);
  });

  it('keeps every id that is there, also of parts that are gone', () => {
    const [assigned] = assign('Item: abcdefgh\nGone.part: qwertyui\n');
    expect(assigned?.text).toContain('Item: abcdefgh\n');
    expect(assigned?.text).toContain('Gone.part: qwertyui\n');
    expect(assigned?.added).not.toContain('Item');
  });

  it('lets a part be renamed by renaming its path, and keeps its id', () => {
    const text = assign('{}')[0]?.text ?? '';
    const idOfStock = objectOf(assembleWith(text).configuration ?? neverLoaded(), 'shop.Stock').id;
    const renamed = text.replaceAll(/^Stock(?=[.:])/gm, 'Goods');
    const files = {
      ...shopFiles,
      'accumulation-registers/Goods.yaml': shopFiles['accumulation-registers/Stock.yaml'] ?? '',
      'accumulation-registers/Stock.yaml': null,
      'ids.yaml': renamed,
    };
    const moved = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        text?.replace('register: Stock', 'register: Goods').replace('Place, Stock', 'Place, Goods') ?? null,
      ]),
    );
    const { configuration, problems } = assemble([sourceOf('shop', moved)], { ids: 'declared', hash: text => text });
    expect(problems).toEqual([]);
    expect(objectOf(configuration ?? neverLoaded(), 'shop.Goods').id).toBe(idOfStock);
  });

  it('writes the file in the order of paths, so that changes read well side by side', () => {
    const paths = [...(assign('{}')[0]?.text.matchAll(/^([\w.]+):/gm) ?? [])].map(([, path]) => path);
    expect(paths).toEqual(paths.toSorted());
  });
});

function neverLoaded(): never {
  throw new Error('The shop did not load.');
}

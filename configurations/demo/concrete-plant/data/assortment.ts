import type { Name } from './record.ts';

/** How an item is described before it has an id. Prices are kopecks a unit; norms are thousandths of the raw item a unit. */
export interface ItemSketch {
  readonly key: string;
  readonly name: Name;
  readonly group: GroupKey;
  readonly kind: 'product' | 'semiFinished' | 'raw' | 'material' | 'good' | 'service';
  readonly unit: 'cubicMetre' | 'tonne' | 'piece' | 'kilogram';
  readonly accountingPrice: number;
  readonly salePrice?: number;
  readonly generalised?: boolean;
  /** Raw item → thousandths of its unit for one unit of this product. */
  readonly norm?: Readonly<Record<string, number>>;
}

export type GroupKey = 'raw' | 'mixes' | 'products' | 'goods' | 'materials';

export const itemGroups: readonly { readonly key: GroupKey; readonly name: Name }[] = [
  { key: 'raw', name: { en: 'Raw materials', ru: 'Сырье' } },
  { key: 'mixes', name: { en: 'Concrete and mortar', ru: 'Бетон и растворы' } },
  { key: 'products', name: { en: 'Reinforced-concrete products', ru: 'Железобетонные изделия' } },
  { key: 'goods', name: { en: 'Goods for resale', ru: 'Товары' } },
  { key: 'materials', name: { en: 'Other materials', ru: 'Прочие материалы' } },
];

const raw: readonly ItemSketch[] = [
  sketchRaw('cement500', 'Cement CEM I 42.5 (M500)', 'Цемент ЦЕМ I 42,5 (М500)', 'tonne', 780_000),
  sketchRaw('cement400', 'Cement CEM II 32.5 (M400)', 'Цемент ЦЕМ II 32,5 (М400)', 'tonne', 690_000),
  sketchRaw('sand', 'Sand, washed', 'Песок мытый', 'tonne', 62_000),
  sketchRaw('gravelFine', 'Gravel 5-20 mm', 'Щебень 5-20 мм', 'tonne', 145_000),
  sketchRaw('gravelCoarse', 'Gravel 20-40 mm', 'Щебень 20-40 мм', 'tonne', 128_000),
  sketchRaw('rebar12', 'Rebar A500 Ø12', 'Арматура А500 Ø12', 'tonne', 6_150_000),
  sketchRaw('rebar8', 'Rebar A500 Ø8', 'Арматура А500 Ø8', 'tonne', 6_380_000),
  sketchRaw('wire', 'Wire Bp-1 Ø5', 'Проволока Вр-1 Ø5', 'tonne', 6_720_000),
  sketchRaw('plasticiser', 'Plasticiser', 'Пластификатор', 'kilogram', 8_900),
];

const mixes: readonly ItemSketch[] = [
  sketchMix('m200', 'Concrete M200 (B15)', 'Бетон М200 (B15)', 468_000, [0, 280, 750, 1_080]),
  sketchMix('m300', 'Concrete M300 (B22.5)', 'Бетон М300 (B22,5)', 535_000, [350, 0, 720, 1_090]),
  sketchMix('m350', 'Concrete M350 (B25)', 'Бетон М350 (B25)', 562_000, [390, 0, 700, 1_080]),
  sketchMix('m400', 'Concrete M400 (B30)', 'Бетон М400 (B30)', 604_000, [440, 0, 680, 1_070]),
  sketchMix('mortar150', 'Mortar M150', 'Раствор М150', 389_000, [0, 330, 1_400, 0]),
];

const products: readonly ItemSketch[] = [
  sketchProduct('slab60', 'Hollow-core slab PB 60-12', 'Плита пустотная ПБ 60-12', 1_785_000, [950, 22, 18]),
  sketchProduct('slab48', 'Hollow-core slab PB 48-12', 'Плита пустотная ПБ 48-12', 1_462_000, [760, 18, 15]),
  sketchProduct('slab36', 'Hollow-core slab PB 36-12', 'Плита пустотная ПБ 36-12', 1_130_000, [570, 14, 11]),
  sketchProduct('pile90', 'Pile C 90.30', 'Свая С 90.30', 1_640_000, [810, 58, 12]),
  sketchProduct('pile70', 'Pile C 70.30', 'Свая С 70.30', 1_285_000, [630, 45, 9]),
  sketchProduct('ring15', 'Well ring KS 15.9', 'Кольцо колодца КС 15.9', 492_000, [400, 9, 6]),
  sketchProduct('ring10', 'Well ring KS 10.9', 'Кольцо колодца КС 10.9', 318_000, [240, 6, 4]),
  sketchProduct('lid15', 'Well cover PP 15', 'Плита перекрытия ПП 15', 386_000, [270, 14, 5]),
  sketchProduct('block24', 'Foundation block FBS 24.4.6', 'Блок ФБС 24.4.6', 425_000, [543, 2, 0]),
  sketchProduct('block12', 'Foundation block FBS 12.4.6', 'Блок ФБС 12.4.6', 228_000, [265, 1, 0]),
  sketchProduct('kerb', 'Kerb BR 100.30.15', 'Бордюр БР 100.30.15', 39_500, [43, 0, 0]),
  sketchProduct('lintel', 'Lintel 2PB 16-2', 'Перемычка 2ПБ 16-2', 98_000, [26, 2, 1]),
];

const others: readonly ItemSketch[] = [
  sketchGood('mesh', 'Masonry mesh 50x50', 'Сетка кладочная 50х50', 21_500, 28_900),
  sketchGood('hatch', 'Cast-iron hatch, type T', 'Люк чугунный тип Т', 642_000, 789_000),
  sketchGood('sealant', 'Joint sealant, 25 kg', 'Герметик шовный, 25 кг', 318_000, 402_000),
  {
    key: 'moulds',
    name: { en: 'Mould release oil', ru: 'Смазка для форм' },
    group: 'materials',
    kind: 'material',
    unit: 'kilogram',
    accountingPrice: 11_200,
  },
  {
    key: 'stationery',
    name: { en: 'Stationery', ru: 'Канцелярские товары' },
    group: 'materials',
    kind: 'material',
    unit: 'piece',
    accountingPrice: 25_000,
    generalised: true,
  },
];

export const assortment: readonly ItemSketch[] = [...raw, ...mixes, ...products, ...others];

function sketchRaw(
  key: string,
  en: string,
  ru: string,
  unit: 'tonne' | 'kilogram',
  accountingPrice: number,
): ItemSketch {
  return { key, name: { en, ru }, group: 'raw', kind: 'raw', unit, accountingPrice };
}

/** `kilograms`: cement M500, cement M400, sand, gravel for a cubic metre; a kilogram is a thousandth of a tonne. */
function sketchMix(
  key: string,
  en: string,
  ru: string,
  salePrice: number,
  kilograms: readonly [number, number, number, number],
): ItemSketch {
  const [cement500, cement400, sand, gravelFine] = kilograms;
  return {
    key,
    name: { en, ru },
    group: 'mixes',
    kind: 'semiFinished',
    unit: 'cubicMetre',
    salePrice,
    accountingPrice: Math.round(salePrice * 0.72),
    norm: { cement500, cement400, sand, gravelFine, plasticiser: 2_500 },
  };
}

/** `norm`: litres of concrete M350, kilograms of rebar, kilograms of wire for a piece. */
function sketchProduct(
  key: string,
  en: string,
  ru: string,
  salePrice: number,
  norm: readonly [number, number, number],
): ItemSketch {
  const [litres, rebar, wire] = norm;
  const part = (kilograms: number): number => Math.round((litres * kilograms) / 1_000);
  return {
    key,
    name: { en, ru },
    group: 'products',
    kind: 'product',
    unit: 'piece',
    salePrice,
    accountingPrice: Math.round(salePrice * 0.69),
    norm: { cement500: part(390), sand: part(700), gravelFine: part(1_080), rebar12: rebar, wire },
  };
}

function sketchGood(key: string, en: string, ru: string, accountingPrice: number, salePrice: number): ItemSketch {
  return { key, name: { en, ru }, group: 'goods', kind: 'good', unit: 'piece', accountingPrice, salePrice };
}

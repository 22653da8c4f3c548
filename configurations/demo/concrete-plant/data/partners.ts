import type { Name } from './record.ts';

/** Customers; `share` weighs how often they buy, `deferred` says they pay after delivery. */
export const customers: readonly {
  readonly name: Name;
  readonly taxId: string;
  readonly share: number;
  readonly deferred: boolean;
}[] = [
  customer('StroyGrad LLC', 'ООО «СтройГрад»', '7701234501', 9, true),
  customer('Monolith Construction', 'ООО «Монолит-Строй»', '7701234502', 8, true),
  customer('Northern Quarter Developer', 'АО «Северный квартал»', '7701234503', 8, true),
  customer('RoadBuild Regional', 'АО «Дорстрой-Регион»', '7701234504', 7, true),
  customer('WaterNet Utility', 'МУП «Водосеть»', '7701234505', 4, true),
  customer('Cottage Park', 'ООО «Коттедж-Парк»', '7701234506', 5, false),
  customer('FoundationPro', 'ООО «ФундаментПро»', '7701234507', 6, false),
  customer('House by the Lake', 'ООО «Дом у озера»', '7701234508', 3, false),
  customer('Agrocomplex Rassvet', 'АО «Агрокомплекс Рассвет»', '7701234509', 3, true),
  customer('Bridge Crew No. 4', 'ООО «Мостоотряд № 4»', '7701234510', 5, true),
  customer('School Building Trust', 'АО «Трест Школстрой»', '7701234511', 4, true),
  customer('Heat Networks', 'АО «Теплосети»', '7701234512', 3, true),
  customer('Industrial Park South', 'ООО «Индустриальный парк Юг»', '7701234513', 4, true),
  customer('Garage Cooperative Start', 'ГСК «Старт»', '7701234514', 1, false),
  customer('BuildBase Retail', 'ООО «СтройБаза»', '7701234515', 5, false),
  customer('Landscape Studio', 'ООО «Ландшафтная студия»', '7701234516', 2, false),
  customer('A. V. Petrov, sole proprietor', 'ИП Петров А. В.', '770123451701', 2, false),
  customer('I. S. Karimova, sole proprietor', 'ИП Каримова И. С.', '770123451802', 2, false),
  customer('Airport Services', 'АО «Аэропорт-Сервис»', '7701234519', 2, true),
  customer('Railway Siding Co.', 'ООО «Подъездные пути»', '7701234520', 2, true),
];

/** Suppliers and the raw items and goods they bring. */
export const suppliers: readonly { readonly name: Name; readonly taxId: string; readonly items: readonly string[] }[] =
  [
    supplier('Mountain Cement', 'АО «Горный цемент»', '7701234601', ['cement500', 'cement400']),
    supplier('Cement Trade House', 'ООО «Цементный торговый дом»', '7701234602', ['cement500', 'cement400']),
    supplier('River Quarry', 'ООО «Речной карьер»', '7701234603', ['sand']),
    supplier('Granite Quarry', 'АО «Гранит-Карьер»', '7701234604', ['gravelFine', 'gravelCoarse']),
    supplier('Steel Yard', 'ООО «Стальной двор»', '7701234605', ['rebar12', 'rebar8', 'wire']),
    supplier('MetalService', 'АО «МеталлСервис»', '7701234606', ['rebar12', 'wire', 'mesh']),
    supplier('ChemAdditives', 'ООО «ХимДобавки»', '7701234607', ['plasticiser', 'moulds', 'sealant']),
    supplier('Foundry Works', 'АО «Литейный завод»', '7701234608', ['hatch']),
    supplier('Office World', 'ООО «Мир офиса»', '7701234609', ['stationery']),
  ];

export const people: readonly Name[] = [
  { en: 'Sergey Ivanov', ru: 'Иванов Сергей Петрович' },
  { en: 'Olga Smirnova', ru: 'Смирнова Ольга Викторовна' },
  { en: 'Timur Akhmetov', ru: 'Ахметов Тимур Рашидович' },
  { en: 'Anna Volkova', ru: 'Волкова Анна Сергеевна' },
];

function customer(en: string, ru: string, taxId: string, share: number, deferred: boolean) {
  return { name: { en, ru }, taxId, share, deferred };
}

function supplier(en: string, ru: string, taxId: string, items: readonly string[]) {
  return { name: { en, ru }, taxId, items };
}

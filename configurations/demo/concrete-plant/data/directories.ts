import { assortment, itemGroups } from './assortment.ts';
import { customers, people, suppliers } from './partners.ts';
import { type DemoLanguage, type DemoRecord, type DemoValue, idSequence, type Name } from './record.ts';

/** Ids of what the year refers to. */
export interface Directories {
  readonly records: readonly DemoRecord[];
  readonly organisation: string;
  readonly warehouse: Readonly<Record<'rawYard' | 'finished' | 'siteB', string>>;
  readonly flow: Readonly<Record<'prepaid' | 'deferred' | 'raw', string>>;
  readonly priceType: Readonly<Record<'accounting' | 'sale', string>>;
  readonly item: ReadonlyMap<string, string>;
  readonly customers: readonly {
    readonly id: string;
    readonly contract: string;
    readonly share: number;
    readonly deferred: boolean;
  }[];
  readonly suppliers: readonly { readonly id: string; readonly contract: string; readonly items: readonly string[] }[];
}

/** Everything the year's documents choose from, in the order it is written. */
export function directories(language: DemoLanguage): Directories {
  const records: DemoRecord[] = [];
  const nextId = idSequence(1);
  const add = (path: string, name: Name, values: Readonly<Record<string, DemoValue>> = {}): string => {
    const id = nextId();
    records.push({ path, id, values: { description: name[language], ...values } });
    return id;
  };
  const organisation = add(
    'regulatory.Organisation',
    { en: 'Concrete Plant LLC', ru: 'ООО «Завод ЖБИ»' },
    { taxId: '7701234500' },
  );
  const custodians = people.map(person => add('regulatory.Individual', person));
  const warehouse = warehouses(add, custodians);
  const flow = flows(add);
  const priceType = {
    accounting: add(
      'technical.PriceType',
      { en: 'Accounting 2026', ru: 'Учетные 2026' },
      { kind: 'accounting', year: '2026' },
    ),
    sale: add('technical.PriceType', { en: 'Price list', ru: 'Прайс-лист' }, { kind: 'sale' }),
  };
  const item = items(add);
  const partners = counterparties(add, organisation);
  records.push({ path: 'technical.AccountingPriceType', id: nextId(), values: { value: priceType.accounting } });
  const company: Name = { en: 'Concrete Plant (demo)', ru: 'Завод ЖБИ (демо)' };
  records.push({ path: 'regulatory.CompanyName', id: nextId(), values: { value: company[language] } });
  return { records, organisation, warehouse, flow, priceType, item, ...partners };
}

type Add = (path: string, name: Name, values?: Readonly<Record<string, DemoValue>>) => string;

function warehouses(add: Add, custodians: readonly string[]): Directories['warehouse'] {
  const path = 'technical.Warehouse';
  const custodian = (index: number): DemoValue => custodians[index] ?? null;
  const plantA = add(path, { en: 'Plant A', ru: 'Завод А' }, { isGroup: true });
  return {
    rawYard: add(path, { en: 'Raw materials yard', ru: 'Склад сырья' }, { parent: plantA, custodian: custodian(0) }),
    finished: add(
      path,
      { en: 'Finished products', ru: 'Склад готовой продукции' },
      { parent: plantA, custodian: custodian(1) },
    ),
    siteB: add(path, { en: 'Site B', ru: 'Площадка Б' }, { custodian: custodian(2) }),
  };
}

function flows(add: Add): Directories['flow'] {
  const path = 'economic.FinancialFlow';
  const products = add(path, { en: 'Products', ru: 'Продукция' }, { isGroup: true });
  return {
    prepaid: add(
      path,
      { en: 'Products, paid in advance', ru: 'Продукция, предоплата' },
      { parent: products, prepaid: true },
    ),
    deferred: add(
      path,
      { en: 'Products, deferred', ru: 'Продукция, отсрочка' },
      { parent: products, paymentDays: '30' },
    ),
    raw: add(path, { en: 'Raw supply', ru: 'Поставка сырья' }, { paymentDays: '14' }),
  };
}

function items(add: Add): ReadonlyMap<string, string> {
  const path = 'technical.TechnicalItem';
  const groups = new Map(itemGroups.map(group => [group.key, add(path, group.name, { isGroup: true })]));
  const classes = new Map(itemGroups.map(group => [group.key, add('technical.ItemClass', group.name)]));
  return new Map(
    assortment.map(sketch => [
      sketch.key,
      add(path, sketch.name, {
        parent: groups.get(sketch.group) ?? null,
        class: classes.get(sketch.group) ?? null,
        kind: sketch.kind,
        unit: `@regulatory.Unit.${sketch.unit}`,
        generalised: sketch.generalised ?? false,
      }),
    ]),
  );
}

function counterparties(add: Add, organisation: string): Pick<Directories, 'customers' | 'suppliers'> {
  const path = 'regulatory.Counterparty';
  const buyers = add(path, { en: 'Customers', ru: 'Покупатели' }, { isGroup: true });
  const sellers = add(path, { en: 'Suppliers', ru: 'Поставщики' }, { isGroup: true });
  const partner = (name: Name, taxId: string, parent: string): string =>
    add(path, name, { parent, taxId, kind: taxId.length === 12 ? 'entrepreneur' : 'company' });
  const contract = (owner: string, kind: 'sale' | 'purchase', number: string): string =>
    add(
      'regulatory.Contract',
      { en: `Contract ${number} of 2026-01-09`, ru: `Договор № ${number} от 09.01.2026` },
      { owner, organisation, kind, contractNumber: number, contractDate: '2026-01-09' },
    );
  return {
    customers: customers.map((customer, index) => {
      const id = partner(customer.name, customer.taxId, buyers);
      return {
        id,
        contract: contract(id, 'sale', `S-${index + 1}`),
        share: customer.share,
        deferred: customer.deferred,
      };
    }),
    suppliers: suppliers.map((supplier, index) => {
      const id = partner(supplier.name, supplier.taxId, sellers);
      return { id, contract: contract(id, 'purchase', `P-${index + 1}`), items: supplier.items };
    }),
  };
}

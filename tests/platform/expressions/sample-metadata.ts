import type {
  Attribute,
  DataType,
  Entity,
  MetadataLookup,
  MetadataObject,
  PredefinedItem,
  Register,
  Section,
  Storage,
} from '#platform';

/** A small trade: items, warehouses, counterparties, receipts and sales, stock, reserves and prices. */

const plain = (name: string, storage: Storage, more: Partial<DataType> = {}): DataType => ({ name, storage, ...more });
export const types = {
  text: plain('string', 'text'),
  number: plain('number', 'decimal', { precision: 38, scale: 10 }),
  money: plain('money', 'decimal', { precision: 15, scale: 2 }),
  flag: plain('boolean', 'boolean'),
  date: plain('date', 'date'),
  dateTime: plain('dateTime', 'dateTime'),
  month: plain('month', 'month'),
} as const;
const to = (path: string) => plain('reference', 'reference', { targets: [path] });
const toAny = (...targets: string[]) => plain('composite', 'composite', { targets });
const oneOf = (path: string) => plain('enumeration', 'enumeration', { targets: [path] });

export const mainWarehouse = '00000000-0000-7000-8000-000000000001';

const counterparty = entity('regulatory.Counterparty', 'item', {
  code: types.text,
  description: types.text,
  vip: types.flag,
});
const quality = object('technical.Quality', {
  enumeration: {
    values: ['good', 'defective'].map(name => ({
      id: `quality-${name}`,
      name,
      path: `technical.Quality.${name}`,
      title: {},
    })),
  },
});
const unit = entity('technical.Unit', 'item', { code: types.text, weight: types.number });
const warehouse = entity(
  'technical.Warehouse',
  'item',
  { code: types.text, description: types.text, area: types.number, owner: to('regulatory.Counterparty') },
  { predefined: ['main'] },
);
const item = entity('technical.Item', 'item', {
  code: types.text,
  description: types.text,
  unit: to('technical.Unit'),
  price: types.number,
  quality: oneOf('technical.Quality'),
  isGroup: types.flag,
  since: types.date,
  changed: types.dateTime,
  month: types.month,
});
const receipt = entity(
  'technical.Receipt',
  'document',
  {
    number: types.text,
    date: types.dateTime,
    supplier: to('regulatory.Counterparty'),
    warehouse: to('technical.Warehouse'),
    basis: toAny('technical.Receipt', 'technical.Sale'),
    discount: types.number,
    approved: types.flag,
    due: types.date,
    period: types.month,
    comment: types.text,
    onlyHere: types.number,
  },
  {
    lines: {
      item: to('technical.Item'),
      quantity: types.number,
      price: types.number,
      quality: oneOf('technical.Quality'),
      note: types.text,
      accepted: types.flag,
      best: types.date,
    },
  },
);
const sale = entity(
  'technical.Sale',
  'document',
  {
    number: types.text,
    date: types.dateTime,
    supplier: to('regulatory.Counterparty'),
    warehouse: to('technical.Warehouse'),
    basis: toAny('technical.Receipt', 'technical.Sale'),
    discount: types.number,
    approved: types.flag,
    due: types.date,
    period: types.month,
    comment: types.number,
  },
  { lines: { item: to('technical.Item'), quantity: types.number } },
);
const stockDimensions = { warehouse: to('technical.Warehouse'), item: to('technical.Item') };
const stock = register('technical.Stock', {
  dimensions: stockDimensions,
  resources: { quantity: types.number },
  constraints: ['notNegative'],
});
const reserve = register('technical.Reserve', {
  dimensions: { item: to('technical.Item'), quality: oneOf('technical.Quality') },
  resources: { quantity: types.number, amount: types.number },
});
const turnover = register('technical.Sales', {
  dimensions: { item: to('technical.Item') },
  resources: { amount: types.number },
  of: 'turnover',
});
const price = object('technical.Price', {
  register: {
    subject: 'record',
    dimensions: attributes('technical.Price', { item: to('technical.Item'), quality: oneOf('technical.Quality') }, [
      'item',
    ]),
    resources: attributes('technical.Price', { price: types.number }),
    attributes: attributes('technical.Price', { reason: types.text }),
    writing: 'independent',
    recorders: [],
    information: { periodicity: 'day' },
  },
});
const rate = object('technical.Rate', {
  register: {
    subject: 'record',
    dimensions: attributes('technical.Rate', { item: to('technical.Item') }),
    resources: attributes('technical.Rate', { rate: types.number }),
    attributes: [],
    writing: 'recorder',
    recorders: ['technical.Receipt', 'technical.Sale'],
    information: { periodicity: 'day' },
  },
});
const setting = object('technical.Norm', {
  register: {
    subject: 'record',
    dimensions: attributes('technical.Norm', { item: to('technical.Item') }, ['item']),
    resources: attributes('technical.Norm', { rate: types.number }),
    attributes: [],
    writing: 'independent',
    recorders: [],
    information: { periodicity: 'none' },
  },
});
const constants = [
  object('technical.Threshold', { constant: attribute('technical.Threshold', 'value', types.number) }),
  object('technical.OpenedOn', { constant: attribute('technical.OpenedOn', 'value', types.date) }),
  object('technical.BasePeriod', { constant: attribute('technical.BasePeriod', 'value', types.month) }),
  object('technical.BaseItem', { constant: attribute('technical.BaseItem', 'value', to('technical.Item')) }),
];
const deals = object('technical.Deals', { functionalOption: { default: true, requires: [] } });

const all = [
  counterparty,
  quality,
  unit,
  warehouse,
  item,
  receipt,
  sale,
  stock,
  reserve,
  turnover,
  price,
  rate,
  setting,
  deals,
  ...constants,
];

/** Objects by path. */
export const objects: Readonly<Record<string, MetadataObject>> = Object.fromEntries(
  all.map(object => [object.path, object]),
);

/** Package `technical` requires `regulatory`. */
export const lookup: MetadataLookup = {
  object: path => objects[path],
  resolve: (name, fromPackage) => objects[name.includes('.') ? name : `${fromPackage}.${name}`],
  names: fromPackage => all.map(({ path, name, package: from }) => (from === fromPackage ? name : path)),
};

function object(path: string, capabilities: Partial<MetadataObject>): MetadataObject {
  const [from = '', name = ''] = path.split('.');
  return {
    id: `id-${name}`,
    path,
    package: from,
    name,
    kind: 'sample',
    title: {},
    listTitle: {},
    operations: [],
    ...capabilities,
  };
}

function entity(
  path: string,
  subject: string,
  own: Readonly<Record<string, DataType>>,
  more: Readonly<Record<string, Readonly<Record<string, DataType>>>> | { readonly predefined: readonly string[] } = {},
): MetadataObject {
  const predefined = 'predefined' in more && Array.isArray(more.predefined) ? more.predefined : [];
  const sections =
    predefined.length > 0 ? [] : Object.entries(more).map(([name, lines]) => section(`${path}.${name}`, name, lines));
  const capability: Entity = {
    subject,
    attributes: attributes(path, own),
    sections,
    checks: [],
    presentation: [],
    inputBy: [],
    order: '',
    owners: [],
    predefined: predefined.map(name => predefinedItem(path, name)),
    fillFrom: [],
  };
  return object(path, { entity: capability });
}

function predefinedItem(path: string, name: string): PredefinedItem {
  return { id: mainWarehouse, name, path: `${path}.${name}`, title: {}, isGroup: false, values: {} };
}

function section(path: string, name: string, lines: Readonly<Record<string, DataType>>): Section {
  return { id: path, name, path, title: {}, attributes: attributes(path, lines), required: false };
}

interface SampleRegister {
  readonly dimensions: Readonly<Record<string, DataType>>;
  readonly resources: Readonly<Record<string, DataType>>;
  readonly constraints?: readonly string[];
  readonly of?: 'balance' | 'turnover';
}

function register(
  path: string,
  { dimensions, resources, constraints = [], of = 'balance' }: SampleRegister,
): MetadataObject {
  const condition = {
    text: '',
    type: { of: 'null' },
    root: { op: 'literal', type: { of: 'null' }, value: null },
  } as const;
  const capability: Register = {
    subject: 'record',
    dimensions: attributes(path, dimensions, ['warehouse', 'item']),
    resources: attributes(path, resources),
    attributes: [],
    writing: 'recorder',
    recorders: ['technical.Receipt', 'technical.Sale'],
    accumulation: {
      of,
      constraints: constraints.map(name => ({ id: name, name, path: `${path}.${name}`, expression: condition })),
    },
  };
  return object(path, { register: capability });
}

function attributes(
  path: string,
  own: Readonly<Record<string, DataType>>,
  required: readonly string[] = [],
): Attribute[] {
  return Object.entries(own).map(([name, type]) => ({
    ...attribute(path, name, type),
    required: required.includes(name),
  }));
}

function attribute(path: string, name: string, type: DataType): Attribute {
  return {
    id: `${path}.${name}`,
    name,
    path: `${path}.${name}`,
    title: {},
    type,
    standard: false,
    required: false,
    readOnly: false,
    unique: false,
  };
}

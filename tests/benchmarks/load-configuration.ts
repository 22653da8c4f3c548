import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfiguration } from '../../runtime/loading/load-configuration.ts';

/** Loads packages of 5,000 objects from disk: reading, validation, assembly, every expression, every check. */
export const loadBenchmark = { name: 'load-5000', run };

/** Milliseconds of one load in this process. Throws when the generated packages do not load as they should. */
async function run(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'aubade-load-'));
  try {
    await writePackages(folder);
    const names = Array.from({ length: packagesCount }, (_, index) => packageName(index));
    const start = performance.now();
    const { configuration, problems } = await loadConfiguration({ roots: [folder], packages: names, ids: 'derived' });
    const elapsedMs = performance.now() - start;
    const objects = Object.keys(configuration?.objects ?? {}).length;
    if (objects !== packagesCount * objectsPerPackage) {
      throw new Error(`${objects} objects were loaded; first problem: ${JSON.stringify(problems[0])}`);
    }
    return elapsedMs;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const packagesCount = 10;
const objectsPerPackage = 500;
/** Of each fifty objects; a subsystem that lists them all makes the package whole. */
const documentsShare = 15;
const catalogsShare = 20;
const registersShare = 9;

async function writePackages(folder: string): Promise<void> {
  for (let index = 0; index < packagesCount; index++) {
    for (const [path, text] of packageFiles(index)) {
      const file = join(folder, packageName(index), path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
}

function packageName(index: number): string {
  return `p${index}`;
}

/** Each package requires the one before it and refers to its catalogs. */
function packageFiles(index: number): [string, string][] {
  const requires = index === 0 ? '{}' : `{ ${packageName(index - 1)}: ^1.0.0 }`;
  const manifest = `name: ${packageName(index)}\nversion: 1.0.0\nvendor: Bench\ntitle: { en: Package, ru: Пакет }\nrequires: ${requires}\n`;
  const objects = Array.from({ length: objectsPerPackage - 1 }, (_, number) => objectFile(index, number));
  const names = objects.map(([path]) => path.replace(/^.*\/|\.yaml$/g, '')).filter(name => !name.startsWith('Kind'));
  const subsystem = `${title('All')}objects: [${names.join(', ')}]\n`;
  return [['package.yaml', manifest], ['words.yaml', words], ...objects, ['subsystems/All.yaml', subsystem]];
}

const words = [
  'amount',
  'article',
  'item',
  'kind',
  'lines',
  'owner',
  'partner',
  'price',
  'quantity',
  'stock',
  'total',
  'warehouse',
  'good',
  'bad',
]
  .map(word => `${word}: { en: ${word}, ru: ${word} }\n`)
  .join('');

function objectFile(index: number, number: number): [string, string] {
  const share = number % 50;
  if (share < catalogsShare) return [`catalogs/Catalog${number}.yaml`, catalog(index, number)];
  if (share < catalogsShare + registersShare)
    return [`accumulation-registers/Register${number}.yaml`, register(number)];
  if (share < catalogsShare + registersShare + documentsShare)
    return [`documents/Document${number}.yaml`, document(number)];
  return [
    `enumerations/Kind${number}.yaml`,
    `${title('Kind')}values:\n  good: { en: Good, ru: Годный }\n  bad: { en: Bad, ru: Брак }\n`,
  ];
}

function title(name: string): string {
  return `title: { en: ${name}, ru: ${name} }\n`;
}

/** Names within the same fifty, so that every reference finds its object. */
function nameIn(number: number, kind: string, share: number): string {
  return `${kind}${number - (number % 50) + share}`;
}

function catalog(index: number, number: number): string {
  const other =
    index === 0 ? nameIn(number, 'Catalog', 0) : `${packageName(index - 1)}.${nameIn(number, 'Catalog', 1)}`;
  return `${title('Catalog')}code: { digits: 6, prefix: C- }
hierarchy: groups
attributes:
  article: { type: string, length: 30 }
  partner: { type: ${other} }
  price: { type: money, check: item.price == null || item.price >= 0 }
`;
}

function register(number: number): string {
  return `${title('Register')}of: balance
dimensions:
  warehouse: { type: ${nameIn(number, 'Catalog', 2)}, required: true }
  item: { type: ${nameIn(number, 'Catalog', 3)}, required: true }
resources:
  quantity: quantity
constraints:
  notNegative: { check: balance.quantity >= 0, message: { en: Not enough, ru: Недостаточно } }
`;
}

function document(number: number): string {
  // Every register of the fifty gets a recorder.
  const target = nameIn(number, 'Register', catalogsShare + (number % registersShare));
  return `${title('Document')}number: { prefix: D-, period: year }
attributes:
  partner: { type: ${nameIn(number, 'Catalog', 1)}, required: true }
  warehouse: { type: ${nameIn(number, 'Catalog', 2)}, required: true }
  total: { type: money, formula: 'sum(document.lines, line.amount)' }
sections:
  lines:
    required: true
    attributes:
      item: { type: ${nameIn(number, 'Catalog', 3)}, required: true, choose: '!value.isGroup' }
      quantity: { type: quantity, required: true, check: line.quantity > 0 }
      price: { type: price, required: true, default: line.item.price }
      amount: { type: money, formula: 'round(line.quantity * line.price, 2)' }
posting:
  stock:
    register: ${target}
    movement: receipt
    each: lines
    when: line.quantity > 0
    set: { warehouse: document.warehouse, item: line.item, quantity: line.quantity }
`;
}

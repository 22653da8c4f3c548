import { describe, expect, it } from 'vitest';
import { assemble, attributeAt, type Configuration, objectOf, type PackageSource, sectionAt } from '#platform';
import {
  assembleShop,
  changed,
  shopConfiguration,
  shopFiles,
  shopProblems,
  sourceOf,
} from '../../support/shop-package.ts';

const manifestOf = (name: string, requires = '{}', version = '1.0.0') =>
  `name: ${name}\nversion: ${version}\nvendor: Test\ntitle: { en: ${name}, ru: ${name} }\nrequires: ${requires}\n`;
const catalogOf = (attributes = '') =>
  `title: { en: C, ru: С }\n${attributes === '' ? '' : `attributes:\n  a: { type: ${attributes}, title: { en: A, ru: А } }\n`}`;
const packageOf = (name: string, requires: string, files: Record<string, string> = {}): PackageSource =>
  sourceOf(name, { 'package.yaml': manifestOf(name, requires), 'subsystems/All.yaml': subsystemOf(files), ...files });
const subsystemOf = (files: Record<string, string>) =>
  `title: { en: All, ru: Все }\nobjects: [${Object.keys(files)
    .map(file => file.replace(/^.*\/|\.yaml$/g, ''))
    .join(', ')}]`;
const assembled = (packages: readonly PackageSource[]) => assemble(packages, { ids: 'derived', hash: text => text });
const codes = (packages: readonly PackageSource[]) =>
  assembled(packages).problems.map(({ code, path }) => `${code} ${path}`);

describe('a configuration', () => {
  it('lists its packages and objects in dependency order, then by kind, then by name', () => {
    const high = packageOf('high', '{ low: ^1.0.0 }', {
      'catalogs/B.yaml': catalogOf('low.Z'),
      'catalogs/A.yaml': catalogOf(),
    });
    const low = packageOf('low', '{}', {
      'catalogs/Z.yaml': catalogOf(),
      'constants/Y.yaml': `${catalogOf()}type: string`,
    });
    const { configuration } = assembled([high, low]);
    expect(configuration?.packages.map(({ name }) => name)).toEqual(['low', 'high']);
    expect(Object.keys(configuration?.objects ?? {})).toEqual([
      'low.Y',
      'low.Z',
      'low.All',
      'high.A',
      'high.B',
      'high.All',
    ]);
  });

  it('is frozen through and through, and is plain data', () => {
    const configuration = shopConfiguration();
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(configuration)).toBe(true);
    expect(JSON.parse(JSON.stringify(configuration))).toEqual(configuration);
  });

  it('has the same hash whatever the spaces, comments and quotes of its files', () => {
    const text = shopFiles['constants/Owner.yaml'] ?? '';
    const same = { 'constants/Owner.yaml': `# The owner.\n${text.replace('type: string', "type:   'string'")}\n` };
    expect(shopConfiguration(same).hash).toBe(shopConfiguration().hash);
  });

  it('has another hash when anything it says changes', () => {
    const hashes = [
      {},
      changed('constants/Owner.yaml', 'Owner', 'Holder'),
      changed('words.yaml', 'Good', 'Fine'),
      changed('package.yaml', '1.0.0', '1.0.1'),
      changed('documents/Sale.yaml', 'line.price, 2', 'line.price, 1'),
    ].map(changes => shopConfiguration(changes).hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('has the same hash whatever the order in which files and packages were found', () => {
    const low = packageOf('low', '{}', { 'catalogs/Z.yaml': catalogOf(), 'catalogs/Y.yaml': catalogOf() });
    const high = packageOf('high', '{ low: ^1.0.0 }', { 'catalogs/A.yaml': catalogOf() });
    const shuffled = { ...low, files: low.files.toReversed() };
    expect(assembled([shuffled, high]).configuration?.hash).toBe(assembled([high, low]).configuration?.hash);
  });
});

describe('requirements of packages', () => {
  const low = (version = '1.2.0') => sourceOf('low', { 'package.yaml': manifestOf('low', '{}', version) });
  const high = (range: string) => sourceOf('high', { 'package.yaml': manifestOf('high', `{ low: ${range} }`) });

  it.each(['^1.0.0', '~1.2.0', '1.x', "'>=1.2.0 <2'"])('%s is met by 1.2.0', range => {
    expect(codes([low(), high(range)])).toEqual([]);
  });

  it.each(['^2.0.0', '~1.1.0', '1.2.1'])('%s is not met by 1.2.0', range => {
    expect(codes([low(), high(range)])).toEqual(['package-version-unsuitable high']);
  });

  it('name packages that are there', () => {
    expect(
      assembled([low(), sourceOf('high', { 'package.yaml': manifestOf('high', '{ lwo: ^1.0.0 }') })]).problems,
    ).toMatchObject([
      {
        code: 'package-missing',
        place: { file: 'high/package.yaml', line: 5, column: 18 },
        parameters: { name: 'lwo', didYouMean: { en: ' Did you mean «low»?' } },
      },
    ]);
  });

  it('that are not met are reported, not everything that names what is missing', () => {
    const text = `${catalogOf('low.Z')}checks:\n  c: { expression: low.Kind.one != null, message: { en: No, ru: Нет } }\n`;
    expect(codes([packageOf('high', '{ low: ^1.0.0 }', { 'catalogs/A.yaml': text })])).toEqual([
      'package-missing high',
    ]);
  });

  it('are versions and ranges that can be understood', () => {
    expect(codes([low('1.2'), high('newest')])).toEqual(['package-version-wrong high', 'package-version-wrong low']);
  });

  it('never go round in a circle', () => {
    const [a, b, c] = [packageOf('a', '{ b: 1.x }'), packageOf('b', '{ c: 1.x }'), packageOf('c', '{ a: 1.x }')];
    const problem = assembled([a, b, c]).problems.find(({ code }) => code === 'package-cycle');
    expect(problem?.parameters['cycle']).toBe('a → b → c → a');
  });

  it('leave no two packages of one name', () => {
    expect(codes([low(), { ...low(), folder: 'other' }])).toContain('package-twice low');
  });
});

describe('references between packages', () => {
  const low = packageOf('low', '{}', { 'catalogs/Z.yaml': catalogOf() });
  const middle = packageOf('middle', '{ low: ^1.0.0 }', { 'catalogs/M.yaml': catalogOf('low.Z') });

  it('reach what is required through another package', () => {
    expect(
      codes([low, middle, packageOf('high', '{ middle: ^1.0.0 }', { 'catalogs/A.yaml': catalogOf('low.Z') })]),
    ).toEqual([]);
  });

  it('do not reach a package that is there but not required', () => {
    expect(assembled([low, packageOf('high', '{}', { 'catalogs/A.yaml': catalogOf('low.Z') })]).problems).toMatchObject(
      [
        {
          code: 'reference-not-required',
          path: 'high.A.a.type',
          place: { file: 'high/catalogs/A.yaml', line: 3, column: 14 },
          parameters: { package: 'low' },
        },
      ],
    );
  });

  it('never go up: what is required does not know who requires it', () => {
    const knowing = packageOf('low', '{}', { 'catalogs/Z.yaml': catalogOf('high.A') });
    expect(codes([knowing, packageOf('high', '{ low: ^1.0.0 }', { 'catalogs/A.yaml': catalogOf() })])).toEqual([
      'reference-not-required low.Z.a.type',
    ]);
  });

  it('do not reach through expressions either', () => {
    const other = packageOf('other', '{}', {
      'enumerations/Kind.yaml': 'title: { en: K, ru: К }\nvalues: { one: { en: One, ru: Один } }',
      'subsystems/All.yaml': 'title: { en: All, ru: Все }',
    });
    const text = `${catalogOf('string')}checks:\n  c: { expression: "other.Kind.one != null", message: { en: No, ru: Нет } }\n`;
    expect(codes([other, packageOf('high', '{}', { 'catalogs/A.yaml': text })])).toEqual([
      expect.stringMatching(/^expression-.* high\.A\.checks\.c$/),
    ]);
  });

  it('may use one name in several packages, each meaning its own', () => {
    const own = packageOf('high', '{ low: ^1.0.0 }', {
      'catalogs/Z.yaml': catalogOf(),
      'catalogs/A.yaml': catalogOf('Z'),
    });
    expect(attributeAt(assembled([low, own]).configuration as Configuration, 'high.A.a').type.targets).toEqual([
      'high.Z',
    ]);
  });
});

describe('files of a package', () => {
  it('lie in the folders of kinds', () => {
    expect(shopProblems({ 'catalog/Client.yaml': 'title: { en: C, ru: С }' })).toEqual([
      'package-file-unknown undefined',
    ]);
    expect(
      shopProblems({ 'catalogs/deep/Client.yaml': '{}', 'notes.yaml': '{}', 'catalogs/Client.yml': '{}' }),
    ).toHaveLength(3);
  });

  it('are called as their objects are, in PascalCase', () => {
    expect(
      shopProblems({ 'enumerations/colour.yaml': 'title: { en: C, ru: С }\nvalues: { red: { en: R, ru: К } }' }),
    ).toContain('source-name-wrong shop.colour');
  });

  it('give no two objects one name, whatever their kinds', () => {
    const { problems } = assembleShop({
      'enumerations/Item.yaml': 'title: { en: I, ru: Т }\nvalues: { red: { en: R, ru: К } }',
    });
    expect(problems).toMatchObject([
      { code: 'object-twice', parameters: { first: 'shop/catalogs/Item.yaml', second: 'shop/enumerations/Item.yaml' } },
    ]);
  });

  it('need a manifest that can be read', () => {
    expect(codes([sourceOf('shop', { 'package.yaml': 'name: shop' })])).toEqual([
      'source-key-missing package',
      'source-key-missing package',
      'source-key-missing package',
    ]);
  });
});

describe('problems', () => {
  it('of all files and of all stages are reported at once, file by file', () => {
    const found = shopProblems({
      'catalogs/Item.yaml': 'titel: { en: Item }',
      'enumerations/Quality.yaml': 'values: [',
      'constants/Owner.yaml': 'title: { en: O, ru: В }\ntype: Nothing',
      'documents/Sale.yaml': 'title: { en: S, ru: П }\nattributes: { a: { type: money, formula: 1 + true } }',
    });
    expect(found).toEqual([
      'source-key-unknown shop.Item.titel',
      'reference-unknown shop.Owner.type',
      expect.stringMatching(/^expression-.* shop\.Sale\.a$/),
      'yaml-syntax shop.Quality',
    ]);
  });

  it('of names and of the whole are reported together', () => {
    expect(
      shopProblems({
        ...changed('constants/Owner.yaml', 'type: string', 'type: strnig'),
        ...changed('enumerations/Quality.yaml', ', ru: Качество', ''),
        ...changed('documents/Sale.yaml', 'quantity: line.quantity', ''),
      }),
    ).toEqual([
      'reference-unknown shop.Owner.type',
      'column-not-set shop.Sale.posting.stock',
      'text-missing shop.Quality',
    ]);
  });

  it('of a wrong dimension do not become problems of the rules that set it', () => {
    expect(shopProblems(changed('accumulation-registers/Stock.yaml', 'type: Place', 'type: Plaec'))).toEqual([
      'reference-unknown shop.Stock.place.type',
    ]);
  });

  it('of a broken file do not become problems of everything that refers to it', () => {
    expect(shopProblems({ 'catalogs/Item.yaml': 'titel: { en: Item }' })).toEqual([
      'source-key-unknown shop.Item.titel',
    ]);
  });

  it('of a broken file do not become problems of expressions that walk to it', () => {
    const choice = changed('documents/Sale.yaml', 'item: { type: Item', "item: { choose: '!value.isGroup', type: Item");
    expect(shopProblems(choice)).toEqual([]);
    expect(shopProblems({ ...choice, 'catalogs/Item.yaml': 'titel: { en: Item }' })).toEqual([
      'source-key-unknown shop.Item.titel',
    ]);
  });

  it('of two objects of one name do not become problems of expressions that walk to either', () => {
    const choice = changed('documents/Sale.yaml', 'item: { type: Item', "item: { choose: '!value.isGroup', type: Item");
    const problems = shopProblems({ ...choice, 'documents/Item.yaml': 'title: { en: Item, ru: Товар }' });
    expect(problems).toEqual(['object-twice undefined']);
  });

  it('of a misspelt name in a subsystem do not make an object seem to be in none', () => {
    expect(shopProblems(changed('subsystems/Trade.yaml', 'Stock', 'Stok'))).toMatchObject([
      expect.stringContaining('reference-unknown'),
    ]);
  });

  it('of a file with another ending say how it should end', () => {
    expect(assembleShop({ 'catalogs/Thing.yml': 'title: { en: T, ru: Т }' }).problems).toMatchObject([
      { code: 'package-file-ending', parameters: { wanted: 'catalogs/Thing.yaml' } },
    ]);
  });

  it('of an expression that lost its quotes do not list keys', () => {
    const changes = changed(
      'catalogs/Item.yaml',
      'note: text',
      'note: { type: text, default: coalesce(null, text(1)) }',
    );
    expect(shopProblems(changes)).toEqual(['source-key-torn shop.Item.note.text(1))']);
  });

  it('of a name in a list stand at the name', () => {
    const { problems } = assembleShop(
      changed('catalogs/Item.yaml', 'hierarchy: groups', 'inputBy: [code, note, nott]'),
    );
    expect(problems).toMatchObject([
      { code: 'shown-attribute-unknown', place: { file: 'shop/catalogs/Item.yaml', line: 3, column: 23 } },
    ]);
  });

  it('tell where they are, to the column', () => {
    const { problems } = assembleShop(
      changed('documents/Sale.yaml', 'line.quantity * line.price', 'line.quantity * line.prise'),
    );
    expect(problems).toMatchObject([
      { path: 'shop.Sale.lines.amount', place: { file: 'shop/documents/Sale.yaml', line: 13, column: 62 } },
    ]);
  });

  it('leave no configuration behind', () => {
    expect(assembleShop({ 'catalogs/Item.yaml': 'titel: { en: Item }' }).configuration).toBeUndefined();
  });
});

describe('permanent ids', () => {
  const declared = (ids: string) =>
    assemble([sourceOf('shop', { ...shopFiles, 'ids.yaml': ids })], { ids: 'declared', hash: text => text });

  it('that are missing are reported once for a package, with examples', () => {
    const [problem, ...others] = declared('{}').problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'id-missing',
      path: 'shop',
      place: { file: 'shop/ids.yaml' },
      parameters: { package: 'shop' },
    });
    expect(Number(problem?.parameters['count'])).toBeGreaterThan(20);
  });

  it('of a wrong form are refused', () => {
    const codes = declared('Item: ABC\nPlace: 5').problems.map(({ code, path }) => `${code} ${path}`);
    expect(codes).toEqual(['id-missing shop', 'source-form-wrong ids.Item', 'source-type-wrong ids.Place']);
  });

  it('made from paths are the same every time and differ between parts', () => {
    expect(objectOf(shopConfiguration(), 'shop.Item').id).toBe(objectOf(shopConfiguration(), 'shop.Item').id);
    expect(objectOf(shopConfiguration(), 'shop.Item').id).toMatch(/^[a-z][a-z0-9]{7}$/);
    expect(objectOf(shopConfiguration(), 'shop.Item').id).not.toBe(objectOf(shopConfiguration(), 'shop.Place').id);
  });
});

describe('finding parts of a configuration', () => {
  const configuration = shopConfiguration();

  it('answers objects, sections and attributes by their paths', () => {
    expect(objectOf(configuration, 'shop.Sale').name).toBe('Sale');
    expect(sectionAt(configuration, 'shop.Sale.lines')?.name).toBe('lines');
    expect(
      [
        'shop.Sale.place',
        'shop.Sale.lines.price',
        'shop.Stock.item',
        'shop.Stock.quantity',
        'shop.Owner.value',
        'shop.Item.code',
      ].map(path => attributeAt(configuration, path).path),
    ).toEqual([
      'shop.Sale.place',
      'shop.Sale.lines.price',
      'shop.Stock.item',
      'shop.Stock.quantity',
      'shop.Owner.value',
      'shop.Item.code',
    ]);
  });

  it('throws on an object or attribute that is not there, and names it', () => {
    expect(() => objectOf(configuration, 'shop.Nothing')).toThrow('shop.Nothing');
    expect(() => objectOf(configuration, 'toString')).toThrow('toString');
    expect(() => attributeAt(configuration, 'shop.Sale.nothing')).toThrow('shop.Sale.nothing');
    expect(sectionAt(configuration, 'shop.Sale.nothing')).toBeUndefined();
  });
});

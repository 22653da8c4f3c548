import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Expression, rowType, type Scope, valueType } from '#platform';
import { type SqlCompilerOptions, sqlCompiler } from '../../../runtime/query/compile-expression.ts';
import { sqlText } from '../../../runtime/query/sql-text.ts';
import { lookup, mainWarehouse, types } from '../../platform/expressions/sample-metadata.ts';
import { sampleExpression, sampleScope } from '../../platform/expressions/sample-source.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { installWorld, makeWorld } from './expression-world.ts';

const world = makeWorld(7);
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await installWorld(database, world);
});
afterAll(() => database.close());

const options: SqlCompilerOptions = {
  lookup,
  variables: { document: { alias: 'd' }, line: { alias: 'l' } },
  literals: 'inline',
};

function compiler(more: Partial<SqlCompilerOptions> = {}) {
  return sqlCompiler({ ...options, ...more });
}

async function answers(query: RawBuilder<unknown>): Promise<unknown[]> {
  const { rows } = await query.execute(database.query);
  return rows;
}

describe('joins', () => {
  it('walk a reference once, whatever the number of expressions that need it', () => {
    const query = compiler();
    query.expression(sampleExpression('document.supplier.code + document.supplier.description'));
    query.filter(sampleExpression('document.supplier.vip && document.warehouse.owner.vip'));
    expect(sqlText(query.joins())).toBe(
      [
        'left join "regulatory.Counterparty" as ":1" on ":1"."id" = "d"."supplier"',
        'left join "technical.Warehouse" as ":3" on ":3"."id" = "d"."warehouse"',
        'left join "regulatory.Counterparty" as ":2" on ":2"."id" = ":3"."owner"',
      ].join(' '),
    );
  });

  it('of the record stay outside the aggregate over its lines', () => {
    const query = compiler();
    const value = query.expression(
      sampleExpression('sum(document.lines, line.item.price * document.supplier.code.size())'),
    );
    expect(sqlText(value)).not.toContain('regulatory.Counterparty');
    expect(sqlText(query.joins())).toBe('left join "regulatory.Counterparty" as ":3" on ":3"."id" = "d"."supplier"');
  });

  it('read a register once for several of its fields', () => {
    const query = compiler();
    query.expression(sampleExpression('latest(Price, {item: line.item}).price'));
    query.expression(sampleExpression('latest(Price, {item: line.item}).reason'));
    expect(sqlText(query.joins()).match(/left join lateral/g)).toHaveLength(1);
  });

  it('are not needed by what the row itself has', () => {
    const query = compiler();
    query.filter(sampleExpression('line.quantity > 0 && document == document.basis'));
    expect(sqlText(query.joins())).toBe('');
  });

  it('take the condition under which a record may be read', async () => {
    const query = compiler({
      readable: (path, alias) => (path === 'technical.Item' ? sql`${sql.id(alias)}."isGroup"` : undefined),
    });
    query.expression(sampleExpression('line.item.unit.code'));
    expect(sqlText(query.joins())).toContain('":2"."id" = "l"."item" and ":2"."isGroup"');
  });
});

describe('a filter', () => {
  const filter = (text: string) => sqlText(compiler({ user: { id: world.user.id } }).filter(sampleExpression(text)));

  it('compares with literals so that an index serves', () => {
    expect(filter('document.warehouse == Warehouse.main')).toBe(`("d"."warehouse" = '${mainWarehouse}'::uuid)`);
    expect(filter('document.warehouse == Warehouse.main || line.quality == Quality.good')).toContain(
      `("l"."quality" = 'good'::text)`,
    );
    expect(filter('document.number in ["a", "b"]')).toBe(`("d"."number" in ('a'::text, 'b'::text))`);
    expect(filter('document.warehouse in allowed(Warehouse)')).toMatch(
      /^\("d"."warehouse" in \(select "record" from "_allowed"/,
    );
  });

  it('knows that a record always has an id', () => {
    expect(filter('document == document.basis')).toBe('("d"."id" = "d"."basis")');
  });

  it('keeps null a value where it matters', () => {
    expect(filter('document.warehouse.owner == document.supplier')).toBe(
      '(":1"."owner" = "d"."supplier" or (":1"."owner" is null and "d"."supplier" is null))',
    );
    expect(filter('document.comment == null')).toBe('("d"."comment" is not distinct from null::text)');
    expect(filter('!(document.number == "a")')).toContain('is not distinct from');
  });

  it('takes only what is true', async () => {
    const query = compiler({ literals: 'bound' });
    const condition = query.filter(sampleExpression('document.discount > 0'));
    const rows = await answers(sql`select d.discount from "technical.Receipt" as d where ${condition}`);
    const expected = (world.records['technical.Receipt'] ?? []).filter(({ values }) => Number(values['discount']) > 0);
    expect(rows).toHaveLength(expected.length);
  });
});

describe('what is being written', () => {
  it('has its lines in a relation of the query instead of a table', async () => {
    const query = compiler({ variables: { document: { alias: 'd', sections: { lines: 'given' } } } });
    const total = query.expression(sampleExpression('sum(document.lines, line.quantity * line.price)'));
    const lines = sql`jsonb_to_recordset('[{"quantity": 2, "price": 1.5}, {"quantity": 3}]') as given(item uuid, quantity numeric, price numeric)`;
    expect(
      await answers(sql`with given as (select * from ${lines}) select ${total} as total from (select 1) as d`),
    ).toEqual([{ total: '3.0' }]);
  });

  it('may be a record variable of a function', async () => {
    const query = compiler({ variables: { document: { alias: ':record' } } });
    const value = sqlText(query.expression(sampleExpression('text(document.discount * 2) + document.warehouse.code')));
    await database.sql.unsafe(`create function doubled(id uuid) returns text language plpgsql as $function$
      declare ":record" "technical.Receipt"; result text;
      begin
        select * into ":record" from "technical.Receipt" r where r.id = doubled.id;
        ":record".discount := 21; ":record".warehouse := '${mainWarehouse}';
        result := (select ${value} from (select) as one ${sqlText(query.joins())});
        return result;
      end $function$`);
    const code = world.records['technical.Warehouse']?.[0]?.values['code'];
    const [row] = await database.sql`select doubled(${world.records['technical.Receipt']?.[0]?.id ?? ''})`;
    expect(row?.['doubled']).toBe(typeof code === 'string' ? `42${code}` : null);
  });

  it('may refer to a candidate by its id only', async () => {
    const scope: Scope = { ...sampleScope, variables: { value: rowType('technical.Warehouse') } };
    const query = compiler({ variables: { value: { value: sql`${sql.lit(mainWarehouse)}::uuid` } } });
    const code = query.expression(sampleExpression('value.code', scope));
    expect(await answers(sql`select ${code} as code from (select) as one ${query.joins()}`)).toEqual([
      { code: world.records['technical.Warehouse']?.[0]?.values['code'] },
    ]);
  });
});

describe('a composite reference', () => {
  const composite = valueType({
    name: 'composite',
    storage: 'composite',
    targets: ['technical.Receipt', 'technical.Sale'],
  });
  const columnsOf = (text: string) =>
    compiler()
      .columns(sampleExpression(text, { ...sampleScope, expected: composite }))
      .map(sqlText);

  it('takes two columns: the record and the permanent id of its object', () => {
    expect(columnsOf('document.basis')).toEqual(['"d"."basis"', '"d"."basis:type"']);
    expect(columnsOf('document')).toEqual(['"d"."id"', `(case when "d"."id" is not null then 'id-Receipt' end)`]);
    expect(columnsOf('null')).toEqual(['null::uuid', 'null::text']);
  });

  it('any other value takes one', () => {
    expect(compiler().columns(sampleExpression('document.supplier'))).toHaveLength(1);
  });
});

describe('constants and options', () => {
  const stored = async (text: string) => {
    const query = compiler({ literals: 'bound' });
    const value = query.expression(sampleExpression(text));
    const [row] = await answers(sql`select ${value} as value from (select) as one ${query.joins()}`);
    return row;
  };

  it('are read where the infobase keeps them', async () => {
    expect(await stored('Threshold')).toEqual({ value: '12.5' });
    expect(await stored('BasePeriod')).toEqual({ value: '2026-02-01' });
    expect(await stored('BaseItem.code')).toEqual({
      value: world.records['technical.Item']?.[1]?.values['code'] ?? null,
    });
  });

  it('have their defaults until somebody sets them', async () => {
    expect(await stored('option(Deals)')).toEqual({ value: true });
    await database.sql`insert into _options values ('id-Deals', false)`;
    expect(await stored('option(Deals)')).toEqual({ value: false });
    await database.sql`delete from _options`;
  });
});

describe('an attempt to smuggle SQL in', () => {
  const hostile = [
    '\'; drop table "technical.Item"; --',
    '\\\'; drop table "technical.Item"; --',
    '\\',
    '$function$; drop table "technical.Item"; --',
    '$1',
    "E'\\x27'",
    '\u02bc\uff07',
    '" ; --',
  ];

  function literal(text: string): Expression {
    return sampleExpression(`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`);
  }

  it.each(hostile)('%j stays a text, bound or written out', async text => {
    for (const literals of ['bound', 'inline'] as const) {
      const value = compiler({ literals }).expression(literal(text));
      expect(await answers(sql`select ${value} as value`)).toEqual([{ value: text }]);
    }
  });

  it.each(hostile)('%j stays a text in the body of a function', async text => {
    const body = sqlText(compiler().expression(literal(text)));
    await database.sql.unsafe(
      `create or replace function echo() returns text language sql as $function$ select ${body} $function$`,
    );
    expect(await database.sql`select echo()`).toMatchObject([{ echo: text }]);
  });

  it('stays a text whatever the setting of the strings is', async () => {
    const body = sqlText(compiler().expression(literal("\\'; --")));
    const [row] = await database.sql.begin(async transaction => {
      await transaction.unsafe('set local standard_conforming_strings = off');
      return transaction.unsafe(`select ${body} as value`);
    });
    expect(row?.['value']).toBe("\\'; --");
  });

  it('cannot be a number, a date or an identity, because those are checked', () => {
    for (const text of ["date('2026-01-01; drop')", "reference(Item, '1; drop')", "month('2026-01-01')"]) {
      expect(() => sampleExpression(text)).toThrow('expression-literal');
    }
  });
});

describe('what the caller forgot', () => {
  it('is named', () => {
    const query = compiler({ variables: {} });
    expect(() => query.expression(sampleExpression('document.number'))).toThrow('«document»');
    expect(() => query.filter(sampleExpression('document.warehouse in allowed(Warehouse)'))).toThrow('not bound');
    const now: Scope = { ...sampleScope, variables: { now: valueType(types.dateTime) } };
    expect(() => compiler({ variables: { now: { alias: 'n' } } }).expression(sampleExpression('now', now))).toThrow(
      '«now»',
    );
  });
});

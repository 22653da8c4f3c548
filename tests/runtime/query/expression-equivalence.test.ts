import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  checkExpression,
  Decimal,
  type Expression,
  evaluate,
  rowType,
  userType,
  type Value,
  valueType,
} from '#platform';
import { sqlCompiler } from '../../../runtime/query/compile-expression.ts';
import { lookup, objects, types } from '../../platform/expressions/sample-metadata.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { expressionTexts } from './expression-texts.ts';
import { installWorld, makeWorld, sourceOf } from './expression-world.ts';

const world = makeWorld(20260131);
const now = '2026-03-15T12:30:00';
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await installWorld(database, world);
});
afterAll(() => database.close());

const rows = (world.records['technical.Receipt'] ?? []).flatMap(document =>
  (document.sections.lines ?? []).map((values, index) => ({ document, line: { values }, number: index + 1 })),
);

function checked(text: string): Expression {
  const result = checkExpression(text, {
    variables: {
      document: rowType('technical.Receipt'),
      line: rowType('technical.Receipt.lines'),
      now: valueType(types.dateTime),
      user: userType,
    },
    package: 'technical',
    lookup,
    path: 'technical.Receipt',
  });
  if ('problems' in result) throw new Error(`${text}\n${JSON.stringify(result.problems, undefined, 1)}`);
  return result.expression;
}

function inMemory(expression: Expression): Value[] {
  const user = { id: world.user.id, values: { login: world.user.login, name: world.user.name } };
  return rows.map(({ document, line }) => {
    const value = evaluate(expression, sourceOf(world, { document, line, user }, now));
    if (value === undefined) throw new Error('The source knows everything, but the result is unknown.');
    return value;
  });
}

interface Answer {
  readonly value: unknown;
  readonly target: string | null;
  readonly passes: boolean | null;
}

async function inDatabase(expression: Expression, literals: 'bound' | 'inline'): Promise<readonly Answer[]> {
  const compiler = sqlCompiler({
    lookup,
    variables: { document: { alias: 'd' }, line: { alias: 'l' }, now: { value: sql`${sql.lit(now)}::timestamp` } },
    user: world.user,
    literals,
  });
  const [value, target = sql`null::text`] = compiler.columns(expression);
  const isCondition = expression.type.of === 'value' && expression.type.type.storage === 'boolean';
  const passes = isCondition ? compiler.filter(expression) : sql`null::boolean`;
  const query = sql<Answer>`select ${value} as "value", ${target} as "target", ${passes} as "passes"
    from "technical.Receipt" as d join "technical.Receipt.lines" as l on l."record" = d.id ${compiler.joins()} order by d.id, l.line`;
  return (await query.execute(database.query)).rows;
}

/** What the database answered, in the JSON form that the evaluator uses. */
function inJson({ value, target }: Answer, { type }: Expression): Value {
  if (value === null || type.of !== 'value') return null;
  if (typeof value === 'boolean') return value;
  const text = String(value);
  const forms: Readonly<Record<string, () => Value>> = {
    decimal: () => decimalForm(text),
    month: () => text.slice(0, 7),
    dateTime: () => text.replace(/\.(\d*?)0+$/, (_, digits) => (digits === '' ? '' : `.${digits}`)),
    composite: () => ({ type: Object.values(objects).find(({ id }) => id === target)?.path ?? '', id: text }),
  };
  return forms[type.type.storage]?.() ?? text;
}

function decimalForm(text: string): string {
  const value = new Decimal(text);
  return value.isZero() ? '0' : value.toFixed();
}

async function agree(text: string, literals: 'bound' | 'inline'): Promise<void> {
  const expression = checked(text);
  const expected = inMemory(expression);
  const answers = await inDatabase(expression, literals);
  expect(answers.map(answer => inJson(answer, expression))).toEqual(expected);
  if (answers[0]?.passes === undefined || expression.type.of !== 'value' || expression.type.type.storage !== 'boolean')
    return;
  expect(answers.map(({ passes }) => passes === true)).toEqual(expected.map(value => value === true));
}

it('has enough lines to be worth asking', () => {
  expect(rows.length).toBeGreaterThan(10);
});

it('gives the same values in memory and in the database for any expression', async () => {
  const property = fc.asyncProperty(expressionTexts(), fc.constantFrom('bound', 'inline'), (text, literals) =>
    agree(text, literals),
  );
  await fc.assert(property, { numRuns: Number(process.env.EXPRESSION_RUNS ?? 1500) });
}, 300_000);

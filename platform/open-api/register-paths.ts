import type { Register } from '../capabilities/register.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { JsonSchema } from '../record-schemas/json-schema.ts';
import type { Language } from '../text.ts';
import { component, type OperationSketch, queryParameter } from './operation.ts';
import type { OperationText } from './operation-texts.ts';
import { sketcher } from './record-paths.ts';
import { listParameters, type OpenApiContext, type SketchedPaths } from './sketched-paths.ts';

type View = 'balance' | 'turnovers' | 'balance-and-turnovers' | 'slice' | 'movements';

/** Addresses of a register: the tables it answers, and its records where users write them directly. */
export function registerPaths(object: MetadataObject, context: OpenApiContext): SketchedPaths {
  if (object.register === undefined) return {};
  const { sketch, on } = sketcher(object, context);
  const table = (view: View) => ({
    get: on(
      'read',
      sketch(view satisfies OperationText, {
        parameters: viewParameters[view](context.language),
        answer: component('RegisterTable'),
      }),
    ),
  });
  const views = viewsOf(object.register).map(view => [`/registers/${object.path}/${view}`, table(view)]);
  return {
    ...Object.fromEntries(views),
    ...(object.register.writing === 'independent' ? recordsOf(object, context) : {}),
  };
}

function viewsOf({ accumulation, information, writing }: Register): View[] {
  const balances: View[] = accumulation?.of === 'balance' ? ['balance', 'balance-and-turnovers'] : [];
  const flows: View[] = accumulation === undefined ? [] : ['turnovers'];
  const slices: View[] = information === undefined || information.periodicity === 'none' ? [] : ['slice'];
  const movements: View[] = writing === 'recorder' ? ['movements'] : [];
  return [...balances, ...flows, ...slices, ...movements];
}

const moment: JsonSchema = { type: 'string', examples: ['2026-03-31T23:59:59'] };
const names: JsonSchema = { type: 'string', examples: ['warehouse,item'] };

function period(language: Language): JsonSchema[] {
  return [queryParameter('from', moment, language), queryParameter('to', moment, language)];
}

function cut(language: Language): JsonSchema[] {
  return [queryParameter('dimensions', names, language), queryParameter('filter', { type: 'string' }, language)];
}

const turnoverPeriods = {
  type: 'string',
  enum: ['none', 'day', 'month', 'quarter', 'year', 'recorder'],
  default: 'none',
};
const ends = { type: 'string', enum: ['last', 'first'], default: 'last' };

const viewParameters: Readonly<Record<View, (language: Language) => JsonSchema[]>> = {
  balance: language => [queryParameter('at', moment, language), ...cut(language)],
  turnovers: language => [...period(language), queryParameter('by', turnoverPeriods, language), ...cut(language)],
  'balance-and-turnovers': language => [...period(language), ...cut(language)],
  slice: language => [
    queryParameter('at', moment, language),
    queryParameter('of', ends, language),
    queryParameter('filter', { type: 'string' }, language),
  ],
  movements: language => [
    ...period(language),
    queryParameter('filter', { type: 'string' }, language),
    queryParameter('after', { type: 'string' }, language),
    queryParameter('limit', { type: 'integer', minimum: 1, maximum: 1000 }, language),
  ],
};

function recordsOf(object: MetadataObject, context: OpenApiContext): SketchedPaths {
  const { sketch, on } = sketcher(object, context);
  const write: Partial<OperationSketch> = {
    body: component(`${object.path}.write`),
    answer: component(object.path),
    writes: true,
  };
  return {
    [`/registers/${object.path}/records`]: {
      get: on('read', sketch('list', { parameters: listParameters(context), answer: component('ListPage') })),
      post: on('update', sketch('create', { ...write, status: '201' })),
    },
    [`/registers/${object.path}/records/{id}`]: {
      get: on('read', sketch('read', { answer: component(object.path) })),
      put: on('update', sketch('update', write)),
      delete: on('update', sketch('remove', { status: '204', writes: true })),
    },
  };
}

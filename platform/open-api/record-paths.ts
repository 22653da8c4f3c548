import type { MetadataObject, Operation } from '../kinds/metadata-object.ts';
import { identity } from '../record-schemas/value-schema.ts';
import { arrayOf } from './answer-components.ts';
import { component, type OperationSketch, pathParameter, queryParameter } from './operation.ts';
import type { OperationText } from './operation-texts.ts';
import { listParameters, type OpenApiContext, type SketchedPaths } from './sketched-paths.ts';

/** Addresses of an object whose records have identity: list, form, choice, marks, where-used, export and import. */
export function recordPaths(object: MetadataObject, context: OpenApiContext): SketchedPaths {
  const { sketch, on } = sketcher(object, context);
  const { language } = context;
  const filter = queryParameter('filter', { type: 'string' }, language);
  const narrowed = [queryParameter('parent', identityOrNone, language), queryParameter('owner', identity, language)];
  const records = `/records/${object.path}`;
  return {
    [records]: {
      get: on(
        'read',
        sketch('list', { parameters: [...listParameters(context), ...narrowed], answer: component('ListPage') }),
      ),
      post: on(
        'create',
        sketch('create', { body: bodyOf(object), answer: viewOf(object), status: '201', writes: true }),
      ),
    },
    [`${records}/draft`]: {
      post: on('create', sketch('draft', { body: component(`${object.path}.draft`), answer: component('Draft') })),
    },
    [`${records}/delete-marked`]: {
      post: on(
        'mark',
        sketch('deleteMarked', { body: component('RecordIds'), answer: component('DeletionResult'), writes: true }),
      ),
    },
    [`${records}/{id}`]: {
      get: on('read', sketch('read', { answer: viewOf(object) })),
      put: on('update', sketch('update', { body: bodyOf(object), answer: viewOf(object), writes: true })),
    },
    [`${records}/{id}/mark`]: { post: on('mark', sketch('mark', versioned(object))) },
    [`${records}/{id}/unmark`]: { post: on('mark', sketch('unmark', versioned(object))) },
    [`${records}/{id}/references`]: { get: on('read', sketch('references', { answer: component('References') })) },
    [`/choices/${object.path}`]: {
      get: on(
        'read',
        sketch('choices', { parameters: [...choiceParameters(context), filter], answer: component('Choices') }),
      ),
    },
    [`/export/${object.path}`]: { get: on('read', sketch('export', exported(context))) },
    [`/import/${object.path}`]: { post: on('create', sketch('import', imported(context))) },
  };
}

/** Addresses that only documents with posting rules have. */
export function postingPaths(object: MetadataObject, context: OpenApiContext): SketchedPaths {
  const { sketch, on } = sketcher(object, context);
  const record = `/records/${object.path}/{id}`;
  return {
    [`/records/${object.path}/preview`]: {
      post: on('post', sketch('preview', { body: component(`${object.path}.preview`), answer: component('Preview') })),
    },
    [`${record}/post`]: { post: on('post', sketch('post', versioned(object))) },
    [`${record}/unpost`]: { post: on('post', sketch('unpost', versioned(object))) },
    [`${record}/movements`]: {
      get: on('read', sketch('movements', { answer: arrayOf(component('RegisterMovements')) })),
    },
  };
}

/** Starts the sketch of an operation on one object, and leaves out what the reader of the document may not do. */
export function sketcher(object: MetadataObject, context: OpenApiContext) {
  return {
    sketch: (does: OperationText, rest: Partial<OperationSketch>): OperationSketch => ({
      does,
      on: object.path,
      title: object.title,
      description: object.description,
      ...rest,
    }),
    on: (operation: Operation, sketch: OperationSketch): OperationSketch | undefined =>
      object.operations.includes(operation) && context.visible(object.path, operation) ? sketch : undefined,
  };
}

const bodyOf = (object: MetadataObject) => component(`${object.path}.write`);
const viewOf = (object: MetadataObject) => component(object.path);

function versioned(object: MetadataObject): Partial<OperationSketch> {
  return { body: component('Version'), answer: viewOf(object), writes: true };
}

function choiceParameters({ language }: OpenApiContext) {
  return [
    queryParameter('search', { type: 'string' }, language),
    queryParameter('limit', { type: 'integer', minimum: 1, maximum: 100 }, language),
    queryParameter('owner', identity, language),
  ];
}

function exported({ language }: OpenApiContext): Partial<OperationSketch> {
  return {
    parameters: [
      queryParameter('format', fileFormat, language),
      queryParameter('filter', { type: 'string' }, language),
      queryParameter('section', { type: 'string' }, language),
      queryParameter('formulas', { type: 'string', enum: ['guarded', 'plain'], default: 'guarded' }, language),
      queryParameter('marked', { type: 'boolean' }, language),
    ],
    answer: { type: 'string' },
    answerTypes: ['text/csv', 'application/jsonl'],
  };
}

function imported({ language }: OpenApiContext): Partial<OperationSketch> {
  return {
    parameters: [
      queryParameter('format', fileFormat, language),
      queryParameter('section', { type: 'string' }, language),
      queryParameter('bad', { type: 'string', enum: ['refuse', 'skip'], default: 'refuse' }, language),
      queryParameter('dryRun', { type: 'boolean', default: false }, language),
    ],
    body: { type: 'string' },
    bodyType: 'application/octet-stream',
    answer: component('ImportResult'),
    writes: true,
  };
}

/** Nothing stands for the records at the top. */
const identityOrNone = { anyOf: [identity, { type: 'string', const: '' }] };

const fileFormat = { type: 'string', enum: ['csv', 'jsonl'], default: 'csv' };

/** The `{id}` that some addresses carry. */
export const idParameter = pathParameter('id', identity);

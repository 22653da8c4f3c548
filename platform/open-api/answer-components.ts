import type { JsonSchema } from '../record-schemas/json-schema.ts';
import { closedObject, openObject, version } from '../record-schemas/record-schema.ts';
import { identity } from '../record-schemas/value-schema.ts';
import { component } from './operation.ts';

const string: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer' };
const boolean: JsonSchema = { type: 'boolean' };
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const strings: JsonSchema = { type: 'object', additionalProperties: string };

/** What answers are made of, whatever the object; the shapes of the HTTP contract. */
export const answerComponents: Readonly<Record<string, JsonSchema>> = {
  Composite: closedObject({ type: string, id: identity }, ['type', 'id']),
  Value: { anyOf: [{ type: ['string', 'boolean', 'null'] }, component('Composite')] },
  Values: { type: 'object', additionalProperties: component('Value') },
  WordedProblem: openObject(
    {
      code: string,
      path: string,
      record: string,
      section: string,
      line: integer,
      parameters: { type: 'object' },
      message: string,
      remedy: string,
    },
    ['code', 'parameters', 'message', 'remedy'],
  ),
  ProblemDocument: openObject(
    {
      type: string,
      title: string,
      status: integer,
      detail: string,
      instance: string,
      problems: arrayOf(component('WordedProblem')),
    },
    ['type', 'title', 'status', 'detail', 'problems'],
  ),
  ListPage: openObject({ rows: arrayOf(component('ListRow')), next: string, count: integer }, ['rows']),
  ListRow: openObject({ id: identity, version, presentation: string, values: component('Values'), shown: strings }, [
    'id',
    'version',
    'presentation',
    'values',
    'shown',
  ]),
  Draft: openObject(
    {
      values: component('Values'),
      sections: { type: 'object', additionalProperties: arrayOf(component('Values')) },
      shown: strings,
    },
    ['values', 'sections', 'shown'],
  ),
  Choices: arrayOf(
    openObject({ id: identity, presentation: string, detail: string }, ['id', 'presentation', 'detail']),
  ),
  References: arrayOf(
    openObject({ path: string, attribute: string, id: identity, presentation: string }, [
      'path',
      'attribute',
      'presentation',
    ]),
  ),
  DeletionResult: openObject({ deleted: arrayOf(identity), kept: arrayOf(component('KeptRecord')) }, [
    'deleted',
    'kept',
  ]),
  KeptRecord: openObject(
    {
      id: identity,
      presentation: string,
      problems: arrayOf(component('WordedProblem')),
      references: component('References'),
    },
    ['id', 'presentation', 'problems', 'references'],
  ),
  MovementRow: openObject(
    {
      period: string,
      line: integer,
      movement: { type: 'string', enum: ['receipt', 'expense', 'turnover', 'record'] },
      recorder: component('Composite'),
      values: component('Values'),
      shown: strings,
    },
    ['period', 'line', 'movement', 'values', 'shown'],
  ),
  RegisterMovements: openObject(
    { register: string, columns: arrayOf(string), rows: arrayOf(component('MovementRow')) },
    ['register', 'columns', 'rows'],
  ),
  Preview: openObject(
    { movements: arrayOf(component('RegisterMovements')), problems: arrayOf(component('WordedProblem')) },
    ['movements', 'problems'],
  ),
  RegisterTable: openObject(
    {
      columns: arrayOf(openObject({ name: string, role: string, attribute: { type: 'object' } }, ['name', 'role'])),
      rows: arrayOf(arrayOf(component('Value'))),
      shown: strings,
      totals: arrayOf(component('Value')),
      next: string,
    },
    ['columns', 'rows', 'shown', 'totals'],
  ),
  Session: openObject(
    {
      user: openObject({ id: identity, login: string, name: string, language: string }),
      infobase: openObject({ name: string, title: string }),
      system: arrayOf(string),
    },
    ['user', 'infobase', 'system'],
  ),
  Metadata: openObject({
    hash: string,
    objects: { type: 'object' },
    operations: { type: 'object' },
    options: arrayOf(string),
  }),
  Constants: { type: 'object', additionalProperties: openObject({ value: component('Value'), shown: string }) },
  Options: { type: 'object', additionalProperties: boolean },
  Settings: openObject({ closedPeriod: { type: ['string', 'null'], format: 'date' } }, ['closedPeriod']),
  User: openObject(
    {
      id: identity,
      login: string,
      name: string,
      language: string,
      roles: arrayOf(string),
      disabled: boolean,
      allowed: { type: 'object', additionalProperties: arrayOf(identity) },
    },
    ['id', 'login', 'name', 'language', 'roles', 'disabled', 'allowed'],
  ),
  Job: openObject(
    {
      id: identity,
      kind: string,
      state: { type: 'string', enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] },
      done: integer,
      total: { type: ['integer', 'null'] },
      stage: string,
      startedAt: { ...instant, type: ['string', 'null'] },
      endedAt: { ...instant, type: ['string', 'null'] },
      result: {},
      problems: arrayOf(component('WordedProblem')),
    },
    ['id', 'kind', 'state', 'done', 'total', 'stage', 'startedAt', 'endedAt', 'problems'],
  ),
  File: openObject({ id: identity, name: string, mediaType: string, sizeBytes: integer }, [
    'id',
    'name',
    'mediaType',
    'sizeBytes',
  ]),
  ImportResult: openObject(
    {
      read: integer,
      created: integer,
      updated: integer,
      bad: arrayOf(openObject({ row: integer, column: string, problem: component('WordedProblem') })),
    },
    ['read', 'created', 'updated', 'bad'],
  ),
};

/** A list of values of one schema. */
export function arrayOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

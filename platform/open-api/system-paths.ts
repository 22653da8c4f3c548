import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { JsonSchema } from '../record-schemas/json-schema.ts';
import type { Language } from '../text.ts';
import { arrayOf } from './answer-components.ts';
import { component, type OperationSketch, queryParameter } from './operation.ts';
import type { OperationText } from './operation-texts.ts';
import { sketcher } from './record-paths.ts';
import type { OpenApiContext, SketchedPaths } from './sketched-paths.ts';

/** Addresses that every infobase has, whatever its configuration. */
export function systemPaths({ language }: OpenApiContext): SketchedPaths {
  return {
    '/session': {
      get: of('session', { answer: component('Session') }),
      post: of('signIn', { body: component('SignIn'), answer: component('Session') }),
      patch: of('changeSession', { body: component('SessionChange'), answer: component('Session') }),
      delete: of('signOut', { status: '204' }),
    },
    '/session/password': { put: of('changePassword', { body: component('PasswordChange'), status: '204' }) },
    '/first-administrator': {
      post: of('firstAdministrator', { body: component('FirstAdministrator'), answer: component('Session') }),
    },
    '/metadata': { get: of('metadata', { answer: component('Metadata') }) },
    '/openapi.json': { get: of('describe', { answer: { type: 'object' } }) },
    '/constants': { get: of('constants', { answer: component('Constants') }) },
    '/options': { get: of('options', { answer: component('Options') }) },
    '/settings': { get: of('settings', { answer: component('Settings') }) },
    '/settings/closed-period': {
      put: of('closePeriod', { body: component('ClosedPeriod'), answer: component('Settings'), writes: true }),
    },
    '/users': {
      get: of('users', { answer: arrayOf(component('User')) }),
      post: of('createUser', { body: component('UserWrite'), answer: component('User'), status: '201', writes: true }),
    },
    '/users/{id}': { put: of('updateUser', { body: component('UserWrite'), answer: component('User'), writes: true }) },
    '/users/{id}/sessions': { delete: of('endSessions', { status: '204', writes: true }) },
    '/files': { post: of('uploadFile', uploaded(language)) },
    '/files/{id}': {
      get: of('downloadFile', { answer: { type: 'string' }, answerTypes: ['application/octet-stream'] }),
    },
    '/jobs': {
      get: of('jobs', { answer: arrayOf(component('Job')) }),
      post: of('startJob', { body: component('JobRequest'), answer: component('Job'), status: '202', writes: true }),
    },
    '/jobs/{id}': {
      get: of('job', { answer: component('Job') }),
      delete: of('cancelJob', { answer: component('Job'), writes: true }),
    },
    '/jobs/{id}/events': { get: of('jobEvents', { answer: eventStream(), answerTypes: ['text/event-stream'] }) },
  };
}

/** Setting a constant and switching an option: one address for each. */
export function valuePaths(object: MetadataObject, context: OpenApiContext): SketchedPaths {
  const { sketch } = sketcher(object, context);
  const body = component(`${object.path}.write`);
  if (object.constant !== undefined) {
    return {
      [`/constants/${object.path}`]: {
        put: sketch('setConstant', { body, answer: component('Constants'), writes: true }),
      },
    };
  }
  if (object.functionalOption === undefined) return {};
  const option = { body: component('Option'), answer: component('Options'), writes: true };
  return { [`/options/${object.path}`]: { put: sketch('setOption', option) } };
}

function of(does: OperationText, rest: Partial<OperationSketch>): OperationSketch {
  return { does, on: 'system', ...rest };
}

function uploaded(language: Language): Partial<OperationSketch> {
  return {
    parameters: [{ ...queryParameter('name', { type: 'string' }, language), required: true }],
    body: { type: 'string' },
    bodyType: 'application/octet-stream',
    answer: component('File'),
    status: '201',
    writes: true,
  };
}

function eventStream(): JsonSchema {
  return { type: 'string', description: 'Events “progress” and “end”, each with a Job as its data.' };
}

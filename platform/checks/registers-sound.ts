import type { Register } from '../capabilities/register.ts';
import type { Problem } from '../problems/problem.ts';
import { valueTypeOf } from '../types/value-types.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** A register is written by somebody, adds up numbers, and can find its rows by their dimensions. */
export const registersSound: ConfigurationCheck = (configuration, context) =>
  Object.values(configuration.objects).flatMap(({ path, register }) =>
    register === undefined
      ? []
      : [
          ...unwritten(path, register, context),
          ...unaddable(path, register, context),
          ...unfindable(register, context),
        ],
  );

function unwritten(path: string, { writing, recorders }: Register, context: CheckContext): Problem[] {
  if (writing === 'independent' || recorders.length > 0) return [];
  return [problemOf(context, path, { code: 'register-without-recorders', parameters: {} })];
}

function unaddable(path: string, { accumulation, resources }: Register, context: CheckContext): Problem[] {
  if (accumulation === undefined) return [];
  if (resources.length === 0) return [problemOf(context, path, { code: 'register-without-resources', parameters: {} })];
  return resources
    .filter(({ type }) => type.scale === undefined)
    .map(resource =>
      problemOf(context, resource.path, {
        code: 'resource-not-decimal',
        parameters: { found: valueTypeOf(resource.type).title },
      }),
    );
}

function unfindable({ dimensions }: Register, context: CheckContext): Problem[] {
  return dimensions
    .filter(({ type }) => type.storage === 'text' && type.length === undefined)
    .map(({ path }) => problemOf(context, path, { code: 'dimension-too-long', parameters: {} }));
}

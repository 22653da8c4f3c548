import { didYouMean } from '../problems/closest.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Roles grant only operations that their objects have. */
export const rightsExist: ConfigurationCheck = ({ objects }, context) =>
  Object.values(objects).flatMap(({ path, role }) =>
    Object.entries(role?.rights ?? {}).flatMap(([object, rights]) => {
      const operations: readonly string[] = objects[object]?.operations ?? [];
      return Object.keys(rights)
        .filter(operation => !operations.includes(operation))
        .map(found =>
          problemOf(context, path, {
            code: 'right-not-of-object',
            parameters: { found, object, allowed: operations.join(', '), suggestion: didYouMean(found, operations) },
          }),
        );
    }),
  );

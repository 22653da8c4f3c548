import type { Expression, Operation, SystemRight } from '#platform';

/**
 * What a user may do, computed from her roles once per request. `on` answers per object: `false` never, `true` always,
 * or the conditions of the granting roles, of which one must hold for the record (roles are OR-ed).
 */
export interface Rights {
  readonly on: (path: string, operation: Operation) => boolean | readonly Expression[];
  readonly system: ReadonlySet<SystemRight>;
}

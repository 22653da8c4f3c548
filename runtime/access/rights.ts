import type { Configuration, Expression, Operation, Role, SystemRight } from '#platform';

/**
 * What a user may do, computed from her roles once per request. `on` answers per object: `false` never, `true` always,
 * or the conditions of the granting roles, of which one must hold for the record (roles are OR-ed).
 */
export interface Rights {
  readonly on: (path: string, operation: Operation) => boolean | readonly Expression[];
  readonly system: ReadonlySet<SystemRight>;
}

/** The rights that a user's roles give together. A role that the configuration no longer has gives nothing. */
export function rightsOf(user: { readonly roles: readonly string[] }, configuration: Configuration): Rights {
  const roles = user.roles.flatMap(path => configuration.objects[path]?.role ?? []);
  return {
    on: (path, operation) => grantedBy(roles, path, operation),
    system: new Set(roles.flatMap(role => role.system)),
  };
}

/** The rights of the system itself: the command line, background jobs, the first start. */
export const allRights: Rights = Object.freeze({
  on: () => true,
  system: new Set<SystemRight>(['administer', 'changeClosedPeriod', 'importData', 'exportData', 'repost']),
});

function grantedBy(roles: readonly Role[], path: string, operation: Operation): boolean | readonly Expression[] {
  const grants = roles.flatMap(role => role.rights[path]?.[operation] ?? []);
  const conditions = grants.filter(grant => grant !== true);
  if (conditions.length < grants.length) return true;
  return conditions.length === 0 ? false : conditions;
}

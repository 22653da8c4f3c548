import type { Configuration } from '../packages/configuration.ts';
import type { Problem } from '../problems/problem.ts';
import { circles, circleText } from './circles.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Whatever users open is found in some section of the workspace, once, and the sections form a tree. */
export const subsystemsComplete: ConfigurationCheck = (configuration, context) => [
  ...outside(configuration, context),
  ...unopened(configuration, context),
  ...twice(configuration, context),
  ...inCircle(configuration, context),
];

/** A configuration without any subsystem has one plain list of everything, where nothing can be lost. */
function outside({ objects }: Configuration, context: CheckContext): Problem[] {
  const subsystems = Object.values(objects).flatMap(({ subsystem }) => subsystem ?? []);
  if (subsystems.length === 0) return [];
  const members = new Set(subsystems.flatMap(subsystem => subsystem.objects));
  return Object.values(objects)
    .filter(({ path, entity, register }) => (entity ?? register) !== undefined && !members.has(path))
    .map(({ path }) => problemOf(context, path, { code: 'object-in-no-subsystem', parameters: {} }));
}

/** Members are what users open; roles, options and other sections are not. */
function unopened({ objects }: Configuration, context: CheckContext): Problem[] {
  return Object.values(objects).flatMap(({ path, subsystem }) =>
    (subsystem?.objects ?? [])
      .filter(member => objects[member]?.operations.length === 0)
      .map(found => problemOf(context, path, { code: 'not-for-subsystems', parameters: { found } })),
  );
}

function twice({ objects }: Configuration, context: CheckContext): Problem[] {
  return Object.values(objects).flatMap(({ path, subsystem }) => {
    const members = subsystem?.objects ?? [];
    const again = members.filter((member, index) => members.indexOf(member) !== index);
    return again.map(found => problemOf(context, path, { code: 'object-twice-in-subsystem', parameters: { found } }));
  });
}

function inCircle({ objects }: Configuration, context: CheckContext): Problem[] {
  const found = circles(Object.keys(objects), path => [objects[path]?.subsystem?.parent ?? []].flat());
  return found.map(circle =>
    problemOf(context, circle[0] ?? '', { code: 'subsystems-in-circle', parameters: { circle: circleText(circle) } }),
  );
}

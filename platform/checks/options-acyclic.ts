import { circles, circleText } from './circles.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Every option can be switched on: none requires itself, however far around. */
export const optionsAcyclic: ConfigurationCheck = ({ objects }, context) =>
  circles(Object.keys(objects), path => objects[path]?.functionalOption?.requires ?? []).map(circle =>
    problemOf(context, circle[0] ?? '', { code: 'options-in-circle', parameters: { circle: circleText(circle) } }),
  );

import { referencesOf } from '../expressions/references-of.ts';
import { circles, circleText } from './circles.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** No constant needs itself for its default, however far around: nobody could ever tell its value. */
export const constantsAcyclic: ConfigurationCheck = ({ objects }, context) => {
  const needed = (path: string): readonly string[] => {
    const initial = objects[path]?.constant?.default;
    return initial === undefined ? [] : referencesOf(initial).constants;
  };
  return circles(Object.keys(objects), needed).map(circle =>
    problemOf(context, circle[0] ?? '', { code: 'constants-in-circle', parameters: { circle: circleText(circle) } }),
  );
};

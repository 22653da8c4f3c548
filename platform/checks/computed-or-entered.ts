import { attributePlaces } from './attribute-places.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** A value is either computed or entered: what suits the one contradicts the other. */
export const computedOrEntered: ConfigurationCheck = (configuration, context) =>
  attributePlaces(configuration)
    .filter(({ attribute }) => attribute.formula !== undefined)
    .flatMap(({ attribute: { path, required, default: given } }) => [
      ...(given === undefined ? [] : [problemOf(context, path, { code: 'formula-with-default', parameters: {} })]),
      ...(required ? [problemOf(context, path, { code: 'formula-required', parameters: {} })] : []),
    ]);

import type { Configuration } from '#platform';
import { shapeOf } from './record-shape.ts';
import { numberFunctions } from './save-function/next-number.ts';
import { saveFunction } from './save-function/save-function.ts';

/**
 * The functions that write records, as `create or replace` statements: one `"path:save"` per object whose records are
 * written directly, and those they share. They are created after the tables.
 */
export function recordFunctions(configuration: Configuration): string[] {
  const shapes = Object.values(configuration.objects).flatMap(object => shapeOf(configuration, object) ?? []);
  return [...numberFunctions, ...shapes.map(saveFunction)];
}

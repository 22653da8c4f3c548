import type { Configuration } from '#platform';
import { entityTables } from './entity-tables.ts';
import { registerTables } from './register-tables.ts';
import type { TableModel } from './table-model.ts';

/** Every table a configuration needs, in the order of its objects; system tables apart. Pure. */
export function tablesOf(configuration: Configuration): TableModel[] {
  return Object.values(configuration.objects).flatMap(object => [
    ...(object.entity === undefined ? [] : entityTables(object, object.entity, configuration)),
    ...(object.register === undefined ? [] : registerTables(object, object.register, configuration)),
  ]);
}

import type { Problem } from '#platform';
import { quoteIdentifier as q } from '../../storage/quoting.ts';
import { hasGroups, type RecordShape } from '../record-shape.ts';
import type { PossibleProblem } from './problem-text.ts';
import { isNew, ofBefore, ofRecord } from './variables.ts';

/** What may be wrong with a record's place among others: its parent, its owner, its being a group. */
export function hierarchyProblems(shape: RecordShape): PossibleProblem[] {
  if (shape.hierarchy === undefined) return [];
  const problem = (code: Problem['code'], attribute: string): Problem => ({
    code,
    path: `${shape.object.path}.${attribute}`,
    parameters: {},
  });
  const parent = ofRecord('parent');
  const table = q(shape.table);
  const possible: PossibleProblem[] = [
    { failed: liesBelowItself(table), problem: problem('parent-below-itself', 'parent') },
  ];
  if (hasGroups(shape)) {
    possible.push({
      failed: `exists (select from ${table} as ":up" where ":up"."id" = ${parent} and not ":up"."isGroup")`,
      problem: problem('parent-not-a-group', 'parent'),
      found: parent,
    });
    possible.push({
      failed: `not ${isNew} and ${ofRecord('isGroup')} is distinct from ${ofBefore('isGroup')}`,
      problem: problem('group-stays-group', 'isGroup'),
    });
  }
  if (shape.hasOwner) {
    possible.push({
      failed: `exists (select from ${table} as ":up" where ":up"."id" = ${parent} and ":up"."owner" is distinct from ${ofRecord('owner')})`,
      problem: problem('parent-of-other-owner', 'parent'),
    });
  }
  return possible;
}

/** Only moving a record that is there already can close a circle. */
function liesBelowItself(table: string): string {
  const parent = ofRecord('parent');
  return `case when ${isNew} or ${parent} is not distinct from ${ofBefore('parent')} then false else ${parent} = ${ofRecord('id')} or exists (
        with recursive ":above"("id") as (
          select ${parent}
          union
          select ":up"."parent" from ${table} as ":up" join ":above" on ":up"."id" = ":above"."id")
        select from ":above" where ":above"."id" = ${ofRecord('id')}) end`;
}

/** Two moves at once could close a circle that neither sees: those of one catalog go one after another. */
export function lockMoves(shape: RecordShape): string {
  if (shape.hierarchy === undefined) return '';
  const { id } = shape.object;
  return `if not ${isNew} and ${ofRecord('parent')} is distinct from ${ofBefore('parent')} then
    perform pg_advisory_xact_lock(hashtextextended('parents:' || current_schema() || ':${id.replaceAll("'", "''")}', 0));
  end if;`;
}

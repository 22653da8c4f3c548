import type { Configuration } from '#platform';
import { lacksFunction } from './lacks-function.ts';
import { movementsFunction, type RuleContext } from './movements-function.ts';
import { postFunction } from './post-function.ts';
import { type PostedDocument, postedDocument } from './posted-document.ts';
import { unpostFunction } from './unpost-function.ts';

/**
 * The functions a configuration needs in the database to post its documents, as `create or replace` statements in an
 * order in which they can be run. See `docs/posting.md`.
 */
export function postingFunctions(configuration: Configuration): string[] {
  return Object.values(configuration.objects)
    .map(document => postedDocument(configuration, document))
    .filter(posted => posted !== undefined)
    .flatMap(documentFunctions);
}

function documentFunctions(posted: PostedDocument): string[] {
  const contexts: RuleContext[] = posted.registers.map(({ layout, rules }) => ({ ...posted, layout, rules }));
  return [
    ...contexts.map(movementsFunction),
    ...contexts.filter(({ layout }) => layout.keepsTotals).map(lacksFunction),
    postFunction(posted),
    unpostFunction(posted),
  ];
}

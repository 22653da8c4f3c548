import type { MetadataObject } from '#platform';
import { readClosedPeriod } from '../records/closed-period.ts';
import { documentText } from '../records/document-text.ts';
import { checkpointLock } from '../registers/checkpoint-lock.ts';
import type { RegisterLayout } from '../registers/register-layout.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import { lacksFunctionName } from './lacks-function.ts';
import type { PostedDocument } from './posted-document.ts';

/** The parts in which posting and unposting differ. */
export interface PostingFrame {
  readonly posted: PostedDocument;
  readonly name: 'post' | 'unpost';
  /** PL/pgSQL that adds to `_problems` before anything is written. */
  readonly before: string;
  /** PL/pgSQL per register, in the order of locking. */
  readonly registers: readonly string[];
  /** What the documents' attribute `posted` becomes. */
  readonly posts: boolean;
}

/**
 * The function around the register statements: it finds out what is closed, locks the documents, keeps the builder of
 * checkpoints away, collects every problem of every register, and refuses with all of them at once.
 *
 * Statements are planned once per connection and for any number of documents; sequential scans are off, because a plan
 * made while a table was small would stay.
 */
export function postingFrame({ posted, name, before, registers, posts }: PostingFrame): string {
  const table = q(posted.document.path);
  const layouts = posted.registers.map(({ layout }) => layout).filter(({ keepsBalance }) => keepsBalance);
  return `create or replace function ${q(`${posted.document.path}:${name}`)}(_ids uuid[], _context jsonb) returns void
language plpgsql set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off as $function$
#variable_conflict use_column
declare
  _closed date;
  _frontier date;
  _touched date;
  _shard smallint := pg_backend_pid() % 8;
  _step record;
  _found jsonb;
  _problems jsonb := '[]';
begin
  ${readClosedPeriod('_closed', '_context')}
  perform from ${table} d where d.id = any(_ids) order by d.id for no key update;
  ${lockCheckpoints(layouts)}
  ${before}
  ${registers.join('\n\n  ')}

  if _problems <> '[]' then
    raise exception using errcode = 'AUB01', message = 'The documents cannot be ${name}ed.',
      detail = (select jsonb_agg(distinct problem)::text from jsonb_array_elements(_problems) problem);
  end if;
  ${moveBorders(layouts)}
  update ${table} set posted = ${posts} where id = any(_ids) and posted is distinct from ${posts};
end
$function$`;
}

/** Adds a problem for each document whose movements before the closed date would have changed. */
export function sealedProblems(document: MetadataObject): string {
  return `if _step.sealed is not null then
    select jsonb_agg(jsonb_build_object('code', 'closed-period', 'path', ${quoteLiteral(document.path)}, 'record', d.id,
      'parameters', jsonb_build_object('document', ${documentText(document, 'd')},
        'date', to_char(d.date, 'YYYY-MM-DD'), 'closedPeriod', _closed)))
    into _found from ${q(document.path)} d where d.id = any(_step.sealed);
    _problems := _problems || coalesce(_found, '[]');
  end if;
  _touched := least(_touched, _step.month);`;
}

/** Adds a problem for each balance that a constraint refuses. */
export function callLacks({ document }: PostedDocument, layout: RegisterLayout, posts: boolean): string {
  if (!layout.keepsTotals) return '';
  return `if _step.refused is not null then
    _problems := _problems || ${q(lacksFunctionName(document, layout.object))}(_step.refused, _ids, ${posts});
  end if;`;
}

function lockCheckpoints(layouts: readonly RegisterLayout[]): string {
  if (layouts.length === 0) return '';
  return `perform ${layouts.map(layout => `pg_advisory_xact_lock_shared(${checkpointLock(layout)})`).join(', ')};
  _frontier := (select max(greatest(c.border, c.building)) from _checkpoints c where c.register in (${names(layouts)}));`;
}

function moveBorders(layouts: readonly RegisterLayout[]): string {
  if (layouts.length === 0) return '';
  return `if _touched < _frontier then
    update _checkpoints c set border = least(c.border, _touched), building = null
    where c.register in (${names(layouts)}) and greatest(c.border, c.building) > _touched;
  end if;`;
}

function names(layouts: readonly RegisterLayout[]): string {
  return layouts.map(({ object }) => quoteLiteral(object.id)).join(', ');
}

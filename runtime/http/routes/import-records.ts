import { ProblemError } from '#platform';
import { spoolFile } from '../../exchange/import-file.ts';
import { importRecords as imported } from '../../exchange/import-records.ts';
import type { ImportResult } from '../contract.ts';
import { worded } from '../problem-response.ts';
import { choice, flag, text } from '../read-query.ts';
import { route } from '../route.ts';

const contentTypes = ['text/csv', 'application/jsonl', 'application/x-ndjson', 'application/octet-stream'];

/** Reads a file of records. The body is the file itself; it is kept on disk while it is read. */
export const importRecords = route({
  method: 'POST',
  path: '/import/:path',
  right: 'importData',
  streams: true,
  query: { format: choice('csv', 'jsonl'), section: text(100), bad: choice('refuse', 'skip'), dryRun: flag },
  handle: async ({ server, session, parameter, query, raw }) => {
    const found = raw.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!contentTypes.includes(found)) {
      const parameters = { found, allowed: contentTypes.join(', ') };
      throw new ProblemError([{ code: 'content-type-unsupported', parameters }]);
    }
    await using file = await spoolFile(raw.body ?? [], server.spoolFolder);
    const { format = 'csv', bad = 'refuse', dryRun = false, ...rest } = query;
    const result = await imported(session, { path: parameter('path'), file, format, bad, dryRun, ...rest });
    return { body: { ...result, bad: result.bad.map(shown(session.language)) } satisfies ImportResult };
  },
});

function shown(language: Parameters<typeof worded>[1]) {
  return (cell: Awaited<ReturnType<typeof imported>>['bad'][number]) => ({
    ...cell,
    problem: worded(cell.problem, language),
  });
}

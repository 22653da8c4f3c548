import { exportRecords as exported } from '../../exchange/export-records.ts';
import { httpLimits } from '../limits.ts';
import { choice, flag, text } from '../read-query.ts';
import { route } from '../route.ts';
import { closedPolicy, securityHeaders } from '../security-headers.ts';
import { textStream } from '../text-stream.ts';

const contentTypes = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl' } as const;

/** All records that the user may read and the filter lets through, as a file that is made while it is sent. */
export const exportRecords = route({
  method: 'GET',
  path: '/export/:path',
  right: 'exportData',
  query: {
    format: choice('csv', 'jsonl'),
    filter: text(httpLimits.filterCharactersMax),
    section: text(100),
    formulas: choice('guarded', 'plain'),
    marked: flag,
  },
  handle: async ({ session, parameter, query }) => {
    const { format = 'csv', ...rest } = query;
    const path = parameter('path');
    const content = await exported(session, { path, format, ...rest });
    return new Response(textStream(content), {
      headers: {
        ...securityHeaders,
        'Content-Security-Policy': closedPolicy,
        'Content-Type': contentTypes[format],
        'Content-Disposition': `attachment; filename="${path}.${format}"`,
        'Cache-Control': 'no-store',
      },
    });
  },
});

import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Server } from './server.ts';

/**
 * Where a request came from. Behind a proxy, which an origin of its own tells, the proxy says it: the last entry of
 * `X-Forwarded-For` is the one that it added itself.
 */
export function clientAddress(context: Context, { origin }: Server): string {
  const forwarded = origin === undefined ? undefined : context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (forwarded !== undefined && forwarded !== '') return forwarded;
  return context.env?.incoming === undefined ? 'unknown' : (getConnInfo(context).remote.address ?? 'unknown');
}

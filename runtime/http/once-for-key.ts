import { createHash } from 'node:crypto';
import { ProblemError } from '#platform';
import { oncePerKey } from '../session/once-per-key.ts';
import type { Session } from '../session/session.ts';
import { httpLimits } from './limits.ts';
import type { Answer, AnyRoute } from './route.ts';

/** The request as far as its repetition must equal it. */
interface Repeatable {
  readonly session: Session;
  readonly request: Request;
  readonly text: string;
  readonly body: unknown;
}

/**
 * Runs a write at most once per `Idempotency-Key`: a repetition gets the first answer again, and the same key with
 * another request is refused. Without a key, for reads, and for streams the operation simply runs.
 */
export async function onceForKey(
  route: AnyRoute,
  about: Repeatable,
  handle: (session: Session) => Promise<Answer | Response>,
): Promise<Answer | Response> {
  const key = about.request.headers.get('idempotency-key');
  if (key === null || route.method === 'GET' || route.streams === true) return handle(about.session);
  if (key.length > httpLimits.idempotencyKeyCharactersMax || !/^[\x21-\x7e]+$/.test(key)) {
    const limit = httpLimits.idempotencyKeyCharactersMax;
    throw new ProblemError([{ code: 'idempotency-key-invalid', parameters: { limit } }]);
  }
  return oncePerKey(about.session, { key, bodyHash: hashOf(about) }, async session => {
    const answer = await handle(session);
    if (answer instanceof Response) throw new Error(`${route.method} ${route.path} cannot be repeated by key.`);
    return answer;
  });
}

/** Passwords, new and current, are left out: a fast hash of one must not lie in a table. */
function hashOf({ request, text, body }: Repeatable): string {
  const isSecret = typeof body === 'object' && body !== null && 'password' in body;
  const content = isSecret ? JSON.stringify({ ...body, password: '', current: '' }) : text;
  const url = new URL(request.url);
  return createHash('sha256').update(`${request.method} ${url.pathname}${url.search}\n${content}`).digest('hex');
}

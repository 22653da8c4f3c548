import { ProblemError } from '#platform';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that changes something and was sent by a page of another site. Browsers say where a request comes
 * from (`Sec-Fetch-Site`, `Origin`); programs that are no browsers say nothing and carry no cookies of a victim.
 * `origin` is the server's public origin when it stands behind a proxy; otherwise the request's own host counts.
 */
export function guardOrigin(request: Request, origin: string | undefined): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') refuse(request.headers.get('origin') ?? site);
  const from = request.headers.get('origin');
  if (from !== null && !isOwn(from, request, origin)) refuse(from);
}

function isOwn(from: string, request: Request, origin: string | undefined): boolean {
  if (origin !== undefined) return from === origin;
  return URL.canParse(from) && new URL(from).host === (request.headers.get('host') ?? new URL(request.url).host);
}

function refuse(origin: string): never {
  throw new ProblemError([{ code: 'cross-site-request', parameters: { origin } }]);
}

import type { Answer } from './route.ts';
import { closedPolicy, securityHeaders } from './security-headers.ts';

/** An answer as JSON. Nothing of it is kept by browsers or proxies. */
export function jsonResponse(answer: Answer): Response {
  const headers = {
    ...securityHeaders,
    'Content-Security-Policy': closedPolicy,
    'Cache-Control': 'no-store',
    ...answer.headers,
  };
  if (answer.body === undefined) return new Response(null, { status: answer.status ?? 204, headers });
  return new Response(JSON.stringify(answer.body), {
    status: answer.status ?? 200,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

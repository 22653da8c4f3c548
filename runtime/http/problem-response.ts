import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { describe, entryOf, type Language, type Problem, ProblemError } from '#platform';
import { problemsOf } from '../storage/postgres-problems.ts';
import type { ProblemDocument, WordedProblem } from './contract.ts';
import { closedPolicy, securityHeaders } from './security-headers.ts';

/** A problem with its wording in the reader's language. */
export function worded(problem: Problem, language: Language): WordedProblem {
  return { ...problem, ...describe(problem, language) };
}

/** The problems an error carries; undefined for an error that nobody foresaw. */
export function problemsIn(error: unknown): readonly Problem[] | undefined {
  return error instanceof ProblemError ? error.problems : problemsOf(error);
}

/**
 * The answer to a request that failed. A failure nobody foresaw is logged in full under a number, and the client
 * learns the number only.
 */
export function failureResponse(error: unknown, about: { language: Language; address: string; log: Logger }): Response {
  const known = problemsIn(error);
  const errorId = randomUUID().slice(0, 8);
  const problems = known ?? [{ code: 'unexpected-failure', parameters: { errorId } } as const];
  const document = problemDocument(problems, about.language, about.address);
  if (document.status >= 500) about.log.error({ error, errorId, address: about.address }, 'a request failed');
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: {
      ...securityHeaders,
      'Content-Type': 'application/problem+json',
      'Content-Language': about.language,
      'Content-Security-Policy': closedPolicy,
      'Cache-Control': 'no-store',
    },
  });
}

/** Problems as RFC 9457 says them. The first one gives the title; the status is that of all, or 422 when they differ. */
export function problemDocument(problems: readonly Problem[], language: Language, address: string): ProblemDocument {
  const [first, ...others] = problems.map(problem => worded(problem, language));
  if (first === undefined) throw new Error('A ProblemError without problems was thrown.');
  const status = entryOf(first.code).status;
  return {
    type: `urn:aubade:problem:${first.code}`,
    title: first.message,
    status: others.every(other => entryOf(other.code).status === status) ? status : 422,
    detail: problems.length === 1 ? first.remedy : [first, ...others].map(one => one.message).join('\n'),
    instance: address,
    problems: [first, ...others],
  };
}

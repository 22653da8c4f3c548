import { type Problem, ProblemError } from '#platform';
import { isStorable } from './read-query.ts';

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The bytes of a request's body, refused as soon as it grows beyond the limit. */
export async function readBytes(request: Request, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw problem({ code: 'body-too-large', parameters: { limit: bytesMax } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The text of a request's body in UTF-8, refused as soon as it grows beyond the limit. */
export async function readText(request: Request, bytesMax: number): Promise<string> {
  if (request.body === null) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) throw problem({ code: 'body-too-large', parameters: { limit: bytesMax } });
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const isEncoding =
      error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    throw isEncoding
      ? problem({ code: 'body-not-json', parameters: { reason: 'not UTF-8' } })
      : problem({ code: 'body-stopped', parameters: {} });
  }
}

/**
 * The JSON value of a text. Keys that reach an object's prototype are refused, and so are texts that the database
 * cannot store; every such place is reported.
 */
export function parseJson(text: string): unknown {
  const problems: Problem[] = [];
  // Escapes can hide both, and only then is the slow way needed.
  const isSuspicious = /\\u|__proto__|constructor|prototype/.test(text);
  const value = parse(text, isSuspicious ? problems : undefined);
  if (problems.length > 0) throw new ProblemError(problems);
  return value;
}

function parse(text: string, problems: Problem[] | undefined): unknown {
  try {
    return problems === undefined ? JSON.parse(text) : JSON.parse(text, (key, value) => inspect(key, value, problems));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw problem({ code: 'body-not-json', parameters: { reason: error.message } });
  }
}

function inspect(key: string, value: unknown, problems: Problem[]): unknown {
  if (forbiddenKeys.has(key)) problems.push({ code: 'forbidden-key', parameters: { key } });
  if (!isStorable(key)) problems.push({ code: 'text-unstorable', parameters: { where: 'key' } });
  if (typeof value === 'string' && !isStorable(value)) {
    problems.push({ code: 'text-unstorable', parameters: { where: key === '' ? 'body' : key } });
  }
  return value;
}

function problem(one: Problem): ProblemError {
  return new ProblemError([one]);
}

import { createHash } from 'node:crypto';
import type { Random } from './session.ts';

const bytesOfToken = 32;

/** A new opaque token of 256 random bits: what a cookie or an invitation carries. */
export function newToken(random: Random): string {
  return Buffer.from(random(bytesOfToken)).toString('base64url');
}

/** What is stored of a token: whoever reads the table cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

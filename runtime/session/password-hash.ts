import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** argon2id, far above the floor of OWASP ASVS (46 MiB, one pass). */
const parameters = { algorithm: 2 satisfies Algorithm, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** Each hash takes 64 MiB: more at once would let a burst of sign-ins eat the server's memory. */
const hashesAtOnceMax = 8;

/** What an unknown user's password is compared with, so that the answer takes as long as for a known one. */
let nobodysHash: Promise<string> | undefined;

/** The hash of a password, with salt and parameters in it. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, parameters));
}

/** Whether the password is the one that was hashed. Without a hash it never is, after the same time. */
export async function isPassword(password: string, hashed: string | null | undefined): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const nobodys = await nobodysHash;
  const same = await inTurn(() => verify(hashed ?? nobodys, password));
  return same && hashed !== null && hashed !== undefined;
}

/** Whether a hash was made with weaker parameters than today's: it is made anew when its owner signs in. */
export function isOutdated(hashed: string): boolean {
  return !hashed.startsWith(
    `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`,
  );
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= hashesAtOnceMax) await new Promise<void>(resolve => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

import type { Configuration, Language } from '#platform';
import type { Rights } from '../access/rights.ts';
import type { Database } from '../storage/database.ts';

/** Everything an operation may know of its surroundings. An argument, never ambient. */
export interface Session extends Surroundings {
  readonly user: User;
  readonly rights: Rights;
  readonly language: Language;
}

/** What is there before anybody has signed in. */
export interface Surroundings {
  readonly infobase: Infobase;
  /** The pool of the infobase, or the transaction the operation runs in. */
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
}

/** One infobase that is open: its name and what is installed in it. Which options are on is read where it matters. */
export interface Infobase {
  readonly name: string;
  readonly title: string;
  readonly configuration: Configuration;
}

export interface User {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly language: Language;
  /** Paths of roles. */
  readonly roles: readonly string[];
}

/** The present moment, UTC. */
export type Clock = () => Date;

/** Random bytes from a cryptographic source (or a seeded one in tests). */
export type Random = (bytes: number) => Uint8Array;

import type { Logger } from 'pino';
import type { JobChannel } from '../jobs/job-channel.ts';
import type { Clock, Infobase, Random, Surroundings } from '../session/session.ts';
import type { Database } from '../storage/database.ts';
import type { InfobaseView } from './contract.ts';
import type { StaticFiles } from './static-files.ts';

/** An infobase the server has open, with the pool of its schema. */
export interface OpenInfobase extends Infobase {
  readonly database: Database;
}

/** What the HTTP layer is given by the composition root. */
export interface Server {
  readonly infobases: {
    readonly list: () => Promise<readonly InfobaseView[]>;
    /** Undefined when there is none of this name. */
    readonly open: (name: string) => Promise<OpenInfobase | undefined>;
  };
  readonly jobs: JobChannel;
  readonly log: Logger;
  readonly clock: Clock;
  readonly random: Random;
  /** 'https://erp.example.org' when the server stands behind a proxy; cookies are then made for TLS. */
  readonly origin?: string;
  /** The built workspace; absent, the server answers the API only. */
  readonly studio?: StaticFiles;
  /** The page that reads the API's description. */
  readonly reader: StaticFiles;
  /** Folder for bodies that are kept while they are read. */
  readonly spoolFolder: string;
  /** Development only: turns the token of a one-time link into a session token. */
  readonly enter?: (surroundings: Surroundings, token: string) => Promise<string | undefined>;
  /** Aborted when the server stops: long answers end. */
  readonly stopping: AbortSignal;
}

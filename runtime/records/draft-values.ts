import type { Draft } from '../http/contract.ts';

/** What a draft holds, before it is shown. */
export type DraftValues = Pick<Draft, 'values' | 'sections'>;

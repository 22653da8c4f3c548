import { quoteIdentifier, quoteLiteral } from '../storage/quoting.ts';
import type { RegisterLayout } from './register-layout.ts';

/** SQL for the key of the advisory lock between postings into a register (shared) and its builder of checkpoints (alone). */
export function checkpointLock(layout: RegisterLayout): string {
  return `${quoteLiteral(quoteIdentifier(layout.movements))}::regclass::oid::bigint`;
}

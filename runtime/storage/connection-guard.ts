import type { ISql, TransactionSql } from 'postgres';

/** A transaction's connection, watched. */
export interface GuardedConnection {
  /** Speaks like the driver's own, but refuses once the connection is gone. */
  readonly sql: ISql;
  /** The error by which the connection was lost, if it was. */
  readonly loss: () => Error | undefined;
}

/** What a statement of the driver looks like inside (postgres 3.4.9, src/query.js): lazy, run by its handler. */
interface Statement {
  handler: (statement: Statement) => unknown;
  reject: (error: Error) => unknown;
}

/** Codes of the driver and of the operating system for a connection that cannot be had or was lost. */
const lossCodes: ReadonlySet<string> = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'ETIMEDOUT',
]);

/** Whether an error says that the connection to the database is gone or cannot be made. */
export function isConnectionLoss(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && lossCodes.has(error.code);
}

/**
 * The driver writes to a connection without looking whether it still has one, which ends the whole process. Statements
 * of a transaction go through this guard, which refuses them from the moment the first one reports the loss.
 */
export function guardConnection(sql: TransactionSql): GuardedConnection {
  let loss: Error | undefined;
  const watched = <Result>(made: Result): Result => {
    if (!isStatement(made)) return made;
    const { handler, reject } = made;
    made.reject = error => {
      if (isConnectionLoss(error)) loss ??= error;
      return reject(error);
    };
    made.handler = statement => (loss === undefined ? handler(statement) : reject(loss));
    return made;
  };
  const guarded = new Proxy(sql, {
    apply: (target, self, args) => watched(Reflect.apply(target, self, args)),
    get: (target, name) =>
      name === 'unsafe'
        ? (...args: Parameters<TransactionSql['unsafe']>) => watched(target.unsafe(...args))
        : Reflect.get(target, name),
  });
  return { sql: guarded, loss: () => loss };
}

function isStatement(made: unknown): made is Statement {
  return made instanceof Promise && 'handler' in made && 'reject' in made;
}

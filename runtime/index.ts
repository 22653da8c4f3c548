/** The door of the runtime: the shapes of its HTTP contract. Everything else in this folder is its own affair. */
export type * from './http/contract.ts';

import type { MetadataObject } from '../kinds/metadata-object.ts';
import { didYouMean } from '../problems/closest.ts';
import { knownObjects, objectNamed } from './check-path.ts';
import { type Checker, report } from './checker.ts';
import type { Words } from './describe-type.ts';
import type { StoredNode } from './expression.ts';
import { booleanType, referenceType } from './expression-type.ts';
import type { SyntaxNode } from './parse-expression.ts';

/** `option(PurchaseDeals)` or `allowed(Warehouse)`; undefined also when the call is another one. */
export function checkStored(
  checker: Checker,
  syntax: SyntaxNode & { readonly op: 'call' },
  name: keyof typeof storedFunctions,
): StoredNode | undefined {
  const [called, args] = syntax.args;
  if (called !== name) return undefined;
  const { suits, expected } = storedFunctions[name];
  const object = checkObjectArgument(checker, { name, args, syntax, expected, suits });
  if (object === undefined) return undefined;
  const type = name === 'option' ? booleanType : ({ of: 'list', element: referenceType(object.path) } as const);
  return { op: 'stored', name, path: object.path, type };
}

/** The object that stands as the first argument of a function, if it suits. */
export function checkObjectArgument(checker: Checker, call: ObjectCall): MetadataObject | undefined {
  const [first] = call.args;
  const object = first && objectNamed(checker, first);
  if (object !== undefined && call.suits(object)) return object;
  const name = first === undefined ? '' : checker.text.slice(first.start, first.end);
  return report(checker, 'expression-object', {
    start: (first ?? call.syntax).start,
    function: call.name,
    name,
    expected: call.expected,
    suggestion: object === undefined ? didYouMean(name, knownObjects(checker)) : '',
  });
}

export interface ObjectCall {
  readonly name: string;
  readonly args: readonly SyntaxNode[];
  readonly syntax: SyntaxNode;
  readonly expected: Words;
  readonly suits: (object: MetadataObject) => boolean;
}

const storedFunctions = {
  option: {
    suits: (object: MetadataObject) => object.functionalOption !== undefined,
    expected: { en: 'a functional option', ru: 'функциональная опция' },
  },
  allowed: {
    suits: (object: MetadataObject) => object.entity !== undefined,
    expected: { en: 'a catalog or a document', ru: 'справочник или документ' },
  },
} as const;

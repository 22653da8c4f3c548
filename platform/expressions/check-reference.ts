import { checkObjectArgument } from './check-stored.ts';
import { type Call, type Checker, report } from './checker.ts';
import type { ExpressionNode } from './expression.ts';
import { referenceType } from './expression-type.ts';

/** `reference(Warehouse, '0198…')`: the record with this id, for filters that a program writes. */
export function checkReferenceLiteral(checker: Checker, { name, args, syntax }: Call): ExpressionNode | undefined {
  const object = checkObjectArgument(checker, {
    name,
    args,
    syntax,
    expected: { en: 'a catalog or a document', ru: 'справочник или документ' },
    suits: ({ entity }) => entity !== undefined,
  });
  const id = args[1];
  if (object === undefined) return undefined;
  const value = id?.op === 'value' && typeof id.args === 'string' ? id.args.toLowerCase() : '';
  if (args.length === 2 && uuid.test(value)) return { op: 'literal', type: referenceType(object.path), value };
  return report(checker, 'expression-literal', {
    start: (id ?? syntax).start,
    found: id === undefined ? '—' : checker.text.slice(id.start, id.end),
    expected: { en: 'the id of a record in quotes', ru: 'идентификатор записи в кавычках' },
  });
}

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

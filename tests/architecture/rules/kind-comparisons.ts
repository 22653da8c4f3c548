import ts from 'typescript';
import { eachNode, lineOf, type SourceFile, syntaxOf, type Violation } from '../source-file.ts';

/** The names that shared code must not know. */
export interface MetadataNames {
  readonly kinds: readonly string[];
  readonly types: readonly string[];
}

const home = /^(platform\/(kinds|types)\/|tests\/)/;

/** Kinds and value types give answers; nobody else compares their names. */
export function kindComparisons(files: readonly SourceFile[], names: MetadataNames): Violation[] {
  return files.filter(({ path }) => !home.test(path)).flatMap(file => comparisons(file, names));
}

function comparisons(file: SourceFile, names: MetadataNames): Violation[] {
  const found: Violation[] = [];
  eachNode(syntaxOf(file), node => {
    for (const [asked, name] of compared(node)) {
      const known = isKind(asked) ? names.kinds : isTypeName(asked) ? names.types : [];
      if (!known.includes(name)) continue;
      found.push({
        file: file.path,
        line: lineOf(node),
        what: `compares ${asked.getText()} with «${name}».`,
        remedy: 'Ask a capability of the object, or let the kind or value type declare the answer.',
      });
    }
  });
  return found;
}

const equality: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/** What a node compares with fixed texts: `a === 'b'`, `switch (a) { case 'b' }`, `['b', 'c'].includes(a)`. */
function compared(node: ts.Node): [ts.Expression, string][] {
  if (ts.isBinaryExpression(node) && equality.has(node.operatorToken.kind)) {
    return [...pair(node.left, node.right), ...pair(node.right, node.left)];
  }
  if (ts.isSwitchStatement(node)) {
    return node.caseBlock.clauses.flatMap(clause =>
      ts.isCaseClause(clause) ? pair(node.expression, clause.expression) : [],
    );
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression: list } = node.expression;
  const [asked] = node.arguments;
  if (name.text !== 'includes' || asked === undefined || !ts.isArrayLiteralExpression(list)) return [];
  return list.elements.flatMap(element => pair(asked, element));
}

function pair(asked: ts.Expression, literal: ts.Expression): [ts.Expression, string][] {
  return ts.isStringLiteralLike(literal) ? [[asked, literal.text]] : [];
}

function isKind(node: ts.Expression): boolean {
  return /(^|\.)kind$/.test(node.getText());
}

function isTypeName(node: ts.Expression): boolean {
  return /([tT]ype\??\.name|[tT]ypeName)$/.test(node.getText());
}

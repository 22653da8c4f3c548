import { posix } from 'node:path';
import ts from 'typescript';
import { eachNode, lineOf, type SourceFile, syntaxOf } from './source-file.ts';

/** One import, re-export, dynamic import, or address of a file that another process is started from. */
export interface Import {
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  /** Path of the imported file from the root; undefined for what npm or Node provides. */
  readonly file?: string;
  readonly typeOnly: boolean;
  /** The file is only started, as a process of its own. */
  readonly started: boolean;
  /** Loaded only when it is needed, long after the importing file itself. */
  readonly lazy: boolean;
}

/** The doors other folders are entered by. */
export const doors: Readonly<Record<string, string>> = {
  '#platform': 'platform/index.ts',
  '#runtime': 'runtime/index.ts',
  '#sandboxes': 'sandboxes/index.ts',
};

/** Every import of a file in the order it stands there. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  eachNode(syntaxOf(file), node => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return;
    const text = addressOf(node) === undefined ? specifier.text : asRelative(specifier.text);
    const target = resolved(file.path, text);
    found.push({
      from: file.path,
      line: lineOf(node),
      specifier: text,
      ...(target === undefined ? {} : { file: target }),
      typeOnly: isTypeOnly(node),
      started: addressOf(node) !== undefined,
      lazy: ts.isCallExpression(node),
    });
  });
  return [...found, ...inMarkup(file)];
}

/** Components that a component's markup brings in when it needs them. */
function inMarkup({ path, text }: SourceFile): Import[] {
  if (!path.endsWith('.svelte')) return [];
  return [...text.matchAll(/\{#await import\('([^']+)'\)/g)].flatMap(({ 1: specifier = '', index }) => {
    const file = resolved(path, specifier);
    const line = text.slice(0, index).split('\n').length;
    return file === undefined
      ? []
      : [{ from: path, line, specifier, file, typeOnly: false, started: false, lazy: true }];
  });
}

function asRelative(path: string): string {
  return path.startsWith('.') ? path : `./${path}`;
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
    return asLiteral(node.moduleSpecifier);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return asLiteral(node.argument.literal);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return asLiteral(node.arguments[0]);
  const address = addressOf(node);
  return address?.text.endsWith('.ts') === true ? address : undefined;
}

/** `new URL('./worker.ts', import.meta.url)` or `join(import.meta.dirname, 'worker.ts')` */
function addressOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
  const [first, second] = node.arguments ?? [];
  const name = node.expression.getText();
  if (name === 'URL' && /import\.meta/.test(second?.getText() ?? '')) return asLiteral(first);
  return name === 'join' && first?.getText() === 'import.meta.dirname' ? asLiteral(second) : undefined;
}

function asLiteral(node: ts.Node | undefined): ts.StringLiteralLike | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function resolved(from: string, specifier: string): string | undefined {
  const door = doors[specifier];
  if (door !== undefined) return door;
  if (specifier.startsWith('$lib/')) return `studio/lib/${specifier.slice('$lib/'.length)}`;
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : undefined;
}

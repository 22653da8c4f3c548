import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A source file by its path from the repository's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One breach of a rule. */
export interface Violation {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
}

export const root = join(import.meta.dirname, '../..');

/** Files of the repository as they are in the work tree, new ones included, ignored ones not. */
export function repositoryFiles(pattern: RegExp): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const paths = [...new Set(listed.split('\n'))].filter(path => pattern.test(path) && existsSync(join(root, path)));
  return paths.sort().map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Everything written in TypeScript, Svelte components included. */
export function codeFiles(): SourceFile[] {
  return repositoryFiles(/^(platform|runtime|sandboxes|studio|configurations|tests)\/.*\.(ts|svelte)$/);
}

/** Breaches as people read them: `file:line what` and what to do about it. */
export function report(violations: readonly Violation[]): string {
  return violations.map(({ file, line, what, remedy }) => `${file}:${line} ${what}\n    ${remedy}`).join('\n');
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** The syntax tree; of a component, that of its scripts, on the lines they stand on. */
export function syntaxOf(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const text = file.path.endsWith('.svelte') ? scriptsOnly(file.text) : file.text;
  const syntax = ts.createSourceFile(file.path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  parsed.set(file, syntax);
  return syntax;
}

/** Blanks everything outside of script elements, so that positions stay what they are. */
function scriptsOnly(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  const script = /(<script[^>]*>)([\s\S]*?)(<\/script>)/g;
  let result = '';
  let end = 0;
  for (const match of text.matchAll(script)) {
    const [, opening = '', body = ''] = match;
    result += blank(text.slice(end, match.index)) + blank(opening) + body;
    end = match.index + opening.length + body.length;
  }
  return result + blank(text.slice(end));
}

/** Calls `visit` for every node, outermost first. */
export function eachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, child => eachNode(child, visit));
}

/** The line a node begins on, from 1. */
export function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

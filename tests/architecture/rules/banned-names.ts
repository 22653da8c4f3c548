import { basename } from 'node:path';
import ts from 'typescript';
import { eachNode, lineOf, type SourceFile, syntaxOf, type Violation } from '../source-file.ts';

const remedy = 'Name the thing itself: what it holds, or what it does.';

/** Words that say nothing about what a thing is. */
const emptyWords = /^(utils?|utilities|helpers?|managers?|misc|impl)$/i;
/** A folder or file that holds what is "common" holds anything; of a function the word may well be true. */
const emptyFileWords = /^(commons?|shared|stuff)$/i;

/** No file, folder, function or type is called by a word that could be on any of them. */
export function bannedNames(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(file => [...inPath(file), ...inDeclarations(file)]);
}

function inPath({ path }: SourceFile): Violation[] {
  const parts = path.replace(/\.[a-z.]+$/, '').split(/[/-]/);
  const empty = parts.filter(part => emptyWords.test(part) || emptyFileWords.test(part));
  // The command `aubade types` is called what it is called.
  const catchAll = basename(path) === 'types.ts' && !path.includes('/commands/') ? ['types'] : [];
  const deepDoor = /^index\.ts$/.test(basename(path)) && path.split('/').length > 2 ? ['index'] : [];
  return [...empty, ...catchAll, ...deepDoor].map(word => ({
    file: path,
    line: 1,
    what: `is called «${word}».`,
    remedy,
  }));
}

function inDeclarations(file: SourceFile): Violation[] {
  const found: Violation[] = [];
  eachNode(syntaxOf(file), node => {
    if (!isNamedDeclaration(node) || node.name === undefined) return;
    const name = node.name.getText();
    const empty = name.split(/(?=[A-Z])|_/).find(word => emptyWords.test(word));
    if (empty === undefined) return;
    found.push({ file: file.path, line: lineOf(node), what: `«${name}» is called «${empty}».`, remedy });
  });
  return found;
}

function isNamedDeclaration(
  node: ts.Node,
): node is ts.FunctionDeclaration | ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}

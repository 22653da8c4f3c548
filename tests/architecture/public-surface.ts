import ts from 'typescript';
import { importsOf } from './import-graph.ts';
import { eachNode, type SourceFile, syntaxOf } from './source-file.ts';

/** What a door lets out: one line per name, sorted; what it passes on whole is followed. */
export function publicSurface(door: SourceFile, files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map(file => [file.path, file]));
  const passedOn = wholeExports(door).flatMap(path => {
    const file = byPath.get(path);
    return file === undefined ? [] : publicSurface(file, files);
  });
  return [...new Set([...namedExports(door), ...passedOn])].sort();
}

function wholeExports(file: SourceFile): string[] {
  const lines = new Map(importsOf(file).map(found => [found.specifier, found.file]));
  const found: string[] = [];
  eachNode(syntaxOf(file), node => {
    if (!ts.isExportDeclaration(node) || node.exportClause !== undefined) return;
    const path = lines.get(node.moduleSpecifier?.getText().slice(1, -1) ?? '');
    if (path !== undefined) found.push(path);
  });
  return found;
}

function namedExports(file: SourceFile): string[] {
  const found: string[] = [];
  eachNode(syntaxOf(file), node => {
    if (ts.isExportSpecifier(node)) {
      const type = node.isTypeOnly || node.parent.parent.isTypeOnly;
      found.push(`${type ? 'type ' : ''}${node.name.text}`);
    }
    if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      found.push(...declaredNames(node));
    }
  });
  return found;
}

function declaredNames(node: ts.Node): string[] {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return [`type ${node.name.text}`];
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText());
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
    return node.name === undefined ? [] : [node.name.text];
  return [];
}

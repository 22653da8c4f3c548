import ts from 'typescript';
import { eachNode, lineOf, type SourceFile, syntaxOf, type Violation } from '../source-file.ts';

const sizeLimits = { fileLinesMax: 400, functionLinesMax: 70, parametersMax: 3 };

/** Sizes above the limits that were there before, by file or `file#function`. They may only fall. */
export type Ratchet = Readonly<Record<string, number>>;

interface Sized {
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly size: number;
  readonly limit: number;
  readonly unit: string;
  readonly remedy: string;
}

/** Files and functions stay small enough to read in one go, and functions take few enough arguments to remember. */
export function sizes(files: readonly SourceFile[], ratchet: Ratchet = {}): Violation[] {
  return files.flatMap(file => [fileSize(file), ...functionSizes(file)]).flatMap(sized => overLimit(sized, ratchet));
}

function overLimit({ key, file, line, size, limit, unit, remedy }: Sized, ratchet: Ratchet): Violation[] {
  const allowed = ratchet[key];
  if (size <= (allowed ?? limit)) return [];
  const before = allowed === undefined ? '' : ` and had ${allowed}`;
  return [{ file, line, what: `${key} has ${size} ${unit}; ${limit} is the most${before}.`, remedy }];
}

/** Numbers of the ratchet that are higher than they need be: what became smaller stays smaller. */
export function slackRatchet(files: readonly SourceFile[], ratchet: Ratchet): Violation[] {
  const all = new Map(files.flatMap(file => [fileSize(file), ...functionSizes(file)]).map(sized => [sized.key, sized]));
  return Object.entries(ratchet).flatMap(([key, allowed]) => {
    const { size = 0, limit = 0 } = all.get(key) ?? {};
    if (size === allowed && size > limit) return [];
    const remedy = size > limit ? `Lower the number to ${size}.` : 'Remove the entry.';
    return [
      {
        file: 'tests/architecture/ratchets/sizes.json',
        line: 1,
        what: `${key} is smaller than ${allowed} by now.`,
        remedy,
      },
    ];
  });
}

function fileSize({ path, text }: SourceFile): Sized {
  return {
    key: path,
    file: path,
    line: 1,
    size: text.trimEnd().split('\n').length,
    limit: sizeLimits.fileLinesMax,
    unit: 'lines',
    remedy: 'One idea, one file: find the second idea and give it a file of its own.',
  };
}

function functionSizes(file: SourceFile): Sized[] {
  const found: Sized[] = [];
  eachNode(syntaxOf(file), node => {
    const name = ts.isFunctionLike(node) ? nameOf(node) : undefined;
    if (!ts.isFunctionLike(node) || name === undefined || !('body' in node) || node.body === undefined) return;
    const key = `${file.path}#${name}`;
    const place = { file: file.path, line: lineOf(node) };
    const size = node.getText().split('\n').length;
    const lines = { key, ...place, size, limit: sizeLimits.functionLinesMax, unit: 'lines' };
    found.push({ ...lines, remedy: 'Give the parts names: if a block needs a title, it is a function.' });
    const parameters = { key: `${key}()`, ...place, size: node.parameters.length, limit: sizeLimits.parametersMax };
    found.push({ ...parameters, unit: 'parameters', remedy: 'Pass one object with named properties.' });
  });
  // A suite of tests is a list, not a function to be read in one go.
  return file.path.endsWith('.test.ts') ? found.filter(({ unit }) => unit === 'parameters') : found;
}

/** A function without a name is part of the one around it, and takes what its caller gives. */
function nameOf(node: ts.SignatureDeclaration): string | undefined {
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  return undefined;
}

import ts from 'typescript';
import { eachNode, lineOf, type SourceFile, syntaxOf, type Violation } from '../source-file.ts';

interface Ban {
  readonly is: (node: ts.Node) => boolean;
  /** Where it is allowed. */
  readonly except: RegExp;
  readonly what: string;
  readonly remedy: string;
}

const bans: readonly Ban[] = [
  {
    is: node => node.kind === ts.SyntaxKind.AnyKeyword,
    except: /^$/,
    what: 'says any.',
    remedy: 'Say unknown and check it, or give the type a name.',
  },
  {
    is: node => isCallOf(node, /^console\.\w+$/),
    except: /^(runtime\/command-line\/|runtime\/main\.ts|tests\/)/,
    what: 'writes to the console.',
    remedy: 'Log with the logger that is passed in; only the command line speaks to a terminal.',
  },
  {
    is: node => isCallOf(node, /^sql\.(raw|lit)$/),
    except: /^(runtime\/query\/|runtime\/records\/list-cursor\.ts|tests\/)/,
    what: 'puts text into SQL unquoted.',
    remedy:
      'Bind the value. Words of SQL itself - operators, names of types - come from fixed tables in runtime/query.',
  },
  {
    is: node =>
      isCallOf(node, /^(Math\.random|Date\.now|performance\.now|crypto\.(randomUUID|randomBytes|getRandomValues))$/),
    except: /^(runtime\/main\.ts|studio\/|tests\/)/,
    what: 'reads the clock or rolls dice by itself.',
    remedy: 'Take a Clock or a Random as an argument: only runtime/main.ts knows the real ones.',
  },
  {
    is: node => ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0,
    except: /^(runtime\/main\.ts|studio\/|tests\/)/,
    what: 'reads the clock by itself.',
    remedy: 'Take a Clock as an argument: only runtime/main.ts knows the real one.',
  },
];

/** Things that are never written, or only in the one place that is meant for them. */
export function bannedWords(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(file => [...inSyntax(file), ...inComments(file), ...inStyles(file)]);
}

function inSyntax(file: SourceFile): Violation[] {
  const active = bans.filter(({ except }) => !except.test(file.path));
  const found: Violation[] = [];
  eachNode(syntaxOf(file), node => {
    for (const { is, what, remedy } of active)
      if (is(node)) found.push({ file: file.path, line: lineOf(node), what, remedy });
  });
  return found;
}

function isCallOf(node: ts.Node, name: RegExp): boolean {
  return ts.isCallExpression(node) && name.test(node.expression.getText());
}

const unfinished = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${'X'.repeat(3)})\\b`);

function inComments({ path, text }: SourceFile): Violation[] {
  return linesMatching(text, unfinished).map(line => ({
    file: path,
    line,
    what: 'leaves something undone.',
    remedy: 'Do it, or say in a full sentence why it is as it is.',
  }));
}

/** Physical directions would be wrong for readers of Persian. */
const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;

function inStyles({ path, text }: SourceFile): Violation[] {
  const css = path.endsWith('.css') ? text : path.endsWith('.svelte') ? stylesOnly(text) : '';
  return linesMatching(css, physical).map(line => ({
    file: path,
    line,
    what: 'says left or right in CSS.',
    remedy: 'Use logical properties: margin-inline-start, inset-inline-end, text-align: start.',
  }));
}

function stylesOnly(text: string): string {
  const style = /<style[^>]*>([\s\S]*?)<\/style>/.exec(text);
  if (style === null) return '';
  return '\n'.repeat(text.slice(0, style.index).split('\n').length - 1) + style[0];
}

function linesMatching(text: string, pattern: RegExp): number[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));
}

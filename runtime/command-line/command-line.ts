import { Command, CommanderError, Option } from 'commander';
import { type Language, languages, ProblemError, type Text, textIn } from '#platform';
import { commands } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { fileProblem } from './file-problem.ts';
import { misuseText } from './misuse-text.ts';
import { openOutput } from './output.ts';
import { type Environment, readSettings, shellLanguage } from './settings.ts';
import type { Tools } from './tools.ts';

/** Runs the command that the words name and answers the exit code. `--json` and `--language` go with every command. */
export async function runCommandLine(
  words: readonly string[],
  { environment, ...given }: Omit<Tools, 'output' | 'outcome' | 'settings'> & { readonly environment: Environment },
): Promise<number> {
  const output = openOutput(chosenLanguage(words) ?? shellLanguage(environment), words.includes('--json'));
  try {
    const tools = { ...given, output, outcome: { code: exitCodes.done }, settings: readSettings(environment) };
    await program(tools).parseAsync([...words], { from: 'user' });
    return tools.outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.misuse;
    if (error instanceof ProblemError) {
      output.problems(error.problems);
      return exitCodes.problems;
    }
    const problem = fileProblem(error);
    if (problem !== undefined) {
      output.problems([problem]);
      return exitCodes.problems;
    }
    console.error(error);
    return exitCodes.failure;
  }
}

function program(tools: Tools): Command {
  const { language } = tools.output;
  const aubade = new Command('aubade').exitOverride().description(textIn(descriptions.aubade, language));
  translate(aubade, language);
  for (const add of commands) add(aubade, tools);
  for (const command of everyCommand(aubade)) {
    command.addOption(new Option('--json', textIn(descriptions.json, language)));
    command.addOption(new Option('--language <language>', textIn(descriptions.language, language)).choices(languages));
    command.helpOption('-h, --help', textIn(descriptions.help, language));
    if (command.commands.length > 0) command.helpCommand(false);
  }
  return aubade;
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function chosenLanguage(words: readonly string[]): Language | undefined {
  const index = words.findIndex(word => word === '--language' || word.startsWith('--language='));
  const name = words[index]?.split('=')[1] ?? words[index + 1];
  return index < 0 ? undefined : languages.find(language => language === name);
}

/** Commander words its headings and what it refuses in English only. */
function translate(aubade: Command, language: Language): void {
  if (language !== 'ru') return;
  const headings: Readonly<Record<string, string>> = {
    'Usage:': 'Использование:',
    'Arguments:': 'Аргументы:',
    'Options:': 'Параметры:',
    'Commands:': 'Команды:',
  };
  aubade.configureOutput({ outputError: (text, write) => write(misuseText(text, language)) });
  aubade.configureHelp({ styleTitle: title => headings[title] ?? title });
}

const descriptions = {
  aubade: {
    en: 'Aubade: business systems from metadata. Settings come from PORT, HOST, AUBADE_DATA, DATABASE_URL and AUBADE_ORIGIN.',
    ru: 'Aubade: учётные системы из метаданных. Настройки берутся из PORT, HOST, AUBADE_DATA, DATABASE_URL и AUBADE_ORIGIN.',
  },
  json: { en: 'answer in JSON, one value a line', ru: 'отвечать в JSON, по значению в строке' },
  language: { en: 'language of messages (else that of the shell)', ru: 'язык сообщений (иначе язык оболочки)' },
  help: { en: 'show this help', ru: 'показать эту справку' },
} as const satisfies Record<string, Text>;

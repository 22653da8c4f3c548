import { InvalidArgumentError } from 'commander';

type Say = (en: string, ru: string) => string;

/** Reads a date that a command is given: a day of the calendar, as 2026-01-31. */
export function dateArgument(say: Say): (text: string) => string {
  return text => {
    const moment = new Date(`${text}T00:00:00Z`);
    if (!Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text) return text;
    throw new InvalidArgumentError(say('Write a date as 2026-01-31.', 'Напишите дату в виде 2026-01-31.'));
  };
}

/** Reads the name of a file of records: what it ends in tells its format. */
export function recordFileArgument(say: Say): (text: string) => string {
  return text => {
    if (/\.(csv|jsonl)$/.test(text)) return text;
    throw new InvalidArgumentError(
      say('The name must end in .csv or .jsonl.', 'Имя должно оканчиваться на .csv или .jsonl.'),
    );
  };
}

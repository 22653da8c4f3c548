import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { textIn } from '#platform';
import type { AddCommand } from '../tools.ts';

const script = fileURLToPath(new URL('../../../tests/benchmarks/bench.ts', import.meta.url));

/** The benchmarks run in a process and on a database of their own. */
export const addBench: AddCommand = (program, { output, outcome }) => {
  const say = (en: string, ru: string) => textIn({ en, ru }, output.language);
  program
    .command('bench')
    .description(
      say('measure speed against hand-written SQL', 'измерить скорость в сравнении с написанным вручную SQL'),
    )
    .argument('[names...]', say('benchmarks or suites; without them all', 'замеры или наборы; без них — все'))
    .action(async (names: string[]) => {
      const words = [script, ...names, ...(output.isJson ? ['--json'] : [])];
      const [code] = await once(spawn(process.execPath, words, { stdio: 'inherit' }), 'exit');
      outcome.code = Number(code ?? 1);
    });
};

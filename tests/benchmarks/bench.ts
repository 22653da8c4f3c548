import { startBenchServer } from './bench-server.ts';
import type { BenchmarkPart } from './benchmark-part.ts';
import type { Measurement } from './measurement.ts';
import { balancePart } from './parts/balance.ts';
import { commitPart } from './parts/commit.ts';
import { httpPostPart } from './parts/http-post.ts';
import { listPart } from './parts/list.ts';
import { loadPart } from './parts/load.ts';
import { postPart } from './parts/post.ts';
import { repostPart } from './parts/repost.ts';

const parts: readonly BenchmarkPart[] = [
  postPart,
  httpPostPart,
  commitPart,
  repostPart,
  balancePart,
  listPart,
  loadPart,
];

/** `node tests/benchmarks/bench.ts [name or beginning of a name …] [--json]` */
const asked = process.argv.slice(2).filter(word => !word.startsWith('--'));
const json = process.argv.includes('--json');
const wants = (name: string) => asked.length === 0 || asked.some(word => name === word || name.startsWith(`${word}-`));

const chosen = parts.filter(part => part.names.some(wants));
if (chosen.length === 0) {
  process.stderr.write(`No such benchmark. There are: ${parts.flatMap(part => part.names).join(', ')}\n`);
  process.exitCode = 2;
} else {
  if (!json) printRow(['', 'ours', 'by hand', 'ratio', 'spread', 'unit']);
  await using bench = await startBenchServer();
  for (const part of chosen) await part.run({ server: bench.server, wants, report });
}

function report(measured: Measurement): void {
  const { name, ours, reference, ratio, unit, spread, rounds } = measured;
  if (json) {
    const line = { name, ours: round(ours), reference: round(reference), ratio: round(ratio), unit };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    return;
  }
  const figure = (value: number | null) => (value === null ? '–' : String(round(value)));
  printRow([name, figure(ours), figure(reference), figure(ratio), `±${Math.round(spread * 100)} % of ${rounds}`, unit]);
}

function round(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4));
}

function printRow([name = '', ...cells]: readonly string[]): void {
  process.stdout.write(`${name.padEnd(18)}${cells.map(cell => cell.padStart(14)).join('')}\n`);
}

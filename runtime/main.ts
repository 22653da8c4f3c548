import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { runCommandLine } from './command-line/command-line.ts';

const log = pino(
  { level: process.env['LOG_LEVEL'] ?? 'warn', redact: ['*.password', '*.token', '*.cookie'] },
  pino.destination(2),
);

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  log,
  clock: () => new Date(),
  random: bytes => randomBytes(bytes),
});

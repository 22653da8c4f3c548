import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '#platform';
import { type Encoding, encodingOf } from './file-encoding.ts';
import { exchangeLimits } from './limits.ts';

/** A file on disk that can be read from its start as often as needed. */
export interface ImportFile {
  readonly path: string;
  readonly encoding: Encoding;
  /** The decoded beginning, without a byte order mark. */
  readonly sample: string;
}

/** A file that was kept while it arrived, and goes away with it. */
export interface SpooledFile extends ImportFile, AsyncDisposable {
  readonly sha256: string;
}

/**
 * Keeps a stream in a file of `folder`, because a transaction that must be repeated reads it again. Refused as soon as it
 * grows beyond the limit.
 */
export async function spoolFile(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  folder: string,
  bytesMax: number = exchangeLimits.fileBytesMax,
): Promise<SpooledFile> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `import-${randomUUID()}`);
  const remove = () => rm(path, { force: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength;
      hash.update(chunk);
      done(bytes > bytesMax ? tooLarge(bytesMax) : null, chunk);
    },
  });
  try {
    await pipeline(content, measure, createWriteStream(path, { mode: 0o600 }));
    return { ...(await openImportFile(path)), sha256: hash.digest('hex'), [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A file that is on disk already; its encoding is told by its beginning. */
export async function openImportFile(path: string): Promise<ImportFile> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(
    Buffer.alloc(exchangeLimits.sampleBytes),
    0,
    exchangeLimits.sampleBytes,
    0,
  );
  const bytes = buffer.subarray(0, bytesRead);
  const encoding = encodingOf(bytes);
  return { path, encoding, sample: new TextDecoder(encoding).decode(bytes) };
}

/** The text of the file, piece by piece, without a byte order mark. */
export async function* textOf(file: ImportFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(file.encoding);
  for await (const chunk of createReadStream(file.path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function tooLarge(limit: number): ProblemError {
  return new ProblemError([{ code: 'import-too-large', parameters: { limit } }]);
}

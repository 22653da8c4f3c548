/** Encodings that files of records come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1251';

/**
 * The encoding of a text file by its beginning: a byte order mark says it; what is proper UTF-8 is UTF-8; anything else
 * is taken for Windows-1251, which is what Russian spreadsheets write.
 */
export function encodingOf(sample: Uint8Array): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  // The sample may end within a character, so its last bytes are not judged.
  const whole = sample.subarray(0, Math.max(0, sample.length - 3));
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(whole, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

/** The delimiter of a CSV file by its first line: the one that occurs most outside quotes; a comma when none does. */
export function delimiterOf(sample: string): string {
  const line = sample.replaceAll(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  const counted = [',', ';', '\t'].map(mark => ({ mark, count: line.split(mark).length - 1 }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

/** What a part measured: throughput, so more is better. `reference` and `ratio` are absent where there is nothing to compare. */
export interface Measurement {
  readonly name: string;
  readonly ours: number;
  readonly reference: number | null;
  readonly ratio: number | null;
  readonly unit: string;
  /** Half the distance between the least and the greatest ratio (or figure) of the rounds, relative to the median. */
  readonly spread: number;
  readonly rounds: number;
}

/** One side of a comparison: does its work once and answers how much per second it did. */
export type Side = () => Promise<number>;

export interface Comparison {
  readonly name: string;
  readonly unit: string;
  readonly rounds: number;
  readonly ours: Side;
  readonly reference?: Side;
}

/**
 * Runs both sides in turn, changing who goes first, after one round that is thrown away; medians over the rounds. The ratio is
 * the median of the rounds' ratios: whatever else the machine does meanwhile falls on both sides of a round.
 */
export async function compare({ name, unit, rounds, ours, reference }: Comparison): Promise<Measurement> {
  const pairs: { ours: number; reference: number | null }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = round % 2 === 0 ? await inTurn(ours, reference) : await inOtherTurn(ours, reference);
    if (round > 0) pairs.push(pair);
  }
  const mine = pairs.map(pair => pair.ours);
  const theirs = pairs.flatMap(pair => pair.reference ?? []);
  const ratios = pairs.flatMap(pair => (pair.reference === null ? [] : [pair.ours / pair.reference]));
  const compared = ratios.length > 0;
  return {
    name,
    ours: median(mine),
    reference: compared ? median(theirs) : null,
    ratio: compared ? median(ratios) : null,
    unit,
    spread: spreadOf(compared ? ratios : mine),
    rounds,
  };
}

async function inTurn(ours: Side, reference: Side | undefined) {
  const mine = await ours();
  return { ours: mine, reference: reference === undefined ? null : await reference() };
}

async function inOtherTurn(ours: Side, reference: Side | undefined) {
  const theirs = reference === undefined ? null : await reference();
  return { ours: await ours(), reference: theirs };
}

/** Runs `work` from so many clients at once for a time; answers how often per second it was done. */
export async function perSecond(clients: number, milliseconds: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let done = 0;
  const client = async () => {
    while (performance.now() - start < milliseconds) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done / ((performance.now() - start) / 1000);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function spreadOf(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / 2 / median(values);
}

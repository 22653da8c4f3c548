import type { BenchmarkPart } from '../benchmark-part.ts';
import { loadBenchmark } from '../load-configuration.ts';
import { compare } from '../measurement.ts';

/** How many times a second a configuration of 5,000 objects can be read, checked and assembled. */
export const loadPart: BenchmarkPart = {
  names: [loadBenchmark.name],
  async run({ report }) {
    const ours = async () => 1_000 / (await loadBenchmark.run());
    report(await compare({ name: loadBenchmark.name, unit: 'loads/s', rounds: 3, ours }));
  },
};

import type { Server } from '../../runtime/infobases/server.ts';
import type { Measurement } from './measurement.ts';

/** Measurements that share their preparation. */
export interface BenchmarkPart {
  readonly names: readonly string[];
  readonly run: (run: BenchmarkRun) => Promise<void>;
}

export interface BenchmarkRun {
  readonly server: Server;
  /** Whether this measurement was asked for. */
  readonly wants: (name: string) => boolean;
  readonly report: (measurement: Measurement) => void;
}

/** One question to all peers, in interleaved rounds. */
import { cpuOfTree } from '../cpu.ts';
import { askOnce, drive, type WireRequest } from '../load.ts';
import type { Running } from '../processes.ts';
import { median } from '../table.ts';

/** How many ask at once. */
export const CONNECTIONS = [1, 16, 64] as const;

export interface Contestant {
  readonly name: string;
  readonly running: Running;
  readonly request: WireRequest;
}

/** Medians of a peer at one number of connections; each round is held against `hand` of the same round. */
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds a request, of the application and of PostgreSQL. */
  readonly appCpu: number;
  readonly databaseCpu: number;
  readonly bytes: number;
  /** Ratios to `hand`; not a number where it was not measured. */
  readonly requestsRatio: number;
  readonly cpuRatio: number;
  /** Requests in relation to those of PostGraphile. */
  readonly overPostgraphile: number;
  /** CPU in relation to that of PostGraphile. */
  readonly cpuOfPostgraphile: number;
}

interface Sample {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly appCpu: number;
  readonly databaseCpu: number;
  readonly bytes: number;
}

/** Figures by peer, then by number of connections. */
export type Outcome = ReadonlyMap<string, ReadonlyMap<number, Figures>>;

export interface MeasureOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly postmaster: number;
  readonly signal: AbortSignal;
}

/** Measures the contestants. Every one is asked for a moment first, so that nobody is measured cold. */
export async function measure(contestants: readonly Contestant[], { rounds, seconds, postmaster, signal }: MeasureOptions): Promise<Outcome> {
  const samples = new Map<string, Sample[]>();
  for (const { running, request } of contestants) {
    signal.throwIfAborted();
    await drive(running.port, request, 16, Math.min(seconds, 2));
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const connections of CONNECTIONS) {
      // Each round begins with another peer: whoever comes first after a pause has no advantage.
      for (let i = 0; i < contestants.length; i += 1) {
        const contestant = contestants[(i + round) % contestants.length]!;
        signal.throwIfAborted();
        const key = `${contestant.name} ${connections}`;
        samples.set(key, [...(samples.get(key) ?? []), await sample(contestant, connections, seconds, postmaster)]);
      }
    }
  }
  const of = (name: string, connections: number): readonly Sample[] => samples.get(`${name} ${connections}`) ?? [];
  return new Map(contestants.map(({ name }) => [name, new Map(CONNECTIONS.map((connections) =>
    [connections, figures(of(name, connections), of('hand', connections), of('postgraphile', connections))]))]));
}

async function sample({ running, request }: Contestant, connections: number, seconds: number, postmaster: number): Promise<Sample> {
  const before = [cpuOfTree(running.pid), cpuOfTree(postmaster)] as const;
  const { requests, ...load } = await drive(running.port, request, connections, seconds);
  const after = [cpuOfTree(running.pid), cpuOfTree(postmaster)] as const;
  return { ...load, appCpu: (after[0] - before[0]) / requests, databaseCpu: (after[1] - before[1]) / requests };
}

const cpu = ({ appCpu, databaseCpu }: Sample): number => appCpu + databaseCpu;

function figures(own: readonly Sample[], hand: readonly Sample[], postgraphile: readonly Sample[]): Figures {
  const middle = (key: keyof Sample): number => median(own.map((sample) => sample[key]));
  const against = (others: readonly Sample[], read: (sample: Sample) => number): number =>
    others.length === own.length ? median(own.map((sample, i) => read(sample) / read(others[i]!))) : Number.NaN;
  return {
    perSecond: middle('perSecond'), p50: middle('p50'), p99: middle('p99'), appCpu: middle('appCpu'), databaseCpu: middle('databaseCpu'), bytes: middle('bytes'),
    requestsRatio: against(hand, (sample) => sample.perSecond),
    cpuRatio: against(hand, cpu),
    overPostgraphile: against(postgraphile, (sample) => sample.perSecond),
    cpuOfPostgraphile: against(postgraphile, cpu),
  };
}

/** Which contestants answer the very bytes of the first one. */
export async function sameBytes(contestants: readonly Contestant[]): Promise<ReadonlySet<string>> {
  const bodies = await Promise.all(contestants.map(({ running, request }) => askOnce(running.port, request)));
  for (const [i, body] of bodies.entries()) {
    if (body.includes('"errors":[')) throw new Error(`${contestants[i]!.name} answers errors: ${body.slice(0, 500)}`);
  }
  return new Set(contestants.filter((_, i) => bodies[i] === bodies[0]).map(({ name }) => name));
}

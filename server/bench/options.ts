/** What may follow `npm run bench --`. */
import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly bench: string | undefined;
  readonly rounds: number;
  /** How long each peer is asked at each number of connections, in each round. */
  readonly seconds: number;
  /** Letters of questions, or names of instances; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** How many people are registered. */
  readonly people: number;
  /** Names of peers; undefined for all. */
  readonly peers: readonly string[] | undefined;
}

/** Reads the command line. Throws with a sentence when it cannot be used. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: args.filter((arg) => arg !== '--'), allowPositionals: true,
    options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '3' }, only: { type: 'string' }, people: { type: 'string', default: '10000' }, peers: { type: 'string' } },
  });
  return {
    bench: positionals[0],
    rounds: positive('rounds', values.rounds), seconds: positive('seconds', values.seconds),
    people: positive('people', values.people, 100_000), only: values.only?.split(','), peers: values.peers?.split(','),
  };
}

function positive(name: string, text: string, most = 600): number {
  const number = Number(text);
  if (!(number > 0 && number <= most)) throw new Error(`--${name} takes a number above 0`);
  return number;
}

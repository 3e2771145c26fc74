/** Those who register people over HTTP: each connection sends the next registration as soon as the last one was answered. */
import { randomUUID } from 'node:crypto';
import { type Client, open, wire } from '../load.ts';
import type { Coordinator } from './product.ts';

const REGISTER = 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome people { outcome position } } }';
const MOST_TRIES = 200;

export interface Rush {
  readonly ports: readonly number[];
  readonly coordinators: readonly Coordinator[];
  /** The key of the session. */
  readonly session: string;
  readonly people: number;
  /** Connections to each process. */
  readonly connections: number;
  /** Whether what the server could not do is sent again. */
  readonly triesAgain: boolean;
}

export interface Told {
  /** Milliseconds until the answer that counts, one for each. */
  readonly times: readonly number[];
  readonly retries: number;
  /** Answers that were none: a 5xx, or no 200. */
  readonly failures: number;
}

/** Registers `people` people, each by a request of its own, from several connections to each of the processes. */
export async function registerAll({ ports, coordinators, session, people, connections, triesAgain }: Rush, signal: AbortSignal): Promise<Told> {
  const times: number[] = [];
  let [next, retries, failures] = [0, 0, 0];

  async function serve(port: number): Promise<void> {
    let client: Client | undefined;
    try {
      while (next < people && !signal.aborted) {
        const n = next;
        next += 1;
        const message = wire(requestOf(session, coordinators[n % coordinators.length]!, n));
        const begun = performance.now();
        for (let tries = 1; ; tries += 1) {
          try {
            client ??= await open(port);
            await client.ask(message);
            break;
          } catch {
            client?.close();
            client = undefined;
            if (!triesAgain || tries === MOST_TRIES) {
              failures += 1;
              break;
            }
            retries += 1;
          }
        }
        times.push(performance.now() - begun);
      }
    } finally {
      client?.close();
    }
  }

  await Promise.all(ports.flatMap((port) => Array.from({ length: connections }, () => serve(port))));
  signal.throwIfAborted();
  return { times, retries, failures };
}

function requestOf(session: string, { cookie, organisation }: Coordinator, n: number) {
  const people = [{ name: 'Somebody', email: `bench-${n}@ngo.example`, locale: 'fr' }];
  const input = { session: `TrainingSession_${session}`, organisation: `Organisation_${organisation}`, submission: randomUUID(), hasConsent: true, people };
  return { method: 'POST', path: '/graphql?locale=fr', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query: REGISTER, variables: { input } }) } as const;
}

/** Those who register people over HTTP: each connection sends the next registration as soon as the last one was answered. */
import { randomUUID } from 'node:crypto';
import { type Client, open, wire } from '../load.ts';
import type { Told } from './order.ts';
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

export interface Answers {
  /** Of those who were told something; in no order. */
  readonly told: readonly Told[];
  readonly retries: number;
  /** How many were told nothing: a 5xx, no 200, or another outcome than a place or a number on the list. */
  readonly failures: number;
}

/** Registers `people` people, each by a request of its own, from several connections to each of the processes. */
export async function registerAll({ ports, coordinators, session, people, connections, triesAgain }: Rush, signal: AbortSignal): Promise<Answers> {
  const told: Told[] = [];
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
            const position = positionIn(await client.read(message));
            told.push({ email: addressOf(n), position, asked: begun, answered: performance.now() });
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
      }
    } finally {
      client?.close();
    }
  }

  await Promise.all(ports.flatMap((port) => Array.from({ length: connections }, () => serve(port))));
  signal.throwIfAborted();
  return { told, retries, failures };
}

const addressOf = (n: number): string => `bench-${n}@ngo.example`;

interface Answer {
  readonly data?: { readonly registerParticipants: { readonly outcome: string; readonly people: readonly { readonly outcome: string; readonly position: number | null }[] } };
}

/** What somebody is told by an answer: their number on the list, null for a place. Throws at any other. */
function positionIn(text: string): number | null {
  const { outcome, people } = (JSON.parse(text) as Answer).data?.registerParticipants ?? { outcome: 'NONE', people: [] };
  const [one] = people;
  if (outcome === 'DONE' && one?.outcome === 'CONFIRMED') return null;
  if (outcome === 'DONE' && one?.outcome === 'WAITING' && one.position !== null) return one.position;
  throw new Error(`Neither a place nor a number: ${text.slice(0, 300)}`);
}

function requestOf(session: string, { cookie, organisation }: Coordinator, n: number) {
  const people = [{ name: 'Somebody', email: addressOf(n), locale: 'fr' }];
  const input = { session: `TrainingSession_${session}`, organisation: `Organisation_${organisation}`, submission: randomUUID(), hasConsent: true, people };
  return { method: 'POST', path: '/graphql?locale=fr', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query: REGISTER, variables: { input } }) } as const;
}

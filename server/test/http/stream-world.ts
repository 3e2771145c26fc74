/** A server whose streams tests open: what they ask for, and streams that end with each test. */
import { createHash } from 'node:crypto';
import { afterEach, beforeAll, expect } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { ngoOf } from '../../src/members/world.fixture.ts';
import { owner, register } from '../../src/registrations/world.fixture.ts';
import { type EventStream, subscribe as open } from './event-stream.ts';
import { type TestServer, testServer, UNLIMITED } from './harness.ts';

export const PLACES = 'subscription ($id: ID!) { sessionPlaces(id: $id) { places placesLeft } }';
export const CHANGED = 'subscription ($session: ID) { registrationsChanged(session: $session) }';
const OURS = 'subscription LivePlaces($id: ID!) { sessionPlaces(id: $id) { places placesLeft } }';
/** The hash of a trusted document that asks for the places of a session. */
export const HASH = createHash('sha256').update(OURS).digest('hex');
/** Long enough, in milliseconds, for what must not come to have come. */
export const AWHILE = 700;

type Headers = Record<string, string>;

export interface StreamWorld {
  readonly server: () => TestServer;
  /** Where the server puts its links, and what others beside it are started with. */
  readonly links: SignInLink[];
  readonly options: { readonly sendLink: (link: SignInLink) => Promise<void>; readonly signInLimits: typeof UNLIMITED; readonly documents: Readonly<Record<string, string>> };
  /** Runs a statement as the owner. */
  readonly sql: <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;
  /** Has a stream end with the test. */
  readonly kept: (stream: EventStream) => EventStream;
  readonly subscribe: (query: string, variables: object, headers?: Headers, of?: TestServer) => Promise<EventStream>;
  /** Looks at the places of a session, by its key. */
  readonly places: (session: string, headers?: Headers, of?: TestServer) => Promise<EventStream>;
  /** Registers somebody new for a session; gives their address. */
  readonly registerOne: (session: string, headers: Headers) => Promise<string>;
}

export const idIn = (session: string): string => `TrainingSession_${session}`;

/** How many places were told to be left, each time. */
export const left = (stream: EventStream): unknown[] => stream.told.map(({ data }) => (data?.sessionPlaces as { placesLeft: number } | null)?.placesLeft);

/** A server for a whole test file, which looks five times a second at whether its streams may go on. */
export function streamWorld(): StreamWorld {
  const links: SignInLink[] = [];
  const options = { sendLink: async (link: SignInLink): Promise<void> => void links.push(link), signInLimits: UNLIMITED, documents: { [HASH]: OURS } };
  const server = testServer({ ...options, live: { checkEvery: 200 } });
  const streams: EventStream[] = [];
  let ngo: string;
  let n = 0;

  beforeAll(async () => {
    ngo = await ngoOf(server(), 'RS');
  });
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });

  const kept = (stream: EventStream): EventStream => {
    streams.push(stream);
    return stream;
  };
  const subscribe: StreamWorld['subscribe'] = async (query, variables, headers = {}, of = server()) => kept(await open(of, query, variables, headers));

  async function registerOne(session: string, headers: Headers): Promise<string> {
    const email = `streamed${(n += 1)}@ngo.example`;
    const answer = await register(server(), headers, { session, organisation: ngo, people: [{ email }] });
    expect(answer.errors).toBeUndefined();
    return email;
  }

  return {
    server, links, options, kept, subscribe, registerOne,
    sql: (text, values = []) => owner(server(), text, values),
    places: (session, headers, of) => subscribe(PLACES, { id: idIn(session) }, headers, of),
  };
}

/** What the tests of those who were registered twice share: two participants by new addresses, and what is done with them by the API. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach } from 'vitest';
import { type Answer, ask, type TestServer, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { addSession, mailsTo, owner, register } from './world.fixture.ts';

/** Two participants by their keys, and their addresses: of the one to keep first. */
export interface Two {
  readonly kept: string;
  readonly gone: string;
  readonly emails: readonly [string, string];
}

interface Entering {
  readonly name?: string;
  readonly locale?: string;
  readonly role?: keyof Headers;
}

interface Merging {
  readonly takes?: readonly string[];
  readonly key?: string;
  readonly role?: keyof Headers;
}

export interface Doubles {
  readonly server: () => TestServer;
  /** The links by which people sign in, the last one last. */
  readonly links: SignInLink[];
  readonly headers: () => Headers;
  /** The organisation for which people are registered, by its slug. */
  readonly ngo: () => string;
  readonly sql: <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;
  /** A session that overlaps with no other. */
  readonly nextSession: (places?: number) => Promise<string>;
  /** In how many days the next session begins: each time one more. */
  readonly nextDay: () => number;
  /** Addresses that nobody has, of these beginnings. */
  readonly addresses: (...beginnings: readonly [string, string]) => readonly [string, string];
  readonly enter: (session: string, email: string, entering?: Entering) => Promise<Answer>;
  /** The participant that an address of the organisation leads to. */
  readonly whoIs: (email: string) => Promise<string>;
  /** Two participants of the organisation, registered for that session, or for one of their own each. */
  readonly two: (session?: string) => Promise<Two>;
  /** Makes two one: what came of it, or the code of the error. */
  readonly merge: (kept: string, gone: string, merging?: Merging) => Promise<string>;
  /** Says that they are two, the same way. */
  readonly separate: (first: string, second: string, role?: keyof Headers) => Promise<string>;
  /** The templates of the mails to an address, the first first. */
  readonly templates: (email: string) => Promise<string[]>;
  /** Opens an account at an address: its key. */
  readonly account: (email: string) => Promise<string>;
}

/** Starts a server for the tests of a file, in which everybody is signed in; no mail is there when a test begins. */
export function doublesWorld(): Doubles {
  const links: SignInLink[] = [];
  const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
  let headers: Headers;
  let ngo: string;
  let [days, n] = [30, 0];
  const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
  const outcomeOf = (answer: Answer, name: string): string => answer.code ?? (answer.data![name] as { outcome: string }).outcome;
  const idOf = (participant: string): string => `Participant_${participant}`;

  beforeAll(async () => {
    headers = await signEverybodyIn(server());
    ngo = await ngoOf(server(), 'RS');
  });
  beforeEach(() => sql('delete from mail'));

  const world: Doubles = {
    server, links, sql, headers: () => headers, ngo: () => ngo,
    nextDay: () => (days += 1),
    nextSession: (places = 9) => addSession(server(), { places, inDays: (days += 1) }),
    addresses(first, second) {
      n += 1;
      return [`${first}${n}@ngo.example`, `${second}${n}@ngo.example`];
    },
    enter: (session, email, { name = 'Somebody', locale = 'fr', role = 'ngoCoordinator' } = {}) => register(server(), headers[role], { session, organisation: ngo, people: [{ email, name, locale }] }),
    whoIs: async (email) => (await sql<{ id: string }>('select coalesce(merged_into_uuid, uuid) as id from participant where email = ? and organisation_slug = ?', [email, ngo]))[0]!.id,
    async two(session) {
      const emails = world.addresses('kept', 'gone');
      for (const [i, email] of emails.entries()) await world.enter(session ?? await world.nextSession(), email, { locale: (['fr', 'uk'] as const)[i]! });
      return { kept: await world.whoIs(emails[0]), gone: await world.whoIs(emails[1]), emails };
    },
    async merge(kept, gone, { takes = [], key = randomUUID(), role = 'adviser' } = {}) {
      const input = { key, kept: idOf(kept), gone: idOf(gone), takes };
      return outcomeOf(await ask(server(), 'mutation ($input: MergeParticipantsInput!) { mergeParticipants(input: $input) { outcome } }', { input }, headers[role]), 'mergeParticipants');
    },
    async separate(first, second, role = 'adviser') {
      const both = { first: idOf(first), second: idOf(second) };
      return outcomeOf(await ask(server(), 'mutation ($first: ID!, $second: ID!) { separateParticipants(first: $first, second: $second) { outcome } }', both, headers[role]), 'separateParticipants');
    },
    templates: async (email) => (await mailsTo(server(), email)).map(({ template }) => template),
    account: async (email) => (await sql<{ id: string }>(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'E', ?, now(), now()) returning id`, [email]))[0]!.id,
  };
  return world;
}

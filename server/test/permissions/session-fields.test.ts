/** Every type about sessions and those who take part × every role, by every path: whoever is not meant to see a row is answered as if there were none. */
import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isLeafType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { createSchema } from '../../src/schema.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { type Expectation, FIELDS } from './expectations.ts';
import { type Headers, type Role, ROLES, signEverybodyIn } from './roles.ts';
import { SESSION_ROWS } from './session-rows.ts';
import { makeRows } from './session-world.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const NOBODY = '00000000-0000-0000-0000-000000000000';
let headers: Headers;
let schema: GraphQLSchema;
/** The keys of the sessions that were made here. */
let sessions: readonly string[];
let certificate: { readonly named: string; readonly unnamed: string };

beforeAll(async () => {
  schema = await createSchema();
  headers = await signEverybodyIn(server(), links);
  ({ sessions, certificate } = await makeRows(server(), headers));
});

const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values);
const idsOf = async (rows: string): Promise<string[]> => [...new Set((await sql<{ id: string }>(rows)).map(({ id }) => id))].sort();
const due = (type: string, role: Role): string => `${SESSION_ROWS[type]!.rows} and ${SESSION_ROWS[type]!.to(role)}`;
const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

/** The fields of a type, as a selection: of what is below them the name of the type. */
function selectionOf(type: string): string {
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields());
  return fields.map(({ name, type: of }) => (isLeafType(getNamedType(of)) ? name : `${name} { __typename }`)).join(' ');
}

test('of each type every field is expected to be open to the same: to those whose rows they are, or to all who see the session', () => {
  const expected: Readonly<Record<string, Expectation>> = { TrainingSession: 'ANYBODY', SessionDocument: 'ANYBODY' };
  const below = Object.keys(FIELDS.TrainingSession!).filter((field) => FIELDS.TrainingSession![field] === 'THEIRS');
  expect(below.sort()).toEqual(['attendance', 'attendees', 'evaluation', 'placeCounts', 'questions', 'quotas', 'venue']);
  for (const type of Object.keys(SESSION_ROWS).filter((name) => name in FIELDS && name !== 'TrainingSession')) expect([type, new Set(Object.values(FIELDS[type]!))]).toEqual([type, new Set([expected[type] ?? 'THEIRS'])]);
});

/** What a role finds of the sessions made here, by way of each of them, and by way of its registrations. */
async function found(role: Role): Promise<Readonly<Record<string, readonly string[]>>> {
  const seen: Record<string, Set<string>> = Object.fromEntries(Object.keys(SESSION_ROWS).map((type) => [type, new Set<string>()]));
  for (const session of sessions) {
    const { data, errors } = await ask(server(), `query ($id: ID!, $session: ID!) {
      trainingSession(id: $id) { id quotas { id } documents { id } questions { id answers { text needsText } } evaluation { state results { question } } attendees(first: 100) { totalCount nodes { ...attendee } } }
      registrations(first: 100, filter: { session: $session }) { totalCount nodes { id participant { id } answers { text needsText } attendee { ...attendee } } } }
      fragment attendee on Attendee { id presences { day } certificates { id } }`, { id: `TrainingSession_${session}`, session: `TrainingSession_${session}` }, headers[role]);
    expect(errors).toBeUndefined();
    note(seen, session, data as unknown as Found);
  }
  return Object.fromEntries(Object.entries(seen).map(([type, ids]) => [type, [...ids].sort()]));
}

interface Held { readonly id: string }
interface Answered { readonly answers: readonly { readonly text: string | null; readonly needsText: string | null }[] }
type Attendee = Held & { readonly presences: readonly { readonly day: string }[]; readonly certificates: readonly Held[] };
interface Page<T> { readonly totalCount: number; readonly nodes: readonly T[] }
interface Found {
  readonly trainingSession: (Held & { readonly quotas: readonly Held[]; readonly documents: readonly Held[]; readonly questions: readonly (Held & Answered)[]; readonly attendees: Page<Attendee>; readonly evaluation: { readonly results: readonly { readonly question: string }[] } | null }) | null;
  readonly registrations: Page<Held & Answered & { readonly participant: Held | null; readonly attendee: Attendee | null }>;
}

function note(seen: Record<string, Set<string>>, key: string, { trainingSession: session, registrations }: Found): void {
  const add = (type: string, ...ids: readonly string[]): void => ids.forEach((id) => seen[type]!.add(id));
  const addAll = (type: string, held: readonly Held[]): void => add(type, ...held.map(({ id }) => bare(id)));
  const texts = (all: readonly Answered[]): string[] => all.flatMap(({ answers }) => answers.flatMap(({ text, needsText }) => text ?? needsText ?? []));
  const people = [...(session?.attendees.nodes ?? []), ...registrations.nodes.flatMap(({ attendee }) => attendee ?? [])];
  addAll('Attendee', people);
  for (const { id, presences, certificates } of people) {
    add('Presence', ...presences.map(({ day }) => `${bare(id)} ${day}`));
    addAll('Certificate', certificates);
  }
  expect(registrations.totalCount).toBe(registrations.nodes.length);
  addAll('Registration', registrations.nodes);
  addAll('Participant', registrations.nodes.flatMap(({ participant }) => participant ?? []));
  add('RegistrationAnswer', ...texts([...registrations.nodes, ...(session?.questions ?? [])]));
  if (!session) return;
  expect(session.attendees.totalCount).toBe(session.attendees.nodes.length);
  addAll('TrainingSession', [session]);
  addAll('SessionQuota', session.quotas);
  addAll('SessionDocument', session.documents);
  addAll('FormQuestion', session.questions);
  if (session.evaluation) add('SessionEvaluation', key);
  add('EvaluationResult', ...(session.evaluation?.results ?? []).map(({ question }) => `${key} ${question}`));
}

describe.each(ROLES)('%s', (role) => {
  test.each(Object.entries(SESSION_ROWS).filter(([, { hasId }]) => hasId))('by its id sees a %s with all its fields, or nothing at all', async (type, { rows }) => {
    const document = `query ($id: ID!) { node(id: $id) { ... on ${type} { ${selectionOf(type)} } } }`;
    const node = (id: string) => ask(server(), document, { id: `${type}_${id}` }, headers[role]);
    const isHere = `session = any(string_to_array('${sessions.join(' ')}', ' ')::uuid[])`;
    const open = await idsOf(`select * from (${due(type, role)}) x where ${isHere}`);
    const closed = (await idsOf(`select * from (${rows}) x where ${isHere}`)).filter((id) => !open.includes(id));
    expect(open.length + closed.length).toBeGreaterThan(0);
    const absent = await node(NOBODY);
    expect(absent.data).toEqual({ node: null });
    await Promise.all(closed.map(async (id) => expect([id, (await node(id)).text]).toEqual([id, absent.text])));
    const fields = Object.keys((schema.getType(type) as GraphQLObjectType).getFields()).length;
    await Promise.all(open.map(async (id) => {
      const { data, errors } = await node(id);
      expect([id, errors, Object.keys((data!.node as object | null) ?? {}).length]).toEqual([id, undefined, fields]);
    }));
  });

  test.each(Object.entries(SESSION_ROWS).filter(([, { list }]) => list))('lists and counts every %s that is theirs to see, and no other', async (type, { list }) => {
    const open = await idsOf(due(type, role));
    const { data, errors } = await ask(server(), `{ found: ${list} { totalCount nodes { id } } }`, {}, headers[role]);
    expect(errors).toBeUndefined();
    const { totalCount, nodes } = data!.found as Page<Held>;
    expect(totalCount).toBe(open.length);
    expect(nodes.map(({ id }) => bare(id)).filter((id) => !open.includes(id))).toEqual([]);
  });

  test('finds by way of each session, its form, its people and its registrations what is theirs to see, and no more', async () => {
    const seen = await found(role);
    for (const type of Object.keys(SESSION_ROWS).filter((name) => name !== 'TrainingRecordEntry')) {
      const open = await idsOf(`select * from (${due(type, role)}) x where session = any(string_to_array('${sessions.join(' ')}', ' ')::uuid[])`);
      expect([type, seen[type]]).toEqual([type, open]);
    }
  });

  test('is told by the number of a certificate that there is one, and the name where its owner agreed', async () => {
    const verify = async (number: string): Promise<unknown> => (await ask(server(), 'query ($number: String!) { verifiedCertificate(number: $number) { name state } }', { number }, headers[role])).data!.verifiedCertificate;
    expect(await verify(certificate.named)).toEqual({ name: 'Somebody', state: 'VALID' });
    expect(await verify(certificate.unnamed)).toEqual({ name: null, state: 'VALID' });
    expect(await verify('0000000000000000')).toBeNull();
  });
});

test('each type has rows here that some see and others do not', async () => {
  for (const type of Object.keys(SESSION_ROWS)) {
    const counts = new Set<number>();
    for (const role of ROLES) counts.add((await idsOf(`select * from (${due(type, role)}) x where session = any(string_to_array('${sessions.join(' ')}', ' ')::uuid[])`)).length);
    expect([type, counts.size > 1]).toEqual([type, true]);
  }
});

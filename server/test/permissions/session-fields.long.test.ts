/** Every type about sessions and those who take part × every role, by every path: whoever is not meant to see a row is answered as if there were none. */
import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isLeafType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import type { Expectation } from './expectations.ts';
import { FIELDS } from './field-expectations.ts';
import { type Headers, ROLES, signEverybodyIn } from './roles.ts';
import { due, idsOf, ofThese, wrongTypes } from './session-found.ts';
import { SESSION_ROWS } from './session-rows.ts';
import { makeRows } from './session-world.ts';

const server = testServer({ signInLimits: UNLIMITED });
const NOBODY = '00000000-0000-0000-0000-000000000000';
let headers: Headers;
let schema: GraphQLSchema;
/** The keys of the sessions that were made here. */
let sessions: readonly string[];
let certificate: { readonly named: string; readonly unnamed: string };

beforeAll(async () => {
  schema = await createSchema();
  headers = await signEverybodyIn(server());
  ({ sessions, certificate } = await makeRows(server(), headers));
});

const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

/** The fields of a type, as a selection: of what is below them the name of the type. */
function selectionOf(type: string): string {
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields());
  return fields.map(({ name, type: of }) => (isLeafType(getNamedType(of)) ? name : `${name} { __typename }`)).join(' ');
}

test('of each type every field is expected to be open to the same: to those whose rows they are, or to all who see the session', () => {
  const expected: Readonly<Record<string, Expectation>> = { TrainingSession: 'ANYBODY', SessionDocument: 'ANYBODY' };
  const below = Object.keys(FIELDS.TrainingSession!).filter((field) => FIELDS.TrainingSession![field] === 'THEIRS');
  expect(below.sort()).toEqual(['attendance', 'attendees', 'belongsTo', 'cooperationRequests', 'evaluation', 'invitations', 'needs', 'placeCounts', 'projects', 'quotas', 'untoldTrainers', 'venue']);
  for (const type of Object.keys(SESSION_ROWS).filter((name) => name in FIELDS && name !== 'TrainingSession')) expect([type, new Set(Object.values(FIELDS[type]!))]).toEqual([type, new Set([expected[type] ?? 'THEIRS'])]);
});

describe.each(ROLES)('%s', (role) => {
  test.each(Object.entries(SESSION_ROWS).filter(([, { hasId }]) => hasId))('by its id sees a %s with all its fields, or nothing at all', async (type, { rows }) => {
    const document = `query ($id: ID!) { node(id: $id) { ... on ${type} { ${selectionOf(type)} } } }`;
    const node = (id: string) => ask(server(), document, { id: `${type}_${id}` }, headers[role]);
    const open = await idsOf(server(), `select * from (${due(type, role)}) x where ${ofThese(sessions)}`);
    const closed = (await idsOf(server(), `select * from (${rows}) x where ${ofThese(sessions)}`)).filter((id) => !open.includes(id));
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
    const open = await idsOf(server(), due(type, role));
    const { data, errors } = await ask(server(), `{ found: ${list} { totalCount nodes { id } } }`, {}, headers[role]);
    expect(errors).toBeUndefined();
    const { totalCount, nodes } = data!.found as { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
    expect(totalCount).toBe(open.length);
    expect(nodes.map(({ id }) => bare(id)).filter((id) => !open.includes(id))).toEqual([]);
  });

  test('finds by way of each session, its form, its people and its registrations what is theirs to see, and no more', async () => {
    expect(await wrongTypes(server(), headers, role, sessions)).toEqual([]);
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
    for (const role of ROLES) counts.add((await idsOf(server(), `select * from (${due(type, role)}) x where ${ofThese(sessions)}`)).length);
    expect([type, counts.size > 1]).toEqual([type, true]);
  }
});

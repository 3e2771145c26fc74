/** Who finds cooperation requests, by every path, and what the tables hold to, whatever a service forgets. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { requestOf } from './requests.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;
/** One of the post and one of an authority of Serbia, one of the post of Albania. */
let post: string;
let authority: string;
let albanian: string;

const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from cooperation_request');
  post = await requestOf(server(), headers.scac, { subject: 'Zzyzx one', text: 'Zzyzx' });
  authority = await requestOf(server(), headers.authority, { subject: 'Zzyzx two', text: 'Zzyzx', kind: 'DIRECT_HELP', criteria: [] });
  albanian = await requestOf(server(), headers.scacElsewhere, { country: 'AL', sourceLocale: 'sq', subject: 'Zzyzx three', text: 'Zzyzx', theme: 'REFERRAL', criteria: ['LIVES'] });
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const FOUND = 'totalCount nodes { id subject { text } text { text } texts { subject } history { toStatus } } edges { cursor node { id } }';
const PATHS: readonly (() => string)[] = [
  ...['', '(sort: NEWEST)', '(sort: URGENCY)', '(sort: COUNTRY)', '(sort: DUE)', '(last: 5)', '(filter: { search: "zzyzx" })', '(filter: { country: "RS" })', '(filter: { country: "AL" })', '(filter: { statuses: [SENT, CONSULTED] })', '(filter: { kind: TRAINING })'].map((way) => () => `{ cooperationRequests${way} { ${FOUND} } }`),
  ...[() => post, () => authority, () => albanian].flatMap((key) => [() => `{ cooperationRequest(id: "CooperationRequest_${key()}") { id subject { text } } }`, () => `{ node(id: "CooperationRequest_${key()}") { id ... on CooperationRequest { subject { text } texts { subject } } } }`]),
];

const SEEN: Readonly<Partial<Record<Role, string>>> = { scac: 'one two', ssi: 'one two', scacElsewhere: 'three', authority: 'two', assistant: 'one two three', adviser: 'one two three' };

/** The requests of which somebody finds anything, by any path; where they find none, whatever counts says none. */
async function found(role: Role): Promise<string> {
  let text = '';
  for (const path of PATHS) text += JSON.stringify((await ask(server(), path(), {}, headers[role])).data);
  const seen = ([['one', post], ['two', authority], ['three', albanian]] as const).filter(([name, key]) => text.includes(`Zzyzx ${name}`) || text.includes(key)).map(([name]) => name);
  if (seen.length === 0) expect(text).not.toMatch(/"totalCount":[1-9]/);
  return seen.join(' ');
}

test.each(ROLES)('%s finds those that are theirs to read, by every path', async (role) => {
  expect(await found(role)).toBe(SEEN[role] ?? '');
});

test('the rules of the tables hide them too; without them a post sees all: the control', async () => {
  for (const table of ['cooperation_request', 'cooperation_request_translation']) {
    for (const email of [PEOPLE.ngoCoordinator, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null]) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, 0]);
    expect([table, await as(PEOPLE.authority, `select from ${table}`), await as(PEOPLE.scac, `select from ${table}`), await as(PEOPLE.adviser, `select from ${table}`)]).toEqual([table, 1, 2, 3]);
    await owner(server(), `alter table ${table} disable row level security`);
    expect([table, await as(PEOPLE.scac, `select from ${table}`)]).toEqual([table, 3]);
    await owner(server(), `alter table ${table} enable row level security`);
  }
});

describe('filters and sorts', () => {
  const order = async (given: string): Promise<string> => {
    const { data } = await ask(server(), `{ cooperationRequests(${given}) { nodes { subject { text } } } }`, {}, { ...headers.adviser, 'accept-language': 'en' });
    return (data!.cooperationRequests as { nodes: { subject: { text: string } }[] }).nodes.map(({ subject }) => subject.text.slice('Zzyzx '.length)).join(' ');
  };

  test.each([
    ['filter: { theme: "REFERRAL" }', 'three'], ['filter: { kind: DIRECT_HELP }', 'two'], ['filter: { urgency: CRITICAL }', 'three'], ['filter: { statuses: [WITHDRAWN] }', ''], ['filter: { search: "ZZÝZX óne" }', 'one'], ['filter: { country: "RS" }', 'two one'],
    ['sort: NEWEST', 'three two one'], ['sort: URGENCY', 'three one two'], ['sort: COUNTRY, first: 1', 'three'],
  ])('%s gives %s', async (given, expected) => {
    expect(await order(given)).toBe(expected);
  });
});

describe('the database refuses', () => {
  const set = (email: string, what: string, key = post): Promise<number | string> => as(email, `update cooperation_request set ${what} where uuid = '${key}' returning 1`);

  test('whoever does not see it, and whatever writes anew what was sent', async () => {
    expect([await set(PEOPLE.scacElsewhere, 'version = 9'), await set(PEOPLE.authority, 'version = 9'), await as(PEOPLE.scac, `delete from cooperation_request where uuid = '${post}' returning 1`)]).toEqual([0, 0, 0]);
    for (const what of [`country_code = 'AL'`, `theme_code = 'REFERRAL'`, `kind = 'TRAINING', wished_from = '2098-11-04'`]) expect(await set(PEOPLE.scac, what)).toContain('stays as it was sent');
    expect(await as(PEOPLE.scac, `update cooperation_request_translation set subject = 'x' where request_uuid = '${post}' returning 1`)).toBe(0);
    expect(await as(PEOPLE.scac, `insert into cooperation_request_audience (request_uuid, audience_code) values ('${post}', 'NGOS') returning 1`)).toContain('row-level security');
    expect(await as(PEOPLE.adviser, `update cooperation_request_step set reason = 'x', locale = 'fr' returning 1`)).toBe(0);
  });

  test('a move that is not theirs, that leads nowhere, or that is not told', async () => {
    expect(await set(PEOPLE.adviser, `status = 'WITHDRAWN'`)).toContain('withdrawn by those who have sent it');
    expect(await set(PEOPLE.scac, `status = 'DECIDED'`)).toContain('moved by the adviser');
    expect(await set(PEOPLE.scac, `status = 'WITHDRAWN'`, authority)).toContain('withdrawn by those who have sent it');
    expect(await set(PEOPLE.adviser, `status = 'CLOSED'`)).toContain('does not go from');
    expect(await set(PEOPLE.adviser, `status = 'DECIDED', decision = 'GRANTED'`)).toContain('once its post was heard');
    for (const who of [PEOPLE.adviser, PEOPLE.scac]) expect(await set(who, `decision = 'GRANTED', met = '{MEANS}'`)).toContain('what was decided about a request stays');
    expect(await set(PEOPLE.scac, `status = 'WITHDRAWN'`)).toContain('a move of a request is told');
  });
});

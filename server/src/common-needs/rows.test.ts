/** Who finds groups of needs, by every path, and what the tables hold to, whatever a service forgets. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { accept, needsIn, sayApart } from './common-needs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;
let group: string;
let needs: string[];
let apart: string;

const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from common_need');
  await owner(server(), 'delete from need');
  needs = await needsIn(server(), headers.adviser, 'RS', 'AL', 'BA', 'BG');
  group = (await accept(server(), headers.adviser, needs.slice(0, 2), { title: 'Zzyzx group', why: 'Zzyzx' })).commonNeed!.id.slice('CommonNeed_'.length);
  await sayApart(server(), headers.adviser, needs[2]!, needs.slice(0, 2), 'Zzyzx');
  [{ uuid: apart }] = (await owner<{ uuid: string }>(server(), 'select uuid from needs_apart')) as [{ uuid: string }];
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const GROUPS = 'totalCount nodes { id title { text } why { text } texts { title } needs { id } countries { code } history { act reason } } edges { cursor node { id } }';
const PATHS: readonly (() => string)[] = [
  ...['', '(sort: NEWEST)', '(sort: TITLE)', '(last: 5)', '(filter: { search: "zzyzx" })', '(filter: { theme: "ASSISTANCE" })', '(filter: { subtheme: "SHELTER" })', '(filter: { pillar: PROTECTION })', '(filter: { audience: "POLICE" })', '(filter: { minCountries: 2 })', '(filter: { statuses: [ACCEPTED] })', '(filter: { from: "2000-01-01" })']
    .map((way) => () => `{ commonNeeds${way} { ${GROUPS} } }`),
  () => `{ node(id: "CommonNeed_${group}") { ... on CommonNeed { title { text } } } other: node(id: "NeedsApart_${apart}") { ... on NeedsApart { reason one { id } } } }`,
  () => `{ commonNeed(id: "CommonNeed_${group}") { title { text } } }`,
  () => '{ needsApart { totalCount nodes { id reason one { id } other { id } } } }',
  () => `{ needs { nodes { commonNeed { id title { text } } } } country(code: "RS") { needs { nodes { commonNeed { id title { text } } } } } }`,
  () => `{ need(id: "Need_${needs[0]}") { commonNeed { id title { text } needs { id } } } }`,
];
/** Comparing is asked for apart: what is suggested is of needs that nobody has grouped yet. */
const SUGGESTED = '{ commonNeedSuggestions { totalCount compared nodes { needs { id } countries } } }';

describe.each(ROLES)('%s', (role) => {
  const isTheirs = role === 'adviser' || role === 'assistant';

  test(`finds ${isTheirs ? 'all of them' : 'nothing of them'}, by every path`, async () => {
    let text = '';
    for (const path of PATHS) text += JSON.stringify((await ask(server(), path(), {}, headers[role])).data);
    const seen = [text.includes('Zzyzx'), text.includes(group), text.includes(apart)];
    expect(seen).toEqual(isTheirs ? [true, true, true] : [false, false, false]);
    const { data } = await ask(server(), SUGGESTED, {}, headers[role]);
    const concepts = async (key: string): Promise<unknown> => (await ask(server(), `{ commonNeedConcepts(id: "CommonNeed_${key}") }`, {}, headers[role])).data!.commonNeedConcepts;
    expect([data!.commonNeedSuggestions === null, (await concepts(group)) === null, await concepts('00000000-0000-4000-8000-00000000dead')]).toEqual([!isTheirs, !isTheirs, null]);
  });

  test('is told the same of a group that is there and of one that is not', async () => {
    if (isTheirs) return;
    const toldOf = async (key: string): Promise<string> => (await ask(server(), `mutation { closeCommonNeed(id: "CommonNeed_${key}", version: 1, reason: "R", keepsNeeds: true) { outcome commonNeed { id } } }`, {}, headers[role])).text;
    expect(await toldOf(group)).toBe(await toldOf('00000000-0000-4000-8000-00000000dead'));
  });
});

test('the rules of the tables hide them too, from posts above all; without them a post sees them: the control', async () => {
  for (const [table, count] of [['common_need', 1], ['common_need_translation', 1], ['common_need_member', 2], ['common_need_step', 1], ['needs_apart', 2]] as const) {
    for (const email of [PEOPLE.scac, PEOPLE.ssi, PEOPLE.scacElsewhere, PEOPLE.ngoCoordinator, PEOPLE.authority, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null]) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, 0]);
    expect([table, await as(PEOPLE.adviser, `select from ${table}`), await as(PEOPLE.assistant, `select from ${table}`)]).toEqual([table, count, count]);
    await owner(server(), `alter table ${table} disable row level security`);
    expect([table, await as(PEOPLE.scac, `select from ${table}`)]).toEqual([table, count]);
    await owner(server(), `alter table ${table} enable row level security`);
  }
});

describe('the database refuses', () => {
  const made = (key: string, email: string = PEOPLE.adviser): Promise<number | string> => as(email,
    `insert into common_need (uuid, source_locale, accepted_by_id, accepted_as, is_demonstration) values ('${key}', 'fr', acting_person(), 'ADVISER', true)`, `insert into common_need_translation (common_need_uuid, locale, title, why) values ('${key}', 'fr', 'T', 'W')`,
    `insert into common_need_step (common_need_uuid, position, by_id, by_role, act) values ('${key}', 1, acting_person(), 'ADVISER', 'ACCEPTED')`);
  const join = (need: string, key = group): string => `insert into common_need_member (need_uuid, common_need_uuid) values ('${need}', '${key}') returning 1`;

  test('whoever is not of the adviser’s team', async () => {
    expect(await made('00000000-0000-4000-8000-0000000000b1', PEOPLE.scac)).toContain('row-level security');
    expect(await as(PEOPLE.scac, join(needs[3]!))).toContain('row-level security');
    expect(await as(PEOPLE.scac, `update common_need set version = 9 returning 1`)).toBe(0);
    expect(await as(PEOPLE.scac, `insert into needs_apart (one_uuid, other_uuid, by_id, by_role) values (least('${needs[0]}'::uuid, '${needs[3]}'::uuid), greatest('${needs[0]}'::uuid, '${needs[3]}'::uuid), acting_person(), 'SCAC') returning 1`)).toContain('row-level security');
    expect(await as(PEOPLE.adviser, `update common_need_step set reason = 'x', locale = 'fr' returning 1`)).toBe(0);
    expect(await as(PEOPLE.adviser, `delete from common_need returning 1`)).toBe(0);
  });

  test('a group of fewer than two countries, a need in two groups, and one beside what it is apart from', async () => {
    expect(await made('00000000-0000-4000-8000-0000000000b1')).toContain('two countries at least');
    expect(await as(PEOPLE.adviser, `delete from common_need_member where need_uuid = '${needs[0]}' returning 1`)).toContain('two countries at least');
    expect(await as(PEOPLE.adviser, join(needs[0]!))).toContain('common_need_member_pkey');
    expect(await as(PEOPLE.adviser, join(needs[2]!))).toContain('apart are not grouped');
    expect(await as(PEOPLE.adviser, `insert into needs_apart (one_uuid, other_uuid, by_id, by_role) select min(need_uuid::text)::uuid, max(need_uuid::text)::uuid, acting_person(), 'ADVISER' from common_need_member returning 1`)).toContain('needs of one group are not apart');
  });

  test('what is not told, what was accepted otherwise, and whatever is done with one that is closed', async () => {
    const set = (what: string): Promise<number | string> => as(PEOPLE.adviser, `update common_need set ${what} where uuid = '${group}' returning 1`);
    expect(await set('version = 2')).toContain('is told');
    expect(await set(`status = 'CLOSED'`)).toContain('is told');
    expect(await set(`accepted_as = 'ASSISTANT'`)).toContain('stays');
    await owner(server(), `with s as (insert into common_need_step (common_need_uuid, position, by_role, act, reason, locale) values ('${group}', 2, 'ADVISER', 'CLOSED', 'R', 'fr')) update common_need set status = 'CLOSED', version = 2 where uuid = '${group}'`);
    expect(await set('version = 3')).toContain('stays as it is');
    expect(await as(PEOPLE.adviser, join(needs[3]!))).toContain('a group that is open');
  });

  test('a real need among invented ones', async () => {
    await owner(server(), 'alter table need disable trigger need_moves');
    await owner(server(), 'update need set is_demonstration = false where uuid = ?', [needs[3]]);
    await owner(server(), 'alter table need enable trigger need_moves');
    await expect(owner(server(), `insert into needs_apart (one_uuid, other_uuid, by_role) values (least('${needs[0]}'::uuid, '${needs[3]}'::uuid), greatest('${needs[0]}'::uuid, '${needs[3]}'::uuid), 'ADVISER')`)).rejects.toThrow('never compared');
  });
});

test('a real group is no invented adviser’s, by no table and not by the trail; by the trail alone it would be: the control', async () => {
  const seen = async (): Promise<(number | string)[]> => Promise.all([
    ...['common_need', 'common_need_translation', 'common_need_member', 'common_need_step'].map((table) => as(PEOPLE.adviser, `select from ${table}`)), as(PEOPLE.adviser, `select from audit_entry where subject = 'COMMON_NEED' and after = 'Zzyzx group'`),
  ]);
  expect(await seen()).toEqual([1, 1, 2, 2, 1]);
  await owner(server(), 'alter table common_need disable trigger common_need_changes');
  await owner(server(), 'update common_need set is_demonstration = false where uuid = ?', [group]);
  await owner(server(), 'alter table common_need enable trigger common_need_changes');
  expect(await seen()).toEqual([0, 0, 0, 0, 0]);
  await owner(server(), 'alter policy "audit_entry_adviser" on "audit_entry" using ((select is_adviser()))');
  expect(await seen()).toEqual([0, 0, 0, 0, 1]);
});

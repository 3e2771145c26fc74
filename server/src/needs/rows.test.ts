/** Who finds needs, by every path, and what the tables hold to, whatever a service forgets. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { move, needOf } from './needs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;
let serbian: string;
let albanian: string;

const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from need');
  serbian = await needOf(server(), headers.scac, { title: 'Zzyzx one', text: 'Zzyzx', subtheme: 'SHELTER' });
  albanian = await needOf(server(), headers.adviser, { country: 'AL', sourceLocale: 'sq', title: 'Zzyzx two', text: 'Zzyzx', theme: 'REFERRAL', furtherThemes: ['ASSISTANCE'], pillar: 'PREVENTION', criteria: ['LIVES'] });
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const NEEDS = 'totalCount nodes { id title { text } text { text } texts { title } history { toStatus } links { label } } edges { cursor node { id } }';
const PATHS: readonly (() => string)[] = [
  ...['', '(sort: NEWEST)', '(sort: URGENCY)', '(sort: COUNTRY)', '(last: 5)', '(filter: { search: "zzyzx" })', '(filter: { country: "RS" })', '(filter: { country: "AL" })', '(filter: { statuses: [SUBMITTED] })', '(filter: { from: "2000-01-01" })'].map((way) => () => `{ needs${way} { ${NEEDS} } }`),
  () => `{ node(id: "Need_${serbian}") { ... on Need { title { text } } } other: node(id: "Need_${albanian}") { ... on Need { title { text } } } }`,
  () => `{ need(id: "Need_${serbian}") { title { text } } other: need(id: "Need_${albanian}") { title { text } } }`,
  () => `{ country(code: "RS") { needs { ${NEEDS} } } countries { code needs { ${NEEDS} } } }`,
];

const COUNTRIES: Readonly<Partial<Record<Role, string>>> = { scac: 'one', ssi: 'one', scacElsewhere: 'two', assistant: 'both', adviser: 'both' };

/** The needs of which somebody finds anything, by any path; where they find none, whatever counts says none. */
async function found(role: Role): Promise<string> {
  let text = '';
  for (const path of PATHS) text += JSON.stringify((await ask(server(), path(), {}, headers[role])).data);
  const has = (key: string, title: string): boolean => text.includes(title) || text.includes(key);
  const seen = [has(serbian, 'Zzyzx one') ? 'one' : '', has(albanian, 'Zzyzx two') ? 'two' : ''].filter(Boolean);
  if (seen.length === 0) expect(text).not.toMatch(/"totalCount":[1-9]/);
  return seen.length === 2 ? 'both' : (seen[0] ?? 'none');
}

test.each(ROLES)('%s finds those that are theirs to read, by every path', async (role) => {
  expect(await found(role)).toBe(COUNTRIES[role] ?? 'none');
});

test('the rules of the tables hide them too; without them a post sees all of both: the control', async () => {
  for (const table of ['need', 'need_translation', 'need_theme', 'need_step']) {
    for (const email of [PEOPLE.ngoCoordinator, PEOPLE.authority, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null]) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, 0]);
    expect([table, await as(PEOPLE.scac, `select from ${table}`), await as(PEOPLE.adviser, `select from ${table}`)]).toEqual([table, 1, 2]);
    await owner(server(), `alter table ${table} disable row level security`);
    expect([table, await as(PEOPLE.scac, `select from ${table}`)]).toEqual([table, 2]);
    await owner(server(), `alter table ${table} enable row level security`);
  }
});

describe('filters and sorts', () => {
  const ask2 = async (given: string): Promise<unknown> => {
    const { data } = await ask(server(), `{ needs(${given}) { totalCount nodes { title { text } } } }`, {}, { ...headers.adviser, 'accept-language': 'en' });
    return (data!.needs as { nodes: { title: { text: string } }[] }).nodes.map(({ title }) => title.text.slice('Zzyzx '.length)).join(' ');
  };

  test.each([
    ['filter: { theme: "ASSISTANCE" }', 'two one'], ['filter: { theme: "REFERRAL" }', 'two'], ['filter: { subtheme: "SHELTER" }', 'one'], ['filter: { subtheme: "NATIONAL_REFERRAL" }', ''], ['filter: { pillar: PROTECTION }', 'one'], ['filter: { urgency: CRITICAL }', 'two'], ['filter: { statuses: [DECLINED] }', ''], ['filter: { search: "ZZÝZX óne" }', 'one'],
    ['filter: { until: "2020-01-01" }', ''], ['filter: { from: "2020-01-01", until: "2099-01-01" }', 'two one'], ['sort: NEWEST', 'two one'], ['sort: URGENCY', 'two one'], ['sort: COUNTRY', 'two one'], ['sort: COUNTRY, last: 1', 'one'],
  ])('%s gives %s', async (given, expected) => {
    expect(await ask2(given)).toBe(expected);
  });
});

describe('the database refuses', () => {
  const set = (email: string, what: string, key = serbian): Promise<number | string> => as(email, `update need set ${what} where uuid = '${key}' returning 1`);

  test('whoever is not of its post, or takes it elsewhere', async () => {
    expect([await set(PEOPLE.scacElsewhere, 'version = 9'), await set(PEOPLE.expert, 'version = 9'), await as(PEOPLE.scac, `delete from need where uuid = '${serbian}' returning 1`)]).toEqual([0, 0, 0]);
    expect(await set(PEOPLE.scac, `country_code = 'AL'`)).toContain('stays');
    expect(await set(PEOPLE.adviser, `theme_code = 'REFERRAL'`)).toContain('nobody else writes anew');
    expect(await as(PEOPLE.adviser, `update need_translation set title = 'x' where need_uuid = '${serbian}' and locale = 'sr-Latn' returning 1`)).toBe(0);
    expect(await as(PEOPLE.adviser, `delete from need_link where need_uuid = '${serbian}' returning 1`)).toBe(0);
    expect(await as(PEOPLE.scac, `insert into need_step (need_uuid, position, by_id, by_role, to_status) values ('${serbian}', 2, (select id from person where email = '${PEOPLE.ssi}'), 'SSI', 'SUBMITTED') returning 1`)).toContain('row-level security');
    expect(await as(PEOPLE.adviser, `update need_step set reason = 'x', locale = 'fr' returning 1`)).toBe(0);
  });

  test('a part of another theme than its own, also where the theme alone is changed; and a part once somebody looks into it', async () => {
    const other = 'need_theme_code_subtheme_code_foreign';
    expect([await set(PEOPLE.scac, `subtheme_code = 'NATIONAL_REFERRAL'`), await set(PEOPLE.scac, `theme_code = 'REFERRAL'`)]).toEqual([expect.stringContaining(other), expect.stringContaining(other)]);
    expect([await set(PEOPLE.scac, `theme_code = 'REFERRAL', subtheme_code = 'NATIONAL_REFERRAL'`), await set(PEOPLE.scac, 'subtheme_code = null')]).toEqual([1, 1]);
    expect(await set(PEOPLE.adviser, `subtheme_code = 'HOTLINE'`)).toContain('nobody else writes anew');
    await owner(server(), 'alter table need drop constraint need_theme_code_subtheme_code_foreign');
    try {
      // The control: with nothing but the service it would be so.
      expect(await set(PEOPLE.scac, `subtheme_code = 'NATIONAL_REFERRAL'`)).toBe(1);
    } finally {
      await owner(server(), 'alter table need add constraint need_theme_code_subtheme_code_foreign foreign key (theme_code, subtheme_code) references subtheme (theme_code, code)');
    }
  });

  test('a move that leads nowhere, that is not theirs, that is not told, or has no reason', async () => {
    expect(await set(PEOPLE.adviser, `status = 'ADDRESSED'`)).toContain('does not go from SUBMITTED to ADDRESSED');
    expect(await set(PEOPLE.scac, `status = 'UNDER_REVIEW'`)).toContain('moved by the adviser');
    expect(await set(PEOPLE.adviser, `status = 'WITHDRAWN'`)).toContain('withdrawn by its post');
    expect(await set(PEOPLE.adviser, `status = 'UNDER_REVIEW'`)).toContain('a move of a need is told');
    const step = (to: string, more: string): string => `insert into need_step (need_uuid, position, by_id, by_role, to_status${more === '' ? '' : ', reason, locale'}) values ('${albanian}', 9, acting_person(), 'ADVISER', '${to}'${more}) returning 1`;
    await move(server(), headers.adviser, albanian, 'UNDER_REVIEW');
    expect(await as(PEOPLE.adviser, `update need set status = 'DECLINED' where uuid = '${albanian}'`, step('DECLINED', ''))).toContain('need_step_reason');
    expect(await as(PEOPLE.scacElsewhere, `update need set theme_code = 'ASSISTANCE' where uuid = '${albanian}' returning 1`)).toContain('stays as it was written');
  });
});

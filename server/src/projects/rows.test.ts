/** Who finds projects, by every path, and what the tables hold to, whatever a service forgets. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { groupOf, needsIn } from '../common-needs/common-needs.fixture.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { save } from './projects.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;
let project: string;
let needs: string[];
let group: string;
let recommendation: string;
let session: string;

const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);
const one = async (query: string): Promise<string> => (await owner<{ id: string }>(server(), query))[0]!.id;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  for (const table of ['project', 'common_need', 'need']) await owner(server(), `delete from ${table}`);
  needs = await needsIn(server(), headers.adviser, 'RS', 'AL', 'BA');
  group = await groupOf(server(), headers.adviser, needs.slice(0, 2));
  recommendation = await one(`select slug as id from recommendation where country_code = 'RS' order by slug limit 1`);
  session = await one(`select uuid as id from training_session where ends_at <= now() and stage in ('OPEN', 'CLOSED') and is_demonstration order by uuid limit 1`);
  const expert = await one('select uuid as id from expert where is_demonstration order by uuid limit 1');
  const slug = await one(`select slug as id from organisation where country_code = 'RS' and is_published and kind = 'NGO' order by slug limit 1`);
  await owner(server(), 'update organisation set is_protected = false where slug = ?', [slug]);
  const { project: made } = await save(server(), headers.adviser, {
    title: 'Zzyzx project', purpose: 'Zzyzx', commonNeed: group, countries: ['RS', 'AL'], needs: needs.slice(0, 2).map((key) => `Need_${key}`), recommendations: [`Recommendation_${recommendation}`], partners: [`Organisation_${slug}`], experts: [`Expert_${expert}`], sessions: [`TrainingSession_${session}`],
  });
  project = made!.id.slice('Project_'.length);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const PROJECTS = 'id title { text } purpose { text } texts { title } needs { id title { text } } countries { code } history { reason } budget { label } commonNeed { id } experts { id } partners { id }';
const PATHS: readonly (() => string)[] = [
  ...['', '(sort: NEWEST)', '(sort: TITLE)', '(last: 5)', '(filter: { search: "zzyzx" })', '(filter: { country: "RS" })', '(filter: { kind: REGIONAL })', '(filter: { statuses: [PROPOSED] })'].map((way) => () => `{ projects${way} { totalCount nodes { ${PROJECTS} } edges { cursor } } }`),
  () => `{ node(id: "Project_${project}") { ... on Project { ${PROJECTS} } } }`,
  () => `{ project(id: "Project_${project}") { ${PROJECTS} } }`,
  () => `{ need(id: "Need_${needs[0]}") { projects { ${PROJECTS} } } needs { nodes { projects { id title { text } } } } country(code: "RS") { needs { nodes { projects { id title { text } } } } } }`,
  () => `{ commonNeed(id: "${group}") { projects { ${PROJECTS} } } }`,
  () => `{ recommendation(id: "Recommendation_${recommendation}") { projects { ${PROJECTS} } } }`,
  () => `{ trainingSession(id: "TrainingSession_${session}") { projects { ${PROJECTS} } } }`,
];

describe.each(ROLES)('%s', (role) => {
  const isTheirs = role === 'adviser' || role === 'assistant';

  test(`finds ${isTheirs ? 'it' : 'nothing of it'}, by every path`, async () => {
    for (const path of PATHS) {
      const { text } = await ask(server(), path(), {}, headers[role]);
      expect([path(), text.includes('Zzyzx'), text.includes(`Project_${project}`)]).toEqual([path(), isTheirs, isTheirs]);
    }
  });

  test('is told the same of a project that is there and of one that is not', async () => {
    if (isTheirs) return;
    const toldOf = async (key: string): Promise<string> => (await ask(server(), `mutation { decideProject(id: "Project_${key}", version: 1, to: SELECTED, reason: "R") { outcome project { id } } }`, {}, headers[role])).text;
    expect(await toldOf(project)).toBe(await toldOf('00000000-0000-4000-8000-00000000dead'));
  });
});

const TABLES = [['project', 1], ['project_translation', 1], ['project_country', 2], ['project_need', 2], ['project_recommendation', 1], ['project_partner', 1], ['project_expert', 1], ['project_session', 1], ['project_budget_line', 2], ['project_step', 1]] as const;

test('the rules of the tables hide it too, from posts above all; without them a post sees it: the control', async () => {
  for (const [table, count] of TABLES) {
    for (const email of [PEOPLE.scac, PEOPLE.ssi, PEOPLE.scacElsewhere, PEOPLE.ngoCoordinator, PEOPLE.authority, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null]) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, 0]);
    expect([table, await as(PEOPLE.adviser, `select from ${table}`), await as(PEOPLE.assistant, `select from ${table}`)]).toEqual([table, count, count]);
    await owner(server(), `alter table ${table} disable row level security`);
    expect([table, await as(PEOPLE.scac, `select from ${table}`)]).toEqual([table, count]);
    await owner(server(), `alter table ${table} enable row level security`);
  }
});

describe('the database refuses', () => {
  const made = (key: string, email: string = PEOPLE.adviser, ...more: string[]): Promise<number | string> => as(email,
    `insert into project (uuid, source_locale, proposed_by_id, proposed_as, is_demonstration) values ('${key}', 'fr', acting_person(), 'ADVISER', true)`, `insert into project_translation (project_uuid, locale, title, purpose) values ('${key}', 'fr', 'T', 'P')`,
    `insert into project_step (project_uuid, position, by_id, by_role, to_status) values ('${key}', 1, acting_person(), 'ADVISER', 'PROPOSED')`, ...more);
  const set = (what: string): Promise<number | string> => as(PEOPLE.adviser, `update project set ${what} where uuid = '${project}' returning 1`);

  test('whoever is not of the adviser’s team', async () => {
    expect(await made('00000000-0000-4000-8000-0000000000b1', PEOPLE.scac)).toContain('row-level security');
    expect(await as(PEOPLE.scac, `insert into project_need (project_uuid, need_uuid) values ('${project}', '${needs[2]}')`)).toContain('row-level security');
    expect(await as(PEOPLE.scac, 'update project set version = 9 returning 1')).toBe(0);
    expect(await as(PEOPLE.adviser, `update project_step set reason = 'x', locale = 'fr' returning 1`)).toBe(0);
    expect(await as(PEOPLE.adviser, 'delete from project returning 1')).toBe(0);
  });

  test('a project with no country, one that answers a need of another, a decision that is not told, and whatever was settled', async () => {
    const key = '00000000-0000-4000-8000-0000000000b1';
    expect(await made(key)).toContain('with a country');
    expect(await made(key, PEOPLE.adviser, `insert into project_country (project_uuid, country_code) values ('${key}', 'RS')`, `insert into project_need (project_uuid, need_uuid) values ('${key}', '${needs[1]}')`)).toContain('needs of its countries');
    expect(await set(`status = 'SELECTED'`)).toContain('is told');
    expect(await set(`proposed_as = 'ASSISTANT'`)).toContain('stays');
    expect(await as(PEOPLE.adviser, `insert into project_step (project_uuid, position, by_id, by_role, to_status) values ('${project}', 2, acting_person(), 'ADVISER', 'SELECTED')`)).toContain('row-level security');
  });

  test('a partner that keeps its place secret, or that nobody has published', async () => {
    const [{ slug }] = (await owner<{ slug: string }>(server(), `select slug from organisation where country_code = 'AL' and is_published and kind = 'NGO' order by slug limit 1`)) as [{ slug: string }];
    const join = (): Promise<number | string> => as(PEOPLE.adviser, `insert into project_partner (project_uuid, organisation_slug) values ('${project}', '${slug}') returning 1`);
    const is = (isProtected: boolean, isPublished: boolean): Promise<unknown> => owner(server(), 'update organisation set is_protected = ?, is_published = ? where slug = ?', [isProtected, isPublished, slug]);
    await is(true, true);
    expect(await join()).toContain('row-level security');
    await is(false, false);
    expect(await join()).toContain('row-level security');
    await is(false, true);
    expect(await join()).toBe(1);
  });
});

test('a real project is no invented adviser’s, by no table and not by the trail; by the trail alone it would be: the control', async () => {
  const seen = async (): Promise<(number | string)[]> => Promise.all([...TABLES.map(([table]) => as(PEOPLE.adviser, `select from ${table} where ${table === 'project' ? 'uuid' : 'project_uuid'} = '${project}'`)), as(PEOPLE.adviser, `select from audit_entry where subject = 'PROJECT' and part is null`)]);
  const before = await seen();
  expect(before.every((count) => Number(count) > 0)).toBe(true);
  await owner(server(), 'alter table project disable trigger project_moves');
  await owner(server(), 'update project set is_demonstration = false where uuid = ?', [project]);
  await owner(server(), 'alter table project enable trigger project_moves');
  expect(await seen()).toEqual(before.map(() => 0));
  await owner(server(), 'drop policy "audit_entry_of_projects" on "audit_entry"');
  expect((await seen()).at(-1)).toBe(1);
});

/** Which projects the objectives of a mission serve, by the API and in the table: linked where the objective is written, read in both directions by the adviser, and told to nobody else. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { needOf } from '../needs/needs.fixture.ts';
import { ormOptions } from '../orm.ts';
import { decide, projectOf } from '../projects/projects.fixture.ts';
import { createMission, editMission, keyOf, owner, told } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const ADVISERS: readonly Role[] = ['adviser', 'assistant'];
let headers: Headers;
let orm: MikroORM;
let one: string;
let other: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});
beforeEach(async () => {
  for (const table of ['mission', 'project', 'need', 'audit_entry']) await sql(`delete from ${table}`);
  one = await projectOf(server(), headers.adviser);
  other = await projectOf(server(), headers.adviser, { title: 'Autre projet' });
});

const objective = (projects: readonly string[] | undefined, key: string = randomUUID()) => ({ key, text: 'Former', recommendations: [], ...(projects && { projects }) });
const missionFor = async (projects: readonly string[], key?: string): Promise<string> => (await createMission(server(), headers.adviser, { objectives: [objective(projects, key)] })).mission!.id;

/** The projects of the objectives of a mission; null where there is none for who asks. */
async function served(id: string, role: Role = 'adviser'): Promise<unknown> {
  const { data } = await ask(server(), 'query ($id: ID!) { mission(id: $id) { objectives { projects { id } } } }', { id }, headers[role]);
  return (data!.mission as { objectives: { projects: { id: string }[] }[] } | null)?.objectives.map(({ projects }) => projects.map((project) => project.id)) ?? null;
}

/** What the page of a project, and that of a need that it answers, say of missions. */
async function toldOf(project: string, role: Role): Promise<string> {
  const missions = 'missions(first: 5) { totalCount nodes { id title { text } } edges { cursor } }';
  const { text } = await ask(server(), `query ($id: ID!) { project(id: $id) { ${missions} } node(id: $id) { ... on Project { ${missions} } } projects(first: 5) { nodes { ${missions} } } needs(first: 5) { nodes { projects { ${missions} } } } }`, { id: project }, headers[role]);
  return text;
}

describe('an objective of a mission', () => {
  test('names the projects that it serves to the adviser, and these name its mission; the last proposed first', async () => {
    const mission = await missionFor([one, other]);
    for (const role of ADVISERS) expect([await served(mission, role), (await toldOf(one, role)).includes(mission), (await toldOf(other, role)).includes(mission)]).toEqual([[[other, one]], true, true]);
    const alone = await projectOf(server(), headers.adviser, { title: 'Seul' });
    const { data } = await ask(server(), 'query ($id: ID!) { project(id: $id) { missions(first: 5) { totalCount } } }', { id: alone }, headers.adviser);
    expect(data!.project).toEqual({ missions: { totalCount: 0 } });
  });

  test('keeps them where they are not sent; what is so already is so, of two the second is told, and both journals tell of it', async () => {
    const key = randomUUID();
    const mission = await missionFor([one], key);
    const edit = async (version: number, projects: readonly string[] | undefined): Promise<string> => told(await editMission(server(), headers.adviser, mission, version, { title: 'Autre', objectives: [objective(projects, key)] }));
    expect([await edit(1, undefined), await served(mission)]).toEqual(['DONE', [[one]]]);
    expect([await edit(2, [other]), await edit(2, [other]), await edit(2, []), await served(mission)]).toEqual(['DONE', 'DONE', 'CONFLICT', [[other]]]);
    const trail = (id: string): Promise<unknown[]> => sql(`select part, before, after from audit_entry where object = ? and part in ('project', 'mission') order by at, after nulls last`, [keyOf(id)]);
    expect((await trail(mission)).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([{ part: 'project', before: keyOf(one), after: null }, { part: 'project', before: null, after: keyOf(other) }].toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))));
    expect([await trail(one), await trail(other)]).toEqual([[{ part: 'mission', before: null, after: keyOf(mission) }, { part: 'mission', before: keyOf(mission), after: null }], [{ part: 'mission', before: null, after: keyOf(mission) }]]);
  });

  test('serves none that is not there, is given up, or is named twice; one that is given up later stays', async () => {
    const mission = await missionFor([one]);
    await decide(server(), headers.adviser, one, 'GIVEN_UP', { reason: 'R' });
    await decide(server(), headers.adviser, other, 'GIVEN_UP', { reason: 'R' });
    const sent = async (projects: readonly string[]): Promise<string> => told(await createMission(server(), headers.adviser, { objectives: [objective(projects)] }));
    expect([await sent([other]), await sent([`Project_${randomUUID()}`]), await sent([one, one])]).toEqual(['INVALID PROJECTS UNKNOWN', 'INVALID PROJECTS UNKNOWN', 'INVALID PROJECTS REPEATED']);
    const [{ uuid: key }] = (await sql<{ uuid: string }>('select uuid from mission_objective')) as [{ uuid: string }];
    expect([told(await editMission(server(), headers.adviser, mission, 1, { title: 'Autre', objectives: [objective([one], key)] })), await served(mission)]).toEqual(['DONE', [[one]]]);
  });
});

describe('who does not see the mission', () => {
  test('learns of it from no page of a project or a need; with all of the rules away they would: the control', async () => {
    const need = await needOf(server(), headers.scac);
    const project = await projectOf(server(), headers.adviser, { needs: [`Need_${need}`] });
    const mission = await missionFor([project]);
    for (const role of ROLES.filter((name) => !ADVISERS.includes(name))) {
      const text = await toldOf(project, role);
      expect([role, text.includes(mission), text.includes(project), /"totalCount":[1-9]/.test(text), await served(mission, role)]).toEqual([role, false, false, false, null]);
    }
    expect(await toldOf(project, 'adviser')).toContain(mission);
  });

  test('finds no row of the link, and makes none; without its rule a post finds it: the control', async () => {
    await missionFor([one]);
    const found = (): Promise<unknown[]> => Promise.all([PEOPLE.scac, PEOPLE.authority, PEOPLE.expert, null, PEOPLE.adviser].map((email) => rowsAs(orm, server().database, email, 'select from mission_objective_project')));
    expect(await found()).toEqual([0, 0, 0, 0, 1]);
    const link = (email: string): Promise<number | string> => rowsAs(orm, server().database, email, `insert into mission_objective_project (objective_uuid, project_uuid) select uuid, '${keyOf(other)}' from mission_objective returning 1`);
    const [{ uuid }] = (await sql<{ uuid: string }>('select uuid from mission_objective')) as [{ uuid: string }];
    expect(await rowsAs(orm, server().database, PEOPLE.scac, `insert into mission_objective_project (objective_uuid, project_uuid) values ('${uuid}', '${keyOf(other)}') returning 1`)).toContain('row-level security');
    expect(await link(PEOPLE.adviser)).toBe(1);
    await sql('alter table mission_objective_project disable row level security');
    try {
      expect(await found()).toEqual([2, 2, 2, 2, 2]);
    } finally {
      await sql('alter table mission_objective_project enable row level security');
    }
  });

  test('the table links nothing to what is given up, nor what is invented to what is real; without its trigger it would: the control', async () => {
    const mission = await missionFor([]);
    const [{ uuid }] = (await sql<{ uuid: string }>('select uuid from mission_objective where mission_uuid = ?', [keyOf(mission)])) as [{ uuid: string }];
    const link = (project: string): Promise<number | string> => rowsAs(orm, server().database, PEOPLE.adviser, `insert into mission_objective_project (objective_uuid, project_uuid) values ('${uuid}', '${keyOf(project)}') returning 1`);
    await decide(server(), headers.adviser, other, 'GIVEN_UP', { reason: 'R' });
    expect(await link(other)).toContain('given up');
    const ownLink = (project: string): Promise<unknown> => sql(`insert into mission_objective_project (objective_uuid, project_uuid) values ('${uuid}', '${keyOf(project)}')`);
    await sql(`alter table project disable trigger user`);
    await sql('update project set is_demonstration = false where uuid = ?', [keyOf(one)]);
    await sql(`alter table project enable trigger user`);
    await expect(ownLink(one)).rejects.toThrow('what is invented and what is real');
    await sql('alter table mission_objective_project disable trigger mission_objective_project_made');
    try {
      await ownLink(one);
      expect(await sql('select from mission_objective_project')).toHaveLength(1);
    } finally {
      await sql('alter table mission_objective_project enable trigger mission_objective_project_made');
    }
  });
});

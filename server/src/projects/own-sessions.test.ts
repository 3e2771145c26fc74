/** To which project a session belongs: chosen by the adviser, by one value that is compared with what was read, and known to nobody else. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { chooseSessionProject, decide, projectOf } from './projects.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let orm: MikroORM;
let session: string;
let [one, other]: string[] = [];

/** From then on the transaction reads the data about who asks, and nothing else. */
const OWN_DATA = `select set_config('passerelle.purpose', 'my-data', true)`;

const bare = (id: string): string => id.slice(id.indexOf('_') + 1);
const choose = (project: string | null, was: string | null, who: Headers[keyof Headers] = headers.adviser, of = session): Promise<string> => chooseSessionProject(server(), who, of, { project, was });
const belongsTo = async (who: Headers[keyof Headers] = headers.adviser): Promise<unknown> => (await ask(server(), `{ trainingSession(id: "${session}") { belongsTo { id } } }`, {}, who)).data!.trainingSession;
const rows = (): Promise<unknown[]> => sql('select project_uuid as project from project_own_session where session_uuid = ?', [bare(session)]);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  const [row] = await sql<{ id: string }>(`select uuid as id from training_session where ends_at > now() and stage = 'OPEN' and is_demonstration and country_code = 'RS' order by uuid limit 1`);
  session = `TrainingSession_${row!.id}`;
  await sql(`update training_session_translation set cancelled_reason = 'R' where session_uuid = ?`, [row!.id]);
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});
beforeEach(async () => {
  await sql('delete from project');
  await sql(`update training_session set stage = 'OPEN', is_demonstration = true where uuid = ?`, [bare(session)]);
  [one, other] = [await projectOf(server(), headers.adviser), await projectOf(server(), headers.adviser, { title: 'Autre' })];
  await sql('delete from audit_entry');
});

describe('choosing', () => {
  test('a session that is to come belongs to one project, then to another, then to none; both tell it', async () => {
    expect(await choose(one!, null)).toBe('DONE');
    expect(await belongsTo()).toEqual({ belongsTo: { id: one } });
    expect(await choose(other!, one!, headers.assistant)).toBe('DONE');
    const { data } = await ask(server(), `{ one: project(id: "${one}") { version ownSessions { id } } other: project(id: "${other}") { version ownSessions { id } sessions { id } } }`, {}, headers.adviser);
    expect(data).toEqual({ one: { version: 1, ownSessions: [] }, other: { version: 1, ownSessions: [{ id: session }], sessions: [] } });
    expect(await choose(null, other!)).toBe('DONE');
    expect(await belongsTo()).toEqual({ belongsTo: null });
  });

  test('sent again it is so already, and nothing is told twice', async () => {
    expect([await choose(one!, null), await choose(one!, null), await choose(one!, null)]).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await sql(`select count(*)::int as n from audit_entry where part = 'own_session'`)).toEqual([{ n: 1 }]);
  });

  test('who has read less is told so, and changes nothing', async () => {
    await choose(one!, null);
    expect([await choose(other!, null, headers.assistant), await choose(null, other!, headers.assistant)]).toEqual(['CONFLICT', 'CONFLICT']);
    expect(await rows()).toEqual([{ project: bare(one!) }]);
  });

  test('at once, from the same: one of them chooses', async () => {
    const both = async (was: string | null, ...to: string[]): Promise<string[]> => (await Promise.all(to.map((project, n) => choose(project, was, n === 0 ? headers.adviser : headers.assistant)))).sort();
    const third = await projectOf(server(), headers.adviser, { title: 'Encore' });
    expect(await both(null, one!, other!)).toEqual(['CONFLICT', 'DONE']);
    const [{ project }] = (await rows()) as [{ project: string }];
    expect(await both(`Project_${project}`, project === bare(one!) ? other! : one!, third)).toEqual(['CONFLICT', 'DONE']);
    expect(await rows()).toHaveLength(1);
  });

  test('comes to none that is given up, and leaves one that is so later; nothing that was called off comes, and it may leave', async () => {
    await choose(one!, null);
    await decide(server(), headers.adviser, one!, 'GIVEN_UP', { reason: 'R' });
    await decide(server(), headers.adviser, other!, 'SELECTED');
    expect(await choose(other!, one!)).toBe('DONE');
    expect(await choose(one!, other!)).toBe('TOO_LATE');
    await sql(`update training_session set stage = 'CANCELLED' where uuid = ?`, [bare(session)]);
    expect(await choose(null, other!)).toBe('DONE');
    expect(await choose(other!, null)).toBe('TOO_LATE');
  });

  test('what is not there, and what is real beside what is invented, is told in the same way', async () => {
    const nobody = '00000000-0000-4000-8000-00000000dead';
    expect([await choose(`Project_${nobody}`, null), await choose(one!, null, headers.adviser, `TrainingSession_${nobody}`)]).toEqual(['GONE', 'GONE']);
    await sql('update training_session set is_demonstration = false where uuid = ?', [bare(session)]);
    // Where there is a demonstration, all sessions are invented.
    await sql('delete from demonstration');
    expect(await choose(one!, null)).toBe('GONE');
    await sql('insert into demonstration default values');
    expect(await choose(one!, null)).toBe('DONE');
  });

  test('the trail tells it of the project', async () => {
    await choose(one!, null);
    await choose(null, one!);
    expect(await sql(`select object, before, after from audit_entry where subject = 'PROJECT' and part = 'own_session' order by at`)).toEqual([{ object: bare(one!), before: null, after: bare(session) }, { object: bare(one!), before: bare(session), after: null }]);
  });
});

describe('nobody else', () => {
  test.each(ROLES.filter((role) => role !== 'adviser' && role !== 'assistant'))('%s learns whether there is one, or chooses', async (role) => {
    const before = [await belongsTo(headers[role]), await choose(one!, null, headers[role])];
    await choose(one!, null);
    expect([await belongsTo(headers[role]), await choose(one!, null, headers[role])]).toEqual(before);
    expect(before[0]).toEqual({ belongsTo: null });
    expect(await rows()).toEqual([{ project: bare(one!) }]);
  });

  test('finds the row, which is hidden by the table; without its rules a post finds it: the control', async () => {
    await choose(one!, null);
    const seen = async (): Promise<unknown[]> => Promise.all([PEOPLE.scac, PEOPLE.authority, null, PEOPLE.adviser].map((email) => rowsAs(orm, server().database, email, 'select from project_own_session')));
    expect(await seen()).toEqual([0, 0, 0, 1]);
    await sql('alter table project_own_session disable row level security');
    expect(await seen()).toEqual([1, 1, 1, 1]);
    await sql('alter table project_own_session enable row level security');
  });

  test('learns of it from what they have done: who throws away a draft that belongs to a project has done nothing to a project, so that the data about them say nothing of it; where the trail tells of it they have: the control', async () => {
    const discarded = async (): Promise<number> => {
      await sql('delete from audit_entry');
      const draft = await addSession(server(), { places: 5, country: 'RS', stage: 'DRAFT' });
      await sql('update training_session set is_demonstration = true where uuid = ?', [draft]);
      expect(await choose(one!, null, headers.adviser, `TrainingSession_${draft}`)).toBe('DONE');
      const { data } = await ask(server(), `mutation { discardSession(id: "TrainingSession_${draft}") { outcome } }`, {}, headers.scac);
      expect([data!.discardSession, await sql('select from project_own_session')]).toEqual([{ outcome: 'DONE' }, []]);
      expect(await rowsAs(orm, server().database, PEOPLE.scac, OWN_DATA, `select from audit_entry where subject = 'TRAINING_SESSION'`)).toBeGreaterThan(0);
      // Theirs to read are the entries of what they did, but for an invented one those of projects that they do not see.
      return (await sql(`select from audit_entry a join person p on p.id = a.by_id where a.subject = 'PROJECT' and p.email = ?`, [PEOPLE.scac])).length;
    };
    expect(await discarded()).toBe(0);
    const [told] = await sql<{ body: string }>(`select pg_get_functiondef('record_project_link()'::regprocedure) as body`);
    expect(told!.body).toContain('not is_adviser()');
    await sql(told!.body.replace('not is_adviser()', 'false'));
    expect(await discarded()).toBe(1);
    await sql(told!.body);
  });

  test('writes it: the table refuses a post, a project that is given up, a session that was called off, and what is real beside what is invented', async () => {
    const come = (email: string): Promise<number | string> => rowsAs(orm, server().database, email, `insert into project_own_session (session_uuid, project_uuid) values ('${bare(session)}', '${bare(one!)}')`);
    const wall = 'row-level security';
    expect(await come(PEOPLE.scac)).toContain(wall);
    await sql('delete from demonstration');
    for (const not of [`stage = 'CANCELLED'`, 'is_demonstration = false']) {
      await sql(`update training_session set ${not} where uuid = ?`, [bare(session)]);
      expect([not, await come(PEOPLE.adviser)]).toEqual([not, expect.stringContaining(wall)]);
      await sql(`update training_session set stage = 'OPEN', is_demonstration = true where uuid = ?`, [bare(session)]);
    }
    await sql('insert into demonstration default values');
    expect(await come(PEOPLE.adviser)).toBe(0);
    await decide(server(), headers.adviser, one!, 'GIVEN_UP', { reason: 'R' });
    expect(await come(PEOPLE.adviser)).toContain(wall);
  });
});

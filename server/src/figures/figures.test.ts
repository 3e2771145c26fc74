/** Figures of training sessions: what is counted, and of whom for whom. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, ROLES, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { heldSession, record } from '../attendance/world.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import type { TrainingFigures } from './figures.type.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let theme: string;

/** Runs a statement as the owner of the tables. */
const sql = <T = { code: string }>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const COUNTS = 'registered confirmed present people';
/** Figures of the sessions of this file: those of its time and theme. */
async function figuresOf(role: Role, args = ''): Promise<TrainingFigures | null> {
  const { data } = await ask(server(), `{ trainingFigures(from: "2019-01-01T00:00:00Z", until: "2020-01-01T00:00:00Z"${args}) {
    sessions total { ${COUNTS} } bySector { sector ${COUNTS} } byProfession { profession ${COUNTS} } byCountry { country ${COUNTS} } coverage { country theme sessions people years { year sessions } } countries themes } }`, {}, headers[role]);
  return data!.trainingFigures as TrainingFigures | null;
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  const person = (n: number): { email: string; name: string } => ({ email: `figure${n}@ngo.example`, name: `Person ${n}` });
  const held = async (country: 'RS' | 'AL', numbers: readonly number[], present: readonly number[], month: number): Promise<void> => {
    const coordinator = headers.ngoCoordinator;
    const { session, registrations } = await heldSession(server(), { country, people: numbers.map(person), organisation: await ngoOf(server(), 'RS'), coordinator });
    await record(server(), headers.adviser, ...registrations.map((registration, i) => ({ registration, state: present.includes(numbers[i]!) ? 'PRESENT' : 'ABSENT' })));
    // Long ago, with the days on which people were there.
    await sql(`update presence set day = '2019-0${month}-10' where session_uuid = ?`, [session]);
    await sql(`update training_session set starts_at = '2019-0${month}-10T08:00:00Z', ends_at = '2019-0${month}-10T15:00:00Z', time_zone = 'UTC' where uuid = ?`, [session]);
  };
  await held('RS', [1, 2, 3], [1, 2], 3);
  await held('AL', [1, 4], [1], 5);
  await sql(`update registration set state = 'REFUSED', refused_reason = 'x' where email = 'figure3@ngo.example'`);
  [{ code: theme }] = (await sql('select min(code) as code from theme')) as [{ code: string }];
});

describe('figures', () => {
  test('count registrations, places, those who were there, and different people: somebody who was there twice is one', async () => {
    const figures = await figuresOf('adviser');
    expect(figures!.sessions).toBe(2);
    expect(figures!.total).toEqual({ registered: 5, confirmed: 4, present: 3, people: 2 });
    expect(figures!.bySector).toEqual([{ sector: 'CIVIL_SOCIETY', registered: 5, confirmed: 4, present: 3, people: 2 }]);
    expect(figures!.byProfession).toEqual([{ profession: null, registered: 5, confirmed: 4, present: 3, people: 2 }]);
    expect(figures!.coverage).toEqual([{ country: 'RS', theme, sessions: 2, people: 2, years: [{ year: 2019, sessions: 2 }] }]);
  });

  test('say of which countries and themes they are, so that a gap is seen: of an embassy its own country alone', async () => {
    const all = async (role: Role, args = ''): Promise<unknown[]> => {
      const { countries, themes } = (await figuresOf(role, args))!;
      return [countries.length, themes.length, countries.includes('AL')];
    };
    const many = (await sql('select from theme')).length;
    expect([await all('adviser'), await all('scac'), await all('adviser', `, country: "AL", theme: "${theme}"`)]).toEqual([[16, many, true], [1, many, false], [1, 1, true]]);
  });

  test('count somebody once in a session, whoever registered them there and however often; in lines, under each', async () => {
    const again = (set: object): Promise<{ id: string }[]> => sql<{ id: string }>(
      `with p as (insert into participant select (jsonb_populate_record(p, jsonb_build_object('uuid', gen_random_uuid(), 'organisation_slug', coalesce(?::jsonb ->> 'organisation_slug', 'x')))).* from participant p
         where p.email = 'figure1@ngo.example' returning uuid)
       insert into registration select (jsonb_populate_record(r, ?::jsonb || jsonb_build_object('uuid', gen_random_uuid(), 'participant_uuid', p.uuid))).* from registration r, p
         where r.email = 'figure1@ngo.example' and r.session_uuid = (select session_uuid from registration where email = 'figure2@ngo.example') returning uuid as id`, [JSON.stringify(set), JSON.stringify(set)]);
    const before = await figuresOf('adviser');
    const [other] = await sql<{ slug: string }>(`select slug from organisation where kind = 'NGO' and country_code = 'RS' and slug <> ? limit 1`, [await ngoOf(server(), 'RS')]);
    const added = await again({ organisation_slug: other!.slug, sector: 'OTHER' });
    const [both, withdrawn] = [await figuresOf('adviser'), (await sql(`update registration set state = 'WITHDRAWN', ending = 'WITHDRAWN', ended_at = now(), period = null where uuid = ? returning uuid as code`, [added[0]!.id])) && await figuresOf('adviser')];
    expect([both!.total, withdrawn!.total]).toEqual([before!.total, before!.total]);
    expect(both!.bySector.map(({ sector, registered, confirmed }) => ({ sector, registered, confirmed }))).toEqual([{ sector: 'CIVIL_SOCIETY', registered: 5, confirmed: 4 }, { sector: 'OTHER', registered: 1, confirmed: 1 }]);
    await sql('delete from registration where uuid = ?', [added[0]!.id]);
  });

  test('are of all people for the adviser, of those of their country for embassies, and of nobody for others', async () => {
    const registered = async (role: Role): Promise<number | null> => (await figuresOf(role))?.total.registered ?? null;
    const expected: Partial<Record<Role, number>> = { adviser: 5, assistant: 5, scac: 5, ssi: 5, scacElsewhere: 0 };
    for (const role of ROLES) expect([role, await registered(role)]).toEqual([role, expected[role] ?? null]);
  });

  test('are of nobody else for an embassy whose people act in another role too', async () => {
    const [role] = await sql<{ id: string }>(
      `insert into member (uuid, person_id, role, country_code, organisation_slug, since) select gen_random_uuid(), p.id, 'NGO_MEMBER', 'RS', ?, current_date from person p where p.email = ? returning uuid as id`,
      [await ngoOf(server(), 'RS'), PEOPLE.scacElsewhere]);
    // They see these registrations, but not as an embassy.
    expect((await ask(server(), '{ registrations(first: 1) { totalCount } }', {}, headers.scacElsewhere)).data!.registrations).not.toEqual({ totalCount: 0 });
    expect((await figuresOf('scacElsewhere'))!.total).toEqual({ registered: 0, confirmed: 0, present: 0, people: 0 });
    await sql('delete from member where uuid = ?', [role!.id]);
  });

  test('are asked for by country, theme and time', async () => {
    expect((await figuresOf('adviser', ', country: "AL"'))!.total.registered).toBe(0);
    expect((await figuresOf('adviser', ', country: "RS"'))!.total.registered).toBe(5);
    expect((await figuresOf('adviser', ', theme: "NONE"'))!.total.registered).toBe(0);
    expect((await figuresOf('adviser', `, theme: "${theme}"`))!.total.registered).toBe(5);
    const { data } = await ask(server(), '{ trainingFigures(from: "2019-05-01T00:00:00Z", until: "2019-06-01T00:00:00Z") { total { present people } } }', {}, headers.adviser);
    expect(data!.trainingFigures).toEqual({ total: { present: 1, people: 1 } });
  });
});

test.each(['visitor', 'adviser'] as const)('a theme that is no text is refused to a %s', async (role) => {
  expect((await ask(server(), '{ trainingFigures(theme: "a\\u0000b") { sessions } }', {}, headers[role])).code).toBe('BAD_USER_INPUT');
});

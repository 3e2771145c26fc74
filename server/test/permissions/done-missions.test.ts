/**
 * The missions that an expert has been on × every role: theirs and the adviser’s, once each is closed; others’ as the expert chose, and of them what is published; in which countries and
 * which year, and nothing else.
 */
import { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Visibility } from '../../src/core/consent/index.ts';
import { transactAs } from '../../src/core/database/index.ts';
import { saveMember, stay } from '../../src/missions/team.fixture.ts';
import { keyOf, missionWith, owner } from '../../src/missions/world.fixture.ts';
import { ormOptions } from '../../src/orm.ts';
import { publish, withdraw } from '../../src/reports/world.fixture.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { CONSENT } from './field-expectations.ts';
import { ADVISERS, type Headers, OUTSIDERS, PEOPLE, type Role, ROLES, signEverybodyIn } from './roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
const LEGS = [
  { country: 'RS', city: 'belgrade', startsOn: '2026-03-09', endsOn: '2026-03-10' }, { country: 'AL', city: 'tirana', startsOn: '2026-03-11', endsOn: '2026-03-12' },
  { country: 'ME', city: 'podgorica', startsOn: '2026-03-13', endsOn: '2026-03-14' },
];
const WHOLE = [{ year: 2026, countries: [{ code: 'ME' }, { code: 'RS' }] }];
const PUBLISHED = [{ year: 2026, countries: [{ code: 'RS' }] }];
const LEVELS = Object.keys(Visibility) as Visibility[];
let headers: Headers;
let orm: MikroORM;
let expert: string;
let mission: { readonly id: string; readonly key: string };

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const isTheirs = (role: Role): boolean => ADVISERS.includes(role) || role === 'expert';

/** One in three countries, in two of which the expert comes, and one in which they would take a place. */
beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await sql('delete from mission');
  expert = (await sql<{ id: string }>(`select 'Expert_' || e.uuid as id from expert e join person p on p.id = e.person_id where p.email = ?`, [PEOPLE.expert]))[0]!.id;
  const made = await missionWith(server(), headers.adviser, LEGS, ['planMission'], { team: [], startsOn: '2026-03-08', endsOn: '2026-03-14' });
  mission = { id: made.id, key: keyOf(made.id) };
  await saveMember(server(), headers.adviser, made.id, {
    expert, kind: 'OTHER', stays: [stay(keyOf(made.legs[0]!.id), '2026-03-09T09:00', '2026-03-10T18:00'), stay(keyOf(made.legs[2]!.id), '2026-03-13T09:00', '2026-03-14T18:00')],
  });
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

/** Takes it to a stage as whoever owns the tables. */
async function move(stage: string): Promise<void> {
  if (stage === 'REPORTED') await sql(`with r as (insert into mission_report (mission_uuid, source_locale) values (?, 'fr') returning mission_uuid) insert into mission_report_translation (mission_uuid, locale, summary) select mission_uuid, 'fr', 'Fait.' from r`, [mission.key]);
  await sql('update mission set stage = ? where uuid = ?', [stage, mission.key]);
}

const choose = (level: Visibility): Promise<unknown> => sql('update expert set missions_visibility = ? where uuid = ?', [level, keyOf(expert)]);

async function doneFor(role: Role): Promise<unknown> {
  const { data } = await ask(server(), 'query ($id: ID!) { expert(id: $id) { missionsDone { year countries { code } } } }', { id: expert }, headers[role]);
  return (data!.expert as { missionsDone: unknown }).missionsDone;
}

/** What the view gives a role, asked without any reader. */
async function givenTo(role: Role): Promise<unknown> {
  const [person] = OUTSIDERS.includes(role) ? [] : await sql<{ id: string }>('select id from person where email = ?', [(PEOPLE as Readonly<Record<string, string | null>>)[role] ?? null]);
  return transactAs(orm, person?.id ?? null)(async (em) => (await em.execute<{ countries: string[] }[]>('select country_codes as countries from done_mission')).map(({ countries }) => countries.join(' ')));
}

/** Changes the view until the test is over. */
async function open(from: string | RegExp, to: string): Promise<() => Promise<unknown>> {
  const [{ is }] = (await sql<{ is: string }>(`select pg_get_viewdef('done_mission'::regclass) as is`)) as [{ is: string }];
  const changed = is.replace(from, to);
  expect(changed).not.toBe(is);
  const write = (text: string): Promise<unknown> => sql(`create or replace view done_mission with (security_barrier = true) as ${text}`);
  await write(changed);
  return () => write(is);
}

test.each(['PLANNED', 'CONSULTED', 'AGREED', 'REPORTED'])('of one that is %s nobody reads anything, whatever the expert chose', async (stage) => {
  await move(stage);
  await choose('PUBLIC');
  for (const role of ['adviser', 'expert', 'scac', 'visitor'] as const) expect([role, await givenTo(role), await doneFor(role)]).toEqual([role, [], []]);
});

describe('once it is closed', () => {
  beforeAll(async () => {
    await publish(server(), headers.adviser, mission.id, { countries: ['RS', 'AL'] });
    await move('CLOSED');
  });

  describe.each(LEVELS)('and its expert opens it to %s', (level) => {
    beforeAll(() => choose(level));

    test.each(ROLES)('%s reads the countries where they were if it is theirs to read, else those that are published if it is opened to them', async (role) => {
      const others = CONSENT[role].includes(level) ? PUBLISHED : [];
      expect(await doneFor(role)).toEqual(isTheirs(role) ? WHOLE : others);
      expect(await givenTo(role)).toEqual(isTheirs(role) ? ['ME RS'] : others.map(() => 'RS'));
    });
  });

  describe('and its expert opens it to everybody', () => {
    let mend: () => Promise<unknown> = async () => undefined;
    beforeAll(() => choose('PUBLIC'));
    afterEach(() => mend());

    test('the reader is a wall of its own: where the view gives all, others read nothing that is not published; the control', async () => {
      mend = await open(/WHERE[^;]*GROUP/, 'GROUP');
      expect(await givenTo('visitor')).toEqual(['ME RS']);
      expect([await doneFor('scac'), await doneFor('visitor')]).toEqual([[], []]);
    });

    test('the reader asks what the expert chose once more than the view; the control', async () => {
      mend = await open(/\(e\.missions_visibility = 'PUBLIC'::text\)/, '(true)');
      await choose('ADVISER');
      expect([await givenTo('visitor'), await doneFor('visitor')]).toEqual([['RS'], []]);
      await choose('PUBLIC');
      expect([await givenTo('visitor'), await doneFor('visitor')]).toEqual([['RS'], PUBLISHED]);
    });

    test('what the adviser publishes no longer is gone with the next request', async () => {
      expect(await doneFor('visitor')).toEqual(PUBLISHED);
      await withdraw(server(), headers.adviser, mission.id);
      expect([await doneFor('visitor'), await givenTo('visitor'), await doneFor('adviser'), await doneFor('expert')]).toEqual([[], [], WHOLE, WHOLE]);
    });
  });
});

/** The large set that is measured, here a hundredth of it. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { fillDatabase } from '../prepare.ts';
import { type DemonstrationSize, fillDemonstration, LARGE, removeDemonstration } from './index.ts';

/** In milliseconds: thousands of rows are written, beside all else that a machine does. */
const PATIENCE = 180_000;
const TODAY = new Date('2027-03-01T00:00:00Z');
const HUNDREDTH: DemonstrationSize = { experts: 50, sessions: 200, everywhere: true, many: { organisations: 30, participants: 600, registrations: 2_000 } };

const database = testDatabase('empty');
const rows = <T = object>(text: string): Promise<T[]> => database().orm.em.fork().execute<T[]>(text);

/** What a counter says that is not so. */
const MISCOUNTED = `
  with r as (select *, state in ('CONFIRMED', 'OFFERED') as held from registration)
  select s.uuid from training_session s where s.places_taken <> (select count(*) from r where r.session_uuid = s.uuid and r.held) or s.places_waiting <> (select count(*) from r where r.session_uuid = s.uuid and r.state = 'WAITING')
  union all select q.uuid from session_quota q join quota_count c on c.quota_uuid = q.uuid
    where c.taken <> (select count(*) from r where r.session_uuid = q.session_uuid and r.held and c.value = case q.kind when 'COUNTRY' then r.country_code when 'SECTOR' then r.sector when 'PROFESSION' then r.profession_code else r.mode end)`;

beforeAll(async () => {
  expect(await fillDatabase(database().orm, { demonstration: true, size: HUNDREDTH })).toEqual({ isImported: true, demonstration: 'FILLED' });
}, PATIENCE);

test('the whole of it is what the measurements ask for', () => {
  expect(LARGE).toMatchObject({ experts: 5_000, sessions: 20_000, many: { organisations: 3_000, registrations: 200_000 } });
});

test('there are as many of each kind as were asked for, all marked as invented, with every session in every language', async () => {
  const [count] = await rows(`
    select (select count(*)::int from expert) as experts, (select count(*)::int from training_session) as sessions, (select count(*)::int from training_session_translation) as translations,
      (select count(*)::int from organisation where is_demonstration) as organisations, (select count(*)::int from participant) as participants, (select count(*)::int from registration) as registrations,
      (select count(*)::int from expert where not is_demonstration) + (select count(*)::int from training_session where not is_demonstration) + (select count(*)::int from participant where not is_demonstration)
        + (select count(*)::int from registration where not is_demonstration) as unmarked`);
  const { experts, sessions, many } = HUNDREDTH;
  expect(count).toEqual({ experts, sessions, translations: sessions * LOCALE_TAGS.length, ...many, unmarked: 0 });
});

test('registrations are in every state, and people of every country wait for the embassy and have a place', async () => {
  const states = await rows<{ state: string }>('select distinct state from registration order by 1');
  expect(states.map(({ state }) => state)).toEqual(['AWAITING_VALIDATION', 'CONFIRMED', 'OFFERED', 'REFUSED', 'WAITING', 'WITHDRAWN']);
  const [{ countries }] = (await rows<{ countries: number }>(`select count(distinct country_code)::int as countries from registration where state = 'CONFIRMED'`)) as [{ countries: number }];
  expect(countries).toBe(16);
});

test('each counter says how many rows there are, and one that did not would be found', async () => {
  expect(await rows(MISCOUNTED)).toEqual([]);
  const [wrong] = await rows<{ uuid: string }>('update training_session set places_taken = places_taken - 1 where uuid = (select session_uuid from registration where state = $$CONFIRMED$$ limit 1) returning uuid');
  expect(await rows(MISCOUNTED)).toEqual([wrong]);
  await rows(`update training_session set places_taken = places_taken + 1 where uuid = '${wrong!.uuid}'`);
});

test('no session has more people than places, or people who wait while it has a place left', async () => {
  expect(await rows('select uuid from training_session where places_taken > places or (places_waiting > 0 and places_taken < places)')).toEqual([]);
});

test('nobody is there who is registered for nothing, and the journal says nothing of anybody', async () => {
  expect(await rows('select from participant p where not exists (select from registration r where r.participant_uuid = p.uuid)')).toEqual([]);
  expect(await rows('select from audit_entry')).toEqual([]);
});

test('nobody would be reminded of anything: whoever has a place was, and so were those who validate', async () => {
  const AWAITING = `state = 'AWAITING_VALIDATION' and is_demonstration and registered_at <= now() - interval '7 days'`;
  const [reminded] = await rows(`select count(*) filter (where recalled_at is null)::int as left, count(*) > 0 as some, bool_and(recalled_at = registered_at + interval '7 days') as later from registration where ${AWAITING} and participant_uuid in (select uuid from participant where email like 'participant%')`);
  expect(reminded).toEqual({ left: 0, some: true, later: true });
});

test('it goes by the same command as the small one, and comes back the same for the same day', async () => {
  const { em } = database().orm;
  const print = `select (select md5(string_agg(r::text, '|' order by uuid)) from registration r) as registrations, (select md5(string_agg(p::text, '|' order by uuid)) from participant p) as people,
    (select md5(string_agg(x::text, '|' order by organisation_slug, locale)) from organisation_translation x) as names`;
  const prints: unknown[] = [];
  for (let time = 0; time < 2; time += 1) {
    expect(await removeDemonstration(em.fork())).toBe(HUNDREDTH.experts + HUNDREDTH.sessions);
    expect(await rows('select from registration union all select from participant union all select from organisation where is_demonstration')).toEqual([]);
    expect(await fillDemonstration(em.fork(), HUNDREDTH, TODAY)).toBe('FILLED');
    prints.push(await rows(print));
  }
  expect(prints[1]).toEqual(prints[0]);
}, PATIENCE);

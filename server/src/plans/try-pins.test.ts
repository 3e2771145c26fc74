/** Trying something before it is fixed, by the API: of the mission as it is now, without a search, for those who plan missions. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { MISSION_KEY, type Search, searchPlan, stopPlanSearch } from './plans.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let search: Search;

const sql = <T = unknown>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  search = (await searchPlan(server(), headers.adviser, { isTeamKept: false, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'] })).search!;
  await stopPlanSearch(server(), headers.adviser, search.id);
}, 60_000);

/** The keys of those who could go, of everybody or of whoever has a role. */
const who = (roles = '[]'): Promise<{ readonly key: string }[]> => sql(`select x.value ->> 'id' as key from plan_search s, jsonb_array_elements(s.problem -> 'persons') x where s.uuid = ? and x.value -> 'roles' @> ?::jsonb`, [search.key, roles]);

type Fixing = Readonly<Record<string, unknown>>;

/** What refuses something that is fixed, by its kinds. */
async function tried(pins: readonly Fixing[], { as = headers.adviser, ...more }: Fixing & { readonly as?: Headers[Role] } = {}): Promise<{ readonly outcome: string; readonly kinds: readonly string[]; readonly refs: readonly { readonly kind: string; readonly [field: string]: unknown }[] }> {
  const { data } = await ask(server(), `mutation ($id: ID!, $pins: [PlanPinInput!]!, $tried: [PlanPinInput!]!, $taken: [PlanTaken!], $interpreterCents: Int) {
    tryPlanPins(id: $id, pins: $pins, tried: $tried, taken: $taken, interpreterCents: $interpreterCents) { outcome refusedBy { kind rule pin meetingKey personKey role hours { countryCode hours { weekday from until } sources { text checkedOn } } source { text } } refusedInPlan { kind } } }`, { id: search.id, pins, tried: pins, ...more }, as);
  const { outcome, refusedBy } = data!.tryPlanPins as { outcome: string; refusedBy: { kind: string }[] };
  return { outcome, kinds: refusedBy.map(({ kind }) => kind), refs: refusedBy };
}
/** Of a meeting that is proposed: its key, and the first day of its leg. */
async function proposed(where = 'true'): Promise<{ readonly key: string; readonly day: string; readonly country: string }> {
  return (await sql<{ key: string; day: string; country: string }>(`select t.uuid as key, l.starts_on::text as day, c.country_iso as country from meeting t join mission_leg l on l.uuid = t.leg_uuid join city c on c.code = l.city_code where l.mission_uuid = ? and t.status = 'PROPOSED' and ${where} order by t.uuid limit 1`, [MISSION_KEY]))[0]!;
}

test('an hour is refused by what is known now, as the next search will be asked, and not by what was known when the last one was', async () => {
  const { key, day } = await proposed('not exists (select from meeting_window w where w.meeting_uuid = t.uuid)');
  const at = [{ pin: 'AT', meetingKey: key, startsAt: `${day}T10:00:00Z` }];
  const before = await tried(at);
  expect([before.outcome, before.kinds.includes('WINDOW')]).toEqual(['DONE', false]);
  await sql(`insert into meeting_window (meeting_uuid, day, from_time, until_time) values (?, ?::date, '14:00', '17:00')`, [key, day]);
  expect((await tried(at)).kinds.includes('WINDOW')).toBe(true);
  await sql('delete from meeting_window where meeting_uuid = ?', [key]);
  expect(await tried(at)).toEqual(before);
  expect((await tried([{ pin: 'IN', meetingKey: randomUUID() }])).outcome).toBe('NOT_THERE');
  expect((await tried([{ pin: 'IN' }])).outcome).toBe('INVALID');
});

test('who counts as free is said anew with what is tried', async () => {
  const { key, day } = await proposed();
  const people = await who();
  const pins = [{ pin: 'AT', meetingKey: key, startsAt: `${day}T10:00:00Z` }, ...people.map((one) => ({ pin: 'ATTENDS', meetingKey: key, personKey: one.key }))];
  const blocked = async (taken: readonly string[]): Promise<number> => (await tried(pins, { taken })).kinds.filter((kind) => kind === 'BLOCK').length;
  expect(await blocked([])).toBeGreaterThan(await blocked(['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED']));
});

test('an hour outside of those of the country says them, and that nobody has entered them, or where they are known from, and since when', async () => {
  const { key, day, country } = await proposed('not exists (select from meeting_window w where w.meeting_uuid = t.uuid)');
  const hoursOf = async (): Promise<unknown> => (await tried([{ pin: 'AT', meetingKey: key, startsAt: `${day}T02:00:00Z` }])).refs.find(({ kind }) => kind === 'HOURS')?.hours;
  expect(await hoursOf()).toEqual({ countryCode: country, hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })), sources: [] });
  await sql(`insert into country_hours (code, country_code, weekdays, from_hour, until_hour, valid_from, source, checked_on, is_verified, is_demonstration) values ('try-hours', ?, '1 2 3 4 5', '08:00', '16:00', '2020-01-01', 'Official journal', '2026-10-02', true, true)`, [country]);
  expect(await hoursOf()).toMatchObject({ hours: expect.arrayContaining([{ weekday: 1, from: '08:00', until: '16:00' }]) as unknown, sources: [{ text: 'Official journal', checkedOn: '2026-10-02' }] });
  await sql(`delete from country_hours where code = 'try-hours'`);
});

test('whether somebody interprets is said anew, too', async () => {
  const { key } = await proposed();
  const [{ code }] = await sql<{ code: string }>('select code from language l where not exists (select from expert_language x where x.language_code = l.code) order by code limit 1') as [{ code: string }];
  await sql(`insert into meeting_language (meeting_uuid, language_code, at_least) values (?, ?, 'C1')`, [key, code]);
  const pins = [{ pin: 'IN', meetingKey: key }];
  const needs = async (more: Fixing): Promise<boolean> => (await tried(pins, more)).kinds.includes('NEED');
  expect([await needs({}), await needs({ interpreterCents: null }), await needs({ interpreterCents: 30_000 })]).toEqual([true, true, false]);
  await sql('delete from meeting_language where meeting_uuid = ? and language_code = ?', [key, code]);
});

test('a meeting that is mandatory is not left out, and who is away from a meeting that has to be is missed where nobody else has their role', async () => {
  const { key } = await proposed();
  expect(await tried([{ pin: 'OUT', meetingKey: key }])).toMatchObject({ outcome: 'DONE', kinds: [] });
  await sql('update meeting set is_mandatory = true where uuid = ?', [key]);
  expect((await tried([{ pin: 'OUT', meetingKey: key }])).refs).toMatchObject([{ kind: 'RULE', rule: 'MANDATORY', meetingKey: key, source: null }]);
  const people = await who('["POLICE"]');
  const needs = await sql<{ n: number }>(`select at_least as n from meeting_need where meeting_uuid = ? and role = 'POLICE'`, [key]);
  if (needs.length === 0) await sql(`insert into meeting_need (meeting_uuid, role, at_least) values (?, 'POLICE', 1)`, [key]);
  const away = people.map((one) => ({ pin: 'ABSENT', meetingKey: key, personKey: one.key }));
  expect((await tried(away)).refs).toContainEqual(expect.objectContaining({ kind: 'NEED', meetingKey: key, role: 'POLICE' }));
  if (needs.length === 0) await sql(`delete from meeting_need where meeting_uuid = ? and role = 'POLICE'`, [key]);
  await sql('update meeting set is_mandatory = false where uuid = ?', [key]);
});

test.each(['scac', 'ssi', 'scacElsewhere', 'expert', 'authority', 'ngoCoordinator', 'international', 'translator'] as const satisfies readonly Role[])('%s is told nothing of it', async (role) => {
  const { key } = await proposed();
  expect(await tried([{ pin: 'IN', meetingKey: key }], { as: headers[role] })).toEqual({ outcome: 'GONE', kinds: [], refs: [] });
});

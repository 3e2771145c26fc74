/** Every change of clocks until 2030 in the capitals of the sixteen countries: a file says the instant and the wall time that PostgreSQL says. */
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';
import { anEvent } from './event.fixture.ts';
import { type ReadCalendar, type ReadTime, readCalendar } from './reading.fixture.ts';
import { clockChanges } from './zone.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const [FIRST, LAST] = [2026, 2030];
/** Where sessions begin, from a change, in minutes; and how long they last. */
const BEGINNINGS = [-24 * 60, -180, -61, -60, -30, -1, 0, 1, 30, 59, 60, 61];
const LENGTHS = [30, 8 * 60, 50 * 60];

const database = testDatabase('full');

interface Change {
  readonly zone: string;
  readonly at: number;
}

/** As PostgreSQL knows them, which has its own copy of the rules of the world. */
let changes: readonly Change[] = [];
let zones: readonly { readonly code: string; readonly zone: string }[] = [];
/** The wall time of an instant in a zone, by both. */
const walls = new Map<string, string>();
/** The instants of a zone that have the same wall time as another. */
const twice = new Set<string>();

const key = (zone: string, at: number): string => `${zone} ${at}`;
const around = (at: number): number[] => BEGINNINGS.flatMap((beginning) => [0, ...LENGTHS].map((length) => at + (beginning + length) * MINUTE));

beforeAll(async () => {
  const em = database().orm.em.fork();
  zones = await em.execute('select code, time_zone as zone from country order by code');
  changes = (await em.execute<{ zone: string; at: string }[]>(
    `select zone, (extract(epoch from t) * 1000)::bigint::text as at from (
       select zone, t, t at time zone zone - t at time zone 'UTC' as now, lag(t at time zone zone - t at time zone 'UTC') over (partition by zone order by t) as before
       from (select distinct time_zone as zone from country) z, generate_series(?::timestamptz, ?::timestamptz, interval '1 hour') t) x
     where now <> before order by zone, t`, [`${FIRST}-01-01T00:00:00Z`, `${LAST + 1}-01-01T00:00:00Z`])).map(({ zone, at }) => ({ zone, at: Number(at) }));
  const asked = [...new Map(changes.flatMap(({ zone, at }) => around(at).map((instant) => [key(zone, instant), { zone, at: instant }])))].map(([, one]) => one);
  const answers = await em.execute<{ zone: string; at: string; wall: string; twice: boolean }[]>(
    `select zone, at::text, to_char(t at time zone zone, 'YYYYMMDD"T"HH24MISS') as wall,
       exists (select from unnest(array[-1, 1]) h where (t + h * interval '1 hour') at time zone zone = t at time zone zone) as twice
     from json_to_recordset(?::json) as x (zone text, at bigint) cross join lateral (select to_timestamp(at / 1000.0) as t) y`, [JSON.stringify(asked)]);
  for (const { zone, at, wall, twice: isTwice } of answers) {
    walls.set(key(zone, Number(at)), wall);
    if (isTwice) twice.add(key(zone, Number(at)));
  }
}, 60_000);

/** Sessions before, over and after a change. */
const sessionsAround = ({ zone, at }: Change): CalendarEvent[] => BEGINNINGS.flatMap((beginning) => LENGTHS.map((length) => {
  const startsAt = at + beginning * MINUTE;
  return anEvent({ uid: `${zone} ${startsAt} ${length}`, timeZone: zone, startsAt, endsAt: startsAt + length * MINUTE });
}));

/** What a file says otherwise than PostgreSQL. */
const wrong = (file: string, events: readonly CalendarEvent[]): string[] => problems(readCalendar(file), events);

function problems(calendar: ReadCalendar, events: readonly CalendarEvent[]): string[] {
  const read = new Map(calendar.events.map((event) => [event.uid, event]));
  const problem = (zone: string, at: number, said: ReadTime): string[] => [
    ...(said.at === at ? [] : [`${zone}: ${new Date(at).toISOString()} is read as ${new Date(said.at).toISOString()}`]),
    ...(said.wall === undefined || said.wall === walls.get(key(zone, at)) ? [] : [`${zone}: ${walls.get(key(zone, at))} is written ${said.wall}`]),
  ];
  return events.flatMap(({ uid, timeZone, startsAt, endsAt }) => [...problem(timeZone, startsAt, read.get(uid)!.start), ...problem(timeZone, endsAt, read.get(uid)!.end)]);
}

describe('the clocks of the capitals', () => {
  test('are sixteen, and change twice a year until 2030, but in Türkiye', () => {
    expect(zones).toHaveLength(16);
    const still = zones.filter(({ zone }) => !changes.some((change) => change.zone === zone));
    expect(still.map(({ code }) => code)).toEqual(['TR']);
    expect(changes).toHaveLength((new Set(zones.map(({ zone }) => zone)).size - 1) * 2 * (LAST - FIRST + 1));
  });

  test('change for us when they change for PostgreSQL', () => {
    const ours = [...new Set(zones.map(({ zone }) => zone))].flatMap((zone) => Array.from({ length: LAST - FIRST + 1 }, (_, i) => clockChanges(zone, FIRST + i)).flat().map(({ at }) => key(zone, at)));
    expect(ours.sort()).toEqual(changes.map(({ zone, at }) => key(zone, at)).sort());
  });
});

describe('a file', () => {
  test('of the sessions around one change says their instants and wall times', () => {
    expect(changes.flatMap((change) => wrong(calendarFile({ events: sessionsAround(change) }), sessionsAround(change)))).toEqual([]);
  });

  test('of all sessions around all changes of all places does too: wall times wherever a clock shows them once, and instants where it shows them twice', () => {
    const events = changes.flatMap(sessionsAround);
    const calendar = readCalendar(calendarFile({ events }));
    expect(problems(calendar, events)).toEqual([]);
    expect(calendar.zones).toEqual([...new Set(changes.map(({ zone }) => zone))]);
    const read = new Map(calendar.events.map((event) => [event.uid, event]));
    const isTwice = ({ timeZone, startsAt, endsAt }: CalendarEvent): boolean => [startsAt, endsAt].some((at) => twice.has(key(timeZone, at)));
    expect(events.filter((event) => isTwice(event) !== (read.get(event.uid)!.start.wall === undefined))).toEqual([]);
    expect(events.filter(isTwice).length).toBeGreaterThan(changes.length);
  });

  test('of a session in Ankara has the one offset of Türkiye', () => {
    const file = calendarFile({ events: [anEvent({ timeZone: 'Europe/Istanbul', startsAt: Date.UTC(2027, 2, 28, 6), endsAt: Date.UTC(2027, 2, 28, 14) })] });
    const { start } = readCalendar(file).events[0]!;
    expect(start).toEqual({ at: Date.UTC(2027, 2, 28, 6), wall: '20270328T090000', zone: 'Europe/Istanbul' });
  });
});

test.each([
  ['the rule of another month', 'BYMONTH=10', 'BYMONTH=11'], ['another Sunday', 'BYMONTH=3;BYDAY=-1SU', 'BYMONTH=3;BYDAY=1SU'], ['another offset', 'TZOFFSETTO:+0300', 'TZOFFSETTO:+0400'],
])('a file with %s is found out', (_what, right, other) => {
  const change = changes.find(({ zone, at }) => zone === 'Europe/Athens' && new Date(at).getUTCFullYear() === 2028 && new Date(at).getUTCMonth() === (right.includes('10') ? 9 : 2))!;
  const events = sessionsAround(change);
  const file = calendarFile({ events });
  expect(file).toContain(right);
  expect(wrong(file.replaceAll(right, other), events)).not.toEqual([]);
});

test('a file that says an hour earlier is found out, for each session', () => {
  const events = sessionsAround(changes[0]!);
  const earlier = events.map((event) => ({ ...event, startsAt: event.startsAt - HOUR }));
  expect(new Set(wrong(calendarFile({ events: earlier }), events).filter((line) => line.includes('is read as'))).size).toBe(BEGINNINGS.length);
});

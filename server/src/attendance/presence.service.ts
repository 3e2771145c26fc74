/** Saying who was there. Whatever comes twice, late or from two telephones at once: of each person and day the last decision stands. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { standingsOf } from '../members/index.ts';
import type { PresenceState } from './attendance.entity.ts';
import { attendanceAbilities, type AttendedSession } from './attendance.policy.ts';

/**
 * What came of it: SUPERSEDED when somebody has decided later; TOO_EARLY for a day that has not come; TOO_LATE when the session is put away
 * or called off; CERTIFIED when a certificate says that they were there; GONE also for who has no place, or is not for who asks.
 */
export const PresenceOutcome = {
  DONE: 'DONE', SUPERSEDED: 'SUPERSEDED', GONE: 'GONE', NOT_ALLOWED: 'NOT_ALLOWED', TOO_EARLY: 'TOO_EARLY', TOO_LATE: 'TOO_LATE', CERTIFIED: 'CERTIFIED',
} as const;
export type PresenceOutcome = keyof typeof PresenceOutcome;

/** What somebody decided about somebody: by the key of the registration, or by the pass. */
export interface SaidPresence {
  readonly registration: string | null;
  readonly token: string | null;
  /** Null for the day of `at`. */
  readonly day: string | null;
  readonly state: PresenceState;
  readonly at: Date;
}

export interface PresenceResult {
  readonly outcome: PresenceOutcome;
  /** The key of the registration; null where it is not known. */
  readonly registration: string | null;
  readonly day: string | null;
  /** What stands now; null where nothing does, or it is not for who asks. */
  readonly state: PresenceState | null;
}

interface Attended extends AttendedSession {
  readonly registration: string;
  readonly session: string;
  readonly days: readonly string[];
  readonly isCertified: boolean;
}

const FOUND = `
  select x.n, a.uuid as registration, s.uuid as session, s.stage, s.country_code as country, s.ends_at <= now() as "isOver", (s.uuid in (select sessions_to_check_in()) or s.uuid in (select sessions_to_hear_of(x.at::timestamptz))) as teaches, array_to_json(held_days(s.uuid)) as days,
    s.time_zone as zone, (now() at time zone s.time_zone)::date::text as today, (x.at::timestamptz at time zone s.time_zone)::date::text as "dayOfAt",
    is_certified(a.uuid) as "isCertified"
  from jsonb_to_recordset(?::jsonb) x(n int, registration uuid, token text, at text)
    cross join lateral attendee_said_of(coalesce(x.registration, read_check_in_pass(x.token)), x.at::timestamptz) a join training_session s on s.uuid = a.session_uuid order by x.n`;

type Found = Attended & { readonly n: number; readonly today: string; readonly dayOfAt: string };

/** The day of the session that a moment belongs to: its own, else the last before it, else the first. */
function dayOf({ days, dayOfAt }: Found, asked: string | null): string | null {
  if (asked !== null) return days.includes(asked) ? asked : null;
  return days.findLast((day) => day <= dayOfAt) ?? days[0]!;
}

interface Decided {
  readonly n: number;
  readonly registration: string;
  readonly session: string;
  readonly day: string;
  readonly state: PresenceState;
  readonly at: string;
}

/**
 * Records what was decided, in the order of the moments at which it was. A moment that has not come counts as now. Those of whom
 * something is said are held by their sessions, so that none is put away or certified meanwhile.
 */
export async function recordPresence(em: EntityManager, person: string, said: readonly SaidPresence[]): Promise<PresenceResult[]> {
  const asked = JSON.stringify(said.map(({ registration, token, at }, n) => ({ n, registration, token, at: at.toISOString() })));
  const first = await em.execute<Found[]>(FOUND, [asked]);
  await holdSessions(em, first.map(({ session }) => session));
  const standings = await standingsOf(em, person);
  const found = new Map((await em.execute<Found[]>(FOUND, [asked])).map((one) => [one.n, one]));
  const results = said.map((one, n) => judge(found.get(n), one, standings));
  const decided = said.flatMap(({ at, state }, n): Decided[] => {
    const { outcome, registration, day } = results[n]!;
    return outcome === 'DONE' ? [{ n, registration: registration!, session: found.get(n)!.session, day: day!, state, at: at.toISOString() }] : [];
  });
  const stands = await write(em, person, decided);
  return results.map((result, n) => stands.get(n) ?? result);
}

/** Who may not say who was at a session holds none: they are told so by the policy. */
async function holdSessions(em: EntityManager, sessions: readonly string[]): Promise<void> {
  await em.execute(`select hold_to_check_in(string_to_array(?, ' ')::uuid[])`, [[...new Set(sessions)].join(' ')]);
}

function judge(found: Found | undefined, { day: asked, state }: SaidPresence, standings: Parameters<typeof attendanceAbilities>[0]): PresenceResult {
  const no = (outcome: PresenceOutcome): PresenceResult => ({ outcome, registration: found?.registration ?? null, day: null, state: null });
  if (!found) return no('GONE');
  // Whoever issues certificates prepares the session too: of them it is only too late.
  const isTheirs = attendanceAbilities(standings, { ...found, stage: 'OPEN' }).record;
  if (!isTheirs) return no('NOT_ALLOWED');
  if (!attendanceAbilities(standings, found).record) return no('TOO_LATE');
  const day = dayOf(found, asked);
  if (day === null) return no('GONE');
  if (day > found.today) return no('TOO_EARLY');
  if (state !== 'PRESENT' && found.isCertified) return no('CERTIFIED');
  return { outcome: 'DONE', registration: found.registration, day, state };
}

interface Standing {
  readonly registration: string;
  readonly day: string;
  readonly state: PresenceState;
  readonly at: string;
}

/** Of decisions of the same moment, that somebody was there stands, then that they were not. */
const RANK = `array_position(array['OPEN', 'ABSENT', 'PRESENT'], `;

/** Writes what was decided, the earlier first; gives what stands then, by the number of each. */
async function write(em: EntityManager, person: string, decided: readonly Decided[]): Promise<Map<number, PresenceResult>> {
  if (decided.length === 0) return new Map();
  const last = new Map(decided.toSorted((a, b) => order(a, b)).map((one) => [`${one.registration} ${one.day}`, one]));
  await em.execute(
    `insert into presence (registration_uuid, day, session_uuid, state, decided_at, recorded_by_id)
       select registration, day, session, state, least(at, clock_timestamp()), ? from jsonb_to_recordset(?::jsonb) x(registration uuid, day date, session uuid, state text, at timestamptz) order by registration, day
     on conflict (registration_uuid, day) do update set state = excluded.state, decided_at = excluded.decided_at, recorded_at = now(), recorded_by_id = excluded.recorded_by_id
       where (excluded.decided_at, ${RANK}excluded.state)) > (presence.decided_at, ${RANK}presence.state))`,
    [person, JSON.stringify([...last.values()])]);
  const rows = await em.execute<Standing[]>(
    `select p.registration_uuid as registration, p.day::text as day, p.state from presence p join jsonb_to_recordset(?::jsonb) x(registration uuid, day date) on x.registration = p.registration_uuid and x.day = p.day`,
    [JSON.stringify([...last.values()])]);
  const stands = new Map(rows.map((row) => [`${row.registration} ${row.day}`, row.state]));
  return new Map(decided.map(({ n, registration, day, state }) => {
    const now = stands.get(`${registration} ${day}`)!;
    return [n, { outcome: now === state ? 'DONE' : 'SUPERSEDED', registration, day, state: now }];
  }));
}

const RANKS: readonly PresenceState[] = ['OPEN', 'ABSENT', 'PRESENT'];

function order(a: Decided, b: Decided): number {
  return a.at === b.at ? RANKS.indexOf(a.state) - RANKS.indexOf(b.state) : a.at < b.at ? -1 : 1;
}

/** What came of changing for which share of the days one gets a certificate. */
export const ShareOutcome = { DONE: 'DONE', NOT_ALLOWED: 'NOT_ALLOWED', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type ShareOutcome = keyof typeof ShareOutcome;

/** Changes it, until the session is put away. Certificates that were issued stay. */
export async function changeRequiredShare(em: EntityManager, person: string, session: string, share: number): Promise<ShareOutcome> {
  await holdSessions(em, [session]);
  const [found] = await em.execute<AttendedSession[]>(`select stage, country_code as country, ends_at <= now() as "isOver", false as teaches from training_session where uuid = ?`, [session]);
  if (!found) return 'GONE';
  const standings = await standingsOf(em, person);
  if (!attendanceAbilities(standings, { ...found, stage: 'OPEN' }).decide) return 'NOT_ALLOWED';
  if (!attendanceAbilities(standings, found).decide) return 'TOO_LATE';
  await em.execute('update session_attendance set required_share = ? where session_uuid = ?', [share, session]);
  return 'DONE';
}

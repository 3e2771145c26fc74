/** The many of the large set: invented organisations, the people who work for them or for authorities, and their registrations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { LOCAL } from './accounts.ts';
import { insert } from './insert.ts';
import { inventOrganisations } from './organisations.ts';
import { PLACES } from './places.ts';
import type { Chance } from './random.ts';
import { COLLEAGUES, REASON } from './registrations.ts';
import { type ManyState, type Share, type SharedSession, shareOut } from './shares.ts';

/** How many there are of each, with those that are told of one by one. */
export interface Many {
  readonly organisations: number;
  readonly participants: number;
  readonly registrations: number;
}

const DAY = 86_400_000;
/** One of so many works for an authority. */
const OFFICIALS = 5;
const OF_AUTHORITIES = ['POLICE_OFFICER', 'PROSECUTOR', 'JUDGE', 'LABOUR_INSPECTOR', 'BORDER_POLICE_OFFICER'];
const OF_ORGANISATIONS = ['NGO_STAFF', 'SOCIAL_WORKER', 'LAWYER', 'PSYCHOLOGIST'];

interface Somebody {
  readonly uuid: string;
  readonly email: string;
  readonly organisation: string | null;
  readonly country: string;
  readonly profession: string;
  /** Of the last session they were registered for: sessions begin and end in one week, so that of one a week none overlaps with another. */
  week: number;
}

/**
 * Writes them. All triggers run: it is the database that counts who has a place and who waits, and refuses what is too much.
 * `em` is the owner's. Throws where so few people cannot be registered so often, once a week each.
 */
export async function fillMany(em: EntityManager, luck: Chance, many: Many, today: Date): Promise<void> {
  const told = await countTold(em);
  const { tables, slugs } = inventOrganisations(many.organisations - told.organisations);
  for (const [table, rows] of Object.entries(tables)) await insert(em, table, rows);
  const { people, rows } = inventPeople(luck, many.participants - told.participants, slugs, today);
  await insert(em, 'participant', rows);
  const shares = shareOut(await sessionsOf(em), many.registrations - told.registrations, today);
  await em.execute(
    `update training_session s set places = x.places, places_taken = x.held from jsonb_to_recordset(?::jsonb) x (uuid uuid, places int, held int)
     where s.uuid = x.uuid and (s.places, s.places_taken) is distinct from (x.places, x.held)`,
    [JSON.stringify(shares.map(({ session, places }) => ({ uuid: session.uuid, places, held: session.held })))]);
  await insert(em, 'registration', registrations({ luck, today, shares, people, officers: await officersOf(em) }));
}

async function countTold(em: EntityManager): Promise<Many> {
  const [told] = await em.execute<[Many]>(`
    select (select count(*)::int from organisation where is_demonstration) as organisations, (select count(*)::int from participant) as participants, (select count(*)::int from registration) as registrations`);
  return told;
}

/** Those that people can be registered for, the first first. */
async function sessionsOf(em: EntityManager): Promise<SharedSession[]> {
  const rows = await em.execute<(Omit<SharedSession, 'starts'> & { starts: string | Date })[]>(`
    select s.uuid, s.country_code as country, s.format, s.stage, s.needs_validation as validated, s.starts_at as starts, s.places, s.places_taken as taken, coalesce(r.told, 0) as told, coalesce(r.held, 0) as held, coalesce(r.waiting, 0) as waiting
    from training_session s left join (
      select session_uuid, count(*)::int as told, count(*) filter (where state in ('CONFIRMED', 'OFFERED'))::int as held, count(*) filter (where state = 'WAITING')::int as waiting from registration group by 1) r on r.session_uuid = s.uuid
    where s.stage <> 'DRAFT' order by s.starts_at, s.uuid`);
  return rows.map((row) => ({ ...row, starts: new Date(row.starts) }));
}

/** Who validates in each country. */
async function officersOf(em: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ id: string; country: string }[]>(`select p.id, m.country_code as country from person p join member m on m.person_id = p.id where m.role = 'SCAC' and p.is_demonstration`);
  return new Map(rows.map(({ id, country }) => [country, id]));
}

/** People of all countries in turn, at addresses that nobody can have; most work for an organisation. */
function inventPeople(luck: Chance, count: number, slugs: ReadonlyMap<string, readonly string[]>, today: Date): { people: Somebody[]; rows: object[] } {
  const people: Somebody[] = [];
  const rows: object[] = [];
  const created = new Date(today.getTime() - 500 * DAY);
  for (let i = 0; i < count; i += 1) {
    const { country } = PLACES[i % PLACES.length]!;
    const [locale, ...colleagues] = COLLEAGUES[country]!;
    const employers = slugs.get(country)!;
    const isOfficial = luck.int(1, OFFICIALS) === 1 || employers.length === 0;
    const somebody: Somebody = {
      uuid: luck.uuid(created), email: `participant${i + 1}.${country.toLowerCase()}@${isOfficial ? 'authority' : 'ngo'}.example`, country,
      organisation: isOfficial ? null : luck.pick(employers), profession: luck.pick(isOfficial ? OF_AUTHORITIES : OF_ORGANISATIONS), week: Number.NaN,
    };
    people.push(somebody);
    rows.push({
      uuid: somebody.uuid, organisation_slug: somebody.organisation, name: luck.pick([...colleagues, ...LOCAL[country]!]), email: somebody.email, locale, country_code: country,
      profession_code: somebody.profession, sector: sectorOf(somebody), created_at: created, is_demonstration: true,
    });
  }
  return { people, rows };
}

const sectorOf = ({ organisation }: Somebody): string => (organisation === null ? 'AUTHORITY' : 'CIVIL_SOCIETY');

/** Gives people in their turn: those of a country first, then anybody, each once a week. */
function inTurn(people: readonly Somebody[]): (country: string | null, week: number) => Somebody {
  const rings = new Map([...Map.groupBy(people, ({ country }) => country)].map(([country, own]) => [country, ring(own)]));
  const everybody = ring(people);
  return (country, week) => {
    const somebody = rings.get(country ?? '')?.(week) ?? everybody(week);
    if (!somebody) throw new Error('There are too few people for so many registrations in one week');
    somebody.week = week;
    return somebody;
  };
}

function ring(people: readonly Somebody[]): (week: number) => Somebody | undefined {
  let at = 0;
  return (week) => {
    for (let passed = 0; passed < people.length; passed += 1) {
      const somebody = people[(at += 1) % people.length]!;
      if (somebody.week !== week) return somebody;
    }
    return undefined;
  };
}

interface Registering {
  readonly luck: Chance;
  readonly today: Date;
  readonly shares: readonly Share[];
  readonly people: readonly Somebody[];
  readonly officers: ReadonlyMap<string, string>;
}

/** The rows, in the order in which sessions begin. */
function registrations({ luck, today, shares, people, officers }: Registering): object[] {
  const take = inTurn(people);
  const inOrder = shares.toSorted((a, b) => a.session.starts.getTime() - b.session.starts.getTime());
  return inOrder.flatMap(({ session, states }) => {
    // Weeks from Monday on: the first day of all was a Thursday.
    const week = Math.floor((session.starts.getTime() / DAY + 3) / 7);
    return states.map((state) => {
      const somebody = take(session.country, week);
      return { ...whoAndWhere(luck, session, somebody), ...whatCameOfIt(luck, session, state, { officer: officers.get(somebody.country) ?? null, today }) };
    });
  });
}

function whoAndWhere(luck: Chance, { uuid, format, starts }: SharedSession, somebody: Somebody): object {
  return {
    uuid: luck.uuid(starts), session_uuid: uuid, participant_uuid: somebody.uuid, email: somebody.email, organisation_slug: somebody.organisation, country_code: somebody.country,
    sector: sectorOf(somebody), profession_code: somebody.profession, mode: format === 'HYBRID' ? luck.pick(['ON_SITE', 'ONLINE']) : format, submission: luck.uuid(starts), is_demonstration: true,
  };
}

/** Nobody is reminded any more: a set for measuring sends no mails by itself. */
const reminded = (state: ManyState, latest: number, week: Date): object => ({
  reminded_at: state === 'CONFIRMED' ? new Date(latest - 3 * DAY) : null, recalled_at: state === 'AWAITING_VALIDATION' ? week : null,
});

function whatCameOfIt(luck: Chance, { starts, validated }: SharedSession, state: ManyState, { officer, today }: { officer: string | null; today: Date }): object {
  const latest = Math.min(starts.getTime(), today.getTime());
  const registered = latest - luck.int(8, 60) * DAY;
  const isDecided = validated && state !== 'AWAITING_VALIDATION' && state !== 'WITHDRAWN';
  const isWithdrawn = state === 'WITHDRAWN';
  const after = (days: number): Date => new Date(registered + days * DAY);
  return {
    state, consented_at: after(0), registered_at: after(0), decided_at: isDecided ? after(1) : null, decided_by_id: isDecided ? officer : null, refused_reason: state === 'REFUSED' ? REASON : null,
    waits_since: state === 'WAITING' ? after(1) : null, ending: isWithdrawn ? 'WITHDRAWN' : null, ended_at: isWithdrawn ? after(2) : null, ...reminded(state, latest, after(7)),
  };
}

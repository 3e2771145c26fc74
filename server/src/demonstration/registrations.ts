/** Invented people who take part in invented sessions, in every state that a registration can have, and invented quotas. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Chance } from './random.ts';

/** Two invented colleagues in each country, with the language of the mails to them. */
export const COLLEAGUES: Readonly<Record<string, readonly [locale: Locale, one: string, other: string]>> = {
  AL: ['sq', 'Erjona Kola', 'Gent Dema'], BA: ['bs', 'Lejla Mujić', 'Dino Alić'], BG: ['bg', 'Десислава Колева', 'Петър Ангелов'], CY: ['el', 'Χριστίνα Ιωάννου', 'Μάριος Κυριάκου'],
  HR: ['hr', 'Lucija Perković', 'Tomislav Blažević'], GR: ['el', 'Ιωάννα Καραγιάννη', 'Στέλιος Μακρής'], HU: ['hu', 'Fekete Zsófia', 'Balogh Gergely'], XK: ['sq', 'Arbnora Shala', 'Driton Hoti'],
  MK: ['mk', 'Билјана Ристевска', 'Горан Наумов'], MD: ['ro', 'Natalia Moraru', 'Victor Lungu'], ME: ['cnr', 'Ivana Đurović', 'Nikola Bulatović'], RO: ['ro', 'Cristina Stan', 'Mihai Neagu'],
  RS: ['sr-Latn', 'Tijana Savić', 'Stefan Kostić'], SI: ['sl', 'Tjaša Hribar', 'Rok Kolenc'], TR: ['tr', 'Zehra Çetin', 'Burak Şimşek'], UA: ['uk', 'Ірина Ткачук', 'Дмитро Гнатюк'],
};

/** Countries whose second colleague waits for a place, in their turn; the first of them has one offered. */
const WAITING = ['RS', 'AL', 'MD', 'RO'];
const REFUSED = ['RS', 'BA'];
const WITHDRAWN = ['RS', 'MK'];

const DAY = 86_400_000;

interface Person {
  readonly country: string;
  readonly organisation: string;
  readonly coordinator: string;
  readonly officer: string | null;
}

interface Session {
  readonly uuid: string;
  readonly starts: Date;
}

/** Writes them, for the people and organisations that are there, in the next sessions after `today` that take registrations. */
export async function fillRegistrations(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const people = await em.execute<Person[]>(`
    select o.country_code as country, o.slug as organisation, p.id as coordinator, (select q.id from person q where q.email = 'scac.' || lower(o.country_code) || '@passerelle.example') as officer
    from person p join member m on m.person_id = p.id join organisation o on o.slug = m.organisation_slug
    where p.is_demonstration and m.role = 'NGO_COORDINATOR' order by 1`);
  const sessions = await em.execute<Session[]>(
    `select uuid, starts_at as starts from training_session where is_demonstration and stage = 'OPEN' and needs_validation and format <> 'HYBRID' and starts_at > ?::timestamptz + interval '14 days' order by starts_at, uuid limit 3`, [today]);
  if (sessions.length < 3) return;
  const writer = new Writer(em, luck, today);
  const [open, full, other] = sessions as [Session, Session, Session];
  await prepare(em, luck, today, open, full);
  for (const person of people) {
    const colleagues = COLLEAGUES[person.country];
    if (!colleagues) continue;
    const [locale, ...names] = colleagues;
    const [one, two] = [await writer.participant(person, locale, names[0], 1), await writer.participant(person, locale, names[1], 2)];
    await writer.registration(person, one, open, 'AWAITING_VALIDATION', { registered: luck.int(1, 20) });
    await writer.registration(person, two, open, 'CONFIRMED', { registered: 12 });
    const turn = WAITING.indexOf(person.country);
    if (turn === 0) await writer.registration(person, one, full, 'OFFERED', { registered: 15 });
    if (turn > 0) await writer.registration(person, one, full, 'WAITING', { registered: 15 - turn });
    if (REFUSED.includes(person.country)) await writer.registration(person, two, other, 'REFUSED', { registered: 9 });
    if (WITHDRAWN.includes(person.country)) await writer.registration(person, one, other, 'WITHDRAWN', { registered: 9 });
  }
}

/** One session has places and quotas; one is full but for the place that is offered in it. */
async function prepare(em: EntityManager, luck: Chance, today: Date, open: Session, full: Session): Promise<void> {
  await em.execute('update training_session set places = 24, places_taken = 2 where uuid = ?', [open.uuid]);
  await em.execute('update training_session set places_taken = places - 1 where uuid = ?', [full.uuid]);
  for (const [kind, key, places] of [['COUNTRY', '', 3], ['SECTOR', 'CIVIL_SOCIETY', 18], ['SECTOR', 'AUTHORITY', 12]] as const) {
    await em.execute('insert into session_quota (uuid, session_uuid, kind, key, places) values (?, ?, ?, ?, ?)', [luck.uuid(today), open.uuid, kind, key, places]);
  }
}

type State = 'AWAITING_VALIDATION' | 'CONFIRMED' | 'WAITING' | 'OFFERED' | 'REFUSED' | 'WITHDRAWN';

class Writer {
  readonly #em: EntityManager;
  readonly #luck: Chance;
  readonly #today: Date;

  constructor(em: EntityManager, luck: Chance, today: Date) {
    this.#em = em;
    this.#luck = luck;
    this.#today = today;
  }

  async participant({ country, organisation }: Person, locale: Locale, name: string, n: number): Promise<string> {
    const uuid = this.#luck.uuid(this.#today);
    await this.#em.execute(
      `insert into participant (uuid, organisation_slug, name, email, locale, country_code, sector, created_at, is_demonstration) values (?, ?, ?, ?, ?, ?, 'CIVIL_SOCIETY', ?, true)`,
      [uuid, organisation, name, `colleague${n}.${country.toLowerCase()}@ngo.example`, locale, country, this.#before(20)]);
    return uuid;
  }

  async registration(person: Person, participant: string, session: Session, state: State, { registered }: { registered: number }): Promise<void> {
    const isDecided = state !== 'AWAITING_VALIDATION' && state !== 'WITHDRAWN';
    const waits = state === 'WAITING' || state === 'OFFERED' ? this.#before(registered - 1) : null;
    await this.#em.execute(
      `insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, mode, state, registered_by_id, submission, consented_at, registered_at,
         decided_at, decided_by_id, refused_reason, waits_since, offered_until, ending, ended_at, is_demonstration)
       select ?, s.uuid, ?, (select email from participant where uuid = ?), ?, ?, 'CIVIL_SOCIETY', case s.format when 'ONLINE' then 'ONLINE' else 'ON_SITE' end, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, true from training_session s where s.uuid = ?`,
      [this.#luck.uuid(this.#today), participant, participant, person.organisation, person.country, state, person.coordinator, this.#luck.uuid(this.#today), this.#before(registered), this.#before(registered),
        isDecided ? this.#before(registered - 1) : null, isDecided ? person.officer : null, state === 'REFUSED' ? REASON : null, waits,
        state === 'OFFERED' ? this.#before(-2) : null, state === 'WITHDRAWN' ? 'WITHDRAWN' : null, state === 'WITHDRAWN' ? this.#before(3) : null, session.uuid]);
  }

  #before(days: number): Date {
    return new Date(this.#today.getTime() - days * DAY);
  }
}

/** What an embassy has written, in French. */
export const REASON = 'Cette session est destinée aux magistrats.';

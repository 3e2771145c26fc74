/** Invented missions of the invented expert who has an account: one that is agreed, with meetings and journeys, and one that is closed. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { consult } from './consultations.ts';

type Said = Readonly<Record<string, string>>;

/** Keys that are drawn by chance, once: the same demonstration has the same. */
export const OWN_MISSIONS = { AGREED: 'c8f40b5e-9d17-4a63-b2e5-07d96a1f38c4', CLOSED: '2e71d9a4-0c58-4fb6-9a3d-e4b8067c51f2' } as const;
const { AGREED, CLOSED } = OWN_MISSIONS;

interface Leg {
  readonly uuid: string;
  readonly country: string;
  readonly city: string;
  /** Its first and its last day, counted from the first of the mission. */
  readonly days: readonly [number, number];
  readonly lodging: string;
  readonly transport: string;
  /** By locale, the French one first. */
  readonly purpose: Said;
  readonly asked: string;
}

const LEGS: readonly Leg[] = [
  {
    uuid: '95b3e0c7-61fa-4d28-8e94-2a70d5b8f316', country: 'BG', city: 'sofia', days: [0, 1], lodging: 'Hôtel (exemple inventé), Sofia', transport: 'Voiture de l’ambassade depuis l’aéroport (exemple inventé).', asked: 'f3a62d81-7b0e-4c95-a418-5e9c07d2b634',
    purpose: { fr: 'Échanges sur l’orientation des victimes vers l’assistance (exemple inventé).', en: 'Exchange on referring victims to assistance (invented example).', bg: 'Обмен относно насочването на жертвите към подкрепа (измислен пример).' },
  },
  {
    uuid: '07d4c1f8-3e95-4b7a-9c60-b81f2e6a5d93', country: 'GR', city: 'athens', days: [2, 3], lodging: 'Hôtel (exemple inventé), Athènes', transport: 'Métro (exemple inventé).', asked: '6b18e9d0-c24f-4a73-8d51-f7052ca9e3b8',
    purpose: { fr: 'Atelier avec les services sociaux (exemple inventé).', en: 'Workshop with social services (invented example).', el: 'Εργαστήριο με τις κοινωνικές υπηρεσίες (φανταστικό παράδειγμα).' },
  },
];

const MEETINGS: readonly { readonly uuid: string; readonly leg: number; readonly day: number; readonly starts: string; readonly status: string; readonly category: string; readonly host: string; readonly place: string; readonly subject: Said }[] = [
  {
    uuid: 'd94f7a02-58e6-4b31-9c7d-a0e3b61f82c5', leg: 0, day: 0, starts: '14:00', status: 'CONFIRMED', category: 'AUTHORITY', host: 'Commission nationale (exemple inventé)', place: 'Salle de réunion (exemple inventé)',
    subject: { fr: 'Le mécanisme national d’orientation', en: 'The national referral mechanism', bg: 'Националният механизъм за насочване' },
  },
  {
    uuid: '3c0b86e5-f7a1-4d92-b458-61d9e72c0fa3', leg: 1, day: 2, starts: '10:00', status: 'PROPOSED', category: 'AUTHORITY', host: 'Services sociaux (exemple inventé)', place: 'Salle de réunion (exemple inventé)',
    subject: { fr: 'Les indices relevés par les services sociaux', en: 'Indicators noticed by social services', el: 'Οι ενδείξεις που εντοπίζουν οι κοινωνικές υπηρεσίες' },
  },
];

/** Each by its mode, its cities, its day and its hours. */
const JOURNEYS = [['FLIGHT', 'paris', 'sofia', 0, '05:30', '09:30', 'XX 200 (inventé)'], ['FLIGHT', 'sofia', 'athens', 1, '20:30', '21:50', 'XX 210 (inventé)'], ['FLIGHT', 'athens', 'paris', 3, '20:30', '23:00', 'XX 220 (inventé)']] as const;

const ADVISER = `(select id from person where email = 'adviser@passerelle.example')`;

/** Writes them in the name of the invented adviser, by the steps of any other. `em` is the owner's. */
export async function fillOwnMissions(em: EntityManager): Promise<void> {
  const [expert] = await em.execute<{ uuid: string }[]>('select e.uuid from expert e where e.is_demonstration and e.person_id is not null');
  if (!expert || (await em.execute<unknown[]>('select from mission where uuid = ?', [AGREED])).length > 0) return;
  await fillAgreed(em, expert.uuid);
  await fillClosed(em, expert.uuid);
}

/** The first Monday of a week in which something engages neither the expert nor the adviser. */
async function weekOf(em: EntityManager, expert: string, from: string): Promise<string | undefined> {
  const [found] = await em.execute<{ day: string }[]>(
    `select d::date::text as day from generate_series(?::date, ?::date + 182, interval '7 days') d where not exists (select from expert_engagement g where (g.who = ? or g.person_id = ${ADVISER}) and g.held && tstzmultirange(tstzrange(d - interval '2 days', d + interval '6 days'))) order by d limit 1`, [from, from, expert]);
  return found?.day;
}

async function makeMission(em: EntityManager, uuid: string, { title, first, days }: { readonly title: Said; readonly first: string; readonly days: number }): Promise<void> {
  await em.execute(`insert into mission (uuid, source_locale, starts_on, ends_on, prepared_by_id, is_demonstration) values (?, 'fr', ?, ?::date + ?::int, ${ADVISER}, true)`, [uuid, first, first, days]);
  for (const [locale, text] of Object.entries(title)) await em.execute('insert into mission_translation (mission_uuid, locale, title) values (?, ?, ?)', [uuid, locale, text]);
}

async function makeLeg(em: EntityManager, mission: string, first: string, position: number, { uuid, country, city, days: [from, until], lodging, transport, purpose }: Omit<Leg, 'asked'>): Promise<void> {
  await em.execute(
    `insert into mission_leg (uuid, source_locale, mission_uuid, position, country_code, city_code, starts_on, ends_on, lodging_name, transport) values (?, 'fr', ?, ?, ?, ?, ?::date + ?::int, ?::date + ?::int, ?, ?)`, [uuid, mission, position, country, city, first, from, first, until, lodging, transport]);
  for (const [locale, text] of Object.entries(purpose)) await em.execute('insert into mission_leg_translation (leg_uuid, locale, purpose) values (?, ?, ?)', [uuid, locale, text]);
}

/** The expert is in each leg from ten in the morning of its first day to eight in the evening of its last. */
async function join(em: EntityManager, mission: string, expert: string): Promise<void> {
  await em.execute(
    `with m as (insert into mission_member (uuid, mission_uuid, expert_uuid, role, home_city_code, most_days) values (gen_random_uuid(), ?, ?, 'NGO', 'paris', 5) returning uuid, mission_uuid)
     insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at, is_lodging_provided) select m.uuid, l.uuid, l.starts_on + time '10:00', l.ends_on + time '20:00', l.position = 1 from m join mission_leg l on l.mission_uuid = m.mission_uuid`, [mission, expert]);
}

const move = async (em: EntityManager, mission: string, ...stages: readonly string[]): Promise<void> => {
  for (const stage of stages) await em.execute('update mission set stage = ?, version = version + 1 where uuid = ?', [stage, mission]);
};

async function fillAgreed(em: EntityManager, expert: string): Promise<void> {
  const first = await weekOf(em, expert, '2028-01-24');
  if (!first) return;
  await makeMission(em, AGREED, { title: { fr: 'Sofia et Athènes : orientation des victimes (exemple inventé)', en: 'Sofia and Athens: referring victims (invented example)' }, first, days: 3 });
  for (const [n, leg] of LEGS.entries()) await makeLeg(em, AGREED, first, n + 1, leg);
  await join(em, AGREED, expert);
  await em.execute(`insert into leg_contact (uuid, leg_uuid, name, function, organisation, email, phone) values (gen_random_uuid(), ?, 'Камелия Примерова', 'Секретариат (измислен)', 'Посолство на Франция в България', 'kameliya.primerova@passerelle.example', '+359 2 000 00 00')`, [LEGS[0]!.uuid]);
  for (const { uuid, leg, day, starts, status, category, host, place, subject } of MEETINGS) {
    await em.execute(`insert into meeting (uuid, leg_uuid, source_locale, host_name, category, status, minutes, day, starts, place_name) values (?, ?, 'fr', ?, ?, ?, 90, ?::date + ?::int, ?::time, ?)`, [uuid, LEGS[leg]!.uuid, host, category, status, first, day, starts, place]);
    for (const [locale, text] of Object.entries(subject)) await em.execute('insert into meeting_translation (meeting_uuid, locale, subject) values (?, ?, ?)', [uuid, locale, text]);
    for (const language of ['fr', leg === 0 ? 'bg' : 'el']) await em.execute(`insert into meeting_language (meeting_uuid, language_code, at_least) values (?, ?, 'B2')`, [uuid, language]);
    await em.execute(`insert into meeting_member (meeting_uuid, member_uuid, role) select ?, m.uuid, m.role from mission_member m where m.mission_uuid = ?`, [uuid, AGREED]);
  }
  for (const [mode, from, to, day, departs, arrives, carrier] of JOURNEYS) {
    await em.execute(
      `with t as (insert into mission_travel (uuid, mission_uuid, mode, from_city_code, to_city_code, departs_at, arrives_at, carrier) values (gen_random_uuid(), ?, ?, ?, ?, ?::date + ?::int + ?::time, ?::date + ?::int + ?::time, ?) returning uuid, mission_uuid)
       insert into mission_traveller (travel_uuid, member_uuid) select t.uuid, m.uuid from t join mission_member m on m.mission_uuid = t.mission_uuid`, [AGREED, mode, from, to, first, day, departs, first, day, arrives, carrier]);
  }
  await move(em, AGREED, 'PLANNED', 'CONSULTED');
  for (const { uuid, asked } of LEGS) await consult(em, { uuid: asked, leg: uuid, ago: 12, days: 5, scac: { answer: 'AGREED' }, ssi: { answer: 'AGREED' } });
  await move(em, AGREED, 'AGREED');
  await em.execute('update consultation c set closed_at = now() from mission_leg l where l.uuid = c.leg_uuid and l.mission_uuid = ?', [AGREED]);
}

/** What the expert has done stands on their record once it is closed. */
async function fillClosed(em: EntityManager, expert: string): Promise<void> {
  const first = await weekOf(em, expert, '2025-03-03');
  if (!first) return;
  await makeMission(em, CLOSED, { title: { fr: 'Skopje : écoute des enfants (exemple inventé)' }, first, days: 1 });
  await makeLeg(em, CLOSED, first, 1, { uuid: 'a10e5d7c-48b9-4f62-9d03-7c6f82e1b5d4', country: 'MK', city: 'skopje', days: [0, 1], lodging: 'Hôtel (exemple inventé), Skopje', transport: 'À pied (exemple inventé).', purpose: { fr: 'Échanges avec les services sociaux (exemple inventé).' } });
  await join(em, CLOSED, expert);
  await em.execute(`with r as (insert into mission_report (mission_uuid, source_locale, written_by_id) values (?, 'fr', ${ADVISER}) returning mission_uuid) insert into mission_report_translation (mission_uuid, locale, summary) select mission_uuid, 'fr', 'Les services ont comparé leurs pratiques (exemple inventé).' from r`, [CLOSED]);
  await move(em, CLOSED, 'PLANNED', 'CONSULTED', 'AGREED', 'REPORTED', 'CLOSED');
}

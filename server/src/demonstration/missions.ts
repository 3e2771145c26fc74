/** Invented missions: one through three countries that the posts have been shown, one of Albania, an idea, and one that was given up. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { DEFAULT_TEAM } from '@passerelle/shared/missionTeam.ts';

interface Leg {
  readonly uuid: string;
  readonly country: string;
  readonly city: string;
  readonly from: string;
  readonly until: string;
  readonly lodging: string | null;
  readonly transport: string | null;
  /** By locale, the French one first. */
  readonly purpose: Readonly<Record<string, string>>;
  readonly contacts?: readonly Contact[];
}

interface Contact {
  readonly name: string;
  readonly function: string;
  readonly organisation: string;
  readonly email: string;
  readonly phone: string | null;
}

interface Invented {
  readonly uuid: string;
  readonly from: string;
  readonly until: string;
  readonly cents: number | null;
  readonly stages: readonly string[];
  readonly title: Readonly<Record<string, string>>;
  readonly objective: string;
  /** Why it was given up, by locale; not said where it was not. */
  readonly givenUp?: Readonly<Record<string, string>>;
  readonly legs: readonly Leg[];
  /** Whom its team has: the first experts of each profession who are engaged by nothing on these days, and the adviser. */
  readonly team: readonly Somebody[];
}

interface Somebody {
  readonly profession: string | null;
  readonly role: string;
  /** The city from which they leave, and on how many days they can be away; not known where it is not said. */
  readonly home?: string;
  readonly days?: number;
  /** In which of its legs, from 0; none of whoever takes the place of the one before if need be. */
  readonly legs: readonly number[];
}

/** Keys that are drawn by chance, once: the same demonstration has the same. */
export const MISSION_KEYS = { THREE_CAPITALS: '6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10', TIRANA: 'd5e2b781-9a4c-4637-8f0d-1c7e6a93b2f8', SPRING: 'b82f4d07-5c9e-4a61-93d8-1e70c6a5f24b', GIVEN_UP: 'f4b92c60-7d3e-4a18-86b5-0e9d51c7a32b' } as const;
const MISSIONS: readonly Invented[] = [
  {
    uuid: MISSION_KEYS.THREE_CAPITALS, from: '2027-11-08', until: '2027-11-12', cents: 1_250_000, stages: ['PLANNED', 'CONSULTED'],
    title: { fr: 'Sarajevo, Belgrade et Pristina : coopération des enquêteurs et des parquets', en: 'Sarajevo, Belgrade and Pristina: cooperation of investigators and prosecutors' },
    objective: 'Faire connaître les équipes communes d’enquête aux parquets des trois capitales.',
    legs: [
      {
        uuid: 'c27e4a90-1b6d-4f38-8a5c-90e3d174b6f2', country: 'BA', city: 'sarajevo', from: '2027-11-08', until: '2027-11-09', lodging: 'Hôtel (exemple inventé), Sarajevo', transport: 'Arrivée par avion, puis en voiture de l’ambassade.',
        purpose: { fr: 'Rencontres avec les services d’enquête et une organisation d’assistance.', en: 'Meetings with investigators and an organisation that gives assistance.', bs: 'Sastanci s istražiteljima i jednom organizacijom za pomoć.' },
      },
      {
        uuid: '3b9d07f4-e85a-4126-b3cf-5d21a8c0e947', country: 'RS', city: 'belgrade', from: '2027-11-10', until: '2027-11-10', lodging: null, transport: 'Arrivée par la route le 10 novembre au matin.',
        purpose: { fr: 'Échanges avec le parquet et la police sur les équipes communes d’enquête.', en: 'Exchange with the prosecution and the police on joint investigation teams.', 'sr-Cyrl': 'Разговори са тужилаштвом и полицијом о заједничким истражним тимовима.', 'sr-Latn': 'Razgovori sa tužilaštvom i policijom o zajedničkim istražnim timovima.' },
        contacts: [
          { name: 'Aline Exemple', function: 'Attachée de coopération (inventée)', organisation: 'Ambassade de France en Serbie', email: 'aline.exemple@passerelle.example', phone: '+381 11 000 00 00' },
          { name: 'Marko Primer', function: 'Secrétariat du parquet (inventé)', organisation: 'Parquet (exemple inventé)', email: 'marko.primer@passerelle.example', phone: null },
        ],
      },
      {
        uuid: '84a6f5d1-70c3-4be9-a1d8-2f6b9c3e5074', country: 'XK', city: 'pristina', from: '2027-11-11', until: '2027-11-12', lodging: null, transport: null,
        purpose: { fr: 'Atelier avec les procureurs et réunion au poste.', en: 'Workshop with prosecutors and meeting at the post.', sq: 'Punëtori me prokurorët dhe takim në ambasadë.' },
      },
    ],
    team: [
      { profession: null, role: 'ADVISER', legs: [0, 1, 2] }, { profession: 'PROSECUTOR', role: 'MAGISTRATE', home: 'paris', days: 4, legs: [0, 1, 2] }, { profession: 'JUDGE', role: 'MAGISTRATE', legs: [] },
      { profession: 'POLICE_OFFICER', role: 'POLICE', home: 'bucharest', days: 5, legs: [0, 1] }, { profession: 'NGO_STAFF', role: 'NGO', legs: [0] },
    ],
  },
  {
    uuid: MISSION_KEYS.TIRANA, from: '2027-09-20', until: '2027-09-23', cents: 480_000, stages: ['PLANNED', 'CONSULTED'],
    title: { fr: 'Tirana : identification des victimes par les services sociaux', en: 'Tirana: identification of victims by social services' },
    objective: 'Échanger sur les indicateurs d’identification utilisés par les services sociaux.',
    legs: [
      {
        uuid: '1e80c6b5-4f92-4d73-9b2a-6ca7f318d05e', country: 'AL', city: 'tirana', from: '2027-09-20', until: '2027-09-23', lodging: null, transport: null,
        purpose: { fr: 'Séminaire avec les services sociaux et visite d’une administration.', en: 'Seminar with social services and visit to an authority.', sq: 'Seminar me shërbimet sociale dhe vizitë në një institucion.' },
      },
    ],
    // A police officer is still being looked for.
    team: [{ profession: null, role: 'ADVISER', legs: [0] }, { profession: 'INVESTIGATING_JUDGE', role: 'MAGISTRATE', legs: [0] }, { profession: 'SOCIAL_WORKER', role: 'NGO', legs: [0] }],
  },
  { uuid: '09f7ac42-6d1e-4835-b0c9-e4a52d816b7c', from: '2028-03-06', until: '2028-03-10', cents: null, stages: [], title: { fr: 'Moldavie et Roumanie : traite aux fins de travail forcé', en: 'Moldova and Romania: trafficking for forced labour' }, objective: 'Préparer un échange entre inspections du travail.', legs: [], team: [] },
  // Which countries and which team: the planner has been asked (`plans.ts`).
  { uuid: MISSION_KEYS.SPRING, from: '2028-05-15', until: '2028-05-19', cents: 600_000, stages: [], title: { fr: 'Mai 2028 : trois pays, une équipe (exemple inventé)', en: 'May 2028: three countries, one team (invented example)' }, objective: 'Répondre ensemble aux besoins et aux recommandations les plus pressants.', legs: [], team: [] },
  {
    uuid: MISSION_KEYS.GIVEN_UP, from: '2027-06-14', until: '2027-06-16', cents: null, stages: ['PLANNED'], title: { fr: 'Zagreb : indemnisation des victimes (exemple inventé)', en: 'Zagreb: compensation of victims (invented example)' },
    objective: 'Comparer les fonds d’indemnisation.', givenUp: { fr: 'Les autorités d’accueil ont reporté la rencontre sans date (exemple inventé).', en: 'The host authorities have put the meeting off without a date (invented example).' }, legs: [], team: [],
  },
];

/** Writes them in the name of the invented adviser. What is shown is shown by the same steps as of any other. */
export async function fillMissions(em: EntityManager): Promise<void> {
  for (const mission of MISSIONS) {
    await em.execute(
      `insert into mission (uuid, source_locale, starts_on, ends_on, envelope_cents, prepared_by_id, is_demonstration) values (?, 'fr', ?, ?, ?, (select id from person where email = 'adviser@passerelle.example'), true)`, [mission.uuid, mission.from, mission.until, mission.cents]);
    for (const [locale, title] of Object.entries(mission.title)) await em.execute('insert into mission_translation (mission_uuid, locale, title) values (?, ?, ?)', [mission.uuid, locale, title]);
    for (const { kind, atLeast } of DEFAULT_TEAM) await em.execute('insert into mission_team_rule (mission_uuid, role, at_least) values (?, ?, ?)', [mission.uuid, kind, atLeast]);
    await em.execute(`with o as (insert into mission_objective (uuid, source_locale, mission_uuid, position) values (gen_random_uuid(), 'fr', ?, 1) returning uuid) insert into mission_objective_translation (objective_uuid, locale, text) select uuid, 'fr', ? from o`, [mission.uuid, mission.objective]);
    for (const [n, leg] of mission.legs.entries()) await fillLeg(em, mission.uuid, n + 1, leg);
    await fillTeam(em, mission);
    for (const stage of mission.stages) await em.execute('update mission set stage = ?, version = version + 1 where uuid = ?', [stage, mission.uuid]);
    for (const [locale, reason] of Object.entries(mission.givenUp ?? {})) await em.execute('update mission_translation set given_up_reason = ? where mission_uuid = ? and locale = ?', [reason, mission.uuid, locale]);
    if (mission.givenUp) await em.execute(`update mission set stage = 'GIVEN_UP', given_up_on = current_date, version = version + 1 where uuid = ?`, [mission.uuid]);
  }
}

async function fillLeg(em: EntityManager, mission: string, position: number, { uuid, country, city, from, until, lodging, transport, purpose, contacts = [] }: Leg): Promise<void> {
  await em.execute(
    `insert into mission_leg (uuid, source_locale, mission_uuid, position, country_code, city_code, starts_on, ends_on, lodging_name, transport) values (?, 'fr', ?, ?, ?, ?, ?, ?, ?, ?)`, [uuid, mission, position, country, city, from, until, lodging, transport]);
  for (const [locale, text] of Object.entries(purpose)) await em.execute('insert into mission_leg_translation (leg_uuid, locale, purpose) values (?, ?, ?)', [uuid, locale, text]);
  for (const { name, function: does, organisation, email, phone } of contacts) {
    await em.execute('insert into leg_contact (uuid, leg_uuid, name, function, organisation, email, phone) values (gen_random_uuid(), ?, ?, ?, ?, ?, ?)', [uuid, name, does, organisation, email, phone]);
  }
}

/** The adviser, or the first expert of a profession who teaches nowhere on the days of a mission and is in no other. */
const WHO = `
  select e.uuid as expert, null::uuid as person from expert e where e.profession_code = ? and e.is_demonstration and e.person_id is null and not exists (select from mission_member m where m.expert_uuid = e.uuid)
    and not exists (select from expert_engagement g where g.who = e.uuid and g.held && tstzmultirange(tstzrange(?::date - 1, ?::date + 2)))
  union all select null, p.id from person p where p.email = 'adviser@passerelle.example' order by 1 nulls last limit 1`;

/** Whoever comes is there from nine in the morning of the first day of a leg to eight in the evening of its last. */
async function fillTeam(em: EntityManager, { uuid, from, until, legs, team }: Invented): Promise<void> {
  let before: string | null = null;
  for (const [n, { profession, role, home = null, days = null, legs: at }] of team.entries()) {
    const [who] = await em.execute<{ expert: string | null; person: string | null }[]>(WHO, [profession, from, until]);
    if (profession !== null && !who?.expert) continue;
    const [{ key }] = (await em.execute<{ key: string }[]>(
      'insert into mission_member (uuid, mission_uuid, expert_uuid, person_id, role, is_lead, substitute_for_uuid, home_city_code, most_days) values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?) returning uuid as key', [uuid, who!.expert, profession === null ? who!.person : null, role, n === 0, at.length === 0 ? before : null, home, days])) as [{ key: string }];
    for (const leg of at) await em.execute(`insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at) values (?, ?, ?::date + time '09:00', ?::date + time '20:00')`, [key, legs[leg]!.uuid, legs[leg]!.from, legs[leg]!.until]);
    before = key;
  }
}

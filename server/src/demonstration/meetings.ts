/** Invented meetings of the legs in Sarajevo and Belgrade: some that have a time, one that waits for one, who goes, and what a host is offered. */
import type { EntityManager } from '@mikro-orm/postgresql';

interface Meeting {
  readonly uuid: string;
  readonly country: string;
  readonly category: string;
  readonly status: string;
  readonly minutes: number;
  readonly isMandatory: boolean;
  readonly host: string;
  readonly at: { readonly day: string; readonly starts: string } | null;
  readonly place: string | null;
  /** By locale, the French one first. */
  readonly subject: Readonly<Record<string, string>>;
  readonly windows: readonly (readonly [day: string, from: string, until: string])[];
  readonly needs: readonly string[];
  readonly languages: readonly (readonly [language: string, atLeast: string])[];
  /** As what those of the team go. */
  readonly roles: readonly string[];
  /** As what somebody goes only if who goes as the other cannot. */
  readonly substitute?: readonly [as: string, inPlaceOf: string];
  /** Before which it is, by its key, with the minutes between them. */
  readonly before?: readonly [key: string, gap: number];
}

/** Keys that are drawn by chance, once: the same demonstration has the same. */
const MEETINGS: readonly Meeting[] = [
  {
    uuid: 'b7d1c0e4-3a52-4f86-9d17-58e06c2ab943', country: 'BA', category: 'NGO', status: 'PROPOSED', minutes: 90, isMandatory: false, host: 'Organisation d’assistance (exemple inventé)', at: { day: '2027-11-09', starts: '10:00' }, place: null,
    subject: { fr: 'Assistance et orientation : échange avec une organisation', en: 'Assistance and referral: exchange with an organisation', bs: 'Pomoć i upućivanje: razgovor s organizacijom' },
    windows: [['2027-11-09', '09:00', '12:00']], needs: ['NGO'], languages: [['bs', 'B2']], roles: ['ADVISER', 'NGO'],
  },
  {
    uuid: '4e9f27a8-6cb3-4d05-8f72-a16d93b0e5c7', country: 'RS', category: 'JUSTICE', status: 'CONFIRMED', minutes: 90, isMandatory: true, host: 'Parquet (exemple inventé)', at: { day: '2027-11-10', starts: '10:00' }, place: 'Salle de réunion (exemple inventé)',
    subject: { fr: 'Équipes communes d’enquête', en: 'Joint investigation teams', 'sr-Cyrl': 'Заједнички истражни тимови', 'sr-Latn': 'Zajednički istražni timovi' },
    windows: [['2027-11-10', '09:00', '12:00'], ['2027-11-10', '14:00', '16:00']], needs: ['MAGISTRATE'], languages: [['sr', 'B2']], roles: ['ADVISER', 'MAGISTRATE'], before: ['91c3a6d5-07e4-4b2f-b8a9-3fd85c127e60', 30],
  },
  {
    uuid: '91c3a6d5-07e4-4b2f-b8a9-3fd85c127e60', country: 'RS', category: 'POLICE', status: 'PROPOSED', minutes: 60, isMandatory: false, host: 'Direction de la police (exemple inventé)', at: { day: '2027-11-10', starts: '14:30' }, place: null,
    subject: { fr: 'Coopération policière', en: 'Police cooperation', 'sr-Cyrl': 'Полицијска сарадња', 'sr-Latn': 'Policijska saradnja' },
    windows: [], needs: ['POLICE'], languages: [['en', 'B2']], roles: ['POLICE'], substitute: ['ADVISER', 'POLICE'],
  },
  {
    uuid: 'd0a84b19-5f6e-4c37-a2d1-e7b95306f8ca', country: 'RS', category: 'POST', status: 'PROPOSED', minutes: 45, isMandatory: false, host: 'Ambassade de France en Serbie', at: null, place: null,
    subject: { fr: 'Réunion de préparation au poste', en: 'Preparatory meeting at the post' }, windows: [], needs: [], languages: [['fr', 'B2']], roles: ['ADVISER'],
  },
];

/** The leg of that country that stands in the demonstration from the 8th to the 12th of November 2027. */
const LEG = `select l.uuid from mission_leg l where l.country_code = ? and l.is_demonstration and l.starts_on between '2027-11-08' and '2027-11-12'`;

/** What the police in Belgrade are offered: nobody has the link. */
const OFFERED = { meeting: '91c3a6d5-07e4-4b2f-b8a9-3fd85c127e60', slots: ['14:30', '15:30', '16:30'] } as const;

async function fillSlots(em: EntityManager, { meeting, slots }: typeof OFFERED): Promise<void> {
  await em.execute(
    `insert into slot_offer (meeting_uuid, leg_uuid, submission, name, email, locale, by_adviser, answers_until, asked_at)
     select m.uuid, m.leg_uuid, m.uuid, m.host_name, 'direkcija.policije@host.example', 'sr-Cyrl', false, '2027-11-03', now() from meeting m where m.uuid = ?`, [meeting]);
  for (const starts of slots) await em.execute(`insert into offered_slot (meeting_uuid, day, starts) values (?, '2027-11-10', ?)`, [meeting, starts]);
}

export async function fillMeetings(em: EntityManager): Promise<void> {
  for (const meeting of MEETINGS) await fillMeeting(em, meeting);
  for (const { uuid, before } of MEETINGS) if (before) await em.execute('insert into meeting_precedence (before_uuid, after_uuid, gap_minutes) values (?, ?, ?)', [uuid, ...before]);
  await fillSlots(em, OFFERED);
}

async function fillMeeting(em: EntityManager, { uuid, country, category, status, minutes, isMandatory, host, at, place, subject, windows, needs, languages, roles, substitute }: Meeting): Promise<void> {
  await em.execute(
    `insert into meeting (uuid, leg_uuid, source_locale, host_name, category, status, minutes, is_mandatory, day, starts, place_name)
     select ?, (${LEG}), 'fr', ?, ?, ?, ?, ?, ?::date, ?::time, ?`,
    [uuid, country, host, category, status, minutes, isMandatory, at?.day ?? null, at?.starts ?? null, place]);
  for (const [locale, text] of Object.entries(subject)) await em.execute('insert into meeting_translation (meeting_uuid, locale, subject) values (?, ?, ?)', [uuid, locale, text]);
  for (const [day, from, until] of windows) await em.execute('insert into meeting_window (meeting_uuid, day, from_time, until_time) values (?, ?, ?, ?)', [uuid, day, from, until]);
  for (const role of needs) await em.execute('insert into meeting_need (meeting_uuid, role, at_least) values (?, ?, 1)', [uuid, role]);
  for (const [language, atLeast] of languages) await em.execute('insert into meeting_language (meeting_uuid, language_code, at_least) values (?, ?, ?)', [uuid, language, atLeast]);
  await em.execute(
    `insert into meeting_member (meeting_uuid, member_uuid, role) select t.uuid, m.uuid, m.role from meeting t join mission_stay s on s.leg_uuid = t.leg_uuid join mission_member m on m.uuid = s.member_uuid
     where t.uuid = ? and m.role = any(string_to_array(?, ' '))`, [uuid, roles.join(' ')]);
  if (substitute) await em.execute(
    `insert into meeting_member (meeting_uuid, member_uuid, role, is_substitute, substitute_for_uuid) select t.uuid, m.uuid, m.role, true, (select g.member_uuid from meeting_member g where g.meeting_uuid = t.uuid and g.role = ? order by g.member_uuid limit 1)
     from meeting t join mission_stay s on s.leg_uuid = t.leg_uuid join mission_member m on m.uuid = s.member_uuid where t.uuid = ? and m.role = ?`, [substitute[1], uuid, substitute[0]]);
}

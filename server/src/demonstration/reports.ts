/** An invented mission that is over, with its report, what is published of it, and how an expert was found. */
import type { EntityManager } from '@mikro-orm/postgresql';

type Said = Readonly<Record<string, string>>;

/** Keys that are drawn by chance, once: the same demonstration has the same. */
const MISSION = 'a3d7f2c8-1b64-4e95-8c0d-57e9b1a64f23';
const PUBLICATION = 'e81c5b9a-7f03-4d26-9b48-c2d60f3a7e15';
const LEGS = [
  { uuid: '4c9e17b3-a582-4f60-8d31-90b7e6c2f5a8', country: 'MD', city: 'chisinau', from: '2026-09-14', until: '2026-09-15', purpose: 'Échanges avec l’inspection du travail (exemple inventé).' },
  { uuid: 'b05f38d6-2e91-4c7a-a614-3d8c9f70e2b1', country: 'RO', city: 'bucharest', from: '2026-09-16', until: '2026-09-16', purpose: 'Réunion sur les travailleurs détachés (exemple inventé).' },
] as const;

interface Objective {
  readonly text: Said;
  readonly outcome: string;
  readonly result: Said;
}

const TITLE = 'Chisinau et Bucarest : traite aux fins de travail forcé (exemple inventé)';
const SUMMARY: Said = {
  fr: 'Les inspections du travail des deux pays ont comparé leurs grilles d’indices et sont convenues d’un point de contact (exemple inventé).', en: 'The labour inspectorates of both countries compared their lists of indicators and agreed on a point of contact (invented example).',
  ro: 'Inspecțiile muncii din ambele țări și-au comparat listele de indicatori și au convenit asupra unui punct de contact (exemplu inventat).',
};
const OBJECTIVES: readonly Objective[] = [
  { text: { fr: 'Comparer les grilles d’indices des deux inspections du travail.', en: 'Compare the lists of indicators of both labour inspectorates.' }, outcome: 'REACHED', result: { fr: 'Les deux grilles ont été comparées ligne à ligne.', en: 'Both lists were compared line by line.' } },
  { text: { fr: 'Convenir d’un échange régulier.', en: 'Agree on a regular exchange.' }, outcome: 'PARTLY', result: { fr: 'Un point de contact est désigné ; la fréquence reste à fixer.', en: 'A point of contact is named; how often they meet is still open.' } },
];
const FINDINGS: readonly { readonly uuid: string; readonly leg: 0 | 1; readonly day: string; readonly dueOn: string; readonly text: Said }[] = [
  { uuid: '7d2a90e4-c615-4b38-91f7-e04b8a5d3c69', leg: 0, day: '2026-09-15', dueOn: '2027-01-29', text: { fr: 'Les inspecteurs n’ont pas d’interprète lors des contrôles (exemple inventé).', en: 'Inspectors have no interpreter during checks (invented example).', ro: 'Inspectorii nu au interpret în timpul controalelor (exemplu inventat).' } },
  { uuid: 'c6140bf9-83d5-4a7e-b2c0-19f5d7e36a84', leg: 1, day: '2026-09-16', dueOn: '2026-10-30', text: { fr: 'Les contrôles communs se préparent au cas par cas (exemple inventé).' } },
];

/** Writes it in the name of the invented adviser, by the steps of any other. `em` is the owner's. */
export async function fillReports(em: EntityManager): Promise<void> {
  await em.execute(`insert into mission (uuid, source_locale, starts_on, ends_on, prepared_by_id, is_demonstration) values (?, 'fr', '2026-09-14', '2026-09-16', (select id from person where email = 'adviser@passerelle.example'), true)`, [MISSION]);
  await em.execute(`insert into mission_translation (mission_uuid, locale, title) values (?, 'fr', ?)`, [MISSION, TITLE]);
  for (const [n, { uuid, country, city, from, until, purpose }] of LEGS.entries()) {
    await em.execute(`insert into mission_leg (uuid, source_locale, mission_uuid, position, country_code, city_code, starts_on, ends_on) values (?, 'fr', ?, ?, ?, ?, ?, ?)`, [uuid, MISSION, n + 1, country, city, from, until]);
    await em.execute(`insert into mission_leg_translation (leg_uuid, locale, purpose) values (?, 'fr', ?)`, [uuid, purpose]);
  }
  await fillTeam(em);
  await fillReport(em);
  for (const stage of ['PLANNED', 'CONSULTED', 'AGREED', 'REPORTED']) await em.execute('update mission set stage = ?, version = version + 1 where uuid = ?', [stage, MISSION]);
  await publish(em);
  await em.execute(
    `insert into appraisal (mission_uuid, expert_uuid, expertise, exchange, reliability, text, locale) select m.mission_uuid, m.expert_uuid, 4, 3, 4, 'A su s’adapter aux questions des inspecteurs (exemple inventé).', 'fr' from mission_member m where m.mission_uuid = ? and m.expert_uuid is not null`, [MISSION]);
}

/** An expert who is engaged by nothing on these days, and in no other mission. */
async function fillTeam(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into mission_member (uuid, mission_uuid, expert_uuid, role) select gen_random_uuid(), ?, e.uuid, 'LABOUR' from expert e where e.is_demonstration and e.person_id is null and not exists (select from mission_member m where m.expert_uuid = e.uuid)
       and not exists (select from expert_engagement g where g.who = e.uuid and g.held && tstzmultirange(tstzrange('2026-09-13', '2026-09-18'))) order by e.profession_code = 'LABOUR_INSPECTOR' desc, e.uuid limit 1`, [MISSION]);
  await em.execute(`insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at) select m.uuid, ?, '2026-09-14 09:00', '2026-09-15 18:00' from mission_member m where m.mission_uuid = ?`, [LEGS[0].uuid, MISSION]);
}

async function fillReport(em: EntityManager): Promise<void> {
  await em.execute(`insert into mission_report (mission_uuid, source_locale, written_by_id) values (?, 'fr', (select id from person where email = 'adviser@passerelle.example'))`, [MISSION]);
  for (const [locale, summary] of Object.entries(SUMMARY)) await em.execute('insert into mission_report_translation (mission_uuid, locale, summary) values (?, ?, ?)', [MISSION, locale, summary]);
  for (const [n, { text, outcome, result }] of OBJECTIVES.entries()) {
    const [{ key }] = (await em.execute<{ key: string }[]>(`insert into mission_objective (uuid, source_locale, mission_uuid, position) values (gen_random_uuid(), 'fr', ?, ?) returning uuid as key`, [MISSION, n + 1])) as [{ key: string }];
    for (const [locale, said] of Object.entries(text)) await em.execute('insert into mission_objective_translation (objective_uuid, locale, text) values (?, ?, ?)', [key, locale, said]);
    await em.execute(`insert into objective_result (objective_uuid, source_locale, outcome) values (?, 'fr', ?)`, [key, outcome]);
    for (const [locale, said] of Object.entries(result)) await em.execute('insert into objective_result_translation (objective_uuid, locale, text) values (?, ?, ?)', [key, locale, said]);
  }
  for (const { uuid, leg, day, dueOn, text } of FINDINGS) {
    await em.execute(`insert into finding (uuid, mission_uuid, leg_uuid, theme_code, found_on, due_on, source_locale) values (?, ?, ?, (select code from theme where code = 'LABOUR_INSPECTION'), ?, ?, 'fr')`, [uuid, MISSION, LEGS[leg].uuid, day, dueOn]);
    for (const [locale, said] of Object.entries(text)) await em.execute('insert into finding_translation (finding_uuid, locale, text) values (?, ?, ?)', [uuid, locale, said]);
  }
}

/** The summary, what came of the objectives, and the first finding: as the adviser has chosen. */
async function publish(em: EntityManager): Promise<void> {
  await em.execute(`insert into mission_publication (uuid, summary_locale, first_month, last_month, is_demonstration) values (?, 'fr', '2026-09-01', '2026-09-01', true)`, [PUBLICATION]);
  await em.execute('insert into mission_publication_translation (publication_uuid, locale, summary) select ?::uuid, x.locale, x.summary from mission_report_translation x where x.mission_uuid = ?', [PUBLICATION, MISSION]);
  await em.execute(`insert into mission_publication_country (publication_uuid, country_code) values (?, 'MD'), (?, 'RO')`, [PUBLICATION, PUBLICATION]);
  await em.execute(
    `with r as (insert into published_result (uuid, publication_uuid, position, outcome, source_locale, text_locale) select gen_random_uuid(), ?, o.position, v.outcome, 'fr', 'fr' from mission_objective o join objective_result v on v.objective_uuid = o.uuid where o.mission_uuid = ? returning uuid, position)
     insert into published_result_translation (result_uuid, locale, objective, text) select r.uuid, t.locale, t.text, x.text from r join mission_objective o on o.mission_uuid = ? and o.position = r.position
       join mission_objective_translation t on t.objective_uuid = o.uuid join objective_result_translation x on x.objective_uuid = o.uuid and x.locale = t.locale`, [PUBLICATION, MISSION, MISSION]);
  await em.execute(
    `with f as (insert into published_finding (uuid, publication_uuid, position, country_code, theme_code, month, source_locale) select gen_random_uuid(), ?, 1, 'MD', theme_code, '2026-09-01', 'fr' from finding where uuid = ? returning uuid)
     insert into published_finding_translation (finding_uuid, locale, text) select f.uuid, t.locale, t.text from f, finding_translation t where t.finding_uuid = ?`, [PUBLICATION, FINDINGS[0]!.uuid, FINDINGS[0]!.uuid]);
  await em.execute(
    `insert into publication_decision (mission_uuid, publication_uuid, has_summary, has_days, countries, results, findings, decided_by_id, mission_version)
     select m.uuid, ?, true, false, '{MD,RO}', array(select o.uuid::text from mission_objective o where o.mission_uuid = m.uuid order by 1), array[?], (select id from person where email = 'adviser@passerelle.example'), m.version from mission m where m.uuid = ?`, [PUBLICATION, FINDINGS[0]!.uuid, MISSION]);
}

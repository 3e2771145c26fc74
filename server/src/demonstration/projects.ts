/** Invented projects, which the invented adviser has proposed: a regional one that came from a group of needs, and a bilateral one that was selected. */
import type { EntityManager } from '@mikro-orm/postgresql';

/** A project; keys are drawn by chance, once. `ago`: how many days ago it was proposed; `budget`: lines in French, in cents. */
interface Invented {
  readonly uuid: string;
  readonly ago: number;
  readonly group: string | null;
  readonly countries: readonly string[];
  readonly needs: readonly string[];
  readonly themes: readonly string[];
  readonly texts: readonly (readonly [locale: string, title: string, purpose: string])[];
  readonly budget: readonly (readonly [label: string, cents: number])[];
  /** Why it was selected. */
  readonly selected: string | null;
  /** The key of the mission whose first objective serves it. */
  readonly mission?: string;
}

const PROJECTS: readonly Invented[] = [
  {
    uuid: '2e8d5c17-4b9a-4f36-a0c1-7d52e9b8f604', ago: 8, group: 'c7e4a9d3-16b2-4f58-8e0d-94b1f6a25c37', countries: ['BA', 'BG', 'CY', 'GR'], themes: ['LABOUR_EXPLOITATION', 'IDENTIFICATION'],
    needs: ['759f859b-0922-41dd-890b-fe3f29ad9852', '4a85b712-ba8b-4bef-975c-33304b501d12', 'e4592287-6304-4ef9-aca6-de356632f819', '6213341d-d032-476c-88b3-d4c2d12ef786'],
    texts: [
      ['fr', 'Former ensemble les inspections du travail (exemple inventé)', 'Un cycle commun de formation et des indicateurs partagés, pour que les inspections des quatre pays repèrent l’exploitation par le travail.'],
      ['en', 'Training labour inspectorates together (invented example)', 'One cycle of training and shared indicators, so that the inspectorates of the four countries detect labour exploitation.'],
      ['el', 'Κοινή κατάρτιση των επιθεωρήσεων εργασίας (επινοημένο παράδειγμα)', 'Κοινός κύκλος κατάρτισης και κοινοί δείκτες, ώστε οι επιθεωρήσεις των τεσσάρων χωρών να εντοπίζουν την εργασιακή εκμετάλλευση.'],
    ],
    budget: [['Deux sessions de formation', 1_850_000], ['Interprétation', 640_000], ['Traduction des indicateurs', 210_000]], selected: null,
  },
  {
    uuid: '9a41f7e3-0d68-4c25-b87e-3f16c0a5d972', ago: 45, group: null, countries: ['AL'], themes: ['ASSISTANCE', 'CHILD_TRAFFICKING'], needs: ['1df564db-fcc2-4e9a-8446-0750dbaebd84'],
    texts: [
      ['fr', 'Renforcer l’accueil des mineurs (exemple inventé)', 'Un appui ponctuel aux services sociaux qui accueillent des mineurs, avec des praticiens français.'],
      ['en', 'Strengthening care for minors (invented example)', 'Short-term support by French practitioners for the social services that take care of minors.'],
      ['sr-Latn', 'Jačanje prihvata maloletnika (izmišljen primer)', 'Kratka podrška francuskih stručnjaka socijalnim službama koje prihvataju maloletnike.'],
    ],
    budget: [['Mission d’experts', 720_000]], selected: 'Besoin urgent, réponse possible dans l’année (exemple inventé).', mission: 'd5e2b781-9a4c-4637-8f0d-1c7e6a93b2f8',
  },
];

const ADVISER = `(select id from person where is_demonstration and email = 'adviser@passerelle.example')`;

/** Writes them, once there are needs, experts and sessions. `em` is the owner's. */
export async function fillProjects(em: EntityManager): Promise<void> {
  for (const project of PROJECTS) await writeProject(em, project);
}

async function writeProject(em: EntityManager, { uuid, ago, group, countries, needs, themes, texts, budget, selected, mission }: Invented): Promise<void> {
  await em.execute(
    `insert into project (uuid, source_locale, status, proposed_at, proposed_by_id, proposed_as, common_need_uuid, version, is_demonstration) values (?, 'fr', ?, now() - ? * interval '1 day', ${ADVISER}, 'ADVISER', ?, ?, true)`,
    [uuid, selected === null ? 'PROPOSED' : 'SELECTED', ago, group, selected === null ? 1 : 2]);
  for (const [locale, title, purpose] of texts) await em.execute('insert into project_translation (project_uuid, locale, title, purpose) values (?, ?, ?, ?)', [uuid, locale, title, purpose]);
  for (const country of countries) await em.execute('insert into project_country (project_uuid, country_code) values (?, ?)', [uuid, country]);
  for (const need of needs) await em.execute('insert into project_need (project_uuid, need_uuid) values (?, ?)', [uuid, need]);
  for (const [n, [label, cents]] of budget.entries()) await em.execute(`insert into project_budget_line (project_uuid, position, label, locale, cents) values (?, ?, ?, 'fr', ?)`, [uuid, n + 1, label, cents]);
  const [of, about] = [JSON.stringify(countries), JSON.stringify(themes)];
  const among = 'any(array(select jsonb_array_elements_text(?::jsonb)))';
  await em.execute(
    `insert into project_recommendation (project_uuid, recommendation_slug) select ?::uuid, r.slug from recommendation r where r.country_code = ${among}
     and exists (select from recommendation_theme t where t.recommendation_slug = r.slug and t.theme_code = ${among}) order by coalesce(r.year, 0) desc, r.slug limit 3`, [uuid, of, about]);
  await em.execute(
    `insert into project_expert (project_uuid, expert_uuid) select ?::uuid, e.uuid from expert e where e.is_demonstration and exists (select from expert_country c where c.expert_uuid = e.uuid and c.country_code = ${among})
     and exists (select from expert_theme t where t.expert_uuid = e.uuid and t.theme_code = ${among}) order by e.uuid limit 2`, [uuid, of, about]);
  await em.execute(
    `insert into project_session (project_uuid, session_uuid) select ?::uuid, s.uuid from training_session s where s.is_demonstration and s.stage in ('OPEN', 'CLOSED') and s.ends_at <= now() and s.theme_code = ${among} order by s.starts_at desc, s.uuid limit 1`, [uuid, about]);
  await em.execute(
    `insert into project_own_session (session_uuid, project_uuid) select s.uuid, ?::uuid from training_session s where s.is_demonstration and s.stage = 'OPEN' and s.ends_at > now() and s.theme_code = ${among} order by s.starts_at, s.uuid limit 1 on conflict do nothing`, [uuid, about]);
  if (mission) await em.execute('insert into mission_objective_project (objective_uuid, project_uuid) select uuid, ?::uuid from mission_objective where mission_uuid = ? and position = 1', [uuid, mission]);
  for (const [n, [status, reason]] of ([['PROPOSED', null], ...(selected === null ? [] : [['SELECTED', selected]])] as const).entries()) {
    await em.execute(
      `insert into project_step (project_uuid, position, at, by_id, by_role, to_status, reason, locale) values (?, ?, now() - ? * interval '1 day', ${ADVISER}, 'ADVISER', ?, ?::text, case when ?::text is not null then 'fr' end)`, [uuid, n + 1, ago / (n + 1), status, reason, reason]);
  }
}

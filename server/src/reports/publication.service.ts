/** Publishing parts of the report of a mission by decision, and withdrawing them. What is published is a copy: it leads to no mission, and changes by another decision alone. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { FINDING_KIND, findPersonalData } from '@passerelle/shared/guard/index.ts';
import { v4 } from 'uuid';
import { fault, type HeldMission, invalid, type MissionFault, type MissionResult, result, whereAllowed, type Which } from '../missions/index.ts';

/** What of a report is published: countries by their codes, results by the keys of their objectives, findings by theirs. */
export interface Choice {
  readonly hasSummary: boolean;
  readonly hasDays: boolean;
  readonly countries: readonly string[];
  readonly results: readonly string[];
  readonly findings: readonly string[];
}

interface Decided extends Choice {
  readonly publication: string;
  readonly missionVersion: number;
}

const DECIDED = `select publication_uuid as publication, mission_version as "missionVersion", has_summary as "hasSummary", has_days as "hasDays", countries, results, findings from publication_decision where mission_uuid = ?`;

const decidedFor = async (em: EntityManager, mission: string): Promise<Decided | undefined> => (await em.execute<Decided[]>(DECIDED, [mission]))[0];

const same = ({ hasSummary, hasDays, countries, results, findings }: Choice): string => JSON.stringify([hasSummary, hasDays, countries, results, findings]);

interface Findable {
  readonly key: string;
  readonly country: string | null;
}

const isRepeated = (list: readonly string[]): boolean => new Set(list).size < list.length;

/** What is wrong with a choice, as far as what is there says it. */
function choiceFaults(choice: Choice, { legs }: HeldMission, { results, findings }: { readonly results: readonly string[]; readonly findings: readonly Findable[] }): MissionFault[] {
  const chosen = choice.findings.map((key) => findings.find((one) => one.key === key));
  const isNone = !choice.hasSummary && choice.results.length === 0 && choice.findings.length === 0;
  return [
    ...(isNone ? [fault('PARTS', 'MISSING')] : []), ...([choice.countries, choice.results, choice.findings].some(isRepeated) ? [fault('PARTS', 'REPEATED')] : []),
    ...(choice.countries.length === 0 ? [fault('COUNTRIES', 'MISSING')] : []), ...(choice.countries.every((code) => legs.some(({ country }) => country === code)) ? [] : [fault('COUNTRIES', 'UNKNOWN')]),
    ...(choice.results.every((key) => results.includes(key)) ? [] : [fault('RESULTS', 'UNKNOWN')]), ...(chosen.includes(undefined) ? [fault('FINDING', 'UNKNOWN')] : []),
    // Where it is named that a mission was in a country is the adviser's to choose.
    ...(chosen.every((one) => one === undefined || one.country === null || choice.countries.includes(one.country)) ? [] : [fault('FINDING', 'NOT_HERE')]),
  ];
}

const CHOOSABLE = `select exists (select from mission_report r where r.mission_uuid = m.uuid and r.are_names_forgotten) as "isForgotten",
  array(select v.objective_uuid::text from objective_result v join mission_objective o on o.uuid = v.objective_uuid where o.mission_uuid = m.uuid) as results,
  (select coalesce(json_agg(json_build_object('key', f.uuid, 'country', l.country_code)), '[]') from finding f left join mission_leg l on l.uuid = f.leg_uuid where f.mission_uuid = m.uuid) as findings
  from mission m where m.uuid = ?`;

/** The texts that are chosen, in whatever language, and whom or what each names. */
const NAMED = `
  select t.field, t.text, n.what from (
    select 'SUMMARY' as field, x.summary as text from mission_report_translation x where x.mission_uuid = ?::uuid and ?::boolean
    union all select 'RESULTS', x.text from mission_objective_translation x where x.objective_uuid::text = any(array(select jsonb_array_elements_text(?::jsonb)))
    union all select 'RESULTS', x.text from objective_result_translation x where x.objective_uuid::text = any(array(select jsonb_array_elements_text(?::jsonb)))
    union all select 'FINDING', x.text from finding_translation x where x.finding_uuid::text = any(array(select jsonb_array_elements_text(?::jsonb)))
  ) t cross join lateral named_in_text(?::uuid, t.text) n(what) where t.text <> ''`;

type Part = 'SUMMARY' | 'RESULTS' | 'FINDING';

/** What keeps a text from being published; `names` is whom or what it names, by the database. What only warns where it is written is refused here. */
export function wrongIn(text: string, names: 'PERSON' | 'ORGANISATION' | null): MissionFault['fault'][] {
  const kinds = findPersonalData(text).map(({ kind }) => kind);
  const hasContact = kinds.some((kind) => kind === FINDING_KIND.PHONE || kind === FINDING_KIND.EMAIL);
  const hasPerson = names === 'PERSON' || kinds.some((kind) => kind !== FINDING_KIND.PHONE && kind !== FINDING_KIND.EMAIL);
  return [...(hasPerson ? ['NAMES_PERSON' as const] : []), ...(names === 'ORGANISATION' ? ['NAMES_ORGANISATION' as const] : []), ...(hasContact ? ['HAS_CONTACT' as const] : [])];
}

/** What is wrong with the texts that are chosen: once for each part and kind. */
async function textFaults(em: EntityManager, mission: string, { hasSummary, ...choice }: Choice): Promise<MissionFault[]> {
  const [results, findings] = [JSON.stringify(choice.results), JSON.stringify(choice.findings)];
  const texts = await em.execute<{ field: Part; text: string; what: 'PERSON' | 'ORGANISATION' | null }[]>(NAMED, [mission, hasSummary, results, results, findings, mission]);
  return (['SUMMARY', 'RESULTS', 'FINDING'] as const).flatMap((part) => [...new Set(texts.filter(({ field }) => field === part).flatMap(({ text, what }) => wrongIn(text, what)))].map((kind) => fault(part, kind)));
}

/**
 * Publishes what is chosen of the report of a mission that is reported on, in place of what was published of it before. `version` is that of the mission: nothing is published that who decides
 * has not read. Sent again while nothing has changed it is the same decision. No text that is published names somebody of the mission or an organisation whose place nobody may learn, or says how to reach anybody.
 */
export async function publishMission(em: EntityManager, which: Which, { version, choice: sent }: { readonly version: number; readonly choice: Choice }): Promise<MissionResult> {
  const choice = { ...sent, countries: [...sent.countries].sort(), results: [...sent.results].sort(), findings: [...sent.findings].sort() };
  let before: Decided | undefined;
  // Before the mission, as whoever protects an organisation does: of the two the second finds what the first did.
  await em.execute('select hold_places()');
  const isSo = async (held: HeldMission): Promise<boolean> => {
    before = await decidedFor(em, which.mission);
    return before?.missionVersion === held.version && same(before) === same(choice);
  };
  return whereAllowed(em, which, { need: 'publish', isSo }, async (held) => {
    if (version !== held.version) return result('CONFLICT');
    const [choosable] = await em.execute<{ isForgotten: boolean; results: string[]; findings: Findable[] }[]>(CHOOSABLE, [which.mission]);
    const faults = [...choiceFaults(choice, held, choosable!), ...(choosable!.isForgotten ? [fault('PARTS', 'FORGOTTEN')] : [])];
    if (faults.length === 0) faults.push(...(await textFaults(em, which.mission, choice)));
    if (faults.length > 0) return invalid(...faults);
    await write(em, which, { publication: before?.publication ?? v4(), version: held.version + 1, choice });
    return result('DONE');
  });
}

/** By what stands for them: the key of what is published, drawn by chance, and its place. */
const numbered = (keys: readonly string[]): string => JSON.stringify(keys.map((of) => ({ of, key: v4() })));

async function write(em: EntityManager, { mission, person }: Which, { publication, version, choice }: { readonly publication: string; readonly version: number; readonly choice: Choice }): Promise<void> {
  const { hasSummary, hasDays, countries, results, findings } = choice;
  for (const table of ['published_result', 'published_finding', 'mission_publication_translation', 'mission_publication_country']) await em.execute(`delete from ${table} where publication_uuid = ?`, [publication]);
  await em.execute(
    `insert into mission_publication (uuid, summary_locale, first_month, last_month, starts_on, ends_on, is_demonstration)
     select ?::uuid, case when d.has_summary then r.source_locale end, date_trunc('month', m.starts_on::timestamp)::date, date_trunc('month', m.ends_on::timestamp)::date, case when d.has_days then m.starts_on end, case when d.has_days then m.ends_on end, m.is_demonstration
     from mission m join mission_report r on r.mission_uuid = m.uuid cross join (select ?::boolean as has_summary, ?::boolean as has_days) d where m.uuid = ?
     on conflict (uuid) do update set summary_locale = excluded.summary_locale, first_month = excluded.first_month, last_month = excluded.last_month, starts_on = excluded.starts_on, ends_on = excluded.ends_on`, [publication, hasSummary, hasDays, mission]);
  await em.execute('insert into mission_publication_country (publication_uuid, country_code) select ?::uuid, c from jsonb_array_elements_text(?::jsonb) c', [publication, JSON.stringify(countries)]);
  // Of a translation that was outdated it is said that it is: it counts as one of a source before the first.
  if (hasSummary) {
    await em.execute(
      `insert into mission_publication_translation (publication_uuid, locale, source_version, summary) select ?::uuid, x.locale, (x.source_version >= r.source_version)::int, x.summary
       from mission_report r join mission_report_translation x on x.mission_uuid = r.mission_uuid where r.mission_uuid = ? and x.summary <> ''`, [publication, mission]);
  }
  await writeResults(em, publication, numbered(results));
  await writeFindings(em, publication, numbered(findings));
  await em.execute('update mission set version = version + 1 where uuid = ?', [mission]);
  await em.execute(
    `insert into publication_decision (mission_uuid, publication_uuid, has_summary, has_days, countries, results, findings, decided_by_id, mission_version)
     select ?::uuid, ?::uuid, ?, ?, array(select jsonb_array_elements_text(?::jsonb)), array(select jsonb_array_elements_text(?::jsonb)), array(select jsonb_array_elements_text(?::jsonb)), ?::uuid, ?
     on conflict (mission_uuid) do update set has_summary = excluded.has_summary, has_days = excluded.has_days, countries = excluded.countries, results = excluded.results, findings = excluded.findings,
       decided_at = now(), decided_by_id = excluded.decided_by_id, mission_version = excluded.mission_version`,
    [mission, publication, hasSummary, hasDays, JSON.stringify(countries), JSON.stringify(results), JSON.stringify(findings), person, version]);
}

async function writeResults(em: EntityManager, publication: string, sent: string): Promise<void> {
  await em.execute(
    `insert into published_result (uuid, publication_uuid, position, outcome, source_locale, text_locale) select (x->>'key')::uuid, ?::uuid, o.position, v.outcome, o.source_locale, v.source_locale
     from jsonb_array_elements(?::jsonb) x join mission_objective o on o.uuid = (x->>'of')::uuid join objective_result v on v.objective_uuid = o.uuid`, [publication, sent]);
  await em.execute(
    `insert into published_result_translation (result_uuid, locale, source_version, objective, text)
     select (x->>'key')::uuid, s.locale, (coalesce(s.of_objective >= o.source_version, true) and coalesce(s.of_result >= v.source_version, true))::int, s.objective, s.text
     from jsonb_array_elements(?::jsonb) x join mission_objective o on o.uuid = (x->>'of')::uuid join objective_result v on v.objective_uuid = o.uuid
     cross join lateral (select locale, a.source_version as of_objective, b.source_version as of_result, a.text as objective, b.text from (select * from mission_objective_translation t where t.objective_uuid = o.uuid) a
       full join (select * from objective_result_translation t where t.objective_uuid = o.uuid) b using (locale)) s`, [sent]);
}

async function writeFindings(em: EntityManager, publication: string, sent: string): Promise<void> {
  await em.execute(
    `insert into published_finding (uuid, publication_uuid, position, country_code, theme_code, month, source_locale)
     select (x->>'key')::uuid, ?::uuid, row_number() over (order by f.found_on, f.uuid), l.country_code, f.theme_code, date_trunc('month', f.found_on::timestamp)::date, f.source_locale
     from jsonb_array_elements(?::jsonb) x join finding f on f.uuid = (x->>'of')::uuid left join mission_leg l on l.uuid = f.leg_uuid`, [publication, sent]);
  await em.execute(
    `insert into published_finding_translation (finding_uuid, locale, source_version, text) select (x->>'key')::uuid, t.locale, (t.source_version >= f.source_version)::int, t.text
     from jsonb_array_elements(?::jsonb) x join finding f on f.uuid = (x->>'of')::uuid join finding_translation t on t.finding_uuid = f.uuid`, [sent]);
  await em.execute(
    `insert into published_finding_recommendation (finding_uuid, recommendation_slug) select (x->>'key')::uuid, r.recommendation_slug from jsonb_array_elements(?::jsonb) x join finding_recommendation r on r.finding_uuid = (x->>'of')::uuid`, [sent]);
}

/** Withdraws what is published of a mission: at once, and whatever was changed meanwhile. What is not published stays so. */
export function withdrawMissionPublication(em: EntityManager, which: Which): Promise<MissionResult> {
  return whereAllowed(em, which, { need: 'publish', isSo: async () => (await decidedFor(em, which.mission)) === undefined }, async () => {
    await em.execute('delete from publication_decision where mission_uuid = ?', [which.mission]);
    await em.execute('update mission set version = version + 1 where uuid = ?', [which.mission]);
    return result('DONE');
  });
}

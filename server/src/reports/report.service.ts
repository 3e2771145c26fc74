/** Writing the report of a mission that is over: what came of it and of its objectives, and the same in other languages. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { areSaid, forgetWrongLanguage, isSaid, keepTranslations, saidIn, say, type TextTable, tidy } from '../core/translation/index.ts';
import { fault, type HeldMission, invalid, type MissionFault, type MissionResult, type MissionMove, neededFaults, result, textFaults, whenMissionMoves, whereAllowed, type Which } from '../missions/index.ts';
import { type Finding, heldFindings, sayFindings } from './findings.ts';
import type { ObjectiveOutcome } from './report.entity.ts';

const TEXTS: TextTable = { table: 'mission_report_translation', owner: 'mission_uuid', columns: ['summary', 'evaluation'] };
const RESULT_TEXTS: TextTable = { table: 'objective_result_translation', owner: 'objective_uuid', columns: ['text'] };
const FINDING_TEXTS = { table: 'finding_translation', owner: 'finding_uuid' };

interface Result {
  readonly key: string;
  readonly outcome: ObjectiveOutcome;
  readonly text: string;
}

interface Content {
  readonly sourceLocale: Locale;
  readonly summary: string;
  readonly evaluation: string | null;
  /** By their keys, in their order. */
  readonly results: readonly Result[];
}

/** A report as it is stored. */
interface Held extends Content {
  readonly version: number;
  readonly sourceVersion: number;
}

/** The same as it is sent, with nothing tidied. */
export interface SentReport {
  readonly sourceLocale: Locale;
  readonly summary: string;
  readonly evaluation: string;
  readonly results: readonly { readonly key: string; readonly outcome: ObjectiveOutcome; readonly text: string }[];
}

const REPORT = `
  select r.source_locale as "sourceLocale", r.source_version as "sourceVersion", r.version, x.summary, x.evaluation,
    (select coalesce(json_agg(json_build_object('key', o.uuid, 'outcome', v.outcome, 'text', t.text) order by o.uuid), '[]')
      from mission_objective o join objective_result v on v.objective_uuid = o.uuid join objective_result_translation t on t.objective_uuid = o.uuid and t.locale = v.source_locale where o.mission_uuid = r.mission_uuid) as results
  from mission_report r join mission_report_translation x on x.mission_uuid = r.mission_uuid and x.locale = r.source_locale where r.mission_uuid = ?`;

/** The report of a mission, that is held already; undefined where none is written. */
async function heldReport(em: EntityManager, mission: string): Promise<Held | undefined> {
  const [held] = await em.execute<Held[]>(REPORT, [mission]);
  return held;
}

const same = ({ sourceLocale, summary, evaluation, results }: Content): string => JSON.stringify([sourceLocale, summary, evaluation, results.map(({ key, outcome, text }) => [key, outcome, text])]);

/** What is sent, as it can be stored, or what is wrong with it. Throws VICTIM_DATA for texts that tell who a person is. */
function readReport(sent: SentReport): Content | readonly MissionFault[] {
  const [summary, evaluation] = [tidy(sent.summary), tidy(sent.evaluation)];
  const results = sent.results.map(({ key, outcome, text }) => ({ key, outcome, text: tidy(text) })).sort((one, other) => (one.key < other.key ? -1 : 1));
  const faults = [...neededFaults('SUMMARY', summary), ...textFaults('EVALUATION', evaluation), ...results.flatMap(({ text }) => neededFaults('RESULTS', text)).slice(0, 1)];
  if (new Set(results.map(({ key }) => key)).size < results.length) faults.push(fault('RESULTS', 'REPEATED'));
  if (faults.length > 0) return faults;
  refuseVictimsData('input.summary', summary!);
  refuseVictimsData('input.evaluation', evaluation ?? '');
  sent.results.forEach(({ text }, n) => refuseVictimsData(`input.results.${n}.text`, text));
  return { sourceLocale: sent.sourceLocale, summary: summary!, evaluation, results: results.map((one) => ({ ...one, text: one.text! })) };
}

/** What a report lacks before a mission is reported on. */
function missingFaults({ objectives }: HeldMission, report: Content | undefined): MissionFault[] {
  const isComplete = objectives.every(({ key }) => report?.results.some((one) => one.key === key));
  return [...(report ? [] : [fault('SUMMARY', 'MISSING')]), ...(isComplete ? [] : [fault('RESULTS', 'MISSING')])];
}

/**
 * Writes the report of a mission that is over, whole. `version` is that of the report that was read, 0 where there was none: once somebody else has changed it nothing is written, unless it is
 * so already. Once the mission is reported on, what it needed for that stays. Throws VICTIM_DATA.
 */
export async function saveMissionReport(em: EntityManager, which: Which, { version, sent }: { readonly version: number; readonly sent: SentReport }): Promise<MissionResult> {
  const content = readReport(sent);
  if (!('results' in content)) return invalid(...content);
  let before: Held | undefined;
  const isSo = async (): Promise<boolean> => {
    before = await heldReport(em, which.mission);
    return before !== undefined && same(before) === same(content);
  };
  return whereAllowed(em, which, { need: 'writeReport', isSo }, async (held) => {
    if (version !== (before?.version ?? 0)) return result('CONFLICT');
    if (content.results.some(({ key }) => held.objectives.every((one) => one.key !== key))) return invalid(fault('RESULTS', 'UNKNOWN'));
    const faults = held.stage === 'REPORTED' ? missingFaults(held, content) : [];
    if (faults.length > 0) return invalid(...faults);
    await write(em, which, before, content);
    return result('DONE');
  });
}

/** Nothing that is said in the language in which it is written from now on is lost, neither of the report nor of its results. */
async function keepWords(em: EntityManager, mission: string, before: Held | undefined, { sourceLocale, summary, evaluation, results }: Content): Promise<void> {
  if (!before) return;
  const languages = { was: before.sourceLocale, is: sourceLocale };
  await keepTranslations(em, TEXTS, languages, [{ key: mission, texts: { summary, evaluation } }]);
  await keepTranslations(em, RESULT_TEXTS, languages, results.map(({ key, text }) => ({ key, texts: { text } })));
}

async function write(em: EntityManager, { mission, person }: Which, before: Held | undefined, content: Content): Promise<void> {
  const { sourceLocale, summary, evaluation, results } = content;
  await keepWords(em, mission, before, content);
  const hasTexts = !before || before.sourceLocale !== sourceLocale || before.summary !== summary || before.evaluation !== evaluation;
  const sourceVersion = (before?.sourceVersion ?? 0) + (hasTexts ? 1 : 0);
  await em.execute(
    `insert into mission_report as r (mission_uuid, source_locale, source_version, written_by_id) values (?, ?, ?, ?)
     on conflict (mission_uuid) do update set source_locale = excluded.source_locale, source_version = excluded.source_version, written_by_id = excluded.written_by_id, version = r.version + 1`, [mission, sourceLocale, sourceVersion, person]);
  if (hasTexts) await say(em, TEXTS, mission, { locale: sourceLocale, sourceVersion, texts: { summary, evaluation } });
  if (before) await forgetWrongLanguage(em, { ...TEXTS, key: mission }, { was: before.sourceLocale, is: sourceLocale, isSame: before.summary === summary && before.evaluation === evaluation });
  await writeResults(em, mission, sourceLocale, results);
  await em.execute('update mission set version = version + 1 where uuid = ?', [mission]);
}

/** Writes what came of the objectives as it is now; a text that has changed, or is written in another language, is another version of its source. */
async function writeResults(em: EntityManager, mission: string, locale: Locale, results: readonly Result[]): Promise<void> {
  const sent = JSON.stringify(results);
  await em.execute(`delete from objective_result v using mission_objective o where o.uuid = v.objective_uuid and o.mission_uuid = ? and not o.uuid::text = any(array(select x->>'key' from jsonb_array_elements(?::jsonb) x))`, [mission, sent]);
  // What says the same in another language was never said in the one before.
  await em.execute(
    `delete from objective_result_translation t using objective_result v, jsonb_array_elements(?::jsonb) x
     where v.objective_uuid = t.objective_uuid and v.objective_uuid = (x->>'key')::uuid and t.locale = v.source_locale and v.source_locale <> ? and t.text = x->>'text'`, [sent, locale]);
  await em.execute(
    `insert into objective_result as v (objective_uuid, outcome, source_locale) select (x->>'key')::uuid, x->>'outcome', ? from jsonb_array_elements(?::jsonb) x
     on conflict (objective_uuid) do update set outcome = excluded.outcome, source_locale = excluded.source_locale, source_version = v.source_version
       + case when v.source_locale = excluded.source_locale and (select t.text from objective_result_translation t where t.objective_uuid = v.objective_uuid and t.locale = v.source_locale)
           = (select x->>'text' from jsonb_array_elements(?::jsonb) x where (x->>'key')::uuid = v.objective_uuid) then 0 else 1 end`, [locale, sent, sent]);
  await em.execute(
    `insert into objective_result_translation (objective_uuid, locale, text, source_version) select v.objective_uuid, v.source_locale, x->>'text', v.source_version
     from jsonb_array_elements(?::jsonb) x join objective_result v on v.objective_uuid = (x->>'key')::uuid
     on conflict (objective_uuid, locale) do update set text = excluded.text, source_version = excluded.source_version`, [sent]);
}

/** The texts of a report in another language; those of results and findings by their keys. */
export interface SentReportTexts {
  readonly locale: Locale;
  readonly summary: string;
  readonly evaluation: string;
  readonly results: readonly { readonly key: string; readonly text: string }[];
  readonly findings: readonly { readonly key: string; readonly text: string }[];
}

type Keyed = readonly { readonly key: string; readonly text: string | null }[];
const tidied = (texts: SentReportTexts['results']): Keyed => texts.map(({ key, text }) => ({ key, text: tidy(text) }));

/** What is wrong with texts in another language, of what is there to be said in it. */
function translationFaults(locale: Locale, report: Held | undefined, said: { readonly texts: Readonly<Record<string, string | null>>; readonly results: Keyed; readonly findings: Keyed; readonly found: readonly Finding[] }): MissionFault[] {
  const { texts, results, findings, found } = said;
  const isOfReport = Object.values(texts).some((text) => text !== null) || results.some(({ text }) => text !== null);
  return [
    ...(isOfReport && (report === undefined || report.sourceLocale === locale) ? [fault('LOCALE', 'NOT_HERE')] : []),
    ...(results.some(({ key }) => report?.results.every((one) => one.key !== key) ?? true) ? [fault('RESULTS', 'UNKNOWN')] : []),
    ...(findings.some(({ key }) => found.every((one) => one.key !== key || one.sourceLocale === locale)) ? [fault('FINDING', 'UNKNOWN')] : []),
  ];
}

/** Says a report in another language than that in which each part was first written. `version` is that of the mission. What is empty is missing in that language. Throws VICTIM_DATA. */
export async function translateMissionReport(em: EntityManager, which: Which, { version, texts: sent }: { readonly version: number; readonly texts: SentReportTexts }): Promise<MissionResult> {
  const { locale } = sent;
  const texts = { summary: tidy(sent.summary), evaluation: tidy(sent.evaluation) };
  const [results, findings] = [tidied(sent.results), tidied(sent.findings)];
  const faults = [
    ...textFaults('SUMMARY', texts.summary), ...textFaults('EVALUATION', texts.evaluation), ...results.flatMap(({ text }) => textFaults('RESULTS', text)).slice(0, 1), ...findings.flatMap(({ text }) => textFaults('FINDING', text)).slice(0, 1),
  ];
  if (faults.length > 0) return invalid(...faults);
  for (const [field, text] of Object.entries(texts)) refuseVictimsData(`texts.${field}`, text ?? '');
  results.forEach(({ text }, n) => refuseVictimsData(`texts.results.${n}.text`, text ?? ''));
  findings.forEach(({ text }, n) => refuseVictimsData(`texts.findings.${n}.text`, text ?? ''));
  return whereAllowed(em, which, { need: 'translateReport' }, async (held) => {
    const [report, found] = [await heldReport(em, which.mission), await heldFindings(em, which.mission)];
    const isReportSo = report === undefined || isSaid(await saidIn(em, TEXTS, which.mission, locale), texts, report.sourceVersion);
    if (version !== held.version) {
      const isSo = isReportSo && (await areSaid(em, RESULT_TEXTS, { of: 'objective_result', key: 'objective_uuid' }, { locale, parts: results })) && (await areSaid(em, FINDING_TEXTS, { of: 'finding', key: 'uuid' }, { locale, parts: findings }));
      return result(isSo ? 'DONE' : 'CONFLICT');
    }
    const wrong = translationFaults(locale, report, { texts, results, findings, found });
    if (wrong.length > 0) return invalid(...wrong);
    if (report && !isReportSo) await say(em, TEXTS, which.mission, { locale, sourceVersion: report.sourceVersion, texts });
    await sayResults(em, locale, results);
    await sayFindings(em, locale, findings);
    await em.execute('update mission set version = version + 1 where uuid = ?', [which.mission]);
    return result('DONE');
  });
}

async function sayResults(em: EntityManager, locale: Locale, results: Keyed): Promise<void> {
  const sent = JSON.stringify(results);
  await em.execute(
    `insert into objective_result_translation (objective_uuid, locale, text, source_version) select v.objective_uuid, ?, x->>'text', v.source_version
     from jsonb_array_elements(?::jsonb) x join objective_result v on v.objective_uuid = (x->>'key')::uuid where x->>'text' is not null
     on conflict (objective_uuid, locale) do update set text = excluded.text, source_version = excluded.source_version`, [locale, sent]);
  await em.execute(`delete from objective_result_translation t using jsonb_array_elements(?::jsonb) x where t.objective_uuid = (x->>'key')::uuid and t.locale = ? and x->>'text' is null`, [sent, locale]);
}

/** A mission is reported on with its report. */
async function faults(em: EntityManager, { act, mission, held }: MissionMove): Promise<MissionFault[]> {
  return act === 'report' ? missingFaults(held, await heldReport(em, mission)) : [];
}

whenMissionMoves({ faults });

/** Preparing a mission: making it, changing what is said of it, saying it in other languages. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { areSaid, forgetWrongLanguage, isSaid, keepTranslations, saidIn, say, type TextTable, tidy } from '../core/translation/index.ts';
import { standingsOf } from '../members/index.ts';
import { type HeldMission, whereAllowed, type Which } from './held-mission.ts';
import { fault, type MissionFault } from './mission-fault.ts';
import { invalid, type MissionResult, result } from './mission-result.ts';
import { areDaysSettled, mayPlanMissions } from './mission.policy.ts';
import { linksOfObjectives, OBJECTIVE_TEXTS, objectivesElsewhere, sayObjectives, unknownRecommendations, writeObjectives, wrongNeeds, wrongProjects } from './objectives.ts';
import { type MissionContent, readMission, type SentMission, textFaults } from './read-mission.ts';

const SOURCE: TextTable = { table: 'mission_translation', owner: 'mission_uuid', columns: ['title', 'purpose'] };
const TEXTS: TextTable = { ...SOURCE, columns: ['title', 'purpose', 'given_up_reason'] };

/** What is sent, as it can be stored, or what is wrong with it. Throws VICTIM_DATA for texts that tell who a person is. */
async function readContent(em: EntityManager, mission: string, sent: SentMission): Promise<MissionContent | MissionResult> {
  const kept = await linksOfObjectives(em, mission);
  const content = readMission({ ...sent, objectives: sent.objectives.map((one) => ({ ...one, needs: one.needs ?? kept.get(one.key)?.needs ?? [], projects: one.projects ?? kept.get(one.key)?.projects ?? [] })) });
  if (!('title' in content)) return invalid(...content);
  refuseVictimsData('input.title', content.title);
  refuseVictimsData('input.purpose', content.purpose ?? '');
  content.objectives.forEach(({ text }, n) => refuseVictimsData(`input.objectives.${n}.text`, text));
  const isWrong = (await unknownRecommendations(em, content.objectives)) || (await objectivesElsewhere(em, mission, content.objectives));
  if (isWrong) return invalid(fault('OBJECTIVES', 'UNKNOWN'));
  const wrong = await wrongNeeds(em, mission, content.objectives);
  if (wrong.length > 0) return invalid(...wrong.map((one) => fault('NEEDS', one)));
  return (await wrongProjects(em, mission, content.objectives)) ? invalid(fault('PROJECTS', 'UNKNOWN')) : content;
}

/** Makes a mission, as an idea, under a key that its author has chosen: sent again, it is the same mission, with what was sent last. Throws VICTIM_DATA. */
export async function createMission(em: EntityManager, which: Which, sent: SentMission): Promise<MissionResult> {
  const { person, mission: key } = which;
  const content = await readContent(em, key, sent);
  if ('outcome' in content) return content;
  if (!mayPlanMissions(await standingsOf(em, person))) return result('NOT_ALLOWED');
  const made = await em.execute<unknown[]>(
    `insert into mission (uuid, stage, prepared_by_id, source_locale, starts_on, ends_on, envelope_cents, is_demonstration) values (?, 'IDEA', ?, ?, ?, ?, ?, acts_invented()) on conflict (uuid) do nothing returning 1`, [key, person, ...ownColumns(content)]);
  if (made.length === 0) return editMission(em, which, { version: 1, sent });
  await say(em, SOURCE, key, { locale: content.sourceLocale, sourceVersion: 1, texts: { title: content.title, purpose: content.purpose } });
  await writeTeam(em, key, content);
  await writeObjectives(em, key, content);
  return result('DONE');
}

/**
 * Changes what is said of a mission. `version` is the one that who changes it has read: once somebody else has changed it, nothing is
 * written, unless it is so already. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function editMission(em: EntityManager, which: Which, { version, sent }: { version: number; sent: SentMission }): Promise<MissionResult> {
  const content = await readContent(em, which.mission, sent);
  if ('outcome' in content) return content;
  return whereAllowed(em, which, { need: 'edit', isSo: (held) => differences(held, content).size === 0 }, async (held) => {
    if (version !== held.version) return result('CONFLICT');
    if (areDaysSettled(held) && (held.startsOn !== content.startsOn || held.endsOn !== content.endsOn)) return result('TOO_LATE');
    const faults = legsOutside(held, content);
    if (faults.length > 0) return invalid(...faults);
    await write(em, which.mission, held, content);
    return result('DONE');
  });
}

const FIELDS = ['sourceLocale', 'title', 'purpose', 'startsOn', 'endsOn', 'envelopeCents', 'team', 'objectives'] as const satisfies readonly (keyof MissionContent)[];

/** The fields in which two are not the same. */
function differences(one: MissionContent, other: MissionContent): Set<keyof MissionContent> {
  return new Set(FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field])));
}

/** A mission is not moved away from under its legs. */
function legsOutside({ legs }: HeldMission, { startsOn, endsOn }: MissionContent): MissionFault[] {
  return [
    ...(legs.some((leg) => leg.startsOn < startsOn) ? [fault('STARTS', 'LEGS_OUTSIDE')] : []), ...(legs.some((leg) => leg.endsOn > endsOn) ? [fault('ENDS', 'LEGS_OUTSIDE')] : []),
  ];
}

function ownColumns({ sourceLocale, startsOn, endsOn, envelopeCents }: MissionContent): unknown[] {
  return [sourceLocale, startsOn, endsOn, envelopeCents];
}

async function write(em: EntityManager, key: string, held: HeldMission, content: MissionContent): Promise<void> {
  const changed = differences(held, content);
  const [languages, texts] = [{ was: held.sourceLocale, is: content.sourceLocale }, { title: content.title, purpose: content.purpose }];
  await keepTranslations(em, SOURCE, languages, [{ key, texts }]);
  await keepTranslations(em, OBJECTIVE_TEXTS, languages, content.objectives.map((objective) => ({ key: objective.key, texts: { text: objective.text } })));
  const hasTexts = (['sourceLocale', 'title', 'purpose'] as const).some((field) => changed.has(field));
  const sourceVersion = held.sourceVersion + (hasTexts ? 1 : 0);
  await em.execute('update mission set source_locale = ?, starts_on = ?, ends_on = ?, envelope_cents = ?, source_version = ?, version = version + 1 where uuid = ?', [...ownColumns(content), sourceVersion, key]);
  if (hasTexts) await say(em, SOURCE, key, { locale: content.sourceLocale, sourceVersion, texts });
  await forgetWrongLanguage(em, { ...SOURCE, key }, { ...languages, isSame: !changed.has('title') && !changed.has('purpose') });
  if (changed.has('team')) await writeTeam(em, key, content);
  if (changed.has('objectives') || changed.has('sourceLocale')) await writeObjectives(em, key, content);
}

async function writeTeam(em: EntityManager, key: string, { team }: MissionContent): Promise<void> {
  const sent = JSON.stringify(team);
  await em.execute(`delete from mission_team_rule where mission_uuid = ? and not role = any(array(select x->>'kind' from jsonb_array_elements(?::jsonb) x))`, [key, sent]);
  await em.execute(
    `insert into mission_team_rule (mission_uuid, role, at_least) select ?::uuid, x->>'kind', (x->>'atLeast')::int from jsonb_array_elements(?::jsonb) x on conflict (mission_uuid, role) do update set at_least = excluded.at_least`, [key, sent]);
}

/** The texts of a mission in another language; those of its objectives by their keys. */
export interface SentTexts {
  readonly locale: Locale;
  readonly title: string;
  readonly purpose: string;
  readonly givenUpReason: string;
  readonly objectives: readonly { readonly key: string; readonly text: string }[];
}

/**
 * Says a mission in another language than its own; from then on that translation counts as one of the source as it is. What is empty is missing in
 * that language. `version` as for a change. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function translateMission(em: EntityManager, which: Which, { version, texts: sent }: { version: number; texts: SentTexts }): Promise<MissionResult> {
  const { locale } = sent;
  const texts = { title: tidy(sent.title), purpose: tidy(sent.purpose), given_up_reason: tidy(sent.givenUpReason) };
  const objectives = sent.objectives.map(({ key, text }) => ({ key, text: tidy(text) }));
  const faults = [
    ...textFaults('TITLE', texts.title), ...textFaults('PURPOSE', texts.purpose), ...textFaults('REASON', texts.given_up_reason), ...objectives.flatMap(({ text }) => textFaults('OBJECTIVES', text)).slice(0, 1),
  ];
  if (faults.length > 0) return invalid(...faults);
  for (const [field, text] of Object.entries({ title: texts.title, purpose: texts.purpose, givenUpReason: texts.given_up_reason })) refuseVictimsData(`texts.${field}`, text ?? '');
  objectives.forEach(({ text }, n) => refuseVictimsData(`texts.objectives.${n}.text`, text ?? ''));
  return whereAllowed(em, which, { need: 'translate' }, async (held) => {
    if (locale === held.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
    if (texts.given_up_reason !== null && held.stage !== 'GIVEN_UP') return invalid(fault('REASON', 'NOT_HERE'));
    if (objectives.some(({ key }) => held.objectives.every((one) => one.key !== key))) return invalid(fault('OBJECTIVES', 'UNKNOWN'));
    const said = await saidIn(em, TEXTS, which.mission, locale);
    const isSo = isSaid(said, texts, held.sourceVersion);
    if (version !== held.version) return result(isSo && (await areSaid(em, OBJECTIVE_TEXTS, { of: 'mission_objective', key: 'uuid' }, { locale, parts: objectives })) ? 'DONE' : 'CONFLICT');
    await em.execute('update mission set version = version + 1 where uuid = ?', [which.mission]);
    if (!isSo) await say(em, TEXTS, which.mission, { locale, sourceVersion: held.sourceVersion, texts });
    await sayObjectives(em, locale, objectives);
    return result('DONE');
  });
}

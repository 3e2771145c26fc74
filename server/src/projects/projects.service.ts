/** Proposing projects, changing what is said of them, saying it in other languages, and deciding. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { MemberRole } from '../accounts/index.ts';
import { forgetWrongLanguage, isSaid, keepTranslations, saidIn, say } from '../core/translation/index.ts';
import { type Standing, standingsOf } from '../members/index.ts';
import { type HeldProject, holdProject, linkFaults, tell, TEXTS, type WhichProject, writeLinks } from './held-project.ts';
import { fault, invalid, type ProjectFault, type ProjectResult, result } from './project-fault.ts';
import type { ProjectStatus } from './project-words.ts';
import { projectAbilities, proposesAs } from './project.policy.ts';
import { guardProject, LIST_NAMES, type ProjectContent, readProject, readProjectTexts, readReason } from './read-project.ts';

const FIELDS = ['sourceLocale', 'title', 'purpose', 'commonNeed', 'budget', ...LIST_NAMES] as const satisfies readonly (keyof ProjectContent)[];
const isSame = (one: ProjectContent, other: ProjectContent, fields: readonly (keyof ProjectContent)[] = FIELDS): boolean => fields.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));

/**
 * Proposes a project under a key that its author has drawn by chance (`version` 0), or changes one; sent again as it is, it is so already. `version` is the one that was read: once somebody else has changed it, nothing is written. The
 * group of needs that it came from stays. Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveProject(em: EntityManager, which: WhichProject, { version, input, locale }: { readonly version: number; readonly input: ProjectContent; readonly locale: Locale }): Promise<ProjectResult> {
  const standings = await standingsOf(em, which.person);
  const as = proposesAs(standings);
  if (!as) return result('NOT_ALLOWED');
  const content = readProject(input);
  if (!('title' in content)) return invalid(...content);
  guardProject(content);
  const stored = await holdProject(em, which.key);
  if (stored) return change(em, which, standings, { version, stored, content });
  return version === 0 ? propose(em, which, as, content, locale) : result('GONE');
}

/** What is wrong with the group that a project is said to come from. */
async function groupFaults(em: EntityManager, commonNeed: string | null, isInvented: boolean): Promise<ProjectFault[]> {
  if (commonNeed === null) return [];
  const [group] = await em.execute<{ isDemonstration: boolean }[]>('select is_demonstration as "isDemonstration" from common_need where uuid = ?', [commonNeed]);
  if (group?.isDemonstration === isInvented) return [];
  return [fault('COMMON_NEED', group ? 'NOT_HERE' : 'UNKNOWN')];
}

async function propose(em: EntityManager, { person, key }: WhichProject, as: MemberRole, content: ProjectContent, locale: Locale): Promise<ProjectResult> {
  if (key.charAt(14) !== '4') return invalid(fault('KEY', 'UNREADABLE'));
  const [{ isInvented }] = (await em.execute('select acts_invented() as "isInvented"')) as [{ isInvented: boolean }];
  const faults = [...(await groupFaults(em, content.commonNeed, isInvented)), ...(await linkFaults(em, key, content, isInvented))];
  if (faults.length > 0) return invalid(...faults);
  const added = await em.execute<unknown[]>(
    'insert into project (uuid, source_locale, common_need_uuid, proposed_by_id, proposed_as, is_demonstration) values (?, ?, ?, ?, ?, ?) on conflict (uuid) do nothing returning 1', [key, content.sourceLocale, content.commonNeed, person, as, isInvented]);
  if (added.length === 0) {
    // Sent twice at once: the other was first. A key that a project of others has is none for this one.
    const stored = await holdProject(em, key);
    return result(stored ? (isSame(stored, content) ? 'DONE' : 'CONFLICT') : 'GONE');
  }
  await say(em, TEXTS, key, { locale: content.sourceLocale, sourceVersion: 1, texts: { title: content.title, purpose: content.purpose } });
  await writeLinks(em, key, content);
  await tell(em, key, { person, as, to: 'PROPOSED', reason: null, locale });
  return result('DONE');
}

async function change(em: EntityManager, { key }: WhichProject, standings: readonly Standing[], { version, stored, content }: { version: number; stored: HeldProject; content: ProjectContent }): Promise<ProjectResult> {
  if (isSame(stored, content)) return result('DONE');
  if (!projectAbilities(stored.status, standings).edit) return result('TOO_LATE');
  if (stored.version !== version) return result('CONFLICT');
  if (stored.commonNeed !== content.commonNeed) return invalid(fault('COMMON_NEED', 'SETTLED'));
  const faults = await linkFaults(em, key, content, stored.isDemonstration);
  if (faults.length > 0) return invalid(...faults);
  const [languages, texts] = [{ was: stored.sourceLocale, is: content.sourceLocale }, { title: content.title, purpose: content.purpose }];
  await keepTranslations(em, TEXTS, languages, [{ key, texts }]);
  const hasTexts = !isSame(stored, content, ['sourceLocale', 'title', 'purpose']);
  const sourceVersion = stored.sourceVersion + (hasTexts ? 1 : 0);
  await em.execute('update project set source_locale = ?, source_version = ?, version = version + 1 where uuid = ?', [content.sourceLocale, sourceVersion, key]);
  if (hasTexts) await say(em, TEXTS, key, { locale: content.sourceLocale, sourceVersion, texts });
  await forgetWrongLanguage(em, { ...TEXTS, key }, { ...languages, isSame: isSame(stored, content, ['title', 'purpose']) });
  await writeLinks(em, key, content);
  return result('DONE');
}

/** Says a project in another language than its own. What is empty is missing in it. `version` as for a change. Throws VICTIM_DATA. */
export async function translateProject(
  em: EntityManager, { person, key }: WhichProject, { version, texts: sent }: { readonly version: number; readonly texts: { readonly locale: Locale; readonly title: string; readonly purpose: string } },
): Promise<ProjectResult> {
  const standings = await standingsOf(em, person);
  if (!proposesAs(standings)) return result('NOT_ALLOWED');
  const read = readProjectTexts(sent);
  if (!('texts' in read)) return invalid(...read);
  const stored = await holdProject(em, key);
  if (!stored) return result('GONE');
  if (sent.locale === stored.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
  if (isSaid(await saidIn(em, TEXTS, key, sent.locale), read.texts, stored.sourceVersion)) return result('DONE');
  if (!projectAbilities(stored.status, standings).translate) return result('TOO_LATE');
  if (stored.version !== version) return result('CONFLICT');
  await em.execute('update project set version = version + 1 where uuid = ?', [key]);
  await say(em, TEXTS, key, { locale: sent.locale, sourceVersion: stored.sourceVersion, texts: read.texts });
  return result('DONE');
}

/** Decides what becomes of a project. Why is said in `locale`, and stays as it was said. One that stands there already for another reason is a CONFLICT: what is typed is not dropped without a word. Throws VICTIM_DATA. */
export async function decideProject(em: EntityManager, { person, key }: WhichProject, { version, to, reason: sent, locale }: { readonly version: number; readonly to: ProjectStatus; readonly reason: string; readonly locale: Locale }): Promise<ProjectResult> {
  const standings = await standingsOf(em, person);
  const as = proposesAs(standings);
  if (!as) return result('NOT_ALLOWED');
  const read = readReason(sent, to === 'GIVEN_UP');
  if (!('reason' in read)) return invalid(...read);
  const stored = await holdProject(em, key);
  if (!stored) return result('GONE');
  if (stored.status === to) return result((await lastReason(em, key)) === read.reason ? 'DONE' : 'CONFLICT');
  if (!projectAbilities(stored.status, standings).decide.includes(to)) return result('TOO_LATE');
  if (stored.version !== version) return result('CONFLICT');
  await em.execute('update project set status = ?, version = version + 1 where uuid = ?', [to, key]);
  await tell(em, key, { person, as, to, reason: read.reason, locale });
  return result('DONE');
}

async function lastReason(em: EntityManager, key: string): Promise<string | null> {
  const [row] = await em.execute<{ reason: string | null }[]>('select reason from project_step where project_uuid = ? order by position desc limit 1', [key]);
  return row?.reason ?? null;
}

/** Accepting that needs are one, changing what is said of them, saying it in other languages, and closing. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { isSaid, keepTranslations, saidIn, say } from '../core/translation/index.ts';
import { type CommonNeedFault, type CommonNeedResult, fault, invalid, result } from './common-need-fault.ts';
import { countriesOf, type Doer, groupOf, type HeldGroup, holdGroups, joiningFaults, lastStep, needsOf, tell, TEXTS, unpart, type WhichGroup } from './held-common-need.ts';
import { type GroupContent, listFaults, readGroup, readGroupTexts, readReason } from './read-common-need.ts';

/** A need by its key, as it was read. */
export interface NeedRead {
  readonly key: string;
  readonly version: number;
}

const isOfContent = (one: GroupContent, other: GroupContent): boolean => (['sourceLocale', 'title', 'why'] as const).every((name) => one[name] === other[name]);
const isSameList = (one: readonly string[], other: readonly string[]): boolean => JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

/** Why a new group cannot be under this key: it is there with the same in it already, or with something else, or was not drawn by chance; undefined where it can. */
export function underKey(key: string, there: HeldGroup | undefined, needs: readonly string[], content: GroupContent): CommonNeedResult | undefined {
  if (there) return result(isSameList(there.needs, needs) && isOfContent(there, content) ? 'DONE' : 'CONFLICT');
  return key.charAt(14) === '4' ? undefined : invalid(fault('KEY', 'UNREADABLE'));
}

/** Writes a group that has no needs yet. */
export async function addGroup(em: EntityManager, key: string, { person, as }: Doer, content: GroupContent, isDemonstration: boolean): Promise<void> {
  await em.execute('insert into common_need (uuid, source_locale, accepted_by_id, accepted_as, is_demonstration) values (?, ?, ?, ?, ?)', [key, content.sourceLocale, person, as, isDemonstration]);
  await say(em, TEXTS, key, { locale: content.sourceLocale, sourceVersion: 1, texts: { title: content.title, why: content.why } });
}

const join = (em: EntityManager, key: string, needs: readonly string[]): Promise<unknown> =>
  em.execute('insert into common_need_member (need_uuid, common_need_uuid) select s::uuid, ?::uuid from jsonb_array_elements_text(?::jsonb) s', [key, JSON.stringify(needs)]);

/** Both lists of faults, of needs and of texts, or what is said. */
function readSent(needs: readonly NeedRead[], input: GroupContent): GroupContent | readonly CommonNeedFault[] {
  const [faults, content] = [listFaults(needs.map(({ key }) => key)), readGroup(input)];
  if (!('title' in content)) return [...faults, ...content];
  return faults.length > 0 ? faults : content;
}

/**
 * Accepts that needs are one, under a key that its author has drawn by chance; sent again as it is, it is so already. A need that somebody has changed or grouped since it was read is a CONFLICT: nothing is written.
 * That some were said to be apart is taken back. Throws VICTIM_DATA.
 */
export async function acceptCommonNeed(em: EntityManager, { person, key }: WhichGroup, { needs, input, locale }: { readonly needs: readonly NeedRead[]; readonly input: GroupContent; readonly locale: Locale }): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  if (!as) return result('NOT_ALLOWED');
  const content = readSent(needs, input);
  if (!('title' in content)) return invalid(...content);
  const keys = needs.map((need) => need.key);
  const there = underKey(key, await groupOf(em, key), keys, content);
  if (there) return there;
  const found = await needsOf(em, keys);
  const asked = keys.map((one) => found.get(one));
  const faults = joiningFaults(asked, undefined);
  if (faults.length > 0) return invalid(...faults);
  if (needs.some((need) => isChanged(found.get(need.key)!, need))) return result('CONFLICT');
  if (countriesOf(found.values()) < 2) return invalid(fault('NEEDS', 'TOO_FEW'));
  await addGroup(em, key, { person, as, locale }, content, asked[0]!.isDemonstration);
  await unpart(em, keys, keys);
  await join(em, key, keys);
  await tell(em, key, { person, as, locale }, [{ act: 'ACCEPTED' }]);
  return result('DONE');
}

const isChanged = ({ version, group }: { readonly version: number; readonly group: string | null }, read: NeedRead): boolean => version !== read.version || group !== null;

/** Adds a need to a group. Each as it was read: whatever of both has changed since is a CONFLICT. That the need was said to be apart from others in it is taken back. */
export async function addToCommonNeed(em: EntityManager, { person, key }: WhichGroup, { version, need, locale }: { readonly version: number; readonly need: NeedRead; readonly locale: Locale }): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  const group = as && (await groupOf(em, key));
  if (!as || !group) return result(as ? 'GONE' : 'NOT_ALLOWED');
  if (group.needs.includes(need.key)) return result('DONE');
  const obstacle = await addObstacle(em, group, version, need);
  if (obstacle) return obstacle;
  await unpart(em, [need.key], group.needs);
  await join(em, key, [need.key]);
  await tell(em, key, { person, as, locale }, [{ act: 'ADDED', need: need.key }]);
  return result('DONE');
}

async function addObstacle(em: EntityManager, group: HeldGroup, version: number, need: NeedRead): Promise<CommonNeedResult | undefined> {
  if (group.status !== 'ACCEPTED') return result('TOO_LATE');
  const tooMany = listFaults([...group.needs, need.key]);
  if (tooMany.length > 0) return invalid(...tooMany);
  const found = (await needsOf(em, [need.key])).get(need.key);
  const faults = joiningFaults([found], group.isDemonstration);
  if (!found || faults.length > 0) return invalid(...faults);
  return group.version !== version || isChanged(found, need) ? result('CONFLICT') : undefined;
}

/** Changes what is said of a group. `version` is the one that was read. Throws VICTIM_DATA. */
export async function editCommonNeed(em: EntityManager, { person, key }: WhichGroup, { version, input, locale }: { readonly version: number; readonly input: GroupContent; readonly locale: Locale }): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  if (!as) return result('NOT_ALLOWED');
  const content = readGroup(input);
  if (!('title' in content)) return invalid(...content);
  const group = await groupOf(em, key);
  if (!group) return result('GONE');
  if (isOfContent(group, content)) return result('DONE');
  if (group.status !== 'ACCEPTED') return result('TOO_LATE');
  if (group.version !== version) return result('CONFLICT');
  const [languages, texts] = [{ was: group.sourceLocale, is: content.sourceLocale }, { title: content.title, why: content.why }];
  await keepTranslations(em, TEXTS, languages, [{ key, texts }]);
  const sourceVersion = group.sourceVersion + 1;
  await say(em, TEXTS, key, { locale: content.sourceLocale, sourceVersion, texts });
  await em.execute('update common_need set source_locale = ?, source_version = ? where uuid = ?', [content.sourceLocale, sourceVersion, key]);
  // It was said in this language from the beginning: what stands under the other is no translation.
  if (group.sourceLocale !== content.sourceLocale && group.title === content.title && group.why === content.why) await em.execute('delete from common_need_translation where common_need_uuid = ? and locale = ?', [key, group.sourceLocale]);
  await tell(em, key, { person, as, locale }, [{ act: 'CHANGED' }]);
  return result('DONE');
}

/** Says a group in another language than its own. What is empty is missing in it. Throws VICTIM_DATA. */
export async function translateCommonNeed(
  em: EntityManager, { person, key }: WhichGroup, { version, texts: sent, locale }: { readonly version: number; readonly texts: { readonly locale: Locale; readonly title: string; readonly why: string }; readonly locale: Locale },
): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  if (!as) return result('NOT_ALLOWED');
  const read = readGroupTexts(sent);
  if (!('texts' in read)) return invalid(...read);
  const group = await groupOf(em, key);
  if (!group) return result('GONE');
  if (sent.locale === group.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
  if (isSaid(await saidIn(em, TEXTS, key, sent.locale), read.texts, group.sourceVersion)) return result('DONE');
  if (group.status !== 'ACCEPTED') return result('TOO_LATE');
  if (group.version !== version) return result('CONFLICT');
  await say(em, TEXTS, key, { locale: sent.locale, sourceVersion: group.sourceVersion, texts: read.texts });
  await tell(em, key, { person, as, locale }, [{ act: 'TRANSLATED' }]);
  return result('DONE');
}

/** Closes a group, for a reason that is said in `locale`. Its needs stay in it, or are let go: those may be suggested again. Throws VICTIM_DATA. */
export async function closeCommonNeed(em: EntityManager, { person, key }: WhichGroup, { version, reason: sent, keepsNeeds, locale }: { readonly version: number; readonly reason: string; readonly keepsNeeds: boolean; readonly locale: Locale }): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  if (!as) return result('NOT_ALLOWED');
  const read = readReason(sent, true);
  if (!('reason' in read)) return invalid(...read);
  const group = await groupOf(em, key);
  if (!group) return result('GONE');
  if (group.status === 'CLOSED') return result((await lastStep(em, key, 'CLOSED'))?.reason === read.reason ? 'DONE' : 'CONFLICT');
  if (group.version !== version) return result('CONFLICT');
  const leaving = keepsNeeds ? [] : group.needs;
  if (!keepsNeeds) await em.execute('delete from common_need_member where common_need_uuid = ?', [key]);
  await tell(em, key, { person, as, locale }, [...leaving.map((need) => ({ act: 'TAKEN_OUT' as const, need })), { act: 'CLOSED', reason: read.reason }], `, status = 'CLOSED'`);
  return result('DONE');
}

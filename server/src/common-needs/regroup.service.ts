/** Taking needs out of groups, splitting groups and merging them, and saying which needs do not belong together. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { type CommonNeedResult, fault, invalid, result } from './common-need-fault.ts';
import { addGroup, underKey } from './common-needs.service.ts';
import { countriesOf, type FoundNeed, groupOf, type HeldGroup, holdGroups, lastStep, needsOf, part, tell, unpart, type WhichGroup } from './held-common-need.ts';
import { type GroupContent, listFaults, readGroup, readReason } from './read-common-need.ts';

const pick = (needs: ReadonlyMap<string, FoundNeed>, keys: readonly string[]): FoundNeed[] => keys.flatMap((key) => needs.get(key) ?? []);

/**
 * Takes a need out of a group because it does not belong to the others: it is not suggested with them again. Where fewer than two countries would be left nothing is common any more: that is INVALID, the group is closed
 * instead. Throws VICTIM_DATA.
 */
export async function takeOutOfCommonNeed(em: EntityManager, { person, key }: WhichGroup, { version, need, reason: sent, locale }: { readonly version: number; readonly need: string; readonly reason: string; readonly locale: Locale }): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  if (!as) return result('NOT_ALLOWED');
  const read = readReason(sent);
  if (!('reason' in read)) return invalid(...read);
  const group = await groupOf(em, key);
  if (!group) return result('GONE');
  const others = group.needs.filter((one) => one !== need);
  const met = await takeOutMet(em, { key, group, version, need, others });
  if (met) return met;
  const doer = { person, as, locale };
  await em.execute('delete from common_need_member where need_uuid = ?', [need]);
  await part(em, doer, need, others, read.reason);
  await tell(em, key, doer, [{ act: 'TAKEN_OUT', need, reason: read.reason }]);
  return result('DONE');
}

/** Why a need is not taken out, or that it is out already; undefined where it can be. */
async function takeOutMet(em: EntityManager, { key, group, version, need, others }: { readonly key: string; readonly group: HeldGroup; readonly version: number; readonly need: string; readonly others: readonly string[] }): Promise<CommonNeedResult | undefined> {
  const isIn = others.length < group.needs.length;
  if (!isIn && (await lastStep(em, key, 'TAKEN_OUT'))?.need === need) return result('DONE');
  if (group.status !== 'ACCEPTED') return result('TOO_LATE');
  // That somebody else has split the group, say, is why the need is not in it any more.
  if (group.version !== version) return result('CONFLICT');
  if (!isIn) return invalid(fault('NEEDS', 'UNKNOWN', null, 0));
  return countriesOf(pick(await needsOf(em, others), others)) < 2 ? invalid(fault('NEEDS', 'TOO_FEW')) : undefined;
}

interface Splitting {
  readonly version: number;
  /** The key of the new group, drawn by chance. */
  readonly newKey: string;
  /** Those that go into it. */
  readonly needs: readonly string[];
  readonly input: GroupContent;
  readonly locale: Locale;
}

/** Splits a group in two, each with needs of two countries at least: some of its needs become a group of their own, and do not belong to the others any more. Throws VICTIM_DATA. */
export async function splitCommonNeed(em: EntityManager, { person, key }: WhichGroup, { version, newKey, needs, input, locale }: Splitting): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  if (!as) return result('NOT_ALLOWED');
  const [faults, content] = [listFaults(needs), readGroup(input)];
  if (!('title' in content)) return invalid(...faults, ...content);
  if (faults.length > 0) return invalid(...faults);
  const group = await groupOf(em, key);
  if (!group) return result('GONE');
  const there = underKey(newKey, await groupOf(em, newKey), needs, content);
  if (there) return there;
  const obstacle = await splitObstacle(em, group, version, needs);
  if (obstacle) return obstacle;
  const doer = { person, as, locale };
  await addGroup(em, newKey, doer, content, group.isDemonstration);
  await em.execute('update common_need_member set common_need_uuid = ? where need_uuid in (select s::uuid from jsonb_array_elements_text(?::jsonb) s)', [newKey, JSON.stringify(needs)]);
  const others = group.needs.filter((one) => !needs.includes(one));
  for (const need of needs) await part(em, doer, need, others, null);
  await tell(em, newKey, doer, [{ act: 'ACCEPTED' }, { act: 'SPLIT_FROM', other: key }]);
  await tell(em, key, doer, [{ act: 'SPLIT_OFF', other: newKey }]);
  return result('DONE');
}

async function splitObstacle(em: EntityManager, group: HeldGroup, version: number, needs: readonly string[]): Promise<CommonNeedResult | undefined> {
  if (group.status !== 'ACCEPTED') return result('TOO_LATE');
  if (group.version !== version) return result('CONFLICT');
  const unknown = needs.findIndex((need) => !group.needs.includes(need));
  if (unknown >= 0) return invalid(fault('NEEDS', 'UNKNOWN', null, unknown));
  const found = await needsOf(em, group.needs);
  const parts = [needs, group.needs.filter((one) => !needs.includes(one))].map((keys) => countriesOf(pick(found, keys)));
  return parts.some((countries) => countries < 2) ? invalid(fault('NEEDS', 'TOO_FEW')) : undefined;
}

/** Merges another group into this one, each as it was read: its needs come into this one, and it is closed. That needs of both were said to be apart is taken back. */
export async function mergeCommonNeeds(em: EntityManager, { person, key }: WhichGroup, { version, other, otherVersion, locale }: { readonly version: number; readonly other: string; readonly otherVersion: number; readonly locale: Locale }): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  if (!as) return result('NOT_ALLOWED');
  const [group, merged] = [await groupOf(em, key), await groupOf(em, other)];
  if (!group || !merged) return result('GONE');
  if (key === other) return invalid(fault('NEEDS', 'REPEATED'));
  if (merged.status === 'CLOSED' && (await lastStep(em, other, 'MERGED_INTO'))?.other === key) return result('DONE');
  const obstacle = mergeObstacle([{ group, version }, { group: merged, version: otherVersion }]);
  if (obstacle) return obstacle;
  const doer = { person, as, locale };
  await unpart(em, group.needs, merged.needs);
  await em.execute('update common_need_member set common_need_uuid = ? where common_need_uuid = ?', [key, other]);
  await tell(em, key, doer, [{ act: 'MERGED', other }]);
  await tell(em, other, doer, [{ act: 'MERGED_INTO', other: key }], `, status = 'CLOSED'`);
  return result('DONE');
}

function mergeObstacle(both: readonly { readonly group: HeldGroup; readonly version: number }[]): CommonNeedResult | undefined {
  if (both.some(({ group }) => group.status !== 'ACCEPTED')) return result('TOO_LATE');
  if (both.some(({ group, version }) => group.version !== version)) return result('CONFLICT');
  if (new Set(both.map(({ group }) => group.isDemonstration)).size > 1) return invalid(fault('NEEDS', 'MIXED'));
  const tooMany = listFaults(both.flatMap(({ group }) => group.needs));
  return tooMany.length > 0 ? invalid(...tooMany) : undefined;
}

/** Says that a need does not belong to each of these: they are not suggested together. Of needs that are in one group it is INVALID: one of them is taken out instead. Throws VICTIM_DATA. */
export async function sayNeedsApart(em: EntityManager, person: string, { need, others, reason: sent, locale }: { readonly need: string; readonly others: readonly string[]; readonly reason: string; readonly locale: Locale }): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  if (!as) return result('NOT_ALLOWED');
  const [faults, read] = [listFaults(others), readReason(sent)];
  if (!('reason' in read)) return invalid(...faults, ...read);
  if (faults.length > 0 || others.includes(need)) return invalid(...faults, ...(others.includes(need) ? [fault('NEEDS', 'REPEATED')] : []));
  const found = await needsOf(em, [need, ...others]);
  const about = found.get(need);
  if (!about) return result('GONE');
  const wrong = others.flatMap((key, n) => {
    const one = found.get(key);
    if (!one) return [fault('NEEDS', 'UNKNOWN', null, n)];
    if (one.isDemonstration !== about.isDemonstration) return [fault('NEEDS', 'MIXED', null, n)];
    return one.group !== null && one.group === about.group ? [fault('NEEDS', 'TOGETHER', null, n)] : [];
  });
  if (wrong.length > 0) return invalid(...wrong);
  await part(em, { person, as, locale }, need, others, read.reason);
  return result('DONE');
}

/** Takes back that two needs do not belong together, by the key of what was said; where it is not said any more, it is taken back already. */
export async function takeNeedsApartBack(em: EntityManager, person: string, key: string): Promise<CommonNeedResult> {
  const as = await holdGroups(em, person);
  if (!as) return result('NOT_ALLOWED');
  await em.execute('delete from needs_apart where uuid = ?', [key]);
  return result('DONE');
}

/** Suggesting which needs several countries share, by what is said of them, for somebody to decide; and saying what those speak of that are one. */
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { conceptName, type Suggestion } from '@passerelle/shared/common-needs/index.ts';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Transact } from '../core/database/index.ts';
import { type Comparison, Comparisons } from './compare-apart.ts';
import { apartOf, contentOf, type Listed, listNeeds, membersOf, MOST_COMPARED, shownGroups, shownNeeds, type Wanted } from './compared-needs.ts';
import type { CommonNeedSuggestion, CommonNeedSuggestions, SuggestedGroup, SuggestedNeed } from './suggestion.type.ts';

const comparisons = new Comparisons();
/** How many suggestions are shown. */
const MOST_SHOWN = 30;

/** A comparison that is to be made, or was. */
interface Asked {
  readonly name: string;
  readonly comparison: Comparison | undefined;
}

const groupsOf = (listed: readonly Listed[]): string[][] => {
  const byGroup = Map.groupBy(listed.filter(({ group }) => group !== null), ({ group }) => group!);
  return [...byGroup.values()].map((needs) => needs.map(({ key }) => key).sort());
};

/** Needs of one side with what is known of them. What their versions tell apart is compared once. */
async function ask(em: EntityManager, listed: readonly Listed[]): Promise<Asked> {
  const keys = listed.map(({ key }) => key);
  const [apart, together] = [await apartOf(em, keys), groupsOf(listed)];
  const name = createHash('sha256').update(JSON.stringify([listed.map(({ key, version }) => `${key} ${version}`).sort(), apart, together.map((needs) => needs.join(' ')).sort()])).digest('base64');
  return { name, comparison: comparisons.lately(name) ? undefined : { needs: await contentOf(em, keys), apart, together } };
}

const compare = ({ name, comparison }: Asked): Promise<readonly Suggestion[]> => comparisons.lately(name) ?? comparisons.of(name, comparison!);

/** What of it is shown, and to be decided: a group that is there, whole, alone, is decided. */
function isOpen({ needs, countries }: Suggestion, groupOf: ReadonlyMap<string, string | null>, least: number): boolean {
  const groups = new Set(needs.map((key) => groupOf.get(key)));
  return countries.length >= least && (groups.size > 1 || groups.has(null));
}

/**
 * Suggests which needs may be one, among the thousand entered last that who asks reads and that meet the conditions; invented ones and real ones apart. `least`: of how many countries at least. Nothing is held
 * while they are compared.
 */
export async function suggestCommonNeeds(transact: Transact, wanted: Wanted, least: number, locale: Locale): Promise<CommonNeedSuggestions> {
  const { listed, asked } = await transact(async (em) => {
    const all = await listNeeds(em, wanted);
    const sides = [false, true].map((isInvented) => all.slice(0, MOST_COMPARED).filter(({ isDemonstration }) => isDemonstration === isInvented)).filter((side) => side.length > 1);
    const comparisons: Asked[] = [];
    for (const side of sides) comparisons.push(await ask(em, side));
    return { listed: all, asked: comparisons };
  });
  const groupOf = new Map(listed.map(({ key, group }) => [key, group]));
  const came = (await Promise.all(asked.map(compare))).flat().filter((one) => isOpen(one, groupOf, Math.max(2, least))).sort((a, b) => b.score - a.score);
  const shown = came.slice(0, MOST_SHOWN);
  const keys = [...new Set(shown.flatMap(({ needs }) => needs))];
  const groups = [...new Set(keys.flatMap((key) => groupOf.get(key) ?? []))];
  const [needs, titles] = await transact(async (em) => [await shownNeeds(em, keys, locale), await shownGroups(em, groups, locale)] as const);
  return {
    // What went meanwhile is suggested no more.
    nodes: shown.filter((one) => one.needs.every((key) => needs.has(key))).map((one) => suggestionOf(one, { needs, groupOf, titles, locale })),
    totalCount: came.length, compared: Math.min(listed.length, MOST_COMPARED), isMore: listed.length > MOST_COMPARED,
  };
}

/** What two needs of a group or more speak of, in a language, that of the most first; null where who asks sees no such group. They are compared apart, as what is suggested is. */
export async function conceptsOfGroup(transact: Transact, group: string, locale: Locale): Promise<readonly string[] | null> {
  const asked = await transact(async (em): Promise<Asked | readonly never[] | null> => {
    const members = await membersOf(em, group);
    if (!members || members.length < 2) return members ? [] : null;
    const name = `one ${createHash('sha256').update(JSON.stringify(members)).digest('base64')}`;
    return { name, comparison: comparisons.lately(name) ? undefined : { needs: await contentOf(em, members.map(({ key }) => key)), apart: [], together: [], isOne: true } };
  });
  if (!asked || !('name' in asked)) return asked;
  const [one] = await compare(asked);
  return one!.concepts.map((key) => conceptName(key, locale));
}

type Shown = SuggestedNeed & { readonly pillar: CommonNeedSuggestion['pillar'] };

interface Around {
  readonly needs: ReadonlyMap<string, Shown>;
  readonly groupOf: ReadonlyMap<string, string | null>;
  readonly titles: ReadonlyMap<string, SuggestedGroup>;
  readonly locale: Locale;
}

const MONTH = 30.44 * 86_400_000;

function suggestionOf({ needs: keys, countries, themes, subthemes, audiences, concepts, score, pairs }: Suggestion, { needs, groupOf, titles, locale }: Around): CommonNeedSuggestion {
  const members = keys.map((key) => needs.get(key)!);
  const times = members.map(({ enteredAt }) => Date.parse(enteredAt));
  const pillars = new Set(members.map(({ pillar }) => pillar));
  const named = (all: readonly string[]): string[] => all.map((key) => conceptName(key, locale));
  return {
    needs: members.sort((a, b) => (a.country < b.country ? -1 : Number(a.country > b.country))), groups: [...new Set(keys.flatMap((key) => groupOf.get(key) ?? []))].flatMap((key) => titles.get(key) ?? []),
    countries, themes, subthemes, audiences, pillar: pillars.size === 1 ? members[0]!.pillar : null, concepts: named(concepts), months: Math.round((Math.max(...times) - Math.min(...times)) / MONTH), score,
    pairs: [...pairs].sort((a, b) => b.score - a.score).map(({ a, b, samePillar, concepts: spoken, ...pair }) => ({ ...pair, one: `Need_${a}`, other: `Need_${b}`, pillar: samePillar ? needs.get(a)!.pillar : null, concepts: named(spoken) })),
  };
}

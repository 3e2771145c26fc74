import { useI18n } from 'vue-i18n';
import type { RouteLocationRaw } from 'vue-router';

import { format } from '../../core/i18n/index.ts';
import { wallTime } from '../wallTime.ts';
import type { Aim } from './planAlike.ts';
import { planDifferences } from './planDifferences.ts';
import { listed, type Part } from './planParts.ts';
import type { Side } from './planSides.ts';
import { useAskedParts } from './useAskedWords.ts';
import { pointsText, useCountedRows } from './useCountedRows.ts';
import type { Plan, PlanMission, PlanSearch } from './usePlan.ts';
import { type PlanWords, useSearchWords } from './usePlanWords.ts';

/** A plan, or a mission as it stands, with the words that name what it is about. */
export interface Compared {
  readonly key: string;
  readonly name: string;
  /** Where it is read whole. */
  readonly to: RouteLocationRaw;
  readonly side: Side;
  readonly words: PlanWords;
  readonly envelopeCents: number | null;
  /** So many lines of its costs have no amount. */
  readonly unknownLines: number;
  /** Of a mission there is none. */
  readonly of: (Aim & { readonly plan: Plan; readonly search: Pick<PlanSearch, 'state' | 'isSolved' | 'isOptimal' | 'openPercent' | 'settings'>; /** Of another than the best plan, whether it is proved to be what it is called. */ readonly isProved: boolean | undefined }) | undefined;
}

export type Pair = readonly [first: Compared, second: Compared];
export type Row = readonly [label: string, first: readonly Part[], second: readonly Part[]];

/** Gives what two have in numbers, in what they differ, and what each has of its goals; `searches`: those of which it is said when they were asked for. */
export function useBesideRows(searches: () => PlanMission['planSearches']): { readonly figures: (pair: Pair) => readonly Row[]; readonly differences: (pair: Pair) => readonly Row[]; readonly goals: (pair: Pair) => readonly Row[] } {
  const { t } = useI18n();
  const [asked, counted, said] = [useAskedParts(), useCountedRows(), useSearchWords()];
  const zone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  const row = ([one, other]: Pair, label: string, say: (of: Compared) => readonly Part[]): Row => [label, say(one), say(other)];

  const total = ({ side, words, unknownLines }: Compared): Part[] => [words.money(side.totalCents), ...(unknownLines > 0 ? [' · ', t('budget.unknownLines', { count: words.count(unknownLines) })] : [])];
  const proof = ({ of }: Compared): Part[] => {
    if (!of) return [];
    if (of.isProved !== undefined) return [of.isProved ? t('plans.proved') : t('plans.unproved')];
    const bound = said.bound({ ...of.search, plan: of.plan });
    return of.search.state === 'DONE' ? [bound] : [`${said.state({ ...of.search, plan: of.plan })} ${bound}`];
  };
  /** The plan to which it was to stay near is said by when it was asked for, as long as it is kept. */
  const stability = ({ of, words }: Compared): Part[] => {
    if (!of?.plan.formerChanges) return [];
    const former = searches().find(({ id }) => id === of.settings.former?.search);
    return [words.count(of.plan.formerChanges.count), ...(former ? [` (${t('plans.asked', { date: format.value.dateTime(former.askedAt, zone) })})`] : [])];
  };
  const kindsOf = (pair: Pair): Side['sums'][number]['kind'][] => [...new Set(pair.flatMap(({ side }) => side.sums.map(({ kind }) => kind)))];

  function figures(pair: Pair): readonly Row[] {
    const of = (label: string, say: (one: Compared) => readonly Part[]): Row => row(pair, label, say);
    return [
      of(t('plans.label.meetings'), ({ side, words }) => [words.count(side.meetings.length)]), of(t('compare.worth'), ({ side, words }) => (side.worth === null ? [] : [words.count(side.worth)])), of(t('plans.label.cost'), total),
      ...kindsOf(pair).map((kind) => of(pair[0].words.cost(kind), ({ side, words }) => [words.money(side.sums.find((sum) => sum.kind === kind)?.cents ?? 0)])),
      of(t('budget.envelope'), ({ envelopeCents, words }) => (envelopeCents === null ? [] : [words.money(envelopeCents)])), of(t('plans.label.nights'), ({ side, words }) => [words.count(side.nights)]),
      of(t('compare.balance'), ({ side, words }) => [words.count(side.balance)]), ...(pair.some((one) => one.of?.plan.formerChanges) ? [of(t('former.count'), stability)] : []),
      of(t('plans.label.countries'), ({ side, words }) => listed(side.countries.map((code) => [words.names.country(code)]))), of(t('planGoals.proof'), proof), of(t('beside.asked'), (one) => (one.of ? asked(one.of.settings as PlanSearch['settings'], one.words) : [])),
    ];
  }

  /** Names; what is not there any more, or not to be seen, has none and is counted. */
  function named(keys: readonly string[], name: (key: string) => Part, detail: (key: string) => string = () => ''): Part[] {
    const known = keys.filter((key) => name(key) !== t('missions.unknown'));
    return listed([...known.map((key) => [name(key), detail(key)]), ...(known.length < keys.length ? [[t('beside.gone', { count: format.value.integer(keys.length - known.length) })]] : [])]);
  }
  const meetingOf = ({ side }: Compared, key: string): Side['meetings'][number] => side.meetings.find((one) => one.key === key)!;

  function differences(pair: Pair): readonly Row[] {
    const { meetings, people, moved, attended } = planDifferences(pair[0].side, pair[1].side);
    const of = (label: string, say: (one: Compared, n: 0 | 1) => readonly Part[]): Row => [label, say(pair[0], 0), say(pair[1], 1)];
    const city = ({ side, words }: Compared): Part[] => side.cities.flatMap((code, n) => (n === 0 ? [words.names.city(code)] : [' – ', words.names.city(code)]));
    const present = (one: Compared, key: string): string => ` (${meetingOf(one, key).who.map((id) => one.words.names.person(id)).join(', ') || '–'})`;
    const rows = [
      of(t('compare.way'), city), of(t('compare.meetings'), ({ words }, n) => named(meetings[n], words.names.meeting)), of(t('compare.people'), ({ words }, n) => named(people[n], words.names.person)),
      of(t('compare.moved'), (one) => named(moved, one.words.names.meeting, (key) => ` – ${wallTime(format.value, meetingOf(one, key).local)}`)), of(t('compare.attended'), (one) => named(attended, one.words.names.meeting, (key) => present(one, key))),
    ];
    return rows.filter(([, one, other]) => one.length > 0 || other.length > 0);
  }

  function goals(pair: Pair): readonly Row[] {
    const [first, second] = pair.map(({ of, words }) => counted(of?.levels ?? [], words)) as [ReturnType<typeof counted>, ReturnType<typeof counted>];
    const cell = (one: (typeof first)[number]): Part[] => listed([[one.amount], ...(one.points === null ? [] : [[`${t('planGoals.points')} ${pointsText(one.points)}`]]), ...(one.unknown === 0 ? [] : [[t('planGoals.unknown', { count: format.value.integer(one.unknown) })]]), [one.proof]]);
    return first.map((one, n) => [one.name, cell(one), cell(second[n]!)]);
  }

  return { figures, differences, goals };
}

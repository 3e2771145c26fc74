/** Why a plan is as it is, on paper: the order of its cities, what it leaves out and what would bring that in, other plans, and what has changed since an earlier one. */
import { isAsFound } from '@passerelle/shared/planSentences.ts';

import type { DrawnItem, DrawnLine, DrawnSection } from '../papers/index.ts';
import { PAPER_WORDS } from '../papers/index.ts';
import { type PlanLeftOut, type PlanSentence, showAlternatives, showLeftOut, showLegs } from '../plans/index.ts';
import { kindIn, subjectIn, wayIn } from './plan-names.ts';
import { triedIn } from './plan-standing.ts';
import type { PlanWriting } from './plan-words.ts';

export const section = (heading: string, items: readonly DrawnItem[], none: string | null = null): DrawnSection => ({ heading, items, none: items.length === 0 ? none : null });
/** A section, where there is something in it. */
export const sectionOf = (heading: string, items: readonly DrawnItem[]): DrawnSection[] => (items.length > 0 ? [section(heading, items)] : []);
export const line = (label: string | null, text: string, { locale }: Pick<PlanWriting, 'locale'>): DrawnLine => ({ label, value: { text, locale } });
export const item = (heading: string, lines: readonly DrawnLine[], { locale }: Pick<PlanWriting, 'locale'>): DrawnItem => ({ heading: { text: heading, locale }, lines });

const said = (sentence: PlanSentence, { sentence: say }: PlanWriting): DrawnLine => ({ label: null, value: say(sentence) });

/** Where it is not the best that is read, the reasons are those of that other plan. */
const legsOf = ({ read: { as, search } }: PlanWriting): ReturnType<typeof showLegs> =>
  as === 'BEST' ? showLegs(search, search.explained) : (showAlternatives(search, search.explained).find(({ kind }) => kind === as)?.legs ?? []);

/** Why a plan goes from each city to the next, as far as it was found out. */
function wayItems(writing: PlanWriting): DrawnItem[] {
  const { read, locale } = writing;
  return legsOf(writing).map(({ fromCity, toCity, why }) => item(wayIn(read, fromCity, toCity, locale), [said(why, writing)], writing));
}

/** Why one is not in the plan, what would bring it in, and what it would displace. */
const reasonOf = (found: PlanLeftOut, writing: PlanWriting): DrawnLine[] => [
  said(found.why, writing), ...(isAsFound(found) ? [line(null, writing.t('plans.leftOut.AS_FOUND'), writing)] : []), ...[found.witness, ...found.changes, ...(found.exchange ? [found.exchange] : [])].map((sentence) => said(sentence, writing)),
];

/** The meetings that are not in the plan: why, as far as it was found out, what would bring each in, and what it would displace. */
function leftOutItems(writing: PlanWriting): DrawnItem[] {
  const { read: { plan, as, search }, locale, t } = writing;
  const isIn = new Set(plan.meetings.map(({ meetingKey }) => meetingKey));
  const known = new Map((as === 'BEST' ? showLeftOut(search, search.explained) : []).map((one) => [one.meetingKey, one]));
  const isSought = as === 'BEST' && (search.state === 'RUNNING' || search.state === 'QUEUED');
  return search.problem.meetings.filter(({ id }) => !isIn.has(id)).map(({ id }) => {
    const found = known.get(id);
    const lines = found ? reasonOf(found, writing) : isSought ? [] : [line(null, t('plans.out.unknown'), writing)];
    return { heading: subjectIn(writing.read, id, locale), lines };
  });
}

/** Those of all plans of the search, in numbers. */
function otherItems(writing: PlanWriting): DrawnItem[] {
  const { read: { search }, locale, words, t, count, money, names, told } = writing;
  const others = showAlternatives(search, search.explained).map(({ kind, isProved, plan }) => ({ as: kind, isProved, plan }));
  const countries = (codes: readonly string[]): DrawnLine['value'] => told(codes.flatMap((code, n) => [...(n > 0 ? [' · '] : []), names.country(code)]));
  return others.map(({ as, isProved, plan }) => item(kindIn(as, locale), [
    line(t('plans.label.meetings'), count(plan.meetings.length), writing), line(t('plans.label.cost'), money(plan.costs.totalCents), writing), line(t('plans.label.nights'), count(plan.nights), writing),
    ...(plan.countries.length > 0 ? [{ label: t('plans.label.countries'), value: countries(plan.countries) }] : []), line(words.goals.proof, isProved ? words.proved : words.unproved, writing),
  ], writing));
}

/** In what the plan differs from the one that it was to stay near to. */
function formerItems(writing: PlanWriting): DrawnItem[] {
  const { read: { plan: { formerChanges } }, t, names, told, count } = writing;
  if (!formerChanges) return [];
  const { count: all, added, dropped, moved, attended } = formerChanges;
  const rows = ([[t('former.added'), added], [t('former.dropped'), dropped], [t('compare.moved'), moved], [t('compare.attended'), attended]] as const).filter(([, keys]) => keys.length > 0);
  return [{ heading: null, lines: [line(null, t('former.changes', { count: count(all) }), writing), ...rows.map(([label, keys]) => ({ label, value: told(keys.flatMap((key, n) => [...(n > 0 ? [' · '] : []), names.meeting(key)])) }))] }];
}

/** Who goes, and who else could. */
function peopleItems(writing: PlanWriting): DrawnItem[] {
  const { read: { plan: { travellers }, search: { problem } }, locale, t, count, names, told } = writing;
  const { role } = PAPER_WORDS[locale];
  const others = problem.persons.filter(({ id }) => !travellers.some(({ personKey }) => personKey === id));
  const lines = [
    ...travellers.map(({ personKey, roles, startCity, nights }) => told([names.person(personKey), ...(roles.length > 0 ? [` – ${roles.map((one) => role[one]).join(', ')}`] : []), ' – ', names.city(startCity), ` – ${t('costs.nights')} ${count(nights)} – ${t('pins.goes')}`])),
    ...others.map(({ id, roles }) => told([names.person(id), ` – ${[...roles.map((one) => role[one]), t('pins.stays')].join(' – ')}`])),
  ];
  return [{ heading: null, lines: lines.map((value) => ({ label: null, value })) }];
}

/** What the page says of why, in its order. */
export function whySections(writing: PlanWriting): DrawnSection[] {
  const { read: { search, plan }, locale, words, t } = writing;
  const tried = triedIn(search, locale).map((text) => line(null, text, writing));
  const out = leftOutItems(writing);
  const isComplete = plan.meetings.length === search.problem.meetings.length;
  return [
    ...sectionOf(t('plans.way'), wayItems(writing)), section(t('pins.people'), peopleItems(writing)), section(words.out, [...(tried.length > 0 && out.length > 0 ? [{ heading: null, lines: tried }] : []), ...out], isComplete ? t('plans.out.none') : null),
    ...sectionOf(t('plans.others.title'), otherItems(writing)), ...sectionOf(t('former.count'), formerItems(writing)),
  ];
}

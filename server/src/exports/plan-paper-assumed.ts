/** What a plan rests on, on paper: what it costs line by line, what was assumed, what the data lacks, and of an idea what is open. */
import { filled, listed } from '@passerelle/shared/planSentences.ts';
import type { DrawnItem, DrawnLine, DrawnSection } from '../papers/index.ts';
import { type PlanAssumptions, type PlanLacking, showAssumptions } from '../plans/index.ts';
import { subjectIn } from './plan-names.ts';
import { line, sectionOf } from './plan-paper-why.ts';
import type { Part, PlanWriting } from './plan-words.ts';

type CostLine = PlanWriting['read']['plan']['costs']['lines'][number];
type Marks = Record<string, string>;

const unlabelled = (parts: readonly Part[], { told }: PlanWriting): DrawnLine => ({ label: null, value: told(parts) });

/** A line of the costs: how much, what is counted, and what it follows from. */
function costLine({ cents, nights, lunches, dinners, about }: CostLine, writing: PlanWriting): DrawnLine {
  const { money, count, t, ref, locale } = writing;
  const counted = ([[t('costs.nights'), nights], [t('costs.lunches'), lunches], [t('costs.dinners'), dinners]] as const).flatMap(([label, number]) => (number ? [`${label} ${count(number)}`] : []));
  const refs = about.flatMap((one, n) => [...(n > 0 ? [{ text: ' · ', locale }] : []), ...ref(one)]);
  return { label: null, value: [{ text: [money(cents), ...(counted.length > 0 ? [counted.join(', ')] : []), ...(refs.length > 0 ? [''] : [])].join(' – '), locale }, ...refs] };
}

/** The costs of each kind, line by line, and what is left of the envelope. */
export function costItems(writing: PlanWriting): DrawnItem[] {
  const { read: { plan: { costs } }, money, cost, t, locale } = writing;
  const left = costs.envelopeCents === null ? null : costs.envelopeCents - costs.totalCents;
  return [
    ...costs.sums.map(({ kind, cents }) => ({ heading: { text: `${cost(kind)} – ${money(cents)}`, locale }, lines: costs.lines.filter((one) => one.kind === kind).map((one) => costLine(one, writing)) })),
    { heading: null, lines: [line(t('plans.total'), money(costs.totalCents), writing), ...(left === null ? [] : [line(null, left < 0 ? t('budget.over', { amount: money(-left) }) : t('budget.left', { amount: money(left) }), writing)])] },
  ];
}

/** What a meeting counts for. */
function worthIn({ profit, openWorth }: PlanAssumptions, { t, count }: PlanWriting): string {
  if (!openWorth) return t('plans.assumed.SAME');
  return t('plans.assumed.WORTH', { base: count(profit), urged: count(openWorth.urged), considered: count(openWorth.considered), invited: count(openWorth.invited), need: count(openWorth.need) });
}

/** When people work: as is usual, and in countries of which it is known. */
function hoursIn({ workingHours, countryHours, hoursChangeIn }: PlanAssumptions, { t, week, names }: PlanWriting): Part[][] {
  return [
    [t('plans.assumed.HOURS', { hours: week(workingHours) })],
    ...countryHours.map(({ countryCode, hours, sources }): Part[] => [...filled<Part>((marks: Marks) => t('plans.assumed.COUNTRY_HOURS', marks), { country: [names.country(countryCode)], hours: [week(hours)] }), ...sources.map((source) => ({ source }))]),
    ...hoursChangeIn.map((code) => filled<Part>((marks: Marks) => t('plans.assumed.HOURS_CHANGE', marks), { country: [names.country(code)] })),
  ];
}

/** Who could interpret, and at what price. */
function interpretingIn({ interpreters }: PlanAssumptions, { t, names, money }: PlanWriting): Part[][] {
  const pers: Readonly<Record<PlanAssumptions['interpreters'][number]['per'], (marks: Marks) => string>> = {
    MEETING: (marks) => t('planGoals.interpreting.MEETING', marks), HALF_DAY: (marks) => t('planGoals.interpreting.HALF_DAY', marks), DAY: (marks) => t('planGoals.interpreting.DAY', marks),
  };
  return interpreters.map(({ per, languageCode, countryCodes, cents, isAssumed, source }) => [
    ...filled<Part>(pers[per], { language: [names.language(languageCode)], countries: listed<Part>(countryCodes.map((code) => [names.country(code)])), amount: [money(cents)] }), ...(isAssumed ? [' ', t('planGoals.interpreting.assumed')] : [{ source }]),
  ]);
}

/** What was assumed where nobody had said it, and with what was planned. */
function assumedLines(assumptions: PlanAssumptions, writing: PlanWriting): DrawnLine[] {
  const { t, count, time, names } = writing;
  const { transferMinutes, bufferMinutes, workRules, homeCity, homeAssumedFor, meetings, people, links } = assumptions;
  const home = filled<Part>((marks: Marks) => t('plans.assumed.HOME', marks), { city: [names.city(homeCity)], names: listed<Part>(homeAssumedFor.map((key) => [names.person(key)])) });
  const sentences: readonly (readonly Part[])[] = [
    ...hoursIn(assumptions, writing), [t('plans.assumed.TRANSFER', { count: count(transferMinutes) })], [t('plans.assumed.BUFFER', { count: count(bufferMinutes) })], [worthIn(assumptions, writing)],
    ...workRules.map(({ maxProgrammeMinutes, maxDutyMinutes, minRestMinutes, source }): Part[] => [t('plans.assumed.WORK', { programme: time(maxProgrammeMinutes), duty: time(maxDutyMinutes), rest: time(minRestMinutes) }), { source }]),
    ...interpretingIn(assumptions, writing), ...(homeAssumedFor.length > 0 ? [home] : []), [t('plans.choice.meetings', { count: count(meetings) })], [t('plans.choice.people', { count: count(people) })], [t('plans.choice.links', { count: count(links) })],
  ];
  return sentences.map((parts) => unlabelled(parts, writing));
}

/** The links with which nothing could be planned, with what is not known of each. */
function lackingLines({ unusedLinks }: PlanAssumptions, writing: PlanWriting): DrawnLine[] {
  const { t, read: { search: { unused } }, names, mode } = writing;
  const lackings: Readonly<Record<PlanLacking, () => string>> = {
    VALID_FROM: () => t('costs.validFrom'), MINUTES: () => t('plans.lacks.MINUTES'), FARE: () => t('plans.lacks.FARE'), WEEKDAYS: () => t('plans.lacks.WEEKDAYS'), HOURS: () => t('plans.lacks.HOURS'), COUNTRIES: () => t('plans.lacks.COUNTRIES'),
  };
  return unusedLinks.map(({ linkCode, lacking }) => {
    const link = unused[linkCode];
    const what: Part[] = link ? [names.city(link.from), ' – ', names.city(link.to), ', ', mode(link.mode)] : [linkCode];
    return unlabelled(filled<Part>((marks: Marks) => (lacking.length === 0 ? t('plans.lacks.NO_LINK', marks) : t('plans.lacks.LINK', marks)), { what, lacking: [lacking.map((one) => lackings[one]()).join(' · ')] }), writing);
  });
}

/** What is open in each country and counts: those of the plan first, of each what counts for most. */
function openItems({ candidates }: PlanAssumptions, writing: PlanWriting): DrawnItem[] {
  const { read, t, count, locale } = writing;
  const rows = candidates.map((one) => ({ ...one, isIn: read.plan.meetings.some(({ meetingKey }) => meetingKey === one.meetingKey) })).toSorted((a, b) => Number(b.isIn) - Number(a.isIn) || b.worth - a.worth);
  return rows.map(({ meetingKey, needs, urged, considered, invited, worth, isIn }) => ({
    heading: subjectIn(read, meetingKey, locale),
    lines: [line(null, ([[t('plans.idea.needs'), needs], [t('plans.idea.urged'), urged], [t('plans.idea.considered'), considered], [t('plans.idea.invited'), invited], [t('plans.idea.worth'), worth]] as const).map(([label, number]) => `${label} ${count(number)}`).join(' · ') + (isIn ? ` · ${t('plans.idea.in')}` : ''), writing)],
  }));
}

/** What was assumed, what lacks, and of an idea what is open. */
export function assumedSections(writing: PlanWriting): DrawnSection[] {
  const { read: { search }, t } = writing;
  const assumptions = showAssumptions(search);
  const lines = (all: readonly DrawnLine[]): DrawnItem[] => (all.length > 0 ? [{ heading: null, lines: all }] : []);
  return [
    ...(search.isIdea ? sectionOf(t('plans.idea.counts'), openItems(assumptions, writing)) : []), ...sectionOf(t('plans.assumed.title'), lines(assumedLines(assumptions, writing))), ...sectionOf(t('plans.lacks.title'), lines(lackingLines(assumptions, writing))),
  ];
}

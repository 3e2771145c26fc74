/** A plan as a paper to be printed: what the page says of it, without what is for the screen alone. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { filled } from '../core/translation/index.ts';
import { along, type DrawnItem, type DrawnPart, PAPER_WORDS, paperPdf, writtenHours, writtenMoment } from '../papers/index.ts';
import type { ProposedPlan } from '../plans/index.ts';
import { goalsIn, limitsIn } from './plan-goals.ts';
import { subjectIn, titleIn, wayIn } from './plan-names.ts';
import { assumedSections, costItems } from './plan-paper-assumed.ts';
import { dayOffItems } from './plan-paper-days.ts';
import { item, line, section, sectionOf, whySections } from './plan-paper-why.ts';
import { journeysOf } from './plan-rows.ts';
import { boundIn, madeIn, marksIn } from './plan-standing.ts';
import { plainIn, type PlanWriting, planWriting } from './plan-words.ts';
import type { PlanRead } from './plan-read.ts';
import type { ExportWords } from './texts.ts';

function meetingItem(writing: PlanWriting, { meetingKey, city: code, starts, ends, attends, isFixed, interpreted }: ProposedPlan['meetings'][number]): DrawnItem {
  const { read, locale, words, t, names, told } = writing;
  const paper = PAPER_WORDS[locale];
  const minutes = Math.round((ends.at.getTime() - starts.at.getTime()) / 60_000);
  const who = ({ personKey, roles }: (typeof attends)[number]): string => [plainIn(locale, told([names.person(personKey)])), ...(roles.length > 0 ? [`(${roles.map((one) => paper.role[one]).join(', ')})`] : [])].join(' ');
  return {
    heading: { text: `${writtenHours(locale, { day: starts.local.slice(0, 10), starts: starts.local.slice(11), minutes })}${isFixed ? ` · ${t('plans.fixed')}` : ''}`, locale },
    lines: [
      { label: paper.subject, value: subjectIn(read, meetingKey, locale) }, { label: paper.city, value: told([names.city(code), ', ', names.country(read.countryOf(code))]) }, line(words.head.people, attends.map(who).join(' · '), writing),
      ...(interpreted.length > 0 ? [{ label: words.interpretation, value: told(interpreted.flatMap((language, n) => [...(n > 0 ? [', '] : []), names.language(language)])) }] : []),
    ],
  };
}

/** Each journey once, with all who make it and what it costs each of them, in the order of their times. */
function journeyItems(writing: PlanWriting): DrawnItem[] {
  const { read, locale, words, mode, money, names, told } = writing;
  const paper = PAPER_WORDS[locale];
  return journeysOf(read.plan).map(({ mode: by, fromCity, toCity, departs, arrives, personKeys, fareCents, source }) => ({
    heading: { text: wayIn(read, fromCity, toCity, locale), locale },
    lines: [
      line(paper.means, mode(by), writing), line(paper.leaves, writtenMoment(locale, departs.local), writing), line(paper.arrives, writtenMoment(locale, arrives.local), writing), { label: words.cost.FARE, value: told([money(fareCents), { source }]) },
      { label: words.head.people, value: told(personKeys.flatMap((key, n) => [...(n > 0 ? [' · '] : []), names.person(key)])) },
    ],
  }));
}

/** What counted, each goal with what the plan has of it. */
function goalItems(writing: PlanWriting): DrawnItem[] {
  const { read, locale, words } = writing;
  return goalsIn(read, locale, words).goals.map(({ name, amount, points, unknown, proof }) =>
    item(name, [line(words.goals.amount, [amount, ...(unknown ? [`(${unknown})`] : [])].join(' '), writing), ...(points === null ? [] : [line(words.goals.points, points, writing)]), line(words.goals.proof, proof, writing)], writing));
}

/** What could be spent. */
const limitItems = (writing: PlanWriting): DrawnItem[] => limitsIn(writing.read, writing.locale, writing.words).map(({ name, most, amount }) => item(name, [line(writing.words.goals.most, most, writing), line(writing.words.goals.amount, amount, writing)], writing));

/** What stands before everything else: of which mission, how many meetings, how much it costs. */
function headLines(writing: PlanWriting): DrawnPart['lines'] {
  const { read: { search: { title, sourceLocale, problem }, plan: { meetings, nights, costs } }, locale, words, t, count, money, cost } = writing;
  const mission = along(title, locale, sourceLocale);
  const { way, sum } = goalsIn(writing.read, locale, words);
  return [
    ...(mission ? [{ label: words.mission, value: mission }] : []), line(PAPER_WORDS[locale].meetings, filled(words.of, { count: count(meetings.length), total: count(problem.meetings.length) }), writing), line(t('plans.label.nights'), count(nights), writing),
    line(t('plans.total'), money(costs.totalCents), writing), ...costs.sums.map(({ kind, cents }) => line(cost(kind), money(cents), writing)), line(words.goals.counted, [way, ...(sum ? [sum] : [])].join(' · '), writing),
  ];
}

/** What the paper says in one language; `at`: when it was made. */
export function planPart(read: PlanRead, locale: Locale, said: ExportWords, at: Date): DrawnPart {
  const writing = planWriting(read, locale, said);
  const { words, t } = writing;
  const paper = PAPER_WORDS[locale];
  const { meetings } = read.plan;
  const part: Omit<DrawnPart, 'notes'> = {
    locale, title: titleIn(read, locale), version: madeIn(read, locale, said, at).join(' · '), marks: marksIn(read, said, locale), lead: boundIn(read, locale, said), lines: headLines(writing),
    sections: [
      section(paper.meetings, meetings.map((meeting) => meetingItem(writing, meeting)), paper.meetingsNone), section(paper.journeys, [...journeyItems(writing), ...dayOffItems(writing)], paper.journeysNone), section(t('plans.costs'), costItems(writing)),
      section(words.goals.counted, goalItems(writing)), ...sectionOf(words.goals.limits, limitItems(writing)), ...whySections(writing), ...assumedSections(writing),
    ],
    closing: [paper.localTimes], signatures: [],
  };
  const text = JSON.stringify(part);
  const starred = read.search.problem.countries.filter(({ id }) => read.reference.notes[id] && text.includes(`${along(read.reference.countries[id], locale, 'en')?.text}*`));
  return { ...part, notes: starred.map(({ id }) => along(read.reference.notes[id], locale, 'en')!) };
}

/** The paper as PDF. */
export async function planPdf(read: PlanRead, locale: Locale, words: ExportWords): Promise<Buffer> {
  const at = new Date();
  return paperPdf([planPart(read, locale, words, at)], at);
}

/** A plan as a paper to be printed: what the page says of it, without what is for the screen alone. */
import { belowBest } from '@passerelle/shared/belowBest.ts';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { filled } from '../core/translation/index.ts';
import { along, type Item, type Line, PAPER_WORDS, type Part, paperPdf, type Section, writtenHours, writtenMoment } from '../papers/index.ts';
import { openPercentOf, type ProposedPlan, showLeftOut } from '../plans/index.ts';
import { goalsIn, limitsIn, lostIn, moneyIn } from './plan-goals.ts';
import { askedIn, calledIn, countryIn, marksIn, nameIn, subjectIn, titleIn } from './plan.export.ts';
import type { PlanRead } from './plan-read.ts';
import type { ExportWords } from './texts.ts';

interface Writing {
  readonly read: PlanRead;
  readonly locale: Locale;
  readonly words: ExportWords['plan'];
}

const line = (label: string, text: string, { locale }: Writing): Line => ({ label, value: { text, locale } });
const count = (number: number, { locale }: Writing): string => new Intl.NumberFormat(LOCALES[locale].intl).format(number);
const money = (cents: number, { locale }: Writing): string => moneyIn(locale, cents);
const city = ({ read, locale }: Writing, code: string): string => calledIn(read, 'cities', code, locale);
const section = (heading: string, items: readonly Item[], none: string | null = null): Section => ({ heading, items, none: items.length === 0 ? none : null });

function meetingItem(writing: Writing, { meetingKey, city: code, starts, ends, attends, isFixed, interpreted }: ProposedPlan['meetings'][number]): Item {
  const { read, locale, words } = writing;
  const paper = PAPER_WORDS[locale];
  const minutes = Math.round((ends.at.getTime() - starts.at.getTime()) / 60_000);
  const who = ({ personKey, roles }: (typeof attends)[number]): string => [nameIn(read, personKey, locale), ...(roles.length > 0 ? [`(${roles.map((one) => paper.role[one]).join(', ')})`] : [])].join(' ');
  const place = [city(writing, code), countryIn(read, read.countryOf(code), locale)].join(', ');
  return {
    heading: { text: `${writtenHours(locale, { day: starts.local.slice(0, 10), starts: starts.local.slice(11), minutes })}${isFixed ? ` · ${words.fixed}` : ''}`, locale },
    lines: [
      { label: paper.subject, value: subjectIn(read, meetingKey, locale) }, line(paper.city, place, writing), line(words.head.people, attends.map(who).join(' · '), writing),
      ...(interpreted.length > 0 ? [line(words.interpretation, interpreted.map((language) => calledIn(read, 'languages', language, locale)).join(', '), writing)] : []),
    ],
  };
}

/** Each journey once, with all who make it, in the order of their times. */
function journeyItems(writing: Writing): Item[] {
  const { read, locale, words } = writing;
  const journeys = new Map(read.plan.travellers.flatMap(({ journeys: own }) => own.map((one) => [`${one.linkCode} ${one.departs.local}`, one])));
  const paper = PAPER_WORDS[locale];
  return [...journeys.values()].sort((a, b) => a.departs.at.getTime() - b.departs.at.getTime()).map(({ mode, fromCity, toCity, departs, arrives, personKeys }) => ({
    heading: { text: `${city(writing, fromCity)} – ${city(writing, toCity)}`, locale },
    lines: [line(paper.means, paper.mode[mode], writing), line(paper.leaves, writtenMoment(locale, departs.local), writing), line(paper.arrives, writtenMoment(locale, arrives.local), writing), line(words.head.people, personKeys.map((key) => nameIn(read, key, locale)).join(' · '), writing)],
  }));
}

type Reason = ReturnType<typeof showLeftOut>[number]['why'];

/** Why a meeting is out, in a sentence; where that is what the plan with it loses, by the goal that decides. */
function reasonIn({ code, ...lost }: Reason, { locale, words }: Writing): string {
  const why = code.replace('LEFT_OUT_', '') as Exclude<keyof typeof words.leftOut, 'LESS'>;
  if (why !== 'LESS_WORTH' && why !== 'AS_MUCH') return words.leftOut[why];
  const what = lostIn(locale, words, lost);
  return what === null ? words.leftOut.LESS : filled(words.leftOut[why], { what });
}

/** Why each meeting that is not in the plan is not, where that was found out. */
function leftOutItems(writing: Writing): Item[] {
  const { read, locale, words } = writing;
  const isIn = new Set(read.plan.meetings.map(({ meetingKey }) => meetingKey));
  const why = new Map((read.as === 'BEST' ? showLeftOut(read.search, read.search.explained) : []).map((one) => [one.meetingKey, one.why]));
  return read.search.problem.meetings.filter(({ id }) => !isIn.has(id)).map(({ id }) => {
    const reason = why.get(id);
    return { heading: subjectIn(read, id, locale), lines: reason ? [{ label: words.reason, value: { text: reasonIn(reason, writing), locale } }] : [] };
  });
}

/** What counted, each goal with what the plan has of it. */
function goalItems(writing: Writing): Item[] {
  const { read, locale, words } = writing;
  return goalsIn(read, locale, words).goals.map(({ name, amount, points, unknown, proof }) => ({
    heading: { text: name, locale },
    lines: [line(words.goals.amount, [amount, ...(unknown ? [`(${unknown})`] : [])].join(' '), writing), ...(points === null ? [] : [line(words.goals.points, points, writing)]), line(words.goals.proof, proof, writing)],
  }));
}

/** What could be spent. */
const limitItems = (writing: Writing): Item[] => limitsIn(writing.read, writing.locale, writing.words).map(({ name, most, amount }) => ({
  heading: { text: name, locale: writing.locale }, lines: [line(writing.words.goals.most, most, writing), line(writing.words.goals.amount, amount, writing)],
}));

/** How good it is, as far as that is proved. */
function boundIn(writing: Writing): string {
  const { read: { as, isProved, search }, locale, words } = writing;
  if (as !== 'BEST') return isProved ? `${words.proved}. ${words.among}` : words.unproved;
  const open = openPercentOf({ value: search.worth, bound: search.bound, isOptimal: search.isOptimal });
  if (open === null) return words.bound.UNKNOWN;
  const said = search.isOptimal ? words.bound.PROVED : open === 0 ? words.bound.FIRST : filled(words.bound.AT_MOST, { percent: new Intl.NumberFormat(LOCALES[locale].intl, { style: 'percent' }).format(belowBest(open)) });
  return `${said} ${words.among}`;
}

/** What the paper says in one language. */
export function planPart(read: PlanRead, locale: Locale, said: ExportWords): Part {
  const { plan: words } = said;
  const { search: { title, sourceLocale, problem }, plan: { meetings, nights, costs, countries } } = read;
  const writing = { read, locale, words };
  const paper = PAPER_WORDS[locale];
  const mission = along(title, locale, sourceLocale);
  const [{ way, sum }, limits] = [goalsIn(read, locale, words), limitItems(writing)];
  return {
    locale, title: titleIn(read, words), version: askedIn(read, locale, words),
    marks: marksIn(read, said), lead: boundIn(writing),
    lines: [
      ...(mission ? [{ label: words.mission, value: mission }] : []), line(paper.meetings, filled(words.of, { count: count(meetings.length, writing), total: count(problem.meetings.length, writing) }), writing), line(words.nights, count(nights, writing), writing),
      line(words.total, money(costs.totalCents, writing), writing), ...costs.sums.map(({ kind, cents }) => line(words.cost[kind], money(cents, writing), writing)), line(words.goals.counted, [way, ...(sum ? [sum] : [])].join(' · '), writing),
    ],
    sections: [
      section(paper.meetings, meetings.map((meeting) => meetingItem(writing, meeting)), paper.meetingsNone), section(paper.journeys, journeyItems(writing), paper.journeysNone),
      section(words.goals.counted, goalItems(writing)), ...(limits.length > 0 ? [section(words.goals.limits, limits)] : []), ...(meetings.length < problem.meetings.length ? [section(words.out, leftOutItems(writing))] : []),
    ],
    closing: [paper.localTimes], signatures: [], notes: countries.map((code) => along(read.reference.notes[code], locale, 'en')).filter((note) => note !== undefined),
  };
}

/** The paper as PDF. */
export const planPdf = (read: PlanRead, locale: Locale, words: ExportWords): Promise<Buffer> => paperPdf([planPart(read, locale, words)], new Date(read.search.askedAt));

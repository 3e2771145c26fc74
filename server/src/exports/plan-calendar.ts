/** The meetings and journeys of a plan for a calendar. All of them are tentative: a plan is proposed by a search, and decided by nobody. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { type CalendarEvent, calendarFile } from '../calendars/index.ts';
import { PAPER_WORDS } from '../papers/index.ts';
import { calledIn, countryIn, nameIn, subjectIn, wayIn } from './plan-names.ts';
import type { PlanRead } from './plan-read.ts';
import { type PlanRow, planRows } from './plan-rows.ts';
import { boundIn, madeIn, marksIn } from './plan-standing.ts';
import { textIn } from './plan-texts.ts';
import type { ExportWords } from './texts.ts';

type Own = Pick<CalendarEvent, 'uid' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'timeZone' | 'endTimeZone'> & { readonly who: readonly string[] };

/** What is of the meeting or journey alone. Meetings have one key for all missions where they are an idea. */
function ownOf(row: PlanRow, read: PlanRead, locale: Locale): Own {
  const { search: { mission, isIdea } } = read;
  const of = isIdea ? 'IDEA' : 'PLAN';
  if (row.kind === 'JOURNEY') {
    const { mode, fromCity, toCity, departs, arrives, personKeys } = row.journey;
    const way = wayIn(read, fromCity, toCity, locale);
    return { uid: `Journey_${mission}_${row.number}_${of}`, title: { text: `${way}, ${PAPER_WORDS[locale].mode[mode]}`, locale }, place: { text: way, locale }, startsAt: departs.at.getTime(), endsAt: arrives.at.getTime(), timeZone: departs.timeZone, endTimeZone: arrives.timeZone, who: personKeys };
  }
  const { meetingKey, city, starts, ends, attends } = row.meeting;
  return {
    uid: isIdea ? `Meeting_${mission}_${meetingKey}_IDEA` : `Meeting_${meetingKey}_PLAN`, title: subjectIn(read, meetingKey, locale), place: { text: [calledIn(read, 'cities', city, locale), countryIn(read, read.countryOf(city), locale)].join(', '), locale },
    startsAt: starts.at.getTime(), endsAt: ends.at.getTime(), timeZone: starts.timeZone, who: attends.map(({ personKey }) => personKey),
  };
}

/**
 * The file, in one language. A meeting is the same event in each plan of its mission, and others than those of papers: what is taken later, of which the minute counts, moves it; so does a journey, by its number. `origin` is that of the site.
 */
export function planCalendar(read: PlanRead, { locale, words, origin }: { readonly locale: Locale; readonly words: ExportWords; readonly origin: string }): string {
  const { search: { key, mission }, plan, as } = read;
  const takenAt = Date.now();
  const url = `${origin}/${locale}/missions/Mission_${mission}/plan?search=PlanSearch_${key}${as === 'BEST' ? '' : `&plan=${as}`}`;
  const said = [...marksIn(read, words, locale), boundIn(read, locale, words), ...madeIn(read, locale, words, new Date(takenAt))];
  const eventOf = (row: PlanRow): CalendarEvent => {
    const { who, ...own } = ownOf(row, read, locale);
    return {
      ...own, description: { text: [...said, who.map((person) => nameIn(read, person, locale)).join(', ')].filter(Boolean).join('\n'), locale }, category: { text: textIn(locale)('plans.title'), locale }, url,
      changedAt: takenAt, sequence: Math.floor(takenAt / 60_000), status: 'TENTATIVE', isBusy: true, isPrivate: true,
    };
  };
  return calendarFile({ events: planRows(plan).map(eventOf) });
}

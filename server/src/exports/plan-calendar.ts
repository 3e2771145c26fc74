/** The meetings of a plan for a calendar. All of them are tentative: a plan is proposed by a search, and decided by nobody. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { type CalendarEvent, calendarFile } from '../calendars/index.ts';
import { calledIn, marksIn, nameIn, subjectIn } from './plan.export.ts';
import type { PlanRead } from './plan-read.ts';
import type { ExportWords } from './texts.ts';

/**
 * The file, in one language. A meeting is the same event in each plan of its mission, and others than those of papers: what is taken later, of which the minute counts, moves it. `origin` is that of the site.
 */
export function planCalendar(read: PlanRead, { locale, words, origin }: { readonly locale: Locale; readonly words: ExportWords; readonly origin: string }): string {
  const { search: { key, mission }, plan: { meetings }, as } = read;
  const takenAt = Date.now();
  const url = `${origin}/${locale}/missions/Mission_${mission}/plan?search=PlanSearch_${key}${as === 'BEST' ? '' : `&plan=${as}`}`;
  const eventOf = ({ meetingKey, city, starts, ends, attends }: (typeof meetings)[number]): CalendarEvent => ({
    uid: `Meeting_${meetingKey}_PLAN`, title: subjectIn(read, meetingKey, locale),
    description: { text: [...marksIn(read, words), attends.map(({ personKey }) => nameIn(read, personKey, locale)).join(', ')].filter(Boolean).join('\n'), locale },
    place: { text: [calledIn(read, 'cities', city, locale), calledIn(read, 'countries', read.countryOf(city), locale)].join(', '), locale }, category: { text: words.plan.title, locale }, url,
    startsAt: starts.at.getTime(), endsAt: ends.at.getTime(), changedAt: takenAt, timeZone: starts.timeZone, sequence: Math.floor(takenAt / 60_000), status: 'TENTATIVE', isBusy: true, isPrivate: true,
  });
  return calendarFile({ events: meetings.map(eventOf) });
}

/** The meetings of a programme as a file for a calendar: saved by hand, and asked for by no address. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { instantsOf } from '@passerelle/shared/wallTime.ts';
import { type CalendarEvent, calendarFile } from '../calendars/index.ts';
import { colonOf } from '../core/pdf/index.ts';
import type { MeetingFact } from './facts.ts';
import { along, endOf } from './said.ts';
import { cityIn, hostOf, markOf, nameOf, type PaperToDraw, whereIs, type Writing } from './sheet.ts';
import { PAPER_WORDS } from './texts.ts';

/** The instant at which the clocks of a place show an hour, in milliseconds: the first, where they show it twice; the next that is shown, where they skip it. */
function instantOf(day: string, hour: string, zone: string): number {
  const [date, time] = hour === '24:00' ? [new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10), '00:00'] : [day, hour];
  const [first] = instantsOf(`${date}T${time}`, zone);
  return first?.getTime() ?? instantsOf(`${date}T${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`, zone)[0]!.getTime();
}

function cityOf({ facts }: Writing, meeting: MeetingFact): string {
  return facts.leg?.city ?? facts.stays!.find(({ leg }) => leg === meeting.leg)?.city ?? facts.stays![0]!.city;
}

/** What else there is to know of a meeting. */
function description(writing: Writing, meeting: MeetingFact): string {
  const { words, locale } = writing;
  const host = hostOf(writing, meeting);
  const going = meeting.people.map(({ key }) => nameOf(writing, key)).join(', ');
  return [...(host ? [`${words.host}${colonOf(locale)}${host.text}`] : []), ...(going === '' ? [] : [`${words.people}${colonOf(locale)}${going}`]), words.status[meeting.status]].join('\n');
}

/** The meetings that have a day and an hour, the last that was said of each. */
const fixedOf = (meetings: readonly MeetingFact[]): MeetingFact[] => [...new Map(meetings.filter(({ day, starts }) => day !== null && starts !== null).map((meeting) => [meeting.key, meeting])).values()];

/**
 * The file, in one language. Its events are the same ones in each version of this paper, of which the number counts, and others than those of any other paper: each has its own times in a calendar. What an earlier version had and
 * this one has not is called off. A version that does not say what is so says that first.
 */
export function paperCalendar({ kind, facts, earlier, reference, number, madeAt, state }: PaperToDraw, locale: Locale, url: string): string {
  const words = PAPER_WORDS[locale];
  const writing: Writing = { facts, reference, locale, words };
  const mark = markOf(state, words);
  const fixed = fixedOf(facts.meetings ?? []);
  const eventOf = (meeting: MeetingFact, isHeld: boolean): CalendarEvent => {
    const city = cityOf(writing, meeting);
    const zone = reference.zones[city]!;
    const where = [isHeld ? whereIs(writing, meeting.key) : null, cityIn(writing, city).text].filter(Boolean).join(', ');
    return {
      uid: `Meeting_${meeting.key}_${kind}_${(facts.leg ?? facts.member)!.key}`, title: along(meeting.subject, locale, meeting.sourceLocale) ?? { text: words.meetings, locale }, description: { text: [...(mark ? [mark] : []), ...(isHeld ? [description(writing, meeting)] : [])].join('\n'), locale },
      place: { text: where, locale }, category: { text: words.meetings, locale }, url, startsAt: instantOf(meeting.day!, meeting.starts!, zone), endsAt: instantOf(meeting.day!, endOf(meeting.starts!, meeting.minutes), zone), changedAt: madeAt.getTime(), timeZone: zone,
      sequence: number, status: !isHeld ? 'CANCELLED' : meeting.status === 'CONFIRMED' ? 'CONFIRMED' : 'TENTATIVE', isBusy: isHeld, isPrivate: true,
    };
  };
  const gone = fixedOf(earlier).filter(({ key }) => !fixed.some((one) => one.key === key));
  return calendarFile({ events: [...fixed.map((meeting) => eventOf(meeting, true)), ...gone.map((meeting) => eventOf(meeting, false))] });
}

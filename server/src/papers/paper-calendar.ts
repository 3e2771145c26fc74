/** The meetings of a programme as a file for a calendar: saved by hand, and asked for by no address. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { instantsOf } from '@passerelle/shared/wallTime.ts';
import { type CalendarEvent, calendarFile } from '../calendars/index.ts';
import { colonOf } from '../core/pdf/index.ts';
import type { MeetingFact } from './facts.ts';
import { along, endOf } from './said.ts';
import { cityIn, hostOf, nameOf, type PaperToDraw, whereIs, type Writing } from './sheet.ts';
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

/** The file, in one language; its events are the same ones in each version, of which the number counts. */
export function paperCalendar({ facts, reference, number, madeAt }: PaperToDraw, locale: Locale, url: string): string {
  const words = PAPER_WORDS[locale];
  const writing: Writing = { facts, reference, locale, words };
  const fixed = (facts.meetings ?? []).filter(({ day, starts }) => day !== null && starts !== null);
  const events = fixed.map((meeting): CalendarEvent => {
    const city = cityOf(writing, meeting);
    const zone = reference.zones[city]!;
    return {
      uid: `Meeting_${meeting.key}`, title: along(meeting.subject, locale, meeting.sourceLocale)!, description: { text: description(writing, meeting), locale }, place: { text: [whereIs(writing, meeting.key), cityIn(writing, city).text].filter(Boolean).join(', '), locale },
      category: { text: words.meetings, locale }, url, startsAt: instantOf(meeting.day!, meeting.starts!, zone), endsAt: instantOf(meeting.day!, endOf(meeting.starts!, meeting.minutes), zone), changedAt: madeAt.getTime(), timeZone: zone, sequence: number,
      status: meeting.status === 'CONFIRMED' ? 'CONFIRMED' : 'TENTATIVE', isBusy: true, isPrivate: true,
    };
  });
  return calendarFile({ events });
}

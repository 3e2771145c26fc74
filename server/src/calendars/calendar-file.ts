/** Calendars as files (RFC 5545, 7986): the one place that makes them. */
import { hash } from 'node:crypto';
import { contentLine, textValue } from './content-line.ts';
import type { Said } from './said.ts';
import { isTwice, type Observance, observancesOf, wallTime, written } from './zone.ts';

export interface CalendarEvent {
  /** The same for the same event in every file, for ever. */
  readonly uid: string;
  readonly title: Said;
  readonly description: Said;
  readonly place: Said;
  readonly category: Said;
  /** Where it is read about. */
  readonly url: string;
  /** In milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly changedAt: number;
  /** The IANA zone that it is announced in. */
  readonly timeZone: string;
  /** The one in which its end is announced, where that is another: of a journey. */
  readonly endTimeZone?: string;
  /** How often its time or place was changed. */
  readonly sequence: number;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** Whether whoever has it in their calendar is busy then. */
  readonly isBusy: boolean;
  /** Whether a calendar that is shown to others should hide it. */
  readonly isPrivate: boolean;
}

export interface Calendar {
  /** What it is called; undefined for a file of one event, which is put into another calendar. */
  readonly name?: Said;
  /** Where a calendar that has a name is read: each address is read again after a time of its own. */
  readonly address?: string;
  /** Of a file that a mail brings: what is to be done with it, and when it was written (RFC 5546; milliseconds since 1970). */
  readonly itip?: { readonly method: 'PUBLISH' | 'CANCEL'; readonly at: number };
  readonly events: readonly CalendarEvent[];
}

/** In minutes: a calendar is read again after that, and at most as much later. */
const [SOONEST, SPREAD] = [360, 120];

/**
 * After how long a calendar is read again, where its reader lets it say so (RFC 7986, 5.7): always the same for one address, and spread over two hours for all, so that programs
 * that have once asked together, as after an interruption, do not go on to.
 */
export function refreshedAfter(address: string): string {
  const minutes = SOONEST + (Number.parseInt(hash('sha256', address).slice(0, 8), 16) % SPREAD);
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
}

/** The text of the file. */
export function calendarFile({ name, address = '', itip, events }: Calendar): string {
  const zones = zonesOf(events);
  // A calendar has a component at least: one without events has the zone of none.
  const described = events.length === 0 ? [['UTC', observancesOf('UTC', [0])!] as const] : [...zones];
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Passerelle//Trainings//EN'),
    ...(itip ? [contentLine('METHOD', itip.method)] : []),
    ...(name ? headOf(name, refreshedAfter(address)) : []),
    ...described.flatMap(([zone, observances]) => zoneLines(zone, observances)),
    ...events.flatMap((event) => eventLines(event, zones, itip?.at ?? event.changedAt)),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

/** RFC 7986 has names for these; others are read by those who know the older ones only. */
function headOf(name: Said, refreshed: string): string[] {
  return [
    saidLine('NAME', name), contentLine('X-WR-CALNAME', textValue(name.text)),
    contentLine('REFRESH-INTERVAL', refreshed, { VALUE: 'DURATION' }), contentLine('X-PUBLISHED-TTL', refreshed),
  ];
}

/** The zones that can be described for all of their events. */
function zonesOf(events: readonly CalendarEvent[]): Map<string, readonly Observance[]> {
  const instants = new Map<string, number[]>();
  const note = (zone: string, ...at: readonly number[]): void => void instants.set(zone, [...(instants.get(zone) ?? []), ...at]);
  for (const { timeZone, endTimeZone = timeZone, startsAt, endsAt } of events) {
    note(timeZone, startsAt);
    note(endTimeZone, endsAt);
  }
  const described = [...instants].map(([zone, at]) => [zone, observancesOf(zone, at)] as const);
  return new Map(described.filter((one): one is [string, readonly Observance[]] => one[1] !== undefined));
}

function zoneLines(zone: string, observances: readonly Observance[]): string[] {
  return [
    contentLine('BEGIN', 'VTIMEZONE'), contentLine('TZID', zone), contentLine('X-LIC-LOCATION', zone),
    ...observances.flatMap(({ kind, start, before, after, rule }) => [
      contentLine('BEGIN', kind), contentLine('DTSTART', start), ...(rule ? [contentLine('RRULE', rule)] : []),
      contentLine('TZOFFSETFROM', offset(before)), contentLine('TZOFFSETTO', offset(after)), contentLine('END', kind),
    ]),
    contentLine('END', 'VTIMEZONE'),
  ];
}

function offset(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
}

function eventLines(event: CalendarEvent, zones: ReadonlyMap<string, unknown>, stampedAt: number): string[] {
  const { uid, title, description, place, category, url, startsAt, endsAt, changedAt, timeZone, endTimeZone = timeZone, sequence, status, isBusy, isPrivate } = event;
  // Where the clock shows an hour twice, only an instant says which one is meant.
  const isLocal = zones.has(timeZone) && zones.has(endTimeZone) && !isTwice(timeZone, startsAt) && !isTwice(endTimeZone, endsAt);
  const time = (name: string, at: number, zone: string): string => (isLocal ? contentLine(name, wallTime(zone, at), { TZID: zone }) : contentLine(name, utc(at)));
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', uid),
    // Of a file that is asked for, both are when it was changed last (section 3.8.7.2): the same answer stays the same.
    contentLine('DTSTAMP', utc(stampedAt)), contentLine('LAST-MODIFIED', utc(changedAt)),
    contentLine('SEQUENCE', String(sequence)),
    time('DTSTART', startsAt, timeZone), time('DTEND', endsAt, endTimeZone),
    saidLine('SUMMARY', title),
    ...(description.text === '' ? [] : [saidLine('DESCRIPTION', description)]),
    saidLine('LOCATION', place), saidLine('CATEGORIES', category),
    contentLine('URL', url, { VALUE: 'URI' }),
    contentLine('STATUS', status),
    contentLine('TRANSP', isBusy ? 'OPAQUE' : 'TRANSPARENT'),
    ...(isPrivate ? [contentLine('CLASS', 'PRIVATE')] : []),
    contentLine('END', 'VEVENT'),
  ];
}

const utc = (at: number): string => `${written(at)}Z`;

function saidLine(name: string, { text, locale }: Said): string {
  return contentLine(name, textValue(text), { LANGUAGE: locale });
}

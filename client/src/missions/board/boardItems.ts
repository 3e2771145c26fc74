/** What a board shows: who is where and on the way when, who meets whom, and of when nothing is known. */
import { wallTimeAt } from '@passerelle/shared/wallTime.ts';

import { keyOf } from '../../core/editing/index.ts';
import { type Axis, axisOf, daySpan, daysFrom, gapsIn, instantOf, lanesOf, minutesFrom, placeOn, type Span } from './boardTime.ts';
import type { Board, BoardJourney, BoardLeg, BoardMeeting, BoardMember } from './useBoard.ts';

interface Timed {
  readonly key: string;
  readonly span: Span;
  /** From when to when, as the clocks of the place show it; of a journey those of its two cities. */
  readonly from: string;
  readonly until: string;
  /** The keys of those of the team whom it concerns. */
  readonly who: readonly string[];
}

/** Something on a board. */
export type Item = Timed & (
  | { readonly kind: 'STAY'; readonly leg: BoardLeg }
  | { readonly kind: 'MEETING'; readonly leg: BoardLeg; readonly meeting: BoardMeeting }
  | { readonly kind: 'WINDOW'; readonly leg: BoardLeg; readonly meeting: BoardMeeting }
  | { readonly kind: 'JOURNEY'; readonly journey: BoardJourney }
  | { readonly kind: 'UNKNOWN' }
);

/** A row of a timeline: of somebody, or of a leg. */
export type Row = { readonly key: string; readonly items: readonly Item[]; readonly off: readonly DayOff[] } & ({ readonly member: BoardMember } | { readonly leg: BoardLeg });

/** A day on which nobody works in a country: the name of the holiday, or none for a weekend. */
export interface DayOff {
  readonly day: string;
  readonly leg: BoardLeg;
  readonly holiday: BoardLeg['country']['holidays'][number] | undefined;
}

const MINUTE = 60_000;
const byTime = (a: Item, b: Item): number => a.span.from - b.span.from || a.span.until - b.span.until;

/** The wall time so many minutes later, by a clock that never changes. */
const later = (wallTime: string, minutes: number): string => new Date(Date.parse(`${wallTime}:00Z`) + minutes * MINUTE).toISOString().slice(0, 16);

/** The axis of a mission: its first leg's clock parts the days. */
export const boardAxis = (board: Pick<Board, 'startsOn' | 'endsOn' | 'legs'>): Axis => axisOf(board, board.legs.map(({ city }) => city.timeZone));

/** The days on which nobody works in the country of a leg, as a meeting is refused on them: weekends and public holidays. */
export function daysOff(leg: BoardLeg, days: readonly string[]): DayOff[] {
  return days.flatMap((day) => {
    const holiday = leg.country.holidays.find(({ date }) => date === day);
    const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    return holiday || isWeekend ? [{ day, leg, holiday }] : [];
  });
}

function stayItems({ legs }: Board, member: BoardMember): (Item & { kind: 'STAY' })[] {
  return member.stays.flatMap(({ legKey, arrivesAt, leavesAt }) => {
    const leg = legs.find((one) => keyOf(one) === legKey);
    if (!leg) return [];
    const span = { from: instantOf(arrivesAt, leg.city.timeZone), until: instantOf(leavesAt, leg.city.timeZone) };
    return [{ kind: 'STAY' as const, key: `stay-${member.key}-${legKey}`, span, from: arrivesAt, until: leavesAt, who: [member.key], leg }];
  });
}

/** The journeys of a mission. */
export function journeyItems({ journeys }: Board): (Item & { kind: 'JOURNEY' })[] {
  return journeys.map((journey) => ({
    kind: 'JOURNEY', key: `journey-${journey.key}`, from: journey.departsAt, until: journey.arrivesAt, who: journey.travellers, journey,
    span: { from: instantOf(journey.departsAt, journey.fromCity.timeZone), until: instantOf(journey.arrivesAt, journey.toCity.timeZone) },
  }));
}

/** The meetings of a leg that have a time. */
export function meetingItems(leg: BoardLeg): (Item & { kind: 'MEETING' })[] {
  return leg.meetings.flatMap((meeting) => {
    if (meeting.day === null || meeting.starts === null) return [];
    const from = `${meeting.day}T${meeting.starts}`;
    const who = meeting.people.flatMap(({ memberKey, isSubstitute }) => (memberKey !== null && !isSubstitute ? [memberKey] : []));
    return [{ kind: 'MEETING' as const, key: `meeting-${meeting.key}`, span: minutesFrom(from, meeting.minutes, leg.city.timeZone), from, until: later(from, meeting.minutes), who, leg, meeting }];
  });
}

function windowItems(leg: BoardLeg): (Item & { kind: 'WINDOW' })[] {
  return leg.meetings.flatMap((meeting) => meeting.windows.map(({ day, fromTime, untilTime }, n) => {
    const [from, until] = [`${day}T${fromTime}`, untilTime === '24:00' ? later(`${day}T00:00`, 1440) : `${day}T${untilTime}`];
    return { kind: 'WINDOW' as const, key: `window-${meeting.key}-${n}`, span: { from: instantOf(from, leg.city.timeZone), until: instantOf(until, leg.city.timeZone) }, from, until, who: [], leg, meeting };
  }));
}

/** Of when nothing says where somebody is, within the days of the mission. */
function unknownItems(axis: Axis, member: BoardMember, known: readonly Item[]): Item[] {
  const within = { from: daySpan(axis.days[0]!, axis.zone).from, until: daySpan(axis.days.at(-1)!, axis.zone).until };
  return gapsIn(within, known.map(({ span }) => span)).map((span, n) => ({
    kind: 'UNKNOWN', key: `unknown-${member.key}-${n}`, span, from: wallTimeAt(new Date(span.from), axis.zone), until: wallTimeAt(new Date(span.until), axis.zone), who: [member.key],
  }));
}

/** The days, as the clocks there show them, that something touches; midnight belongs to the day before. */
const wallDays = ({ from, until }: Pick<Item, 'from' | 'until'>): string[] => daysFrom(from.slice(0, 10), later(until, -1).slice(0, 10));

/** The row of each who comes, those who lead first: where they stay, what is on between, and of when nothing is known. Of whoever takes a place if need be there is none. */
export function personRows(board: Board, axis: Axis): Row[] {
  const [journeys, meetings] = [journeyItems(board), board.legs.flatMap(meetingItems)];
  return board.members.filter(({ substituteForKey }) => substituteForKey === null).map((member) => {
    const stays = stayItems(board, member);
    const known = [...stays, ...journeys.filter(({ who }) => who.includes(member.key))];
    const met = meetings.filter(({ who }) => who.includes(member.key));
    const off = stays.flatMap((stay) => daysOff(stay.leg, wallDays(stay)));
    return { key: member.key, member, items: [...known, ...met, ...unknownItems(axis, member, [...known, ...met])].sort(byTime), off };
  });
}

/** The row of each leg: who stays there, its meetings, and when their hosts could. */
export function placeRows(board: Board, axis: Axis): Row[] {
  return board.legs.map((leg) => ({
    key: keyOf(leg), leg, off: daysOff(leg, axis.days), items: [...together(board.members.flatMap((member) => stayItems(board, member).filter((stay) => stay.leg.id === leg.id))), ...meetingItems(leg), ...windowItems(leg)].sort(byTime),
  }));
}

/** What is the same for several people, once. */
function together<One extends Item>(items: readonly One[]): One[] {
  const found = new Map<string, One>();
  for (const item of items) {
    const where = item.kind === 'STAY' ? item.leg.id : '';
    const same = `${item.kind} ${where} ${item.from} ${item.until}`;
    const first = found.get(same);
    found.set(same, first ? { ...first, who: [...first.who, ...item.who] } : item);
  }
  return [...found.values()];
}

/** A day of a board with all that is on it, and the holidays and weekends where the mission then is. */
export interface BoardDay {
  readonly day: string;
  readonly items: readonly Item[];
  readonly off: readonly DayOff[];
}

/** All that the timelines show, day by day: of the mission, and of what goes on before or after it. */
export function boardDays(board: Board, axis: Axis): BoardDay[] {
  const stays = board.members.flatMap((member) => stayItems(board, member));
  const unknown = personRows(board, axis).flatMap(({ items }) => items.filter(({ kind }) => kind === 'UNKNOWN'));
  const items: Item[] = [...together(stays), ...journeyItems(board), ...board.legs.flatMap(meetingItems), ...board.legs.flatMap(windowItems), ...together(unknown)].sort(byTime);
  const days = [...new Set([...axis.days, ...items.flatMap(wallDays)])].sort();
  const first = (list: readonly DayOff[]): DayOff[] => [...new Map(list.map((off) => [`${off.leg.country.code} ${off.day}`, off])).values()];
  return days.map((day) => ({
    day, items: items.filter((item) => wallDays(item).includes(day)), off: first(board.legs.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn).flatMap((leg) => daysOff(leg, [day]))),
  }));
}

/** Something of a row that is drawn: where, and in which lane below the first. */
export interface Drawn {
  readonly item: Item;
  readonly start: number;
  readonly end: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  readonly lane: number;
}

/** What is drawn below each other, with the least width of a bar as a share of a day, as `board-bars.css` has it. Who is where is one band, of which only what contradicts itself takes another lane. */
const BANDS: readonly { readonly kinds: readonly Item['kind'][]; readonly least: number }[] = [{ kinds: ['STAY', 'JOURNEY'], least: 0 }, { kinds: ['MEETING'], least: 0.28 }, { kinds: ['WINDOW'], least: 0.13 }];

/** What of a row is drawn on an axis: in one band who is where, below it what they do there, then when hosts could. What is not known is the ground on which it stands. */
export function drawnOf({ items }: Pick<Row, 'items'>, axis: Axis): Drawn[] {
  const placed = items.flatMap((item) => {
    const place = placeOn(axis, item.span);
    return place ? [{ item, ...place }] : [];
  });
  let first = 0;
  return BANDS.flatMap(({ kinds, least }) => {
    const those = placed.filter(({ item }) => kinds.includes(item.kind));
    const own = lanesOf(those, least / axis.days.length);
    const drawn = those.map((one, n) => ({ ...one, lane: first + own[n]! }));
    first += those.length === 0 ? 0 : Math.max(...own) + 1;
    return drawn;
  });
}

/** A plan as a graph of trains: days along, cities below each other, and each person a line that stays and travels. Pure functions; lengths are those of the drawing. */
import { type Axis, daySpan, lanesOf, placeOn } from '../board/boardTime.ts';
import { citiesOf, planRows } from './planRows.ts';
import type { Plan } from './usePlan.ts';

/** How wide the names and a day are, how high a line of text is and how far the lines of two people lie apart. */
const [NAMES, DAY, TEXT, APART] = [150, 210, 20, 4];
/** The least part of a day that a meeting takes with its hour. */
const LEAST = 0.42;

interface Lane {
  readonly city: string;
  readonly y: number;
  readonly height: number;
}

/** Everything that is drawn, where. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly names: number;
  /** How many milliseconds a unit of its width is. */
  readonly perUnit: number;
  readonly days: readonly { readonly day: string; readonly x: number; readonly width: number }[];
  readonly lanes: readonly Lane[];
  readonly off: readonly { readonly key: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  readonly lines: readonly { readonly person: string; readonly points: string }[];
  readonly marks: readonly { readonly number: number; readonly meetingKey: string; readonly x: number; readonly y: number; readonly local: string; readonly isFixed: boolean }[];
  readonly people: readonly { readonly person: string; readonly y: number; readonly marks: readonly { readonly number: number; readonly x: number }[] }[];
}

/** A day on which nobody works in a city. */
export interface DayOff {
  readonly city: string;
  readonly day: string;
  readonly zone: string;
}

/** Draws a plan on the days of an axis. */
export function planDrawing(plan: Plan, axis: Axis, daysOff: readonly DayOff[]): Drawing {
  const width = NAMES + axis.days.length * DAY;
  const along = (instant: number): number => Math.round(NAMES + Math.min(1, Math.max(0, (instant - axis.from) / (axis.until - axis.from))) * (width - NAMES));
  const meetings = planRows(plan).flatMap((row) => (row.kind === 'MEETING' ? [row] : []));
  const cities = citiesOf(plan);
  const stacked = cities.map((city) => {
    const here = meetings.filter(({ meeting }) => meeting.city === city);
    const starts = here.map(({ meeting }) => (Date.parse(meeting.starts.at) - axis.from) / (axis.until - axis.from));
    const lanes = lanesOf(starts.map((start) => ({ start, end: start })), LEAST / axis.days.length);
    return { city, here: here.map((row, n) => ({ row, lane: lanes[n]! })), height: (Math.max(0, ...lanes) + 1) * TEXT + 26 + plan.travellers.length * APART };
  });
  let below = TEXT + 14;
  const lanes = stacked.map(({ city, height }): Lane => {
    const lane = { city, y: below, height };
    below += height;
    return lane;
  });
  const laneOf = new Map(lanes.map((lane) => [lane.city, lane]));
  const ground = (city: string, person: number): number => laneOf.get(city)!.y + laneOf.get(city)!.height - 8 - person * APART;
  const lines = plan.travellers.map(({ personKey, journeys }, n) => ({
    person: personKey, points: journeys.flatMap(({ departs, arrives, fromCity, toCity }) => [`${along(Date.parse(departs.at))},${ground(fromCity, n)}`, `${along(Date.parse(arrives.at))},${ground(toCity, n)}`]).join(' '),
  }));
  const marks = stacked.flatMap(({ city, here }) => here.map(({ row: { number, meeting }, lane }) => ({ number, meetingKey: meeting.meetingKey, x: along(Date.parse(meeting.starts.at)), y: laneOf.get(city)!.y + 16 + lane * TEXT, local: meeting.starts.local, isFixed: meeting.isFixed })));
  const people = plan.travellers.map(({ personKey }, n) => ({
    person: personKey, y: below + 24 + n * (TEXT + 4),
    marks: meetings.filter(({ meeting }) => meeting.attends.some((one) => one.personKey === personKey)).map(({ number, meeting }) => ({ number, x: along(Date.parse(meeting.starts.at)) })),
  }));
  const spanned = (from: number, until: number): { x: number; width: number } => ({ x: along(from), width: along(until) - along(from) });
  const days = axis.days.map((day) => ({ day, ...spanned(daySpan(day, axis.zone).from, daySpan(day, axis.zone).until) }));
  const off = daysOff.flatMap(({ city, day, zone }) => {
    const [lane, span] = [laneOf.get(city), daySpan(day, zone)];
    return lane && placeOn(axis, span) ? [{ key: `${city} ${day}`, ...spanned(span.from, span.until), y: lane.y, height: lane.height }] : [];
  });
  return { width, height: below + 12 + people.length * (TEXT + 4), names: NAMES, perUnit: (axis.until - axis.from) / (width - NAMES), days, lanes, off, lines, marks, people };
}

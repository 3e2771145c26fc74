/**
 * Time zones as calendars are told of them: by the rule that clocks follow year after year. Outlook keeps no more of a zone than
 * one rule for each direction (MS-OXCICAL), so a zone that has none in the years concerned is not described at all.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Clocks are not changed and changed back within so many days. */
const STEP = 5 * DAY;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** The clocks of a zone are changed: at an instant (milliseconds since 1970), from one offset to another (minutes east of UTC). */
export interface ClockChange {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** A time of the year with its own offset: STANDARD or DAYLIGHT of VTIMEZONE. */
export interface Observance {
  readonly kind: 'STANDARD' | 'DAYLIGHT';
  /** The wall time of its first beginning, on the clock that is changed (`20260329T020000`). */
  readonly start: string;
  /** In minutes. */
  readonly before: number;
  readonly after: number;
  /** When it begins again: RRULE; undefined where it never ends. */
  readonly rule: string | undefined;
}

/** A year of UTC in a zone: the offset that it begins with, and what becomes of it. */
interface Year {
  readonly offset: number;
  readonly changes: readonly ClockChange[];
}

const formats = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, Year>();

/** The offset of a zone at an instant, in minutes east of UTC, as the platform knows it. Throws RangeError for a zone that nobody knows. */
function askedOffset(zone: string, at: number): number {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })));
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}

/** A year in a zone, looked through once. */
function yearIn(zone: string, year: number): Year {
  const key = `${zone} ${year}`;
  const found = known.get(key);
  if (found) return found;
  const changes: ClockChange[] = [];
  const [begin, end] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  for (let from = begin; from < end; from += STEP) {
    const until = Math.min(from + STEP, end);
    const [before, after] = [askedOffset(zone, from), askedOffset(zone, until)];
    if (before !== after) changes.push({ at: between(zone, from, until), before, after });
  }
  const made = { offset: askedOffset(zone, begin), changes };
  known.set(key, made);
  return made;
}

const yearOf = (at: number): number => new Date(at).getUTCFullYear();

/** The same offset, from what is known of its year. */
function offsetAt(zone: string, at: number): number {
  const { offset, changes } = yearIn(zone, yearOf(at));
  return changes.findLast((change) => change.at <= at)?.after ?? offset;
}

/** The wall time in a zone at an instant, as iCalendar writes it: `20271103T100000`. Throws RangeError for a zone that nobody knows. */
export function wallTime(zone: string, at: number): string {
  return written(at + offsetAt(zone, at) * MINUTE);
}

/** An instant as iCalendar writes it, without its sign: `20271103T080000`. */
export function written(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, '').replaceAll(/[-:]/g, '');
}

/** The zone, or UTC where nobody knows it: one wrong row spoils no calendar. */
export function knownZone(zone: string): string {
  try {
    askedOffset(zone, 0);
    return zone;
  } catch (error) {
    if (error instanceof RangeError) return 'UTC';
    throw error;
  }
}

/** When the clocks of a zone are changed in a year of UTC. Throws RangeError for a zone that nobody knows. */
export function clockChanges(zone: string, year: number): readonly ClockChange[] {
  return yearIn(zone, year).changes;
}

/** The first minute after `from` with the offset of `until`. */
function between(zone: string, from: number, until: number): number {
  let [low, high] = [from / MINUTE, until / MINUTE];
  const before = askedOffset(zone, from);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askedOffset(zone, middle * MINUTE) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE;
}

/** Whether two instants have the wall time that a zone has at this one: an hour that clocks show twice. */
export function isTwice(zone: string, at: number): boolean {
  const years = new Set([yearOf(at - DAY), yearOf(at), yearOf(at + DAY)]);
  const near = [...years].flatMap((year) => clockChanges(zone, year)).filter((change) => Math.abs(change.at - at) < DAY);
  if (near.length === 0) return false;
  const own = offsetAt(zone, at);
  return near.some(({ before, after }) => [before, after].some((other) => other !== own && offsetAt(zone, at + (own - other) * MINUTE) === other));
}

/**
 * The rules by which the clocks of a zone are changed in the years that hold all of these instants, and in the year before;
 * undefined when they are not changed by the same rule in each. Throws RangeError for a zone that nobody knows.
 */
export function observancesOf(zone: string, instants: readonly number[]): readonly Observance[] | undefined {
  const years = instants.map(yearOf);
  const [first, last] = [Math.min(...years) - 1, Math.max(...years)];
  const changes = Array.from({ length: last - first + 1 }, (_, i) => clockChanges(zone, first + i));
  if (changes.every((inYear) => inYear.length === 0)) return [always(offsetAt(zone, Date.UTC(first, 0)))];
  const inOrder = changes.map((inYear) => [...inYear.filter(isBack), ...inYear.filter((change) => !isBack(change))]);
  if (inOrder.some((inYear) => inYear.length !== 2 || !isBack(inYear[0]!) || isBack(inYear[1]!))) return undefined;
  const made = [observance('STANDARD', inOrder.map(([back]) => back!)), observance('DAYLIGHT', inOrder.map(([, forward]) => forward!))];
  return made.every((one) => one !== undefined) ? made : undefined;
}

const isBack = ({ before, after }: ClockChange): boolean => after < before;
const always = (offset: number): Observance => ({ kind: 'STANDARD', start: written(0), before: offset, after: offset, rule: undefined });

/** The one rule that these changes, one a year, follow; undefined where there is none. */
function observance(kind: Observance['kind'], changes: readonly ClockChange[]): Observance | undefined {
  const [first, ...others] = changes as readonly [ClockChange, ...ClockChange[]];
  const [own, rest] = [dayOf(first), others.map(dayOf)];
  const isSame = rest.every(({ what }) => what === own.what);
  const place = [own, ...rest].every(({ isLast }) => isLast) ? -1 : own.nth;
  if (!isSame || (place !== -1 && rest.some(({ nth }) => nth !== place))) return undefined;
  return { kind, start: written(first.at + first.before * MINUTE), before: first.before, after: first.after, rule: `FREQ=YEARLY;BYMONTH=${own.month};BYDAY=${place}${own.weekday}` };
}

/** Which day of its month a change is on, on the clock that is changed; `what` is the same for changes that a rule can hold together. */
function dayOf({ at, before, after }: ClockChange): { month: number; weekday: string; nth: number; isLast: boolean; what: string } {
  const wall = new Date(at + before * MINUTE);
  const [month, day] = [wall.getUTCMonth() + 1, wall.getUTCDate()];
  const weekday = WEEKDAYS[wall.getUTCDay()]!;
  const isLast = new Date(wall.getTime() + 7 * DAY).getUTCMonth() + 1 !== month;
  return { month, weekday, nth: Math.ceil(day / 7), isLast, what: [month, weekday, wall.toISOString().slice(11), before, after].join(' ') };
}

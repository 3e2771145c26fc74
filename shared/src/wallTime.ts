/**
 * Wall times: what a clock on the wall of a place shows, written `2027-03-28T09:30`, and the instants at which it does. Where
 * the clocks are put forward some wall times are shown at no instant, where they are put back some are shown at two.
 */

const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const DAY = 86_400_000;

/** The years of whose clocks something is known: before them zones were not, and the day after the last still has four digits of a year. */
const YEARS = { first: 1900, last: 9998 } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clocks of an IANA time zone show at an instant. Throws RangeError for a zone that is none. */
export function wallTimeAt(instant: Date, timeZone: string): string {
  const parts = Object.fromEntries(formatOf(timeZone).formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.year!.padStart(4, '0')}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** An area and a place of the IANA database, or UTC. */
const ZONE = /^(?:UTC|(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)\/[\w+/-]+)$/;

/**
 * Whether a name is that of a time zone that everybody takes for the same: neither an abbreviation nor an offset (PostgreSQL
 * reads `ACT` and `+01:00` otherwise), nor a name that only some know.
 */
export function isTimeZone(name: string): boolean {
  try {
    return ZONE.test(name) && wallTimeAt(new Date(0), name) !== '';
  } catch {
    return false;
  }
}

/** Whether a text is a wall time of a day that there is, of the years 1900 to 9998. */
export function isWallTime(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return readAsUtc(text) !== undefined && year >= YEARS.first && year <= YEARS.last;
}

/** The instants at which the clocks of a zone show a wall time, in their order: one, none where it is skipped, two where it comes twice. Throws RangeError for a text or a zone that is none. */
export function instantsOf(wallTime: string, timeZone: string): Date[] {
  if (!isWallTime(wallTime)) throw new RangeError('Not a wall time');
  const asUtc = readAsUtc(wallTime)!;
  const offsets = [asUtc - DAY, asUtc + DAY].map((near) => readAsUtc(wallTimeAt(new Date(near), timeZone))! - near);
  return [...new Set(offsets.map((offset) => asUtc - offset))].sort((a, b) => a - b).map((instant) => new Date(instant))
    .filter((instant) => wallTimeAt(instant, timeZone) === wallTime);
}

/** The instant at which a clock that shows UTC shows a wall time, in milliseconds; undefined for what is none. */
function readAsUtc(text: string): number | undefined {
  const match = WALL_TIME.exec(text);
  if (!match) return undefined;
  const instant = Date.parse(`${text}:00Z`);
  return Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(text) ? undefined : instant;
}

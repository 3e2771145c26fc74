/**
 * Wall times: what a clock on the wall of a place shows, written `2027-03-28T09:30`, and the instants at which it does. Where
 * the clocks are put forward some wall times are shown at no instant, where they are put back some are shown at two.
 */

const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const DAY = 86_400_000;

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

/** Whether a text is a wall time of a day that there is. */
export function isWallTime(text: string): boolean {
  return readAsUtc(text) !== undefined;
}

/** The instants at which the clocks of a zone show a wall time, in their order: one, none where it is skipped, two where it comes twice. Throws RangeError for a text or a zone that is none. */
export function instantsOf(wallTime: string, timeZone: string): Date[] {
  const asUtc = readAsUtc(wallTime);
  if (asUtc === undefined) throw new RangeError('Not a wall time');
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

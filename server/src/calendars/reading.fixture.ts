/** Calendars as another program reads them: ical.js, which shares no code with ours. */
import ICAL from 'ical.js';

export interface ReadTime {
  /** In milliseconds since 1970, as the zones of the file say. */
  readonly at: number;
  /** What the clock on the wall shows (`20271103T100000`); undefined where the file says an instant only. */
  readonly wall: string | undefined;
  readonly zone: string | undefined;
}

export interface ReadEvent {
  readonly uid: string;
  readonly start: ReadTime;
  readonly end: ReadTime;
  /** A property's value and its language; undefined where it is not there. */
  /** The names of all its properties. */
  readonly names: readonly string[];
  readonly property: (name: string) => { readonly text: string; readonly language: string | undefined } | undefined;
}

export interface ReadCalendar {
  readonly name: string | undefined;
  /** What is to be done with it, where a mail brings it. */
  readonly method: string | undefined;
  readonly events: readonly ReadEvent[];
  readonly zones: readonly string[];
}

/** Reads a file. Throws what the parser throws. */
export function readCalendar(file: string): ReadCalendar {
  const root = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zones = root.getAllSubcomponents('vtimezone').map((one) => new ICAL.Timezone(one));
  const byName = new Map(zones.map((zone) => [zone.tzid, zone]));
  return {
    name: root.getFirstPropertyValue('x-wr-calname') as string | undefined ?? undefined,
    method: root.getFirstPropertyValue('method') as string | undefined ?? undefined,
    zones: zones.map(({ tzid }) => tzid),
    events: root.getAllSubcomponents('vevent').map((event) => ({
      uid: event.getFirstPropertyValue('uid') as string,
      start: timeOf(event, 'dtstart', byName),
      end: timeOf(event, 'dtend', byName),
      names: event.getAllProperties().map(({ name }) => name),
      property: (name) => {
        const found = event.getFirstProperty(name);
        return found ? { text: String(found.getFirstValue()), language: found.getParameter('language') as string | undefined } : undefined;
      },
    })),
  };
}

function timeOf(event: InstanceType<typeof ICAL.Component>, name: string, zones: ReadonlyMap<string, InstanceType<typeof ICAL.Timezone>>): ReadTime {
  const property = event.getFirstProperty(name)!;
  const zone = property.getParameter('tzid') as string | undefined;
  const time = (property.getFirstValue() as InstanceType<typeof ICAL.Time>).clone();
  const wall = zone === undefined ? undefined : time.toICALString();
  if (zone !== undefined) time.zone = zones.get(zone)!;
  return { at: time.toJSDate().getTime(), wall, zone };
}

/** The lines of a file as they stand in it. */
export const linesOf = (file: string): string[] => file.split('\r\n').slice(0, -1);

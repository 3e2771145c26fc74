/** A piece of a list sentence: the place of an item, or the words between items. */
export type ListPart = { readonly index: number } | { readonly text: string };

/** A part of a date that is typed or chosen. */
export type DatePart = 'day' | 'month' | 'year';

/** What a page needs to write numbers, days, hours and lists in the reader's language. */
export interface Format {
  /** A day (`2026-11-24`) in words. */
  date(day: string): string;
  /** A day (`2026-11-24`) in words, with its weekday. */
  weekdayDate(day: string): string;
  /** The number of a day (`2026-11-24`) within its month, with the dot of an ordinal where dates have it ("24", "24."). */
  dayOfMonth(day: string): string;
  /** The name of a day's month as it stands after the day ("Νοεμβρίου"). */
  monthInDate(day: string): string;
  /** The number of a day's year, with its dot where dates have it ("2026", "2026."). */
  yearInDate(day: string): string;
  /** The name of a day's weekday, whole or shortened. */
  weekday(day: string, width: 'long' | 'short'): string;
  /** The names of the twelve months as they stand alone ("Νοέμβριος"), from January. */
  monthNames(): readonly string[];
  /** The order in which the parts of a date are written. */
  dateOrder(): readonly DatePart[];
  /** A month (`2026-11`) in words. */
  monthYear(month: string): string;
  /** From a day to another, what they share written once. */
  dateRange(from: string, to: string): string;
  /** The hour of an instant in a time zone, on the 24-hour clock. */
  time(instant: string, zone: string): string;
  /** An instant in a time zone, with the zone's distance to Greenwich. */
  dateTime(instant: string, zone: string): string;
  /** The distance to Greenwich of a time zone at an instant. */
  offset(instant: string, zone: string): string;
  /** A whole number. */
  integer(value: number): string;
  /** A number with at most three decimals. */
  decimal(value: number): string;
  /** A share (0.5) as a percentage without decimals. */
  percent(value: number): string;
  /** The pieces of a list sentence ("A, B and C") of `length` items. */
  listParts(length: number): ListPart[];
}

/** A day, month or year as it is known (`2026-11-24`, `2026-11`, `2026`), in words. */
export function partialDate(format: Format, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return format.date(value.slice(0, 10));
  if (/^\d{4}-\d{2}$/.test(value)) return format.monthYear(value);
  return value;
}

/** Words as they stand at the head of a line or a sentence, in a language by its Intl tag ("Novembre 2026", "İstanbul"). */
export function atStart(text: string, tag: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(tag) + text.slice(first.length);
}

/** Words as they stand within a sentence ("GRETA urges", "GRETA ısrarla …"): those of a label that is no name. What is written in capitals stays ("NGO staff member"). */
export function within(text: string, tag: string): string {
  const [first = ''] = text;
  if (/^\p{Lu}[\p{Lu}\d]/u.test(text)) return text;
  return first.toLocaleLowerCase(tag) + text.slice(first.length);
}

/** A label with the colon before what it is the label of; in French, by the tag of a locale, a narrow space that does not break stands before it. */
export function asLabel(label: string, tag: string): string {
  return `${label}${tag === 'fr' ? '\u202f' : ''}:`;
}

/** What tells the day in a time zone, made once for each: it takes milliseconds. */
const DAYS = new Map<string, Intl.DateTimeFormat>();

/** The day (`2026-11-24`, as Swedish writes it) that an instant is in a time zone; in the reader's own without one. */
export function dayIn(instant: string | Date, zone?: string): string {
  if (zone === undefined) return ownDay(new Date(instant));
  const days = DAYS.get(zone) ?? new Intl.DateTimeFormat('sv', { timeZone: zone });
  DAYS.set(zone, days);
  return days.format(new Date(instant));
}

/** The day on the reader's own clock, which needs no formatter. */
function ownDay(instant: Date): string {
  const [month, day] = [instant.getMonth() + 1, instant.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(instant.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}

/** The instant that stands for a day or month in formatting: its start at Greenwich. */
export function utc(day: string): Date {
  return new Date(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`);
}

/**
 * What a browser lacks to write dates, numbers and lists in a language, taken from Node's full ICU when the client is
 * generated. In patterns, `{name}` is a field; in ranges, `{day1}` belongs to the first day and `{day2}` to the second.
 */
export interface FormatTable {
  /** Month names as they stand in a date. */
  readonly months: readonly string[];
  /** Month names as they stand before a year, or alone. */
  readonly standaloneMonths: readonly string[];
  /** Weekday names, from Sunday. */
  readonly weekdays: readonly string[];
  /** Shortened weekday names, from Sunday. */
  readonly shortWeekdays: readonly string[];
  readonly date: string;
  readonly weekdayDate: string;
  readonly monthYear: string;
  readonly time: string;
  readonly dateTime: string;
  readonly rangeInMonth: string;
  readonly rangeInYear: string;
  readonly rangeOfYears: string;
  /** The distance to Greenwich; `{n}` is hours, or hours and minutes. */
  readonly offset: { readonly east: string; readonly west: string; readonly zero: string };
  readonly group: string;
  readonly decimal: string;
  readonly minus: string;
  /** How many digits must stand before the first group separator for it to be written. */
  readonly minimumGrouping: number;
  /** A percentage; `{n}` is the number. */
  readonly percent: string;
  /** What stands between two items, between items of a longer list, and before its last. */
  readonly list: { readonly pair: string; readonly middle: string; readonly end: string };
}

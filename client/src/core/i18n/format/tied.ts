import type { Format } from './format.ts';

/** What writes days: one, or from one to another. */
type Dated = 'date' | 'weekdayDate' | 'monthYear' | 'dateRange' | 'dateTime';

/** Where a line must not break: between a day and its month, and before the word for "year" ("2026 г.", "2026 р."). */
const AFTER_A_DAY = /(?<=(?<![\d:])\d{1,2}(?:\.|er)?) (?=\p{L})|(?<=\d{4})\s(?=[гр]\.)/gu;
/** The same where the month comes first ("2026. november 24."). */
const BEFORE_A_DAY = /(?<=\p{L}) (?=\d{1,2}[.–])/gu;

/**
 * A formatter whose dates break between their parts only where a reader expects it. Two days of a month stand beside each other in every
 * language, joined by what is no space and no break; between others a line may break after the dash.
 */
export function tied(format: Format): Format {
  // Asked for with the first date: it takes a browser long, and a page without dates need not wait for it.
  let before: RegExp | undefined;
  const tie = (name: Dated) => (of: string, to = ''): string =>
    format[name](of, to).replace(before ??= format.dateOrder().at(-1) === 'day' ? BEFORE_A_DAY : AFTER_A_DAY, '\u00a0').replace(/\s?–\s?/, to.startsWith(of.slice(0, 7)) ? '–\u2060' : '\u00a0– ');
  return { ...format, date: tie('date'), weekdayDate: tie('weekdayDate'), monthYear: tie('monthYear'), dateRange: tie('dateRange'), dateTime: tie('dateTime') };
}

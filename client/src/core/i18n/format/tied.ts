import type { Format } from './format.ts';

/** Where a line must not break: between a day and its month, and before the word for "year" ("2026 г.", "2026 р."). */
const AFTER_A_DAY = /(?<=(?<![\d:])\d{1,2}(?:\.|er)?) (?=\p{L})/gu;
const BEFORE_THE_YEARS_WORD = /(?<=\d{4})[ \u2009\u202f](?=[гр]\.)/gu;
/** The same where the month comes first ("2026. november 24."). */
const BEFORE_A_DAY = /(?<=\p{L}) (?=\d{1,2}[.–])/gu;

/** Between two days of a month, which stand beside each other in every language: neither a space nor a break, for which a word joiner stands. */
const BETWEEN_DAYS = /(?<=\d(?:\.|er)?)\s?–\s?(?=\d{1,2}(?!\d))/gu;
/** Where the month or the year stands between, a line may break after the dash and does not begin with it. */
const AROUND_A_DASH = /\s–\s/gu;

/** A formatter whose dates break between their parts only where a reader expects it. */
export function tied(format: Format): Format {
  // Asked for with the first date: it takes a browser long, and a page without dates need not wait for it.
  let before: RegExp | undefined;
  const tie = (text: string): string => text.replace(before ??= format.dateOrder().at(-1) === 'day' ? BEFORE_A_DAY : AFTER_A_DAY, '\u00a0').replace(BEFORE_THE_YEARS_WORD, '\u00a0');
  return {
    ...format,
    date: (day) => tie(format.date(day)),
    weekdayDate: (day) => tie(format.weekdayDate(day)),
    monthYear: (month) => tie(format.monthYear(month)),
    dateRange: (from, to) => tie(isOneMonth(from, to) ? format.dateRange(from, to).replace(BETWEEN_DAYS, '–\u2060') : format.dateRange(from, to).replace(AROUND_A_DASH, '\u00a0– ')),
    dateTime: (instant, zone) => tie(format.dateTime(instant, zone)),
  };
}

const isOneMonth = (from: string, to: string): boolean => from.slice(0, 7) === to.slice(0, 7);

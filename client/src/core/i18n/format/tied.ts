import type { Format } from './format.ts';

/** Where a line must not break: between a day and its month, and before the word for "year" ("2026 г.", "2026 р."). */
const AFTER_A_DAY = /(?<=(?<![\d:])\d{1,2}(?:\.|er)?) (?=\p{L})/gu;
const BEFORE_THE_YEARS_WORD = /(?<=\d{4})[ \u202f](?=[гр]\.)/gu;
/** The same where the month comes first ("2026. november 24."). */
const BEFORE_A_DAY = /(?<=\p{L}) (?=\d{1,2}[.–])/gu;

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
    dateRange: (from, to) => tie(format.dateRange(from, to)),
    dateTime: (instant, zone) => tie(format.dateTime(instant, zone)),
  };
}

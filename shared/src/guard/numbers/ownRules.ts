/** Personal numbers that the library does not know. Each takes digits alone. */

const sumOf = (digits: string, weights: readonly number[]): number => weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

/** Whether year, month and day are a day of the calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Hungary, személyi azonosító: sex and century, day of birth, three digits, check. Source: Act XX of 1996 on the means of
 * identification that replace the personal identification mark, annex 1: weights 1 to 10, for those born after 1996 from
 * 10 to 1, modulo 11; a remainder of 10 is not given out.
 */
export function isHungarianPersonal(digits: string): boolean {
  if (!/^[1-8]\d{10}$/.test(digits)) return false;
  const short = Number(digits.slice(1, 3));
  const isLate = '3478'.includes(digits[0]!);
  const year = isLate ? 2000 + short : 1900 + short;
  if (!isDay(year, Number(digits.slice(3, 5)), Number(digits.slice(5, 7)))) return false;
  const rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  return sumOf(digits, year > 1996 ? rising.reverse() : rising) % 11 === Number(digits[10]);
}

/** Hungary, adóazonosító jel: 8, days since 1867, check. Source: Act CL of 2017 on the rules of taxation, annex on the tax identification mark. */
export const isHungarianTax = (digits: string): boolean =>
  /^8\d{9}$/.test(digits) && sumOf(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(digits[9]);

/**
 * Moldova, IDNP: 13 digits, 2 or 0 first (organisations have 1), check by the weights 7, 3, 1. Source: the State register's
 * rule for IDNP and IDNO alike, as the library's own `md/idno` applies it.
 */
export const isMoldovan = (digits: string): boolean =>
  /^(?:20|09)\d{11}$/.test(digits) && sumOf(digits, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 === Number(digits[12]);

/**
 * Kosovo, personal number: ten digits, check by the weights 4, 3, 2, 7 … 2 modulo 11. No official text of the rule was
 * found; it is that of published implementations (nidx). So it refuses beside a word for the number only.
 */
export function isKosovan(digits: string): boolean {
  if (!/^[12]\d{9}$/.test(digits)) return false;
  const check = 11 - (sumOf(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (check >= 10 ? 0 : check) === Number(digits[9]);
}

/** The days of birth that a Bulgarian ЕГН can hold: 20 is added to the month before 1900, 40 from 2000. The library checks the sum only. */
export function hasBulgarianDay(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
  return isDay(century + Number(digits.slice(0, 2)), month % 20, Number(digits.slice(4, 6)));
}

/** The days that a Ukrainian РНОКПП begins with, counted from the end of 1899: of people born from 1910 to now. */
export function hasUkrainianDay(digits: string): boolean {
  const days = Number(digits.slice(0, 5));
  return days > 3650 && days < 48_000;
}

/**
 * Albania, NID: decade as a letter, year, month (50 more for women, 30 for foreigners, 80 for both), day, three digits and
 * a letter. Source: the description in Wikipedia, "National identification number", Albania. The rule of the last letter is not
 * published. A company's NIPT looks the same: of those from the Nineties on only the months that no company has are sure.
 */
export function albanian(chunk: string): 'SURE' | 'POSSIBLE' | undefined {
  const [, decade, year, month, day] = /^([a-t])(\d)(\d\d)(\d\d)\d{3}[a-w]$/.exec(chunk) ?? [];
  if (decade === undefined) return undefined;
  const offset = [0, 30, 50, 80].find((more) => Number(month) > more && Number(month) <= more + 12);
  const born = 1900 + 10 * (decade.charCodeAt(0) - 97) + Number(year);
  if (offset === undefined || !isDay(born, Number(month) - offset, Number(day))) return undefined;
  return offset > 0 || decade < 'j' ? 'SURE' : 'POSSIBLE';
}

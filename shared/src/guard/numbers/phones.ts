/**
 * Telephone numbers. The mobile numbers of the sixteen countries are a person's and refused; other international numbers may
 * be an office's, so they warn, as does what stands beside the word for a telephone. Numbers that are free to call and short
 * ones (112, 116 006) are nobody's.
 */
import { FINDING_KIND, SEVERITY, type Severity, type Stretch } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { isAfter } from './context.ts';
import { brokenRuns, joined, type Run } from './runs.ts';

/** Mobile numbers by country as they are dialled at home. Source: the national numbering plans as the ITU publishes them. */
const MOBILE: Readonly<Record<string, RegExp>> = {
  355: /^06[6-9]\d{7}$/, 387: /^06[0-7]\d{6,7}$/, 359: /^0(?:8[789]|98|99)\d{7}$/, 385: /^09[125789]\d{6,7}$/, 30: /^69\d{8}$/,
  36: /^06(?:20|30|31|50|70)\d{7}$/, 383: /^04[3-9]\d{6}$/, 382: /^06\d{7}$/, 389: /^07\d{7}$/, 373: /^0[67]\d{7}$/, 40: /^07\d{8}$/,
  381: /^06\d{7,8}$/, 386: /^0(?:30|31|40|41|51|6[4589]|7[01])\d{6}$/, 90: /^05\d{9}$/, 380: /^0(?:39|50|6[3678]|73|9[1-9])\d{7}$/,
  33: /^0[67]\d{8}$/, 357: /^09[4-79]\d{6}$/,
};
const COUNTRIES = Object.keys(MOBILE).sort((a, b) => b.length - a.length);
const FREE = /^(?:0?800|0?80|116)\d{0,8}$/;
const YEAR = /^(?:19|20)\d\d$/;

const isMobileAtHome = (digits: string): boolean => Object.entries(MOBILE).some(([country, form]) => country !== '357' && form.test(digits));

/** Without its country a number is dialled after a nought, in Hungary after 06, in Greece as it is. */
function isMobileFrom(country: string, rest: string): boolean {
  const prefix = country === '36' ? '06' : country === '30' ? '' : '0';
  return [rest, `${prefix}${rest}`, `${prefix}${rest.replace(/^0/, '')}`].some((digits) => MOBILE[country]!.test(digits));
}

function international(digits: string): Severity | undefined {
  if (digits.length < 9 || digits.length > 15) return undefined;
  const country = COUNTRIES.find((code) => digits.startsWith(code));
  const rest = country === undefined ? digits : digits.slice(country.length);
  if (FREE.test(rest)) return undefined;
  return country !== undefined && isMobileFrom(country, rest) ? SEVERITY.REFUSE : SEVERITY.WARN;
}

/** Days and hours in figures: two short groups and a year. */
const hasDate = (run: Run): boolean => run.some(({ digits }, i) => YEAR.test(digits) && i >= 1 && run[i - 1]!.digits.length <= 2);

const phone = (run: Run, first: number, last: number, severity: Severity): Stretch =>
  ({ kind: FINDING_KIND.PHONE, severity, from: run[first]!.from, to: run[last]!.to });

/** A mobile number within a run: it begins with a nought or the Greek 69, and ends with a group. */
function mobileIn(run: Run): Stretch | undefined {
  for (const [first, { digits: begin }] of run.entries()) {
    if (!/^(?:0|69)/.test(begin)) continue;
    for (let last = Math.min(run.length - 1, first + 10); last >= first; last -= 1) {
      if (isMobileAtHome(joined(run, first, last))) return phone(run, first, last, SEVERITY.REFUSE);
    }
  }
  return undefined;
}

const isAfterPlus = (reading: Reading, run: Run): boolean => reading.text.slice(Math.max(0, run[0]!.from - 2), run[0]!.from).includes('+');

/** With its country: after a plus or two noughts. */
function abroad(run: Run, isPlus: boolean): Stretch | undefined {
  for (let last = run.length - 1; last >= 0; last -= 1) {
    const severity = last > 14 ? undefined : international(joined(run, 0, last).slice(isPlus ? 0 : 2));
    if (severity) return phone(run, 0, last, severity);
  }
  return undefined;
}

function besideWord(reading: Reading, run: Run): Stretch | undefined {
  const digits = joined(run, 0, Math.min(run.length - 1, 14));
  if (digits.length < 6 || digits.length > 13 || FREE.test(digits) || hasDate(run)) return undefined;
  return isAfter(reading, 'phone', run[0]!.from) ? phone(run, 0, run.length - 1, SEVERITY.WARN) : undefined;
}

/** Two lines of five figures are the codes of two post offices. */
const isPostal = (run: Run): boolean => run.length === 2 && run.every(({ digits }) => digits.length === 5);

/** A mobile number that the end of a line breaks; others may be two numbers. */
function broken(reading: Reading, run: Run): Stretch | undefined {
  if (isPostal(run)) return undefined;
  const isPlus = isAfterPlus(reading, run);
  const found = isPlus || run[0]!.digits.startsWith('00') ? abroad(run, isPlus) : hasDate(run) ? undefined : mobileIn(run);
  return found?.severity === SEVERITY.REFUSE ? found : undefined;
}

/** Telephone numbers in the runs of digits of a text. */
export function phones(reading: Reading, runs: readonly Run[]): Stretch[] {
  const whole = runs.map((run) => {
    const isPlus = isAfterPlus(reading, run);
    const isAbroad = isPlus || run[0]!.digits.startsWith('00');
    return isAbroad ? abroad(run, isPlus) : (hasDate(run) ? undefined : mobileIn(run)) ?? besideWord(reading, run);
  });
  return [...whole, ...brokenRuns(reading, runs).map((run) => broken(reading, run))].filter((found) => found !== undefined);
}

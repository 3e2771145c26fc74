/**
 * The numbers by which States know a person, held to their check digits. Some rules let one number in ten through, or give
 * organisations numbers of the same kind: those refuse beside a word for the number ("OIB"), and warn where they stand alone.
 */
import { validate as jmbg } from 'stdnum/lib/cjs/ba/jmbg.js';
import { validate as egn } from 'stdnum/lib/cjs/bg/egn.js';
import { validate as pnf } from 'stdnum/lib/cjs/bg/pnf.js';
import { validate as nir } from 'stdnum/lib/cjs/fr/nir.js';
import { validate as amka } from 'stdnum/lib/cjs/gr/amka.js';
import { validate as oib } from 'stdnum/lib/cjs/hr/oib.js';
import { validate as cnp } from 'stdnum/lib/cjs/ro/cnp.js';
import { validate as tckn } from 'stdnum/lib/cjs/tr/tckimlik.js';
import { validate as rntrc } from 'stdnum/lib/cjs/ua/rntrc.js';

import { FINDING_KIND, SEVERITY, type Severity, type Stretch } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { isBeside } from './context.ts';
import { albanian, hasBulgarianDay, hasUkrainianDay, isHungarianPersonal, isHungarianTax, isKosovan, isMoldovan } from './ownRules.ts';
import { brokenRuns, joined, type Run } from './runs.ts';

interface Rule {
  readonly length: number;
  readonly isSure: boolean;
  readonly holds: (digits: string) => boolean;
}

type Validate = (digits: string) => { isValid: boolean };

const by = (validate: Validate) => (digits: string): boolean => validate(digits.toUpperCase()).isValid;
const sure = (length: number, holds: Rule['holds']): Rule => ({ length, holds, isSure: true });
const possible = (length: number, holds: Rule['holds']): Rule => ({ length, holds, isSure: false });

/** The rules by the States that use them. The library has the same JMBG for BA, ME, MK, RS and SI; HR used it too. */
export const NATIONAL_RULES = {
  JMBG: sure(13, by(jmbg)),
  CNP: sure(13, by(cnp)),
  IDNP: sure(13, isMoldovan),
  EGN: sure(10, (digits) => by(egn)(digits) && hasBulgarianDay(digits)),
  AMKA: sure(11, by(amka)),
  TCKN: sure(11, by(tckn)),
  SZEMELYI: sure(11, isHungarianPersonal),
  NIR: sure(15, by(nir)),
  OIB: possible(11, by(oib)),
  PNF: possible(10, by(pnf)),
  RNTRC: possible(10, (digits) => by(rntrc)(digits) && hasUkrainianDay(digits)),
  ADOAZONOSITO: possible(10, isHungarianTax),
  KOSOVO: possible(10, isKosovan),
} as const satisfies Record<string, Rule>;

const RULES: readonly Rule[] = Object.values(NATIONAL_RULES);
const LONGEST = 15;
const SHORTEST = 8;

/** How sure the digits are a person's number; `isAlone` when they are one unbroken group. */
function severityOf(digits: string, isAlone: boolean, hasWord: boolean): Severity | undefined {
  if (new Set(digits).size < 3) return undefined;
  const holding = RULES.filter(({ length, holds }) => digits.length === length && holds(digits));
  if (holding.some(({ isSure }) => isSure) || (hasWord && digits.length >= SHORTEST)) return SEVERITY.REFUSE;
  return holding.length > 0 && isAlone ? SEVERITY.WARN : undefined;
}

function stretch(run: Run, first: number, last: number, severity: Severity): Stretch {
  return { kind: FINDING_KIND.NATIONAL_NUMBER, severity, from: run[first]!.from, to: run[last]!.to };
}

/** The first number that begins with group `first`, and the group after it. Sums that hold come before a word beside. */
function numberAt(run: Run, first: number, hasWord: boolean, isAlone: boolean): { found: Stretch; next: number } | undefined {
  let inWord: number | undefined;
  for (let last = first; last < run.length; last += 1) {
    const digits = joined(run, first, last);
    if (digits.length > LONGEST) break;
    const severity = severityOf(digits, isAlone && last === 0, false);
    if (severity === SEVERITY.REFUSE || (severity && !hasWord)) return { found: stretch(run, first, last, severity), next: last + 1 };
    if (digits.length >= SHORTEST) inWord = last;
  }
  if (!hasWord || inWord === undefined) return undefined;
  return { found: stretch(run, first, inWord, SEVERITY.REFUSE), next: inWord + 1 };
}

/** Those of one run. Across the end of a line sums alone say that it is one number. */
function numbersIn(reading: Reading, run: Run, isBroken: boolean): Stretch[] {
  const before = reading.text[run[0]!.from - 1] ?? ' ';
  const isLong = joined(run, 0, Math.min(run.length - 1, LONGEST)).length >= SHORTEST;
  if (before === '+' || !isLong) return [];
  const hasWord = !isBroken && isBeside(reading, 'national', run[0]!.from, run.at(-1)!.to);
  // In an address of the Web there are numbers of all lengths.
  const isAlone = run.length === 1 && !'/=-_'.includes(before);
  const found: Stretch[] = [];
  for (let first = 0; first < run.length;) {
    const number = numberAt(run, first, hasWord, isAlone);
    if (number) found.push(number.found);
    first = number?.next ?? first + 1;
  }
  return found;
}

/** Personal numbers in the runs of digits of a text. */
export function nationalNumbers(reading: Reading, runs: readonly Run[]): Stretch[] {
  return [...runs.flatMap((run) => numbersIn(reading, run, false)), ...brokenRuns(reading, runs).flatMap((run) => numbersIn(reading, run, true))];
}

/** Albanian numbers: they begin and end with a letter, so no run of digits has them. */
export function albanianNumbers(reading: Reading): Stretch[] {
  return [...reading.text.matchAll(/(?<![\p{L}\p{N}])[a-t]\d(?:[ .\n_-]?\d){7}[ .\n_-]?[a-w](?![\p{L}\p{N}])/gu)].flatMap((match) => {
    const sureness = albanian(match[0].replaceAll(/[ .\n_-]/g, ''));
    if (!sureness) return [];
    const to = match.index + match[0].length;
    const isRefused = sureness === 'SURE' || isBeside(reading, 'national', match.index, to);
    return [{ kind: FINDING_KIND.NATIONAL_NUMBER, severity: isRefused ? SEVERITY.REFUSE : SEVERITY.WARN, from: match.index, to }];
  });
}

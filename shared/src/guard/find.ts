import { births } from './births.ts';
import { descriptions } from './descriptions.ts';
import { documents } from './documents.ts';
import { emails } from './emails.ts';
import { FINDING_KIND, SEVERITY, type Finding, type GuardOptions, type Stretch } from './finding.ts';
import { albanianNumbers, nationalNumbers } from './numbers/national.ts';
import { phones } from './numbers/phones.ts';
import { runsOf, type Run } from './numbers/runs.ts';
import { endOf, fold, readText, type Reading } from './reading.ts';
import { tokensOf, type Token } from './tokens.ts';
import { LEXICONS } from './words/index.ts';

/** What a rule is given: the text in the three ways it is read. */
export interface Readings {
  readonly reading: Reading;
  readonly runs: readonly Run[];
  readonly tokens: readonly Token[];
}

export type Rule = (readings: Readings) => readonly Stretch[];

/** The rules by their names, for whoever takes one away to see what it is good for. */
export const RULES: Readonly<Record<string, Rule>> = {
  national: ({ reading, runs }) => nationalNumbers(reading, runs),
  albanian: ({ reading }) => albanianNumbers(reading),
  documents: ({ reading }) => documents(reading),
  phones: ({ reading, runs }) => phones(reading, runs),
  emails: ({ reading }) => emails(reading),
  births: ({ tokens }) => LEXICONS.flatMap((lexicon) => births(tokens, lexicon)),
  descriptions: ({ tokens }) => LEXICONS.flatMap((lexicon) => descriptions(tokens, lexicon)),
};

const ORDER = Object.keys(FINDING_KIND);
const strength = ({ severity, kind }: Stretch): number => (severity === SEVERITY.REFUSE ? 100 : 0) - ORDER.indexOf(kind);

/** Of stretches that overlap the stronger stays. */
function apart(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (!last || stretch.from >= last.to) kept.push(stretch);
    else if (strength(stretch) > strength(last)) kept[kept.length - 1] = stretch;
  }
  return kept;
}

const LEAST_SHARED = 7;
const bare = (text: string): string => text.replaceAll(/\D/g, '').replace(/^0+/, '');

/** Whether a stretch is written in the list: an address as it is, a number by its last digits, with its country or without. */
function isAllowed(text: string, allowed: readonly string[]): boolean {
  if (text.includes('@')) return allowed.includes(text.replaceAll(/\s/g, ''));
  const digits = bare(text);
  return digits !== '' && allowed.some((entry) => {
    const other = bare(entry);
    if (other === digits) return true;
    return Math.min(other.length, digits.length) >= LEAST_SHARED && (other.endsWith(digits) || digits.endsWith(other));
  });
}

/** Finds with the given rules only. */
export function findWith(rules: readonly Rule[], text: string, { allowed = [] }: GuardOptions = {}): Finding[] {
  const reading = readText(text);
  const readings: Readings = { reading, runs: runsOf(reading), tokens: tokensOf(reading) };
  const published = allowed.map(fold);
  const isKept = ({ kind, from, to }: Stretch): boolean =>
    (kind !== FINDING_KIND.PHONE && kind !== FINDING_KIND.EMAIL && kind !== FINDING_KIND.NATIONAL_NUMBER) || !isAllowed(reading.text.slice(from, to), published);
  return apart(rules.flatMap((rule) => rule(readings)).filter(isKept))
    .map(({ kind, severity, from, to }) => ({ kind, severity, start: reading.places[from]!, end: endOf(reading, to) }));
}

/**
 * Finds what may tell who a person is, in a text of any of the sixteen languages: what kind it is, whether it is refused or
 * only to be looked at again, and where it stands, in code units of `text`, in order and apart. Never throws; takes time in
 * proportion to the length of the text.
 */
export const findPersonalData = (text: string, options: GuardOptions = {}): Finding[] => findWith(Object.values(RULES), text, options);

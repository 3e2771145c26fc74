/**
 * Checks the spelling of the catalogues with hunspell and prints, for each locale, how many different words it has, how
 * many the dictionary does not know, how many of those are listed as right (`language/knownWords.ts`), and the part that
 * is left. Fails when more than two words of a hundred are left in a locale, or a dictionary is missing. `--words`
 * prints the words that are left.
 *
 * Needs Debian's packages hunspell, hunspell-{bg,bs,el,hr,hu,ro,sl,sr,tr,uk,fr,en-gb} and myspell-sq; the Macedonian
 * dictionary comes from npm.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';

import { readCatalogue, words } from './language/catalogues.ts';
import { KNOWN, NAMES } from './language/knownWords.ts';

const MOST = 2;
const macedonian = join(dirname(createRequire(import.meta.url).resolve('dictionary-mk')), 'index');

/** Montenegrin has no dictionary: it is read with those of its ijekavian neighbours. */
const DICTIONARIES: Readonly<Record<Locale, string>> = {
  fr: 'fr_FR', en: 'en_GB', sq: 'sq_AL', bs: 'bs_BA', bg: 'bg_BG', hr: 'hr_HR', el: 'el_GR', hu: 'hu_HU', mk: macedonian, ro: 'ro_RO',
  'sr-Cyrl': 'sr_RS', 'sr-Latn': 'sr_Latn_RS', cnr: 'bs_BA,hr_HR', sl: 'sl_SI', tr: 'tr_TR', uk: 'uk_UA',
};

/** Words that an apostrophe cuts: French and Albanian shorten the first, English and Turkish add to a name. */
const CUT: Readonly<Partial<Record<Locale, (word: string) => string[]>>> = {
  fr: (word) => [word.replace(/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)’/i, '')],
  sq: (word) => word.split('’').filter((piece) => piece.length > 2),
  en: (word) => [word.replace(/’s?$/, '')],
  tr: (word) => [word.replace(/’.*$/, '')],
};

/** The different words of a locale as hunspell is asked for them: without numbers, acronyms and ends of names. */
function wordsOf(tag: Locale): string[] {
  const found = readCatalogue(tag).flatMap(({ message }) => words(message).match(/[\p{L}\p{M}]+(?:’[\p{L}\p{M}]+)*/gu) ?? []);
  const whole = found.flatMap((word) => CUT[tag]?.(word) ?? [word]).filter((word) => word.length > 1 && !/^\p{Lu}+$/u.test(word));
  return [...new Set(whole)].sort(new Intl.Collator(LOCALES[tag].intl).compare);
}

/** The words that the dictionary of `tag` does not know. */
function unknown(tag: Locale, list: readonly string[]): string[] {
  const { status, stdout, stderr, error } = spawnSync('hunspell', ['-i', 'utf-8', '-d', DICTIONARIES[tag], '-l'], { input: list.join('\n').replaceAll('’', "'"), encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if (error !== undefined || status !== 0 || /can't open/i.test(stderr)) throw new Error(`hunspell cannot read ${tag} with ${DICTIONARIES[tag]}: ${error?.message ?? stderr}`);
  return stdout.split('\n').filter((word) => word !== '').map((word) => word.replaceAll("'", '’'));
}

/** A dictionary that knows words written backwards knows nothing: its answers would be worth as much. */
function control(tag: Locale, list: readonly string[]): void {
  const backwards = list.filter((word) => word.length > 4).map((word) => [...word.toLowerCase()].reverse().join(''));
  if (unknown(tag, backwards).length < backwards.length / 2) throw new Error(`The dictionary ${DICTIONARIES[tag]} takes anything for a word of ${tag}`);
}

const rows = LOCALE_TAGS.map((tag) => {
  const list = wordsOf(tag);
  control(tag, list);
  const strange = unknown(tag, list);
  const right = new Set([...NAMES, ...(KNOWN[tag] ?? [])].map((word) => word.toLocaleLowerCase(LOCALES[tag].intl)));
  const left = strange.filter((word) => !right.has(word.toLocaleLowerCase(LOCALES[tag].intl)));
  if (process.argv.includes('--words') && left.length > 0) console.log(`${tag}: ${left.join(' ')}`);
  return { locale: tag, words: list.length, 'not in the dictionary': strange.length, listed: strange.length - left.length, unknown: left.length, '%': Number(((100 * left.length) / list.length).toFixed(2)) };
});
console.table(Object.fromEntries(rows.map(({ locale, ...row }) => [locale, row])));
if (rows.some((row) => row['%'] > MOST)) process.exitCode = 1;

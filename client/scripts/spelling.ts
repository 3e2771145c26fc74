/**
 * Checks the spelling of the catalogues with hunspell and prints, for each locale, how many different words it has, how
 * many the dictionary does not know, how many of those are listed as right (`language/knownWords.ts`), and the part that
 * is left. Fails when more than two words of a hundred are left in a locale. Where a dictionary is missing, it is installed as
 * root on Debian; elsewhere the script says by which package it comes, goes on with the others, and fails in the end: a locale
 * that was not read is not right. `--words` prints the words that are left.
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

/** The packages of Debian that the dictionaries come with, where their name does not say it. */
const PACKAGES: Readonly<Record<string, string>> = { en_GB: 'hunspell-en-gb', sq_AL: 'myspell-sq', sr_Latn_RS: 'hunspell-sr' };

/** The packages that a locale needs. */
const packagesOf = (tag: Locale): string[] => DICTIONARIES[tag].split(',').filter((name) => name !== macedonian).map((name) => PACKAGES[name] ?? `hunspell-${name.slice(0, 2)}`);

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

/** A dictionary, or hunspell itself, is not on this machine. */
class Missing extends Error {}

/** The words that the dictionary of `tag` does not know. Throws Missing when there is none to ask. */
function unknown(tag: Locale, list: readonly string[]): string[] {
  const { status, stdout, stderr, error } = spawnSync('hunspell', ['-i', 'utf-8', '-d', DICTIONARIES[tag], '-l'], { input: list.join('\n').replaceAll('’', "'"), encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT' || /can't open/i.test(stderr)) throw new Missing();
  if (error !== undefined || status !== 0) throw new Error(`hunspell cannot read ${tag} with ${DICTIONARIES[tag]}: ${error?.message ?? stderr}`);
  return stdout.split('\n').filter((word) => word !== '').map((word) => word.replaceAll("'", '’'));
}

/** A dictionary that knows words written backwards knows nothing: its answers would be worth as much. */
function control(tag: Locale, list: readonly string[]): void {
  const backwards = list.filter((word) => word.length > 4).map((word) => [...word.toLowerCase()].reverse().join(''));
  if (unknown(tag, backwards).length < backwards.length / 2) throw new Error(`The dictionary ${DICTIONARIES[tag]} takes anything for a word of ${tag}`);
}

interface Row {
  readonly words: number;
  readonly 'not in the dictionary': number;
  readonly listed: number;
  readonly unknown: number;
  readonly '%': number;
}

/** The figures of a locale. Throws Missing when there is no dictionary for it. */
function check(tag: Locale): Row {
  const list = wordsOf(tag);
  control(tag, list);
  const strange = unknown(tag, list);
  const right = new Set([...NAMES, ...(KNOWN[tag] ?? [])].map((word) => word.toLocaleLowerCase(LOCALES[tag].intl)));
  const left = strange.filter((word) => !right.has(word.toLocaleLowerCase(LOCALES[tag].intl)));
  if (process.argv.includes('--words') && left.length > 0) console.log(`${tag}: ${left.join(' ')}`);
  return { words: list.length, 'not in the dictionary': strange.length, listed: strange.length - left.length, unknown: left.length, '%': Number(((100 * left.length) / list.length).toFixed(2)) };
}

const rows = new Map<Locale, Row>();

/** Checks these locales, and gives those that have no dictionary here. */
function checkAll(tags: readonly Locale[]): Locale[] {
  return tags.filter((tag) => {
    try {
      rows.set(tag, check(tag));
      return false;
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      return true;
    }
  });
}

/** Whether these packages were installed: as root on Debian they can be. */
function install(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) return false;
  console.log(`Installing ${packages.join(', ')}…`);
  const run = (args: string[]): boolean => spawnSync('apt-get', args, { stdio: 'ignore', timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

const needed = (tags: readonly Locale[]): string[] => [...new Set(['hunspell', ...tags.flatMap(packagesOf)])];

const missing = checkAll(LOCALE_TAGS);
const unread = missing.length > 0 && install(needed(missing)) ? checkAll(missing) : missing;
const inOrder = LOCALE_TAGS.flatMap((tag) => (rows.has(tag) ? [[tag, rows.get(tag)] as const] : []));
if (inOrder.length > 0) console.table(Object.fromEntries(inOrder));
if (unread.length > 0) {
  console.error(`Not read, for want of a dictionary: ${unread.join(', ')}. On Debian:\n  apt-get install -y --no-install-recommends ${needed(unread).join(' ')}`);
}
if (unread.length > 0 || [...rows.values()].some((row) => row['%'] > MOST)) process.exitCode = 1;

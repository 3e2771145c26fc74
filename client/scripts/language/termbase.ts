/**
 * Holds the catalogues against the termbase: where the English sentence has a term, the translation has the term of its
 * language.
 *
 * A term is found in English by its words one after the other, each in the singular or the plural; the longest of two
 * terms that overlap counts ("training session" before "session"). Words of the interface ("Search", "Country") are
 * terms only where they are the whole sentence, because they are for buttons and labels. A word that is also a verb
 * ("report") is not a term where it is plainly used as one ("to report", "Report a fault").
 *
 * A term is found in a translation when each of its words is there in some form, in any order: a word is a form of
 * another when both begin with the same letters, more than half of the term's word and three at least, marks left
 * aside (stručnjak, stručnjaci; χώρα, χωρών); a word of three letters in a longer term may change its last (evi, evler). Words of one or two letters and conjunctions are not looked for. What
 * stands in brackets in the termbase is another name of the same: "nevladina organizacija (NVO)".
 */
import { readFileSync } from 'node:fs';

import type { Locale } from '@passerelle/shared/locales.ts';

import { forms, place, words, type Catalogues, type Entry } from './catalogues.ts';
import { exceptionFor, OTHER_FORMS } from './termbaseExceptions.ts';

export interface Term {
  readonly code: string;
  readonly domain: string;
  readonly names: Readonly<Record<Locale, string>>;
}

/** A place where the source has a term and the translation does not, or does (`used`), or need not (`exception`, with the reason). */
export interface Use {
  readonly entry: Entry;
  readonly term: Term;
  readonly used: boolean;
  readonly exception?: string;
}

/** The terms of the termbase, longest English name first. */
export function readTerms(): Term[] {
  const { terms } = JSON.parse(readFileSync(new URL('../../../server/reference/termbase.json', import.meta.url), 'utf8')) as { terms: Term[] };
  return terms.sort((a, b) => b.names.en.length - a.names.en.length);
}

const SKIPPED = new Set(['ili', 'или', 'або', 'ali', 'veya', 'vagy', 'sau', 'ose', 'για', 'στα', 'των', 'και', 'për', 'dhe', 'des', 'les', 'aux', 'par']);

/** Small letters without marks: what two forms of a word are compared by. */
const folded = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ς', 'σ').replaceAll('đ', 'd').replaceAll('ı', 'i');

const tokens = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The names of a term: that before the brackets and that inside them. */
const variants = (name: string): string[] => name.split(/[()]/).map((part) => part.trim()).filter((part) => part !== '');

/** Whether `word` can be a form of the term's word `base`, both folded; `alone` when the term has no other word. */
function isForm(base: string, word: string, alone: boolean): boolean {
  if (OTHER_FORMS[base]?.some((stem) => word.startsWith(stem))) return true;
  if (base.length <= 3) return word.startsWith(alone ? base : base.slice(0, 2));
  let shared = 0;
  while (shared < base.length && base[shared] === word[shared]) shared += 1;
  return shared >= Math.max(3, Math.floor(base.length / 2) + 1);
}

/** Whether a translation has a term of its language, in any form. */
export function hasTerm(name: string, translation: string): boolean {
  const there = tokens(translation);
  return variants(name).some((variant) => {
    const base = tokens(variant).filter((word) => word.length > 2 && !SKIPPED.has(word));
    const looked = base.length > 0 ? base : tokens(variant);
    return looked.every((word) => there.some((other) => isForm(word, other, looked.length === 1)));
  });
}

const plural = (word: string): string => `${/y$/.test(word) ? `(?:${word}|${word.slice(0, -1)}ies)` : `${word}(?:e?s)?`}`;

/** Terms of one word that are verbs too, and what makes them one. */
const VERBS = new Set(['report', 'need', 'project']);
const VERB_BEFORE = '(?<!\\b(?:to|please|not|you|we|they|who|that|can|may|must|will|should|site|it) )(?<!(?:^|[.:;] )(?=\\p{L}+ (?:an?|the|it|this|your) ))';

const patterns = new Map<string, RegExp>();

function pattern(name: string): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const options = variants(name).map((variant) => variant.toLowerCase().split(/[\s-]+/).map(plural).join('[\\s-]+'));
  const made = new RegExp(`${VERBS.has(name) ? VERB_BEFORE : ''}(?<!\\p{L})(?:${options.join('|')})(?!\\p{L})`, 'gu');
  patterns.set(name, made);
  return made;
}

/** The terms that an English sentence has; of overlapping terms the longest. A sign that only forbids a line to break counts for nothing. */
export function termsIn(terms: readonly Term[], sentence: string): Term[] {
  const message = sentence.replaceAll('\u2060', '');
  let rest = forms(words(message)).join(' ¦ ').toLowerCase();
  return terms.filter(({ domain, names }) => {
    if (domain === 'ui') return message.toLowerCase() === names.en.toLowerCase();
    const taken = rest.replaceAll(pattern(names.en), '¦');
    const found = taken !== rest;
    rest = taken;
    return found;
  });
}

/** Every use of a term in the source, seen in the catalogue of `tag`. A term must stand in each plural form. */
export function termUses(catalogues: Catalogues, tag: Locale, terms: readonly Term[]): Use[] {
  const source = new Map(catalogues.en.map(({ key, message }) => [key, message]));
  return catalogues[tag].flatMap((entry) => termsIn(terms, source.get(entry.key) ?? '').map((term): Use => {
    const used = forms(words(entry.message)).every((form) => hasTerm(term.names[tag], form));
    const exception = used ? undefined : exceptionFor(tag, entry.key, term.code);
    return exception === undefined ? { entry, term, used } : { entry, term, used, exception };
  }));
}

/** A use that is neither right nor excused, as the gate reports it. */
export const missing = (tag: Locale, uses: readonly Use[]): string[] => uses.filter(({ used, exception }) => !used && exception === undefined)
  .map(({ entry, term }) => `${place(entry)}: “${term.names[tag]}” (${term.code}) is not in “${entry.message}”`);

/** Which of the sixteen locales to show to a reader, from the languages the browser or the request asks for. */
import { LOCALE_TAGS, type Locale, isLocale } from './locales.ts';

/** Shown when nothing asked for is, or is near to, one of the sixteen. */
export const DEFAULT_LOCALE: Locale = 'en';

/** A list of preferences longer than this is not a reader's; the rest is not read. */
const MOST_TAGS = 100;

/** The longest tag that is looked at: RFC 5646 asks for room for 35 characters. */
const LONGEST_TAG = 35;

const BY_LOWER_CASE: ReadonlyMap<string, Locale> = new Map(LOCALE_TAGS.map((tag) => [tag.toLowerCase(), tag]));

/** Other codes of our languages (ISO 639-2 and 639-3, withdrawn codes, varieties), and the language to read them as. */
const ALIASES: Readonly<Record<string, string>> = {
  fra: 'fr', fre: 'fr', eng: 'en', sqi: 'sq', alb: 'sq', aln: 'sq', als: 'sq', bos: 'bs', bul: 'bg', hrv: 'hr', ell: 'el',
  gre: 'el', hun: 'hu', mkd: 'mk', mac: 'mk', ron: 'ro', rum: 'ro', mo: 'ro', mol: 'ro', srp: 'sr', hbs: 'sh', scr: 'hr',
  scc: 'sr', slv: 'sl', tur: 'tr', ukr: 'uk',
};

/** Best fit: languages whose readers as a rule also read one of ours. */
const NEAR: Readonly<Record<string, Locale>> = { br: 'fr', co: 'fr', oc: 'fr', gag: 'tr', rup: 'ro', rue: 'uk' };

/**
 * The locale for a reader who asks for `requested`, dearest first. Each tag in turn is looked for exactly, then as a
 * language of ours with its script respected; if none is found, a near language, and at last English. Tags that are
 * malformed are passed over.
 */
export function matchLocale(requested: readonly string[]): Locale {
  const tags = requested.slice(0, MOST_TAGS).flatMap(subtags);
  for (const parts of tags) {
    const found = BY_LOWER_CASE.get(parts.join('-')) ?? sameLanguage(parts);
    if (found) return found;
  }
  for (const [language = ''] of tags) {
    const near = Object.hasOwn(NEAR, language) ? NEAR[language] : undefined;
    if (near) return near;
  }
  return DEFAULT_LOCALE;
}

/** Whether a tag, however it is written, names one of our languages or a variety of one. */
export function isNamed(tag: string): boolean {
  return subtags(tag).some((parts) => BY_LOWER_CASE.has(parts.join('-')) || sameLanguage(parts) !== undefined);
}

/** The lower-case subtags of a well-formed tag, in a list of one; an empty list for anything else. */
function subtags(tag: unknown): string[][] {
  if (typeof tag !== 'string' || tag.length > LONGEST_TAG) return [];
  const lower = tag.trim().replaceAll('_', '-').toLowerCase();
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/.test(lower) ? [lower.split('-')] : [];
}

function sameLanguage([first = '', ...rest]: readonly string[]): Locale | undefined {
  const language = Object.hasOwn(ALIASES, first) ? ALIASES[first] : first;
  if (language === 'sr' || language === 'sh') return serbian(language, rest);
  return isLocale(language) ? language : undefined;
}

/** Serbian says its script or leaves it to be guessed. In Montenegro it is Montenegro's own language, unless it is asked for in the letters that ours has not; else Cyrillic, Latin for `sh`. */
function serbian(language: 'sr' | 'sh', rest: readonly string[]): Locale {
  if (rest.includes('cyrl')) return 'sr-Cyrl';
  if (rest.includes('me')) return 'cnr';
  if (rest.includes('latn')) return 'sr-Latn';
  return language === 'sh' ? 'sr-Latn' : 'sr-Cyrl';
}

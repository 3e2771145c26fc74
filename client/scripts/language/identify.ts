/**
 * Says which of the sixteen languages a text can be in. Five witnesses, each of which can only rule languages out: the
 * script, the letters, two statistical detectors (eld with its large model, and franc), and the marker words of the four
 * languages the detectors take for one another. The languages that no witness rules out are the answer.
 */
import { eld } from 'eld/large';
import { franc } from 'franc';

import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';

import { strangeLetters } from './letters.ts';
import { foreignWords, MARKED, type Marked } from './markers.ts';

/** What the detectors may say of a text of each language: they know neither Montenegrin nor the borders of its family. */
const ELD: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['fr'], en: ['en'], sq: ['sq'], bg: ['bg'], el: ['el'], hu: ['hu'], ro: ['ro'], sl: ['sl'], tr: ['tr'], uk: ['uk'], 'sr-Cyrl': ['sr'],
  // The model for Macedonian is weak: its letters and franc decide.
  mk: ['mk', 'sr', 'bg'],
  bs: ['bs', 'hr', 'sr'], hr: ['bs', 'hr', 'sr'], 'sr-Latn': ['bs', 'hr', 'sr'], cnr: ['bs', 'hr', 'sr'],
};
const FAMILY = ['bos', 'hrv', 'srp'];
const FRANC: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['fra'], en: ['eng', 'sco'], sq: ['als', 'sqi'], bg: ['bul'], el: ['ell'], hu: ['hun'], ro: ['ron'], tr: ['tur'], uk: ['ukr'], mk: ['mkd'],
  // franc takes Slovenian for Croatian now and then, where eld does not.
  sl: ['slv', ...FAMILY],
  'sr-Cyrl': FAMILY, bs: FAMILY, hr: FAMILY, 'sr-Latn': FAMILY, cnr: FAMILY,
};

/** Letters that one language has alone among those of its script. */
const OWN_LETTERS: Readonly<Partial<Record<Locale, string>>> = { mk: 'ѓќѕ', 'sr-Cyrl': 'ђћ', uk: 'іїєґ', bg: 'ъ', sq: 'ë', hu: 'őű', tr: 'ğış', ro: 'ășț' };

/** From this length on, in letters, a text has each letter of its language: a whole catalogue, not one part of it. */
const LONG = 2000;

const SCRIPTS = { Latn: /\p{Script=Latin}/gu, Cyrl: /\p{Script=Cyrillic}/gu, Grek: /\p{Script=Greek}/gu } as const;

type Script = keyof typeof SCRIPTS;

export interface Verdict {
  readonly script: Script;
  /** What the two detectors say: ISO 639-1 and 639-3 codes. */
  readonly eld: string;
  readonly franc: string;
  /** The languages that no witness rules out. */
  readonly possible: readonly Locale[];
}

function scriptOf(text: string): Script {
  const counts = Object.entries(SCRIPTS).map(([script, letters]) => [script as Script, text.match(letters)?.length ?? 0] as const);
  return counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

const isMarked = (tag: Locale): tag is Marked => (MARKED as readonly Locale[]).includes(tag);

/** Rules a language out by the letters: it must have all of those of the text, and its own letters must not be missing from a long text. */
function lettersAllow(tag: Locale, text: string): boolean {
  const own = [...(OWN_LETTERS[tag] ?? '')];
  const small = text.toLocaleLowerCase(LOCALES[tag].intl);
  return strangeLetters(tag, text).length === 0 && (text.length < LONG || own.length === 0 || own.some((letter) => small.includes(letter)));
}

/** Which languages a text of some sentences can be in. Texts of fewer than some hundred letters are beyond the detectors. */
export function identify(text: string): Verdict {
  const script = scriptOf(text);
  const verdict = { script, eld: eld.detect(text).language, franc: franc(text) };
  const possible = LOCALE_TAGS.filter((tag) => LOCALES[tag].script === script && lettersAllow(tag, text)
    && ELD[tag].includes(verdict.eld) && FRANC[tag].includes(verdict.franc)
    && (!isMarked(tag) || foreignWords(tag, text).length === 0));
  return { ...verdict, possible };
}

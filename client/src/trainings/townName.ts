/**
 * How a town's name is shown to somebody who does not read the letters it is written in. A name is kept as it is written
 * there; beside it stands the official spelling in Latin letters. Cities of the reference have a name in every language.
 *
 * Sources: Bulgaria, Transliteration Act of 2009; North Macedonia and Serbia, the national systems that the United Nations
 * adopted (III/11, 1977); Ukraine, Cabinet of Ministers resolution 55 of 2010; Greece and Cyprus, ELOT 743 (United Nations V/19, 1987).
 */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';

import { cityName } from '../core/places/index.ts';

type Script = 'Latn' | 'Cyrl' | 'Grek';

/** Letters whose Latin spelling is the same in all five languages written in Cyrillic. */
const CYRILLIC = pairs('а a б b в v г g д d е e з z и i к k л l м m н n о o п p р r с s т t у u ф f');
const SPELLINGS = {
  bg: pairs('ж zh й y х h ц ts ч ch ш sh щ sht ъ a ь y ю yu я ya', CYRILLIC),
  mk: pairs('ж ž х h ц c ч č ш š ѓ gj ѕ dz ј j љ lj њ nj ќ kj џ dž', CYRILLIC),
  sr: pairs('ж ž х h ц c ч č ш š ђ đ ј j љ lj њ nj ћ ć џ dž', CYRILLIC),
  uk: pairs('г h ґ g и y ж zh й i х kh ц ts ч ch ш sh щ shch є ie і i ї i ю iu я ia ь  ’ ', CYRILLIC),
  el: pairs('α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ου ou γγ ng γξ nx γχ nch'),
} as const;

/** At the beginning of a word some letters are spelt in another way. */
const AT_START: Readonly<Partial<Record<keyof typeof SPELLINGS, Readonly<Record<string, string>>>>> = {
  uk: pairs('є ye ї yi й y ю yu я ya'),
  el: pairs('μπ b'),
};

/** The language of a town's name by its country and its letters, where it is not the only one written in them. */
const LANGUAGES: Readonly<Record<string, Partial<Record<Script, Locale>>>> = {
  AL: { Latn: 'sq' }, BA: { Latn: 'bs', Cyrl: 'sr-Cyrl' }, BG: { Cyrl: 'bg' }, CY: { Grek: 'el', Latn: 'tr' }, GR: { Grek: 'el' }, HR: { Latn: 'hr' }, HU: { Latn: 'hu' },
  MD: { Latn: 'ro' }, ME: { Latn: 'cnr', Cyrl: 'sr-Cyrl' }, MK: { Cyrl: 'mk', Latn: 'sq' }, RO: { Latn: 'ro' }, RS: { Cyrl: 'sr-Cyrl', Latn: 'sr-Latn' }, SI: { Latn: 'sl' },
  TR: { Latn: 'tr' }, UA: { Cyrl: 'uk' }, XK: { Latn: 'sq', Cyrl: 'sr-Cyrl' },
};

/** A town as a reader is shown it. */
export interface TownName {
  readonly name: string;
  /** The language it is written in, where that is known. */
  readonly lang: Locale | undefined;
  /** The same in Latin letters, for who reads no others than their own; undefined where the name can be read as it stands. */
  readonly latin: string | undefined;
}

/** A town's name, as it is written in a country, for a reader of `locale`; a city of the reference has the name that the reader gives it. */
export function townName(name: string, country: string | undefined, locale: Locale): TownName {
  const known = cityName(name, country, locale);
  if (known !== undefined) return { name: known, lang: locale, latin: undefined };
  const script = scriptOf(name);
  const lang = country === undefined ? undefined : LANGUAGES[country]?.[script];
  const isRead = script === 'Latn' || LOCALES[locale].script === script;
  return { name, lang, latin: isRead || lang === undefined ? undefined : latinOf(name, lang) };
}

function scriptOf(name: string): Script {
  if (/\p{Script=Cyrillic}/u.test(name)) return 'Cyrl';
  return /\p{Script=Greek}/u.test(name) ? 'Grek' : 'Latn';
}

function latinOf(name: string, lang: Locale): string {
  const spelling = lang === 'sr-Cyrl' ? 'sr' : lang;
  return Object.hasOwn(SPELLINGS, spelling) ? name.split(/(?<=[\s-])/u).map((word) => latinWord(word, spelling as keyof typeof SPELLINGS)).join('') : name;
}

function latinWord(word: string, spelling: keyof typeof SPELLINGS): string {
  // In Greek the accent stands on a letter of its own until the end; й, ї, ѓ and ќ are letters of their own.
  let rest = spelling === 'el' ? diphthongs(word.normalize('NFD')) : spelling === 'bg' ? word.replace(/ия$/u, 'иa') : word;
  let latin = '';
  while (rest !== '') {
    const [from, to] = nextOf(rest, latin === '', spelling);
    latin += from === from.toLowerCase() ? to : to.charAt(0).toUpperCase() + to.slice(1);
    rest = rest.slice(from.length);
  }
  return latin.normalize('NFC');
}

/** The letters at the beginning of `text` that are spelt together, and their spelling. */
function nextOf(text: string, isStart: boolean, spelling: keyof typeof SPELLINGS): [string, string] {
  for (const length of [2, 1]) {
    const from = text.slice(0, length);
    const to = (isStart ? AT_START[spelling]?.[from.toLowerCase()] : undefined) ?? SPELLINGS[spelling][from.toLowerCase()];
    // Ukrainian зг is not ж.
    if (spelling === 'uk' && from.toLowerCase() === 'зг') return [from, 'zgh'];
    if (to !== undefined) return [from, to];
  }
  return [text.charAt(0), text.charAt(0)];
}

/** υ after α, ε and η is v, or f before a voiceless letter and at the end. An accent on it is the sound's own. */
function diphthongs(word: string): string {
  return word.replace(/([αεη])υ(\u0301?)(?=(.?))/giu, (_all, vowel: string, accent: string, after: string) =>
    `${vowel}${accent}${/[θκξπσςτφχψ]/iu.test(after) || after === '' ? 'f' : 'v'}`).normalize('NFD');
}

function pairs(text: string, others: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const parts = text.split(' ');
  return { ...others, ...Object.fromEntries(parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1] ?? '']] : []))) };
}

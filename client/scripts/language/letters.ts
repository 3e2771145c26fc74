/** What each language is written with: its letters, its quotation marks, its apostrophe, its spaces. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { LOCALES } from '@passerelle/shared/locales.ts';

import { forms, words } from './catalogues.ts';

/** The letters of each language beyond a to z, small ones. Narrower than CLDR, whose auxiliary letters are for foreign words. */
export const LETTERS: Readonly<Record<Locale, string>> = {
  fr: 'àâæçéèêëîïôœùûüÿ', en: '', sq: 'çë', bs: 'čćđšž', hr: 'čćđšž', 'sr-Latn': 'čćđšž', cnr: 'čćđšžśź', sl: 'čšž',
  ro: 'ăâîșț', hu: 'áéíóöőúüű', tr: 'çğıöşüâî',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя', mk: 'абвгдѓежзѕијклљмнњопрстќуфхцчџш', 'sr-Cyrl': 'абвгдђежзијклљмнњопрстћуфхцчџш',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', el: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ',
};

/** The quotation marks of each language, outer ones, opening and closing. */
export const QUOTES: Readonly<Record<Locale, readonly [string, string]>> = {
  fr: ['«', '»'], en: ['“', '”'], sq: ['“', '”'], bs: ['„', '”'], hr: ['„', '”'], 'sr-Cyrl': ['„', '“'], 'sr-Latn': ['„', '“'], cnr: ['„', '“'],
  sl: ['„', '“'], ro: ['„', '”'], hu: ['„', '”'], tr: ['“', '”'], bg: ['„', '“'], mk: ['„', '“'], uk: ['«', '»'], el: ['«', '»'],
};

const because = (why: string, words: string): Record<string, string> => Object.fromEntries(words.split(' ').map((word) => [word, why]));

/** Latin words that may stand in a text of Cyrillic or Greek letters, besides names written in capitals (SOS, PDF). */
const LATIN_WORDS: Readonly<Record<string, string>> = {
  passerelle: 'the name of the product', proconnect: 'the name of the service at which agents of the French State sign in', cookies: 'the word of the Greek data protection authority',
  ...because('a source of the map, as it is credited', 'natural earth visionscarto geonames'),
  ...because('the name of a browser, of a device or of what a browser calls its private window', 'chrome chromium edge opera samsung internet firefox safari iphone ipad mac inprivate'),
  ...because('a name of software that has no other letters', 'unicode javascript axe ics'),
  ...because('a key, as it is printed', 'esc escape enter'),
};

const letters = (text: string, tag: Locale): string[] => [...text.toLocaleLowerCase(LOCALES[tag].intl).normalize('NFC')].filter((sign) => /[\p{L}\p{M}]/u.test(sign));

/** The letters of `text` that the language of `tag` does not have; a to z are every language's, because names have them. */
export function strangeLetters(tag: Locale, text: string): string[] {
  return [...new Set(letters(text, tag))].filter((letter) => !/[a-z]/.test(letter) && !LETTERS[tag].includes(letter));
}

/** The Latin words of a text in another script that are neither listed nor written in capitals, and words of two scripts. */
export function strangeWords(tag: Locale, text: string): string[] {
  if (LOCALES[tag].script === 'Latn') return [];
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => /[a-z]/i.test(word) && !/^[A-Z][A-Z0-9]*$/.test(word) && LATIN_WORDS[word.toLowerCase()] === undefined);
}

const escaped = (sign: string): string => sign.replaceAll(/[[\]]/g, '\\$&');

function quotes(tag: Locale, form: string): string[] {
  const [open, close] = QUOTES[tag];
  const foreign = [...form].filter((sign) => '«»“”„‟‘‚‹›'.includes(sign) && sign !== open && sign !== close).map((sign) => `the quotation mark ${sign}`);
  const rest = form.replaceAll(new RegExp(`${escaped(open)}[^${escaped(open)}${escaped(close)}]*${escaped(close)}`, 'g'), '');
  return rest.includes(open) || rest.includes(close) ? [...foreign, 'quotation marks that do not close'] : foreign;
}

function spaces(tag: Locale, form: string): string[] {
  const found: string[] = [];
  if (form !== form.trim() || / {2}/.test(form)) found.push('a space too many');
  if (tag !== 'fr') return /[\s\u202f][,.;:?!)]/u.test(form) ? [...found, 'a space before a sign'] : found;
  if (/(?<!\u202f)(?:[;?!»]|:(?=\s|$))|«(?!\u202f)/u.test(form)) found.push('no narrow no-break space (U+202F) beside : ; ? ! « »');
  return /[\s\u202f][,.)]/u.test(form) ? [...found, 'a space before a comma or a full stop'] : found;
}

/** What is wrong with the punctuation of a message, in words; empty when nothing is. */
export function strangeSigns(tag: Locale, message: string): string[] {
  return forms(message.replaceAll(/\{'([^']*)'\}/g, '$1')).flatMap((form) => [
    ...(form.includes("'") ? ['a straight apostrophe instead of ’'] : []),
    ...(form.includes('"') ? ['straight quotation marks'] : []),
    ...(form.includes('...') ? ['three points instead of …'] : []),
    ...(form === form.normalize('NFC') ? [] : ['letters that are not composed (NFC)']),
    ...quotes(tag, form), ...spaces(tag, form),
  ]);
}

/** Everything strange in the letters and signs of a message, in words. */
export function strangeWriting(tag: Locale, message: string): string[] {
  const text = words(message);
  const strange = strangeLetters(tag, text);
  return [...(strange.length > 0 ? [`the letters ${strange.join('')}`] : []), ...strangeWords(tag, text).map((word) => `the word ${word}`), ...strangeSigns(tag, message)];
}

// @vitest-environment node
/** The sixteen catalogues say the same things, each in its own letters and with the plural forms of its language. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ERROR_CODES } from '@passerelle/shared/errors.ts';
import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';

type Messages = Map<string, string>;

function flatten(value: unknown, path: string, into: Messages): Messages {
  if (typeof value === 'string') into.set(path, value);
  else for (const [key, inner] of Object.entries(value as object)) flatten(inner, path ? `${path}.${key}` : key, into);
  return into;
}

function read(tag: Locale): Messages {
  const folder = fileURLToPath(new URL(`./${tag}/`, import.meta.url));
  const into: Messages = new Map();
  for (const file of readdirSync(folder).sort()) flatten(JSON.parse(readFileSync(folder + file, 'utf8')), '', into);
  return into;
}

const catalogues = Object.fromEntries(LOCALE_TAGS.map((tag) => [tag, read(tag)])) as Record<Locale, Messages>;
const source = catalogues.en;

const forms = (message: string): string[] => message.split(' | ');
const parameters = (message: string): string[] => [...new Set([...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();
/** The words of a message, without its parameters. */
const words = (message: string): string => message.replaceAll(/\{\w+\}/g, ' ');

/** Plural categories by locale, from Node's own data. */
const pluralForms = (tag: Locale): number => new Intl.PluralRules(LOCALES[tag].intl).resolvedOptions().pluralCategories.length;

/** The letters of each language beyond a to z, small ones; names of Latin letters (Passerelle, A1, UTC) may stand anywhere. */
const LETTERS: Record<Locale, string> = {
  fr: 'àâæçéèêëîïôœùûüÿ', en: '', sq: 'çë', bs: 'čćđšž', hr: 'čćđšž', 'sr-Latn': 'čćđšž', cnr: 'čćđšžśź', sl: 'čšž',
  ro: 'ăâîșț', hu: 'áéíóöőúüű', tr: 'çğıöşüâî',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя', mk: 'абвгдѓежзѕијклљмнњопрстќуфхцчџш', 'sr-Cyrl': 'абвгдђежзијклљмнњопрстћуфхцчџш',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', el: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ',
};

/** Words that languages share as they are: names, acronyms, international words. */
const SAME_EVERYWHERE = new Set([
  'app.name', 'app.documentTitle', 'membershipBody.OSCE', 'experts.expert', 'trainings.online', 'sessionFormat.ONLINE', 'experts.title',
  'nav.experts', 'countries.organisations', 'trainingPages.programme', 'trainingPages.places', 'countries.signed', 'experts.institution',
]);

describe.each(LOCALE_TAGS)('the catalogue of %s', (tag) => {
  const messages = catalogues[tag];

  test('has every key of the source, in its order, and no other', () => {
    expect([...messages.keys()]).toEqual([...source.keys()]);
  });

  test('leaves nothing empty', () => {
    expect([...messages].filter(([, message]) => forms(message).some((form) => form.trim() === '')).map(([key]) => key)).toEqual([]);
  });

  test('keeps every parameter of the source, in every plural form', () => {
    const wrong = [...messages].filter(([key, message]) => forms(message).some((form) => parameters(form).join() !== parameters(forms(source.get(key) ?? '')[0] ?? '').join()));
    expect(wrong).toEqual([]);
  });

  test(`has ${pluralForms(tag)} forms wherever the source counts, and one elsewhere`, () => {
    const wrong = [...messages].filter(([key, message]) => forms(message).length !== (forms(source.get(key) ?? '').length > 1 ? pluralForms(tag) : 1));
    expect(wrong).toEqual([]);
  });

  test('is written in the letters of its language', () => {
    const allowed = new Set([...'abcdefghijklmnopqrstuvwxyz', ...LETTERS[tag]]);
    const wrong = [...messages].flatMap(([key, message]) => {
      const strange = [...words(message).toLocaleLowerCase(LOCALES[tag].intl)].filter((letter) => /\p{L}|\p{M}/u.test(letter) && !allowed.has(letter.normalize('NFC')));
      return strange.length > 0 ? [`${key}: ${strange.join('')}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('repeats at most two strings of a hundred from English or French', () => {
    const others = (['en', 'fr'] as const).filter((other) => other !== tag);
    const same = [...messages].filter(([key, message]) => !SAME_EVERYWHERE.has(key) && others.some((other) => catalogues[other].get(key) === message));
    expect(same.length / messages.size, same.map(([key]) => key).join(', ')).toBeLessThanOrEqual(0.02);
  });

  test('has a sentence for every error code', () => {
    expect(ERROR_CODES.filter((code) => !messages.has(`errors.${code}`))).toEqual([]);
  });
});

test('Serbian in Latin letters is the Cyrillic catalogue, letter for letter', () => {
  const pairs: Record<string, string> = {
    а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm',
    н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š',
  };
  const latin = (text: string): string => [...text].map((letter) => pairs[letter] ?? letter).join('');
  const wrong = [...catalogues['sr-Cyrl']].filter(([key, message]) => latin(message.toLowerCase()) !== latin(catalogues['sr-Latn'].get(key)!.toLowerCase()));
  expect(wrong).toEqual([]);
});

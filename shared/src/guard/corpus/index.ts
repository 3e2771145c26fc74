/** The corpus that the guard is measured by. Nobody in it exists. */
import type { Locale } from '../../locales.ts';
import { bg } from './bg.ts';
import { bs } from './bs.ts';
import { cnr } from './cnr.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { FIRST } from './first.ts';
import { fr } from './fr.ts';
import { hr } from './hr.ts';
import { hu } from './hu.ts';
import { mk } from './mk.ts';
import { drawing, MAKE, POSSIBLE, type Draw } from './numbers.ts';
import { ro } from './ro.ts';
import type { Round } from './round.ts';
import type { Sample } from './sample.ts';
import { SECOND } from './second.ts';
import { sl } from './sl.ts';
import { sq } from './sq.ts';
import { latin, srCyrl, srLatn } from './sr.ts';
import { THIRD } from './third.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { UNSEEN } from './unseen.ts';
import { IN_PIECES, WRITINGS } from './writings.ts';

export const SAMPLES: Readonly<Record<Locale, Sample>> = { fr, en, sq, bs, bg, hr, el, hu, mk, ro, 'sr-Cyrl': srCyrl, 'sr-Latn': srLatn, cnr, sl, tr, uk };

const LOCALES = Object.keys(SAMPLES) as Locale[];

/** A text of the corpus, with what was put into it. */
export interface Case {
  readonly locale: Locale;
  readonly text: string;
  /** Which rule or which part of the corpus, for the tables. */
  readonly made: string;
}

const fill = (template: string, values: Readonly<Record<string, string>>): string => template.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key]!);

/** How the corpus came about: with the rules; in three rounds after them, by which they were changed; and last of all, by which nothing was changed. */
export const PARTS = { BEGINNING: 'with the rules', FIRST: 'first round', SECOND: 'second round', THIRD: 'third round', UNSEEN: 'unseen' } as const;

const inLatin = ({ people: some, clean: others }: Round): Round => ({ people: some.map(latin), clean: others.map(latin) });
type Rounds = typeof FIRST;
const of = (texts: Rounds, locale: Locale): Round => (locale === 'sr-Latn' ? inLatin(texts['sr-Cyrl']) : texts[locale]);

function filled(texts: Rounds, made: string, draw: Draw): Case[] {
  return LOCALES.flatMap((locale) => of(texts, locale).people.flatMap((template) => SAMPLES[locale].names.map((name, j): Case => ({
    locale, made, text: fill(template, { name, from: SAMPLES[locale].from[j]!, age: String(13 + draw(30)) }),
  }))));
}

const sentences = (texts: Rounds, made: string): Case[] => LOCALES.flatMap((locale) => of(texts, locale).clean.map((text): Case => ({ locale, made, text })));

/** Every description with four names and places and as many ages. */
export function people(): Case[] {
  const draw = drawing(17);
  const first = LOCALES.flatMap((locale) => SAMPLES[locale].people.flatMap((template) => SAMPLES[locale].names.map((name, j): Case => ({
    locale, made: PARTS.BEGINNING, text: fill(template, { name, from: SAMPLES[locale].from[j]!, age: String(j % 2 === 0 ? 14 + draw(4) : 19 + draw(25)) }),
  }))));
  return [...first, ...filled(FIRST, PARTS.FIRST, drawing(31)), ...filled(SECOND, PARTS.SECOND, drawing(47)), ...filled(THIRD, PARTS.THIRD, drawing(59)), ...filled(UNSEEN, PARTS.UNSEEN, drawing(71))];
}

/** The sentences that tell of nobody. */
export function clean(): Case[] {
  const first = LOCALES.flatMap((locale) => SAMPLES[locale].clean.map((text): Case => ({ locale, made: PARTS.BEGINNING, text })));
  return [...first, ...sentences(FIRST, PARTS.FIRST), ...sentences(SECOND, PARTS.SECOND), ...sentences(THIRD, PARTS.THIRD), ...sentences(UNSEEN, PARTS.UNSEEN)];
}

/** Every kind of number in every writing and language, each number drawn anew. Numbers that are only possible ones are in one piece. */
export function numbers(): Case[] {
  const draw = drawing(2027);
  return Object.entries(MAKE).flatMap(([rule, make]) => Object.entries(WRITINGS).flatMap(([writing, write]) => LOCALES.flatMap((locale): Case[] => {
    const carriers = SAMPLES[locale].carriers;
    const isWritten = !(POSSIBLE.has(rule) && IN_PIECES.has(writing)) && !(rule === 'ALBANIA' && /long|dots|dashes|slashes|letters|Windows/.test(writing));
    return isWritten ? [{ locale, made: rule, text: fill(carriers[draw(carriers.length)]!, { x: write(make(draw)) }) }] : [];
  })));
}

export const PHONES: readonly string[] = [
  '+355 69 234 5678', '+387 61 234 567', '+359 88 812 3456', '+385 91 234 5678', '+30 694 123 4567', '+36 30 123 4567', '+383 44 123 456', '+382 67 123 456', '+389 70 234 567',
  '+373 69 123 456', '+40 721 234 567', '+381 64 123 4567', '+386 41 234 567', '+90 532 123 45 67', '+380 67 123 45 67', '+33 6 12 34 56 78', '00389 71 234 567', '+33 (0)6 12 34 56 78',
  '069 234 5678', '061/234-567', '0888 123 456', '091 234 5678', '6941234567', '06 30 123 4567', '067/123-456', '070/234-567', '0721.234.567', '064 123 45 67', '041 234 567', '0532 123 45 67', '067 123 45 67', '06 12 34 56 78',
  '+355 69 234\n5678', '+381 64\r\n123 4567', '064_123_4567', '0721\n234567', '+33_6_12_34_56_78',
];

export const EMAILS: readonly string[] = ['amina.k2008@example.com', 'jovana_m@example.rs', 'elira@mail.example.al', 'ivan.petrov+1@example.bg', 'a.d. [at] example.com', 'Oksana1999@EXAMPLE.UA', 'ayşe@example.com.tr', 'мария@пример.бг',
  'anna.k @ gmail.com', 'anna.k@ example.org', 'anna.k @gmail.com', 'anna.k @\nexample.org', 'anna.k@gmail .com', 'anna.k@gmail . com', 'anna.k(at)gmail.com', 'anna.k (at) example.org', 'anna.k{at}example.org', 'anna.k<at>example.org',
  'anna.k (@) example.org', 'anna.k[at]gmail[dot]com', 'anna.k at gmail.com', 'anna.k at gmail dot com', 'anna.k chez gmail point com', 'anna.k_at_gmail.com', 'мария (маймунско) example.bg', 'марія равлик ukr.net',
];

/** What has figures in columns, signs and words as in the numbers and addresses above, and is nobody's. */
export const LOOKING_ALIKE: readonly string[] = [
  'Meeting @ 10.30', 'See you @ noon. Bring your badge.', 'Follow us @astra on the networks', 'Instagram @astra.beograd', 'Look at example.com for more', 'stay-at-home.html', 'https://example.org/open_at_noon.html', 'Article 5 (a) U.N. Protocol',
  '12.01.2027\n13.01.2027\n14.01.2027', '1. 2024\n2. 2025\n3. 2026', '2024\n115\n2025\n98\n2026\n120', '0\n61\n1234\n567', '1 204\n1 355\n980\n12 400', 'report_2026_11_25_093000.pdf', 'IMG_20261231_123456', 'JMBG: 13\n12.01.2027', 'tel.\n12.01.2027\n13.01.2027',
  'Room 12\n3 sessions of 90 minutes\n20 places', '06000\n07100\n13001', 'BIC: BNPAFRPP\nIBAN: FR76 3000 6000 0112 3456 7890 189',
];

const carried = (made: string, values: readonly string[]): Case[] => LOCALES.flatMap((locale) => values.map((x, i): Case =>
  ({ locale, made, text: fill(SAMPLES[locale].carriers[i % 5]!, { x }) })));

export const phones = (): Case[] => carried('phone', PHONES);
export const emails = (): Case[] => carried('email', EMAILS);

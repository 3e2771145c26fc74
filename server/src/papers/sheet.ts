/** A paper as it is read, language by language: what the PDF, the printed page and nothing else are drawn from. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import type { Told } from '../core/pdf/index.ts';
import { filled } from '../core/translation/index.ts';
import type { Facts, MeetingFact } from './facts.ts';
import type { PaperKind, PaperState } from './paper-kind.ts';
import type { Reference } from './reference.ts';
import { along, writtenDate, writtenDays, writtenHours } from './said.ts';
import { PAPER_WORDS, type PaperWords } from './texts.ts';

/** A label and what it is the label of. */
export interface Line {
  readonly label: string;
  readonly value: Told;
}

export interface Item {
  readonly heading: Told;
  readonly lines: readonly Line[];
}

export interface Section {
  readonly heading: string;
  readonly items: readonly Item[];
  /** What stands there instead of items. */
  readonly none: string | null;
}

/** What a paper says in one language. */
export interface Part {
  readonly locale: Locale;
  readonly title: string;
  readonly version: string;
  /** What is to be known before anything else: that it was replaced, or is invented. */
  readonly marks: readonly string[];
  readonly lead: string | null;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly closing: readonly string[];
  /** What is to be written by hand. */
  readonly signatures: readonly string[];
  /** What goes with the names of countries. */
  readonly notes: readonly Told[];
}

/** A paper to draw: which, what it says, and what the codes in it are called. */
export interface PaperToDraw {
  readonly kind: PaperKind;
  readonly number: number;
  readonly madeAt: Date;
  readonly state: PaperState;
  readonly facts: Facts;
  /** The meetings of its earlier versions, one version after the other. */
  readonly earlier: readonly MeetingFact[];
  readonly reference: Reference;
}

/** What the parts of a paper are written with. */
export interface Writing {
  readonly facts: Facts;
  readonly reference: Reference;
  readonly locale: Locale;
  readonly words: PaperWords;
}

export const here = (text: string, { locale }: Pick<Writing, 'locale'>): Told => ({ text, locale });

/** A line, where there is something to say. */
export const lineOf = (label: string, value: Told | string | null | undefined, writing: Writing): Line[] => (value ? [{ label, value: typeof value === 'string' ? here(value, writing) : value }] : []);

export const cityIn = ({ reference, locale }: Writing, code: string): Told => along(reference.cities[code], locale, 'en') ?? { text: code, locale };

/** The city and the country. */
export function placeIn(writing: Writing, { city, country }: { readonly city: string; readonly country: string }): Told {
  const [town, land] = [cityIn(writing, city), along(writing.reference.countries[country], writing.locale, 'en')];
  return { text: [town.text, ...(land ? [land.text] : [])].join(', '), locale: land?.locale ?? town.locale };
}

export const nameOf = ({ facts, words }: Writing, key: string): string => facts.names[key]?.name ?? words.removed;

/** As what somebody goes, and what they do. */
export function functionOf({ reference, locale, words }: Writing, { role, profession }: { readonly role: keyof PaperWords['role']; readonly profession?: string | null }): string {
  const known = profession && along(reference.professions[profession], locale, 'en');
  return [words.role[role], ...(known ? [known.text] : [])].join(' · ');
}

export const hostOf = ({ reference, locale }: Writing, { organisation, host, sourceLocale }: MeetingFact): Told | undefined => (organisation === null ? { text: host!, locale: sourceLocale } : along(reference.organisations[organisation], locale, 'en'));

export function whereIs({ facts }: Writing, key: string): string | null {
  const place = facts.places[key];
  return place ? [place.name, place.address].filter(Boolean).join(' · ') : null;
}

export const languageIn = ({ reference, locale }: Writing, code: string): string => along(reference.languages[code], locale, 'en')?.text ?? code;

/** How well a language is spoken. */
export const levelIn = ({ words }: Writing, level: string): string => (level === 'NATIVE' ? words.native : level);

/** When a meeting is; said to be open where no day is fixed. */
export const whenIs = ({ locale, words }: Writing, { day, starts, minutes }: MeetingFact): string => (day === null ? words.untimed : writtenHours(locale, { day, starts: starts!, minutes }));

const MARKS: Readonly<Record<PaperState, 'changed' | 'replaced' | null>> = { CURRENT: null, CHANGED: 'changed', REPLACED: 'replaced' };

/** What is to be known of a version before anything else; null where it says what is so. */
export function markOf(state: PaperState, words: PaperWords): string | null {
  const mark = MARKS[state];
  return mark && words[mark];
}

/** What goes with the names of the countries. */
function notesIn({ leg, stays = [] }: Facts, reference: Reference, locale: Locale): Told[] {
  const countries = new Set([...(leg ? [leg.country] : []), ...stays.map(({ country }) => country)]);
  return [...countries].map((code) => along(reference.notes[code], locale, 'en')).filter((note) => note !== undefined);
}

/** The day of an instant, where the paper is about. */
function dateIn({ facts: { leg, stays = [] }, reference: { zones }, madeAt }: PaperToDraw, locale: Locale): string {
  const city = leg?.city ?? stays[0]?.city;
  return writtenDate(locale, madeAt, (city === undefined ? undefined : zones[city]) ?? 'Europe/Paris');
}

/** The frame of each part: title, version, what is to be known first. */
export function partOf(paper: PaperToDraw, locale: Locale, body: (writing: Writing) => Pick<Part, 'lines' | 'sections'> & Partial<Part>): Part {
  const { kind, number, state, facts, reference } = paper;
  const words = PAPER_WORDS[locale];
  const mark = markOf(state, words);
  return {
    locale, title: words.kind[kind], version: filled(words.version, { number: new Intl.NumberFormat(LOCALES[locale].intl).format(number), date: dateIn(paper, locale) }),
    marks: [...(mark ? [mark] : []), ...(facts.isDemonstration ? [words.demonstration] : [])], lead: null, closing: [], signatures: [], notes: notesIn(facts, reference, locale),
    ...body({ facts, reference, locale, words }),
  };
}

/** The days of a leg, and where it is. */
export const legLines = (writing: Writing): Line[] => {
  const leg = writing.facts.leg!;
  return [...lineOf(writing.words.city, placeIn(writing, leg), writing), ...lineOf(writing.words.days, writtenDays(writing.locale, leg.startsOn, leg.endsOn), writing)];
};

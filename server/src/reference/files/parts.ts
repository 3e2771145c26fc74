/** The parts that several reference files have in common. */
import { isLocale, type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import type { Row } from '../tables.ts';
import { type Entry, PARTIAL_DAY } from './entry.ts';

/** The languages that every name has. */
export const REQUIRED: readonly Locale[] = ['fr', 'en'];

const ADDRESS = /^https?:\/\/[^\s]+$/;

/** Of the codes that other files may refer to. */
export interface Codes {
  readonly languages: ReadonlySet<string>;
  readonly themes: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

/** The locales that `entry` has a field for, in their order. Throws at an unknown one and when a `required` one is missing. */
export function localesOf(entry: Entry, required: readonly Locale[]): Locale[] {
  const unknown = entry.keys.find((key) => !isLocale(key));
  if (unknown !== undefined) entry.refuse(unknown, 'is not one of the sixteen locales');
  for (const locale of required) if (!entry.keys.includes(locale)) entry.refuse(locale, 'is missing');
  return LOCALE_TAGS.filter((locale) => entry.keys.includes(locale));
}

/** The texts of the field `key`, by locale. The field may be left out when no locale is `required`. */
export function textsOf(owner: Entry, key: string, required: readonly Locale[] = REQUIRED): (readonly [Locale, string])[] {
  const entry = required.length === 0 ? owner.maybeEntry(key) : owner.entry(key);
  return localesOf(entry, required).map((locale) => [locale, entry.text(locale)]);
}

/** Whether there is a time zone of that name (IANA). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** An address on the web, or null. */
export const maybeAddress = (entry: Entry, key: string): string | null => entry.maybeText(key, ADDRESS);

/** The columns of the provenance in the field `key`. Throws when it is not verified and says when it was checked, or the reverse. */
export function provenanceOf(owner: Entry, key = 'provenance'): Row {
  const entry = owner.entry(key);
  const isVerified = entry.flag('isVerified');
  const checkedOn = entry.maybeText('checkedOn', PARTIAL_DAY);
  if (isVerified !== (checkedOn !== null)) entry.refuse('checkedOn', isVerified ? 'is missing of a verified fact' : 'is said of a fact that is not verified');
  return {
    source: entry.text('source'), source_url: maybeAddress(entry, 'sourceUrl'),
    is_verified: isVerified, checked_on: checkedOn, note: entry.maybeText('note'),
  };
}

/** What is said of a name that was read in a source, and of one that was not. */
export interface NameSources {
  readonly verified: string;
  readonly unverified: string;
  readonly asOf: string;
}

/** The columns, by locale, of the names of `entry`: those of its list `verified` were read in a source. */
export function namesOf(entry: Entry, sources: NameSources): (readonly [Locale, Row])[] {
  const names = textsOf(entry, 'names');
  const verified = entry.codes('verified', names.map(([locale]) => locale));
  const notes = new Map(textsOf(entry, 'notes', []));
  return names.map(([locale, name]) => {
    const isVerified = verified.includes(locale);
    return [locale, {
      name, source: isVerified ? sources.verified : sources.unverified, source_url: null,
      is_verified: isVerified, checked_on: isVerified ? sources.asOf : null, note: notes.get(locale) ?? null,
    }];
  });
}

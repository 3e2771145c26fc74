/** The sentences of the mails, in every locale, and how their places are filled in. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { plainOffset } from '@passerelle/shared/plainOffset.ts';
import { LRUCache } from 'lru-cache';
import bg from './texts/bg.json' with { type: 'json' };
import bs from './texts/bs.json' with { type: 'json' };
import cnr from './texts/cnr.json' with { type: 'json' };
import el from './texts/el.json' with { type: 'json' };
import en from './texts/en.json' with { type: 'json' };
import fr from './texts/fr.json' with { type: 'json' };
import hr from './texts/hr.json' with { type: 'json' };
import hu from './texts/hu.json' with { type: 'json' };
import mk from './texts/mk.json' with { type: 'json' };
import ro from './texts/ro.json' with { type: 'json' };
import sl from './texts/sl.json' with { type: 'json' };
import sq from './texts/sq.json' with { type: 'json' };
import srCyrl from './texts/sr-Cyrl.json' with { type: 'json' };
import srLatn from './texts/sr-Latn.json' with { type: 'json' };
import tr from './texts/tr.json' with { type: 'json' };
import uk from './texts/uk.json' with { type: 'json' };

/** Written as the catalogues of the page are (`client/src/locales/README.md`), and held to the same checks. */
export const TEXTS: Readonly<Record<Locale, (typeof en)['mail']>> = {
  bg: bg.mail, bs: bs.mail, cnr: cnr.mail, el: el.mail, en: en.mail, fr: fr.mail, hr: hr.mail, hu: hu.mail, mk: mk.mail, ro: ro.mail, sl: sl.mail, sq: sq.mail,
  'sr-Cyrl': srCyrl.mail, 'sr-Latn': srLatn.mail, tr: tr.mail, uk: uk.mail,
};

/** What writes numbers and moments takes longer to make than to use: it is kept, by language, and time zone where it asks for one. */
const numbers = kept((locale) => new Intl.NumberFormat(LOCALES[locale].intl));
const moments = kept((locale, timeZone) => new Intl.DateTimeFormat(LOCALES[locale].intl, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short', ...(timeZone !== undefined && { timeZone }) }));

function kept<Made extends object>(make: (locale: Locale, timeZone?: string) => Made): typeof make {
  const made = new LRUCache<string, Made>({ max: 200 });
  return (locale, timeZone) => {
    const key = `${locale} ${timeZone ?? ''}`;
    const one = made.get(key) ?? make(locale, timeZone);
    made.set(key, one);
    return one;
  };
}

const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The form of a sentence for a number, of those that stand in it between bars, in the order of the categories of the language. */
export function formFor(locale: Locale, sentence: string, count: number): string {
  const rules = new Intl.PluralRules(LOCALES[locale].intl);
  const categories = rules.resolvedOptions().pluralCategories.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return sentence.split(' | ')[categories.indexOf(rules.select(count))]!;
}

/** A whole number as the language writes it. */
export function written(locale: Locale, count: number): string {
  return numbers(locale).format(count);
}

/** A day (`2026-11-25`) as the language writes it. */
export function writtenDay(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** A day as the language writes it, on the clock of France. */
export function lastDay(locale: Locale, day: Date): string {
  return new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(day);
}

/** A day and an hour as the language writes them, on the clock of a time zone (IANA), which it names. */
export function writtenMoment(locale: Locale, at: Date, timeZone: string): string {
  return moments(locale, timeZone).format(at).replace(/\S+ ?[+−-]\d\S*$/u, plainOffset);
}

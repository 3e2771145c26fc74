/** The words of calendars, in every locale. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { plainOffset } from '@passerelle/shared/plainOffset.ts';
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

export type CalendarWords = (typeof en)['calendarFile'];

/** Written as the catalogues of the page are (`client/src/locales/README.md`), and held to the same checks. */
export const WORDS: Readonly<Record<Locale, CalendarWords>> = {
  bg: bg.calendarFile, bs: bs.calendarFile, cnr: cnr.calendarFile, el: el.calendarFile, en: en.calendarFile, fr: fr.calendarFile, hr: hr.calendarFile, hu: hu.calendarFile,
  mk: mk.calendarFile, ro: ro.calendarFile, sl: sl.calendarFile, sq: sq.calendarFile, 'sr-Cyrl': srCyrl.calendarFile, 'sr-Latn': srLatn.calendarFile, tr: tr.calendarFile, uk: uk.calendarFile,
};

/** On the 24-hour clock everywhere, as the page has it: a programme must not be read twelve hours off. */
const TIMES: Intl.DateTimeFormatOptions = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const HOURS: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const OFFSET: Intl.DateTimeFormatOptions = { timeZoneName: 'shortOffset' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** How a language writes times on the clock of a zone; made once. */
function formatFor(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${[TIMES, HOURS, OFFSET].indexOf(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(LOCALES[locale].intl, { timeZone, ...options })));
  return format;
}

/** The days and hours between two instants on the clock of a zone, as the language writes them. */
export function writtenTimes(locale: Locale, timeZone: string, startsAt: number, endsAt: number): string {
  return formatFor(locale, timeZone, TIMES).formatRange(startsAt, endsAt);
}

/** The hours between two instants on the clock of a zone, as the language writes them. */
export function writtenHours(locale: Locale, timeZone: string, startsAt: number, endsAt: number): string {
  return formatFor(locale, timeZone, HOURS).formatRange(startsAt, endsAt);
}

/** What a zone differs from UTC at an instant, as the language writes it: `GMT+2`. */
export function writtenOffset(locale: Locale, timeZone: string, at: number): string {
  return plainOffset(formatFor(locale, timeZone, OFFSET).formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value);
}

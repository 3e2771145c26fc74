/** Reading what is sent of what is kept of a country: what can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy, typedFault } from '../core/translation/index.ts';
import { isWebAddress } from '../core/web-address.ts';
import { fault, type UpkeepFault, type UpkeepField } from './upkeep-words.ts';

/** Where something is known from; `checkedOn` as a day (`2027-04-02`), null where nobody has checked it. */
export interface SourceContent {
  readonly source: string;
  readonly sourceUrl: string;
  readonly checkedOn: string | null;
}

/** A public holiday. */
export interface HolidayContent {
  readonly date: string;
  readonly name: string;
  readonly locale: Locale;
  readonly isAnother: boolean;
  readonly isMoonDependent: boolean;
  readonly known: SourceContent;
}

/** What to know of travelling to a country. */
export interface TravelNoteContent {
  readonly sourceLocale: Locale;
  readonly text: string;
  readonly checkedOn: string;
}

/** The most signs of each text. */
export const MOST = { NAME: 120, SOURCE: 300, SOURCE_URL: 500, TEXT: 4_000 } as const;
/** The days that may be holidays. */
const DAYS = { first: '2000-01-01', last: '2100-12-31' } as const;

type Wrong = readonly UpkeepFault[];

function textFaults(field: 'NAME' | 'SOURCE' | 'TEXT', text: string): UpkeepFault[] {
  const wrong = text === '' ? 'MISSING' : typedFault(text, MOST[field], field !== 'TEXT');
  return wrong ? [fault(field, wrong, wrong === 'TOO_LONG' ? MOST[field] : null)] : [];
}

function addressFaults(text: string): UpkeepFault[] {
  if (text.length > MOST.SOURCE_URL) return [fault('SOURCE_URL', 'TOO_LONG', MOST.SOURCE_URL)];
  return text === '' || isWebAddress(text) ? [] : [fault('SOURCE_URL', 'NOT_AN_ADDRESS')];
}

const toCome = (day: string | null, today: string): UpkeepFault[] => (day !== null && day > today ? [fault('CHECKED_ON', 'TO_COME')] : []);
const tidied = (text: string): string => tidy(text) ?? '';
const outside = (field: UpkeepField, isOutside: boolean): UpkeepFault[] => (isOutside ? [fault(field, 'OUT_OF_RANGE')] : []);

/** Of a source; `today` is the last day that is none to come. Throws VICTIM_DATA for texts that tell who a person is. */
export function readSource(sent: SourceContent, today: string, path: string): SourceContent | Wrong {
  const known = { source: tidied(sent.source), sourceUrl: tidied(sent.sourceUrl), checkedOn: sent.checkedOn ?? null };
  const faults = [...textFaults('SOURCE', known.source), ...addressFaults(known.sourceUrl), ...toCome(known.checkedOn, today)];
  if (faults.length > 0) return faults;
  refuseVictimsData(`${path}.source`, known.source);
  refuseVictimsData(`${path}.sourceUrl`, known.sourceUrl);
  return known;
}

/** Of a public holiday. Throws VICTIM_DATA. */
export function readHoliday(sent: HolidayContent, today: string): HolidayContent | Wrong {
  const name = tidied(sent.name);
  const faults = [...outside('DATE', sent.date < DAYS.first || sent.date > DAYS.last), ...textFaults('NAME', name)];
  const known = readSource(sent.known, today, 'input.known');
  if (!('source' in known)) return [...faults, ...known];
  if (faults.length > 0) return faults;
  refuseVictimsData('input.name', name);
  return { date: sent.date, name, locale: sent.locale, isAnother: sent.isAnother, isMoonDependent: sent.isMoonDependent, known };
}

/** Of what to know of travelling to a country. Throws VICTIM_DATA. */
export function readTravelNote({ sourceLocale, text: sent, checkedOn }: TravelNoteContent, today: string): TravelNoteContent | Wrong {
  const text = tidied(sent);
  const faults = [...textFaults('TEXT', text), ...toCome(checkedOn, today)];
  if (faults.length > 0) return faults;
  refuseVictimsData('input.text', text);
  return { sourceLocale, text, checkedOn };
}

/** Of it in another language; nothing is missing in it. Throws VICTIM_DATA. */
export function readTravelText(sent: string): { readonly text: string | null } | Wrong {
  const text = tidy(sent);
  const faults = text === null ? [] : textFaults('TEXT', text);
  if (faults.length > 0) return faults;
  refuseVictimsData('text', text ?? '');
  return { text };
}

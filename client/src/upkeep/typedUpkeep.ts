import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import { emptyFrom, FROM_FIELDS, type TypedFrom, typedFrom } from '../core/provenance/index.ts';
import type { Holiday } from '../holidays/index.ts';
import type { HolidayInput, Note, NoteInput, SourceInput, UpkeepFault } from './useUpkeep.ts';

/** A public holiday as it is typed. */
export type TypedHoliday = TypedFrom & { date: string; name: string; isAnother: boolean; isMoonDependent: boolean };
/** What to know of travelling, as it is typed in a language. */
export interface TypedNote {
  text: string;
  checkedOn: string;
  sourceLocale: string;
}

export const sourceComparing = comparing<TypedFrom, keyof TypedFrom>(FROM_FIELDS);
export const holidayComparing = comparing<TypedHoliday, keyof TypedHoliday>(['date', 'name', 'isMoonDependent', ...FROM_FIELDS]);
export const noteComparing = comparing<TypedNote, keyof TypedNote>(['text', 'checkedOn', 'sourceLocale']);

export const emptyHoliday = (): TypedHoliday => ({ date: '', name: '', isAnother: false, isMoonDependent: false, ...emptyFrom() });
export const emptyNote = (locale: string, today: string): TypedNote => ({ text: '', checkedOn: today, sourceLocale: locale });

/** What was imported is no source of a correction: whoever corrects says where they know it from. */
export const typedSource = ({ correction, provenance }: Pick<Holiday, 'correction' | 'provenance'>): TypedFrom => (correction ? typedFrom(provenance) : emptyFrom());
/** A name that is not in the reader’s language is not theirs to begin with: the field is empty, and left so the name stays as it is. */
export const typedHoliday = (holiday: Holiday): TypedHoliday => ({ date: holiday.date, name: holiday.name.isFallback ? '' : holiday.name.text, isAnother: false, isMoonDependent: holiday.isMoonDependent, ...typedSource(holiday) });
/** The note as it was first written: in the language of whoever entered it. */
export function typedNote({ texts, checkedOn }: Pick<Note, 'texts' | 'checkedOn'>): TypedNote {
  const source = texts.find(({ isSource }) => isSource)!;
  return { text: source.text ?? '', checkedOn, sourceLocale: source.locale };
}

export const sourceInput = ({ source, sourceUrl, checkedOn }: TypedFrom): SourceInput => ({ source, sourceUrl, checkedOn: checkedOn || null });

/** What is typed of a holiday, as it is sent: a name that stays, or that nobody types, is of the language in which it was read, another one of the reader’s. */
export const holidayInput = (read: Holiday | undefined, locale: Locale) => (typed: TypedHoliday): HolidayInput => {
  const stays = read && (typed.name.trim() === '' || read.name.text === typed.name.trim()) ? read.name : undefined;
  return { date: typed.date, name: stays?.text ?? typed.name, locale: (stays?.locale ?? locale) as Locale, isAnother: typed.isAnother, isMoonDependent: typed.isMoonDependent, known: sourceInput(typed) };
};
export const noteInput = ({ text, checkedOn, sourceLocale }: TypedNote): NoteInput => ({ text, checkedOn, sourceLocale: sourceLocale as Locale });

const missing = (field: UpkeepFault['field'], text: string): UpkeepFault[] => (text.trim() === '' ? [{ field, fault: 'MISSING', maximum: null }] : []);

/** What is wrong with what is typed, as far as that can be said before it is sent. */
export const sourceFaults = ({ source }: TypedFrom): UpkeepFault[] => missing('SOURCE', source);
/** Of one that has a name in another language none has to be typed. */
export const holidayFaults = (read?: Holiday) => (typed: TypedHoliday): UpkeepFault[] => [...missing('DATE', typed.date), ...(read?.name.isFallback ? [] : missing('NAME', typed.name)), ...sourceFaults(typed)];
export const noteFaults = ({ text, checkedOn }: TypedNote): UpkeepFault[] => [...missing('TEXT', text), ...missing('CHECKED_ON', checkedOn)];

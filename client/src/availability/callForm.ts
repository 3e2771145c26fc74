import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import { daysOf } from './answerForm.ts';
import type { Call, CallFault, CallInput } from './useCalls.ts';

/** A call as it is typed; days as `2027-11-08`, empty where there is none. */
export type TypedCall = { -readonly [K in keyof CallInput]: K extends 'sourceLocale' ? Locale : string };

const FIELDS = ['sourceLocale', 'title', 'note', 'fromOn', 'untilOn', 'answersUntil'] as const satisfies readonly (keyof TypedCall)[];
export type CallFieldName = (typeof FIELDS)[number];

/** How many days a call asks for at most. */
const MOST_DAYS = 62;

/** A call of which nothing is said yet, in the language of the page. */
export const emptyCall = (locale: Locale): TypedCall => ({ sourceLocale: locale, title: '', note: '', fromOn: '', untilOn: '', answersUntil: '' });

/** A call that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedCall({ texts, fromOn, untilOn, answersUntil }: Call): TypedCall {
  const { locale, title, note } = texts.find(({ isSource }) => isSource)!;
  return { sourceLocale: locale as Locale, title: title ?? '', note: note ?? '', fromOn, untilOn, answersUntil };
}

const wrong = (field: CallFault['field'], fault: CallFault['fault'], maximum: number | null = null): CallFault => ({ field, fault, maximum });

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export function callFaults({ title, fromOn, untilOn, answersUntil }: TypedCall): CallFault[] {
  const missing = ([['FROM', fromOn], ['UNTIL', untilOn], ['ANSWERS_UNTIL', answersUntil]] as const).filter(([, day]) => day === '').map(([field]) => wrong(field, 'MISSING'));
  const hasPeriod = fromOn !== '' && untilOn !== '';
  return [
    ...(title.trim() === '' ? [wrong('TITLE', 'MISSING')] : []), ...missing, ...(hasPeriod && untilOn < fromOn ? [wrong('UNTIL', 'NOT_AFTER')] : []),
    ...(hasPeriod && daysOf({ fromOn, untilOn }).length > MOST_DAYS ? [wrong('UNTIL', 'TOO_MANY_DAYS', MOST_DAYS)] : []),
    ...(fromOn !== '' && answersUntil > fromOn ? [wrong('ANSWERS_UNTIL', 'AFTER_START')] : []),
  ];
}

/** The key in an id. */
export const keyOf = ({ id }: { readonly id: string }): string => id.slice(id.indexOf('_') + 1);

/** What is typed of a call beside what is stored of it. */
export const callComparing = comparing<TypedCall, CallFieldName>(FIELDS);

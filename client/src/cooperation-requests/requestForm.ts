import type { Locale } from '@passerelle/shared/locales.ts';
import type { UrgencyCriterion } from '@passerelle/shared/needUrgency.ts';

import { comparing } from '../core/editing/index.ts';
import type { CooperationRequest, RequestFault, RequestInput } from './useRequests.ts';

/** A request as it is typed; vocabularies by their codes, days as ISO dates, the need by its id; empty for nothing. */
export interface TypedRequest {
  sourceLocale: Locale;
  country: string;
  kind: string;
  subject: string;
  text: string;
  theme: string;
  criteria: UrgencyCriterion[];
  wishedFrom: string;
  wishedUntil: string;
  audiences: string[];
  need: string;
}

const REQUEST_FIELDS = ['sourceLocale', 'country', 'kind', 'subject', 'text', 'theme', 'criteria', 'wishedFrom', 'wishedUntil', 'audiences', 'need'] as const satisfies readonly (keyof TypedRequest)[];
export type RequestFieldName = (typeof REQUEST_FIELDS)[number];

/** A request of which nothing is said yet, in the language of the page. */
export const emptyRequest = (sourceLocale: Locale, country: string): TypedRequest => ({ sourceLocale, country, kind: '', subject: '', text: '', theme: '', criteria: [], wishedFrom: '', wishedUntil: '', audiences: [], need: '' });

/** A request that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedRequest({ texts, country, kind, theme, criteria, wishedFrom, wishedUntil, audiences, need }: CooperationRequest): TypedRequest {
  const source = texts.find(({ isSource }) => isSource)!;
  return {
    sourceLocale: source.locale as Locale, country: country.code, kind, subject: source.subject ?? '', text: source.text ?? '', theme: theme.code, criteria: [...criteria], wishedFrom: wishedFrom ?? '', wishedUntil: wishedUntil ?? '',
    audiences: audiences.map(({ code }) => code).sort(), need: need?.id ?? '',
  };
}

/** What is sent of what is typed. */
export const requestInput = ({ kind, wishedFrom, wishedUntil, need, ...typed }: TypedRequest): RequestInput => ({ ...typed, kind: kind as RequestInput['kind'], wishedFrom: wishedFrom || null, wishedUntil: wishedUntil || null, need: need || null });

const missing = (field: RequestFault['field'] | 'KIND', text: string): RequestFault[] => (text.trim() === '' ? [{ field: field as RequestFault['field'], fault: 'MISSING', maximum: null }] : []);

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export const requestFaults = ({ country, kind, subject, text, theme, wishedFrom, wishedUntil }: TypedRequest): RequestFault[] => [
  ...missing('COUNTRY', country), ...missing('KIND', kind), ...missing('SUBJECT', subject), ...missing('TEXT', text), ...missing('THEME', theme),
  ...(wishedFrom !== '' && wishedUntil !== '' && wishedUntil < wishedFrom ? [{ field: 'WISHED_UNTIL', fault: 'BEFORE_START', maximum: null } as const] : []),
];

/** What is typed of a request beside what is stored under its key. */
export const requestComparing = comparing<TypedRequest, RequestFieldName>(REQUEST_FIELDS);

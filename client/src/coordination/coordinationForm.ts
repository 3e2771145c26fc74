import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import { emptyFrom, type TypedFrom } from '../core/provenance/index.ts';
import type { Coordination, CoordinationFault, CoordinationInput } from './useCoordination.ts';

/** In the order in which they are shown. */
export const KINDS = ['COORDINATOR', 'REFERRAL_MECHANISM', 'RAPPORTEUR', 'STRATEGY'] as const satisfies readonly Coordination['kind'][];

/** One as it is typed; empty where nobody knows. */
export interface TypedCoordination extends TypedFrom {
  kind: Coordination['kind'];
  organisation: string;
  name: string;
  locale: Locale;
  legalBasis: string;
  website: string;
  startsOn: string;
  endsOn: string;
}
export type CoordinationFieldName = keyof TypedCoordination;

export const coordinationComparing = comparing<TypedCoordination, CoordinationFieldName>(['kind', 'organisation', 'name', 'locale', 'legalBasis', 'website', 'startsOn', 'endsOn', 'source', 'sourceUrl', 'checkedOn']);

/** A new one. */
export const emptyCoordination = (kind: Coordination['kind'], locale: Locale): TypedCoordination => ({ kind, organisation: '', name: '', locale, legalBasis: '', website: '', startsOn: '', endsOn: '', ...emptyFrom() });

/** What is stored, as it is typed. */
export const typedCoordination = ({ kind, organisation, name, locale, legalBasis, website, startsOn, endsOn, provenance }: Coordination): TypedCoordination => ({
  kind, organisation: organisation?.id ?? '', name: name ?? '', locale: locale as Locale, legalBasis: legalBasis ?? '', website: String(website ?? ''), startsOn: startsOn ?? '', endsOn: endsOn ?? '',
  source: provenance.source, sourceUrl: String(provenance.sourceUrl ?? ''), checkedOn: wholeDay(provenance.checkedOn),
});

/** A day; of a month alone, as the files that come with the service have it, none: nobody knows which. */
const wholeDay = (day: string | null): string => (day?.length === 10 ? day : '');

/** What is typed, as it is sent for a country. */
export const coordinationInput = (country: string) => ({ organisation, startsOn, endsOn, checkedOn, ...typed }: TypedCoordination): CoordinationInput => ({ country, ...typed, organisation: organisation || null, startsOn: startsOn || null, endsOn: endsOn || null, checkedOn: checkedOn || null });

const fault = (field: CoordinationFault['field'], kind: CoordinationFault['fault']): CoordinationFault => ({ field, fault: kind, maximum: null });

/** What is wrong with what is typed, as far as that can be said before it is sent. */
export const coordinationFaults = ({ organisation, name, startsOn, endsOn, source }: TypedCoordination): CoordinationFault[] => [
  ...(organisation === '' && name.trim() === '' ? [fault('NAME', 'MISSING')] : []), ...(startsOn !== '' && endsOn !== '' && endsOn < startsOn ? [fault('ENDS_ON', 'NOT_AFTER')] : []), ...(source.trim() === '' ? [fault('SOURCE', 'MISSING')] : []),
];

/** Each kind with what is known of it: also where nothing is. */
export const byKind = (all: readonly Coordination[]): readonly { readonly kind: Coordination['kind']; readonly entries: readonly Coordination[] }[] => KINDS.map((kind) => ({ kind, entries: all.filter((one) => one.kind === kind) }));

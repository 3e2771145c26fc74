import type { FragmentOf, ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { type HeadCountryFields, InstrumentListQuery, InstrumentQuery } from './instruments.documents.ts';

/** An instrument as the table shows it. */
export type ListedInstrument = ResultOf<typeof InstrumentListQuery>['instruments'][number];

/** An instrument with all that is known of it. */
export type KnownInstrument = NonNullable<ResultOf<typeof InstrumentQuery>['instrument']>;

/** A country as the head of a column or of a row. */
export type HeadCountry = FragmentOf<typeof HeadCountryFields>;

/** The instruments in the order of the list, and the countries in that of the reader’s language. */
export function useInstruments(): Answer<ResultOf<typeof InstrumentListQuery>> {
  return useAnswer(InstrumentListQuery, () => ({}));
}

/** An instrument by its code. */
export function useInstrument(code: () => string): Answer<ResultOf<typeof InstrumentQuery>> {
  return useAnswer(InstrumentQuery, () => ({ code: code() }));
}

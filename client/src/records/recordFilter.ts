import type { VariablesOf } from 'gql.tada';

import { startOfDay } from '../core/i18n/index.ts';
import type { Conditions } from '../core/list/index.ts';
import type { TrainingRecordQuery } from './records.documents.ts';

/** What the record can be filtered by, as the address names it. */
export const RECORD_CONDITIONS = { whose: ['own', 'others'], organisation: 'text', from: 'day', until: 'day' } as const;
export type RecordConditions = Conditions<keyof typeof RECORD_CONDITIONS>;

/** The conditions as the API asks for them. Days are the reader’s own; the last one is included. */
export function recordFilter({ whose, organisation, from, until }: RecordConditions): Pick<VariablesOf<typeof TrainingRecordQuery>, 'filter'> {
  return {
    filter: {
      own: whose === '' ? undefined : whose === 'own',
      organisation: organisation === '' ? undefined : organisation,
      from: from === '' ? undefined : startOfDay(from, 0),
      until: until === '' ? undefined : startOfDay(until, 1),
    },
  };
}

/** The same as the address of a file says them. */
export function recordToTake({ whose, organisation, from, until }: RecordConditions): Readonly<Record<string, string>> {
  return {
    own: whose === '' ? '' : String(whose === 'own'), organisation,
    from: from === '' ? '' : startOfDay(from, 0), until: until === '' ? '' : startOfDay(until, 1),
  };
}

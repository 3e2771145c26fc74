import type { VariablesOf } from 'gql.tada';

import { type Conditions, given } from '../core/list/index.ts';
import { SESSION_FORMATS } from '../core/labels/index.ts';
import type { TrainingListQuery } from './trainings.documents.ts';

/** What the list of training sessions can be filtered and sorted by, as the address names it. */
export const TRAINING_CONDITIONS = {
  search: 'text',
  country: 'text',
  theme: 'text',
  audience: 'text',
  profession: 'text',
  language: 'text',
  format: SESSION_FORMATS,
  from: 'day',
  until: 'day',
  sort: ['LATEST', 'TITLE'],
} as const;

type Variables = VariablesOf<typeof TrainingListQuery>;

/** The conditions as the API asks for them. Days are the reader's own; the last one is included. */
export function trainingFilter(conditions: Conditions<keyof typeof TRAINING_CONDITIONS>): Pick<Variables, 'filter' | 'sort'> {
  const { search, country, theme, audience, profession, language, format, from, until, sort } = conditions;
  const chosen = SESSION_FORMATS.filter((known) => known === format);
  return {
    filter: {
      search: given(search),
      country: given(country),
      theme: given(theme),
      audience: given(audience),
      profession: given(profession),
      language: given(language),
      formats: chosen.length > 0 ? chosen : undefined,
      from: from === '' ? undefined : startOfDay(from, 0),
      until: until === '' ? undefined : startOfDay(until, 1),
    },
    sort: sort === 'LATEST' || sort === 'TITLE' ? sort : 'STARTS_AT',
  };
}

/** The instant at which a day begins for the reader, or one some days later. */
export function startOfDay(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}

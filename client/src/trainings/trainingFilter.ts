import type { VariablesOf } from 'gql.tada';

import { startOfDay } from '../core/i18n/index.ts';
import { type Conditions, given } from '../core/list/index.ts';
import { SESSION_FORMATS, SESSION_LEVELS } from '../core/labels/index.ts';
import { instantsOf, type Period } from './period.ts';
import type { TrainingListQuery } from './trainings.documents.ts';

/** What the training sessions can be filtered and sorted by, as the address names it. */
export const TRAINING_CONDITIONS = {
  search: 'text',
  country: 'text',
  theme: 'text',
  audience: 'text',
  profession: 'text',
  language: 'text',
  format: SESSION_FORMATS,
  level: SESSION_LEVELS,
  from: 'day',
  until: 'day',
  over: ['YES'],
  sort: ['LATEST', 'TITLE'],
} as const;

/** The conditions of the training sessions, by name. */
export type TrainingConditions = Conditions<keyof typeof TRAINING_CONDITIONS>;

/** What the address says beside the conditions: the view, and the period it shows. */
export const VIEW_NAMES = ['view', 'on'] as const;

type Variables = VariablesOf<typeof TrainingListQuery>;
type Filter = NonNullable<Variables['filter']>;

/** Whether the list leaves out what is over: unless that is asked for, or days are. */
export function isToCome({ from, until, over }: Pick<TrainingConditions, 'from' | 'until' | 'over'>): boolean {
  return from === '' && until === '' && over === '';
}

/** The conditions as the API asks for them, for the list; what is over at `now` (milliseconds) is left out of what is to come. Days are the reader's own, the last one is included. */
export function trainingFilter(conditions: TrainingConditions, now: number): Pick<Variables, 'filter' | 'sort'> {
  const { sort } = conditions;
  const asked = filterOf(conditions);
  return { filter: isToCome(conditions) ? { ...asked, from: new Date(now).toISOString() } : asked, sort: sort === 'LATEST' || sort === 'TITLE' ? sort : 'STARTS_AT' };
}

/** The conditions as the API asks for them, for a period of the calendar: what is over has its days, too. */
export function periodFilter(conditions: TrainingConditions, period: Period): Pick<Variables, 'filter' | 'sort'> {
  const filter = filterOf(conditions);
  const { from, until } = instantsOf(period);
  return { filter: { ...filter, from: later(filter.from, from), until: earlier(filter.until, until) }, sort: 'STARTS_AT' };
}

function filterOf({ search, country, theme, audience, profession, language, format, level, from, until }: TrainingConditions): Filter {
  const chosen = SESSION_FORMATS.filter((known) => known === format);
  return {
    search: given(search),
    country: given(country),
    theme: given(theme),
    audience: given(audience),
    profession: given(profession),
    language: given(language),
    formats: chosen.length > 0 ? chosen : undefined,
    level: SESSION_LEVELS.find((known) => known === level),
    from: from === '' ? undefined : startOfDay(from, 0),
    until: until === '' ? undefined : startOfDay(until, 1),
  };
}

function later(one: string | null | undefined, other: string): string {
  return one && one > other ? one : other;
}

function earlier(one: string | null | undefined, other: string): string {
  return one && one < other ? one : other;
}

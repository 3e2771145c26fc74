import type { VariablesOf } from 'gql.tada';

import { startOfDay } from '../core/i18n/index.ts';
import { type Conditions, given } from '../core/list/index.ts';
import type { TrainingFiguresQuery } from './figures.documents.ts';

/** What the figures can be filtered by, as the address names it. */
export const FIGURES_CONDITIONS = { country: 'text', theme: 'text', from: 'day', until: 'day' } as const;
export type FiguresConditions = Conditions<keyof typeof FIGURES_CONDITIONS>;

/** The conditions as the API asks for them. Days are the reader’s own; the last one is included. */
export function figuresFilter({ country, theme, from, until }: FiguresConditions): VariablesOf<typeof TrainingFiguresQuery> {
  return { country: given(country), theme: given(theme), from: from === '' ? undefined : startOfDay(from, 0), until: until === '' ? undefined : startOfDay(until, 1) };
}

import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import type { Format } from '../core/i18n/index.ts';
import { centsOf, typedAmount } from '../costs/index.ts';
import type { Project, ProjectDraft, ProjectFault, ProjectInput } from './useProjects.ts';

/** A project as it is typed: countries by their codes, all else that it is linked to by ids. */
export interface TypedProject {
  sourceLocale: Locale;
  title: string;
  purpose: string;
  countries: string[];
  needs: string[];
  recommendations: string[];
  partners: string[];
  experts: string[];
  sessions: string[];
  /** Amounts in euros. */
  budget: { label: string; amount: string }[];
}

const PROJECT_FIELDS = ['sourceLocale', 'title', 'purpose', 'countries', 'needs', 'recommendations', 'partners', 'experts', 'sessions', 'budget'] as const satisfies readonly (keyof TypedProject)[];
export type ProjectFieldName = (typeof PROJECT_FIELDS)[number];

export const MOST_LINES = 30;

type From = NonNullable<ProjectDraft['node']>;
type DraftNeed = Project['needs'][number];

/** The needs that a new project begins with. */
export function draftNeeds(from: ProjectDraft['node']): readonly DraftNeed[] {
  if (!from) return [];
  return 'needs' in from ? from.needs : 'theme' in from ? [from] : [];
}

/** What is sought for needs: their themes, each once. */
export const themesOf = (needs: readonly Pick<DraftNeed, 'theme' | 'furtherThemes'>[]): string[] => [...new Set(needs.flatMap(({ theme, furtherThemes }) => [theme.code, ...furtherThemes.map(({ code }) => code)]))].sort();

/** In the order in which all lists are compared and sent. */
export const inOrder = (keys: readonly string[]): string[] => [...new Set(keys)].sort();
const idsOf = (list: readonly { readonly id: string }[]): string[] => inOrder(list.map(({ id }) => id));

/** A new project: the needs and countries of what it comes from. Of a group what was first said of it too, in its language; of a need nothing that its post has written. */
export function draftProject(from: From | null | undefined, pageLocale: Locale): TypedProject {
  const needs = draftNeeds(from);
  const said = from && 'texts' in from ? from.texts.find(({ isSource }) => isSource) : undefined;
  return {
    sourceLocale: (said?.locale as Locale | undefined) ?? pageLocale, title: said?.title ?? '', purpose: said?.why ?? '', countries: inOrder(needs.map(({ country }) => country.code)), needs: idsOf(needs),
    recommendations: [], partners: [], experts: [], sessions: [], budget: [],
  };
}

/** A project that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedProject({ texts, countries, needs, recommendations, partners, experts, sessions, budget }: Project, format: Format): TypedProject {
  const source = texts.find(({ isSource }) => isSource)!;
  return {
    sourceLocale: source.locale as Locale, title: source.title ?? '', purpose: source.purpose ?? '', countries: inOrder(countries.map(({ code }) => code)), needs: idsOf(needs), recommendations: idsOf(recommendations), partners: idsOf(partners),
    experts: idsOf(experts), sessions: idsOf(sessions), budget: budget.map(({ label, cents }) => ({ label, amount: typedAmount(format, cents) })),
  };
}

const isTyped = ({ label, amount }: TypedProject['budget'][number]): boolean => label.trim() !== '' || amount.trim() !== '';

/** The line, from 0, of what is sent as the one at `position`; -1 for none. */
export const lineOf = (budget: TypedProject['budget'], position: number): number => budget.indexOf(budget.filter(isTyped)[position]!);

/** What is sent of what is typed; lines of the budget of which nothing is typed are left out. */
export function projectInput({ budget, ...typed }: TypedProject, commonNeed: string | null): ProjectInput {
  return { ...typed, commonNeed, budget: budget.filter(isTyped).map(({ label, amount }) => ({ label, cents: centsOf(amount) ?? -1 })) };
}

const fault = (field: ProjectFault['field'], kind: ProjectFault['fault'], position: number | null = null): ProjectFault => ({ field, fault: kind, maximum: null, position });

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export const projectFaults = ({ title, purpose, countries, budget }: TypedProject): ProjectFault[] => [
  ...(title.trim() === '' ? [fault('TITLE', 'MISSING')] : []), ...(purpose.trim() === '' ? [fault('PURPOSE', 'MISSING')] : []), ...(countries.length === 0 ? [fault('COUNTRIES', 'MISSING')] : []),
  ...budget.filter(isTyped).flatMap(({ label, amount }, n) => (label.trim() === '' ? [fault('BUDGET', 'MISSING', n)] : centsOf(amount) === undefined ? [fault('BUDGET', 'OUT_OF_RANGE', n)] : [])),
];

/** What is typed of a project beside what is stored of it. */
export const projectComparing = comparing<TypedProject, ProjectFieldName>(PROJECT_FIELDS);

/** The sum of what is typed, in cents; undefined where an amount is none. */
export function totalOf(budget: TypedProject['budget']): number | undefined {
  const cents = budget.filter(isTyped).map(({ amount }) => centsOf(amount));
  return cents.some((one) => one === undefined) ? undefined : cents.reduce<number>((sum, one) => sum + one!, 0);
}

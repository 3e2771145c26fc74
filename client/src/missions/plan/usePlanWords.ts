import { belowBest } from '@passerelle/shared/belowBest.ts';
import { LOCALES } from '@passerelle/shared/locales.ts';
import { type Clocks, planRefs, planSentences, spanWith, weekWith, type Writing } from '@passerelle/shared/planSentences.ts';
import { type ComputedRef, computed } from 'vue';
import { useI18n } from 'vue-i18n';

import { dayIn, format, locale } from '../../core/i18n/index.ts';
import { money, useTravelModes } from '../../costs/index.ts';
import type { LocalizedValue } from '../../core/ui/index.ts';
import { useLasting } from '../useLasting.ts';
import { useRoleWords } from '../useRoleWords.ts';
import { type PlanNames, planNames } from './planNames.ts';
import type { Part } from './planParts.ts';
import { useGoalWords } from './useGoalWords.ts';
import type { Plan, PlanPage, PlanRef, PlanSearch, PlanSentence, PlanSource, SearchAnswer, SearchOutcome } from './usePlan.ts';

type Written = Writing<LocalizedValue, PlanSource>;

/** The words of a plan, in the reader's language. */
export interface PlanWords extends Omit<Written, 't' | 'names' | 'dayIn'> {
  readonly names: PlanNames;
  /** Of which search they are: its id. */
  readonly search: string;
  readonly ref: (ref: PlanRef) => Part[];
  readonly sentence: (sentence: PlanSentence) => Part[];
  /** The hour of a wall time. */
  readonly hour: (local: string) => string;
}

/** What is said of how a search stands. */
export interface SearchWords {
  /** A plan that is final may still be explained, or may have been explained in part alone. */
  readonly state: (search: Pick<PlanSearch, 'state' | 'isSolved'> & { readonly plan: unknown }) => string;
  readonly reason: (reason: NonNullable<PlanSearch['reason']>) => string;
  /** How good the plan is, as far as it is proved; nothing while there is neither a plan nor a proof. */
  readonly bound: (search: Pick<PlanSearch, 'isOptimal' | 'openPercent'> & { readonly plan: unknown }) => string;
  /** Why nothing came of what was asked for; undefined where something did. */
  readonly obstacle: (outcome: SearchOutcome) => string | undefined;
}

/** A label as it stands within a sentence. */
const withinSentence = (label: string): string => `${label.charAt(0).toLocaleLowerCase(LOCALES[locale.value].intl)}${label.slice(1)}`;

/** A Sunday. */
const SUNDAY = Date.UTC(2026, 10, 22);
const weekday = (n: number): string => format.value.weekday(new Date(SUNDAY + n * 86_400_000).toISOString().slice(0, 10), 'short');
const hour = (local: string): string => format.value.time(`${local}:00Z`, 'UTC');

const CLOCKS: Clocks = { day: (day) => format.value.date(day), days: (first, last) => format.value.dateRange(first, last), hour: (instant, zone) => format.value.time(instant, zone), dayIn, weekday };

/** Whether what is said of how good a plan is, is a proof: then it is said among which plans. */
export const isSaidOfSome = ({ isOptimal, openPercent, plan }: Pick<PlanSearch, 'isOptimal' | 'openPercent'> & { readonly plan: unknown }): boolean => isOptimal || (plan !== null && openPercent !== null);

/** Gives the words of in what another plan is the best. */
export function useAlternativeWords(): (kind: PlanSearch['alternatives'][number]['kind']) => string {
  const { t } = useI18n();
  const kinds: Readonly<Record<PlanSearch['alternatives'][number]['kind'], () => string>> = { CHEAPEST: () => t('plans.as.CHEAPEST'), SHORTEST: () => t('plans.as.SHORTEST'), WIDEST: () => t('plans.as.WIDEST') };
  return (kind) => kinds[kind]();
}

/** Gives the words of who counts as free although nobody knows it. */
export function useTakenWords(): (code: PlanSearch['settings']['taken'][number]) => string {
  const { t } = useI18n();
  const names: Readonly<Record<PlanSearch['settings']['taken'][number], () => string>> = { PERHAPS: () => t('plans.taken.PERHAPS'), NOT_ASKED: () => t('plans.taken.NOT_ASKED'), NOT_CLEARED: () => t('plans.taken.NOT_CLEARED') };
  return (code) => names[code]();
}

/** Gives the words of how a search stands. */
export function useSearchWords(): SearchWords {
  const { t } = useI18n();
  const states: Readonly<Record<PlanSearch['state'], () => string>> = {
    QUEUED: () => t('plans.state.QUEUED'), RUNNING: () => t('plans.state.RUNNING'), DONE: () => t('plans.state.DONE'), STOPPED: () => t('plans.state.STOPPED'), FAILED: () => t('plans.state.FAILED'),
  };
  const final: typeof states = { ...states, RUNNING: () => t('plans.state.SOLVED'), STOPPED: () => t('plans.state.UNEXPLAINED') };
  const reasons: Readonly<Record<NonNullable<PlanSearch['reason']>, () => string>> = {
    ASKED: () => t('plans.reason.ASKED'), TIME: () => t('plans.reason.TIME'), MEMORY: () => t('plans.reason.MEMORY'), TOO_LARGE: () => t('plans.reason.TOO_LARGE'), BROKEN: () => t('plans.reason.BROKEN'),
  };
  const obstacles: Readonly<Record<SearchOutcome, () => string | undefined>> = {
    DONE: () => undefined, INVALID: () => t('plans.outcome.INVALID'), NOT_THERE: () => t('pins.gone'), CONFLICT: () => t('plans.outcome.CONFLICT'), TOO_MANY: () => t('plans.outcome.TOO_MANY'), TOO_LATE: () => t('missions.tooLate'), OUTDATED: () => t('plans.outcome.OUTDATED'), GONE: () => t('missions.gone'),
  };
  return {
    state: ({ state, isSolved, plan }) => (isSolved && (plan || state === 'RUNNING') ? final : states)[state](), reason: (reason) => reasons[reason](), obstacle: (outcome) => obstacles[outcome](),
    bound: ({ isOptimal, openPercent, plan }) => {
      if (!plan) return isOptimal ? t('plans.bound.NO_PLAN') : '';
      if (isOptimal) return t('plans.bound.PROVED');
      if (openPercent === 0) return t('plans.bound.FIRST');
      return openPercent === null ? t('plans.bound.UNKNOWN') : t('plans.bound.AT_MOST', { percent: format.value.percent(belowBest(openPercent)) });
    },
  };
}

/** By what a search names what its plan is about. */
interface NamedBy extends Pick<PlanSearch, 'id'> {
  readonly people: Parameters<typeof planNames>[0]['people'];
  readonly assumptions: { readonly candidates: Parameters<typeof planNames>[0]['candidates'] };
}

/** Gives the words of the plan of a search. */
export function usePlanWords(page: () => PlanPage, search: () => NamedBy, links: () => SearchAnswer['travelLinks']): ComputedRef<PlanWords> {
  const { t } = useI18n();
  const lasting = useLasting();
  const [role, mode, goals] = [useRoleWords(), useTravelModes(), useGoalWords()];
  const costs: Readonly<Record<Plan['costs']['sums'][number]['kind'], () => string>> = {
    FARE: () => t('costs.kind.FARE'), ALLOWANCE: () => t('costs.kind.ALLOWANCE'), INTERPRETER: () => t('costs.kind.INTERPRETER'), OTHER: () => t('costs.kind.OTHER'),
  };
  const regions = computed(() => new Intl.DisplayNames([LOCALES[locale.value].intl], { type: 'region' }));
  return computed(() => {
    const names: PlanNames = planNames({ page: page(), people: search().people, candidates: search().assumptions.candidates, links: links(), unknown: t('missions.unknown'), region: (code) => regions.value.of(code) ?? code, invented: t('app.demonstrationMark') });
    const count = (number: number): string => format.value.integer(number);
    const writing: Written & { readonly names: PlanNames } = {
      t: (key, named) => t(key, named), names, dayIn, role, mode, count, span: spanWith(CLOCKS), week: weekWith(CLOCKS), at: (instant, zone) => format.value.dateTime(instant, zone), day: (day) => format.value.date(day), money: (cents) => money(format.value, locale.value, cents),
      time: lasting, cost: (kind) => costs[kind](), goal: (goal) => withinSentence(goals.name(goal)),
    };
    return { ...writing, search: search().id, ref: planRefs(writing), sentence: planSentences(writing), hour };
  });
}

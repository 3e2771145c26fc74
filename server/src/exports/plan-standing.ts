/** How far a plan is to be trusted, as files say it before all else: what it is, how its search stands, how good it is, when it was searched for and taken, and whether it still holds. Pure functions. */
import { belowBest } from '@passerelle/shared/belowBest.ts';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { openPercentOf, type PlanSearchReason, type PlanSearchState } from '../plans/index.ts';
import { numberIn } from './plan-goals.ts';
import type { PlanRead, StoredSearch } from './plan-read.ts';
import { textIn } from './plan-texts.ts';
import type { ExportWords } from './texts.ts';

/** Whether the best plan is final: FINAL; or the best that was found so far; or there is none, or none so far. */
export type Standing = 'FINAL' | 'BEST_SO_FAR' | 'NONE' | 'NONE_SO_FAR';

export function standingOf({ best, isSolved }: Pick<StoredSearch, 'best' | 'isSolved'>): Standing {
  if (isSolved) return best ? 'FINAL' : 'NONE';
  return best ? 'BEST_SO_FAR' : 'NONE_SO_FAR';
}

/** How the search stands, and why it was ended; null where it is over by itself. */
function stateIn({ state, reason, isSolved }: StoredSearch, locale: Locale): string | null {
  const t = textIn(locale);
  const states: Readonly<Record<PlanSearchState, () => string | null>> = {
    QUEUED: () => t('plans.state.QUEUED'), RUNNING: () => (isSolved ? t('plans.state.SOLVED') : t('plans.state.RUNNING')), DONE: () => null, STOPPED: () => (isSolved ? t('plans.state.UNEXPLAINED') : t('plans.state.STOPPED')), FAILED: () => t('plans.state.FAILED'),
  };
  const reasons: Readonly<Record<PlanSearchReason, () => string>> = {
    ASKED: () => t('plans.reason.ASKED'), TIME: () => t('plans.reason.TIME'), MEMORY: () => t('plans.reason.MEMORY'), TOO_LARGE: () => t('plans.reason.TOO_LARGE'), BROKEN: () => t('plans.reason.BROKEN'),
  };
  const said = states[state]();
  return said === null ? null : [said, ...(reason && reason !== 'ASKED' ? [reasons[reason]()] : [])].join(' ');
}

/** What a file says before all else. */
export function marksIn({ search }: Pick<PlanRead, 'search'>, { plan, about }: ExportWords, locale: Locale): readonly string[] {
  const state = stateIn(search, locale);
  return [...(search.isDemonstration ? [about.demonstration] : []), plan.provisional, ...(search.isIdea ? [textIn(locale)('plans.idea.lead')] : []), ...(state ? [state] : []), ...(search.isOutdated ? [plan.outdated] : [])];
}

/** Among what something was tried, of an idea; none of other plans. */
export function triedIn({ isIdea, problem }: StoredSearch, locale: Locale): readonly string[] {
  return isIdea ? [textIn(locale)('plans.idea.tried', { people: numberIn(locale, problem.persons.length), meetings: numberIn(locale, problem.meetings.length) })] : [];
}

/** How good the best plan is, as far as that is proved. */
function bestBoundIn({ worth: value, bound, isOptimal }: StoredSearch, locale: Locale): string {
  const t = textIn(locale);
  const open = openPercentOf({ value, bound, isOptimal });
  if (open === null) return t('plans.bound.UNKNOWN');
  const said = isOptimal ? t('plans.bound.PROVED') : open === 0 ? t('plans.bound.FIRST') : t('plans.bound.AT_MOST', { percent: new Intl.NumberFormat(LOCALES[locale].intl, { style: 'percent' }).format(belowBest(open)) });
  return `${said} ${t('plans.among')}`;
}

/** How good the plan is. */
export function boundIn({ as, isProved, search }: PlanRead, locale: Locale, { plan: words }: ExportWords): string {
  const said = as === 'BEST' ? bestBoundIn(search, locale) : isProved ? `${words.proved}. ${textIn(locale)('plans.among')}` : words.unproved;
  return [said, ...triedIn(search, locale)].join(' ');
}

/** An instant by the clock of the adviser. */
export const momentIn = (locale: Locale, at: Date): string => new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(at);

/** When it was searched for, and when the file was made: `at`. */
export const madeIn = ({ search: { askedAt } }: Pick<PlanRead, 'search'>, locale: Locale, { about }: ExportWords, at = new Date()): readonly [asked: string, made: string] =>
  [textIn(locale)('plans.asked', { date: momentIn(locale, new Date(askedAt)) }), `${about.made} ${momentIn(locale, at)}`];

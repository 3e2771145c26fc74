import { type ComputedRef, computed } from 'vue';
import { useI18n } from 'vue-i18n';

import { format, locale } from '../../core/i18n/index.ts';
import { money } from '../../costs/index.ts';
import { wallSpan, wallTime } from '../wallTime.ts';
import type { TakeOverWords } from './takeOverParts.ts';
import type { PlanMission } from './usePlan.ts';
import type { PlanWords } from './usePlanWords.ts';
import type { TakeOverFault, TakeOverLine } from './useTakeOver.ts';

const isHour = (time: string): boolean => time.includes('T');

/** Gives the words of what taking a plan over changes. */
export function useTakeOverWords(mission: () => PlanMission, words: () => PlanWords, lines: () => readonly TakeOverLine[]): ComputedRef<TakeOverWords> {
  const { t } = useI18n();
  return computed(() => {
    const { names, role, mode, cost, count } = words();
    /** Those of the mission, and those that the plan makes. */
    const made = lines().flatMap(({ part, legKey, after }): [string, string][] => (part === 'LEG_DAYS' && legKey && after?.fromCity ? [[legKey, after.fromCity]] : []));
    const cities = new Map([...mission().legs.map(({ id, city }): [string, string] => [id.slice(id.indexOf('_') + 1), city.code]), ...made]);
    return {
      names, crew: role, mode, cost, count, provided: { lodging: t('missions.crew.lodging'), lunches: t('missions.crew.lunches'), dinners: t('missions.crew.dinners') }, amount: (cents, currency) => money(format.value, locale.value, cents, currency), leg: (key) => names.city(cities.get(key) ?? null), wall: (time) => (isHour(time) ? wallTime(format.value, time) : format.value.date(time)),
      span: (from, until) => (isHour(from) ? wallSpan(format.value, from, until) : from === until ? format.value.date(from) : format.value.dateRange(from, until)),
    };
  });
}

/** What the codes of taking over stand for. */
export interface TakeOverCodes {
  readonly part: (part: TakeOverLine['part']) => string;
  readonly becomes: (becomes: TakeOverLine['becomes']) => string;
  readonly fault: (fault: TakeOverFault['fault']) => string;
}

/** Gives the words of codes. */
export function useTakeOverCodes(): TakeOverCodes {
  const { t } = useI18n();
  const parts: Readonly<Record<TakeOverLine['part'], () => string>> = {
    LEG_DAYS: () => t('takeOver.part.LEG_DAYS'), MEMBER: () => t('takeOver.part.MEMBER'), STAY: () => t('takeOver.part.STAY'), MEETING_TIME: () => t('takeOver.part.MEETING_TIME'), MEETING_REASON: () => t('takeOver.part.MEETING_REASON'),
    SUBSTITUTE: () => t('takeOver.part.SUBSTITUTE'), PROVIDED: () => t('takeOver.part.PROVIDED'), MEETING_SUBSTITUTES: () => t('takeOver.part.MEETING_SUBSTITUTES'), SLOTS: () => t('takeOver.part.SLOTS'),
    MEETING_PEOPLE: () => t('takeOver.part.MEETING_PEOPLE'), JOURNEY: () => t('takeOver.part.JOURNEY'), COST: () => t('takeOver.part.COST'), TEAM: () => t('takeOver.part.TEAM'),
  };
  const become: Readonly<Record<TakeOverLine['becomes'], () => string>> = { ADDED: () => t('takeOver.becomes.ADDED'), CHANGED: () => t('takeOver.becomes.CHANGED'), KEPT: () => t('takeOver.becomes.KEPT'), LOST: () => t('takeOver.becomes.LOST') };
  const faults: Readonly<Record<TakeOverFault['fault'], () => string>> = {
    BUSY: () => t('takeOver.fault.BUSY'), AWAY: () => t('takeOver.fault.AWAY'), DAY_OFF: () => t('takeOver.fault.DAY_OFF'), OUTSIDE: () => t('takeOver.fault.OUTSIDE'), ORDER: () => t('takeOver.fault.ORDER'), UNKNOWN: () => t('takeOver.fault.UNKNOWN'),
    TOO_MANY: () => t('takeOver.fault.TOO_MANY'), SHARED_STAY: () => t('takeOver.fault.SHARED_STAY'), TWICE: () => t('takeOver.fault.TWICE'), REFUSED: () => t('takeOver.fault.REFUSED'),
  };
  return { part: (part) => parts[part](), becomes: (becomes) => become[becomes](), fault: (fault) => faults[fault]() };
}

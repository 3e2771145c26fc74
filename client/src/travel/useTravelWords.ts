import { LOCALES } from '@passerelle/shared/locales.ts';
import type { Lacking } from '@passerelle/shared/travelLink.ts';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

import { format, locale } from '../core/i18n/index.ts';
import { starred } from '../core/ui/index.ts';
import { useTravelModes } from '../costs/index.ts';
import type { Country, Link, TravelFault } from './useTravel.ts';

/** The words of what is known of travelling, in the reader’s language. */
export interface TravelWords {
  readonly mode: (mode: Link['mode']) => string;
  readonly weekday: (weekday: number | string) => string;
  /** The names of countries by their codes, one after the other, each with its star where a note goes with it. */
  readonly countries: (codes: readonly string[], known: readonly Country[]) => string;
  readonly lacking: (lacking: Lacking) => string;
  readonly fault: (fault: TravelFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of something that is removed: somebody else has changed it meanwhile, and it is shown as it is now. */
  readonly removing: (outcome: string) => string | undefined;
}

/** A Sunday. */
const SUNDAY = Date.UTC(2026, 10, 22);

/** Gives these words. */
export function useTravelWords(): TravelWords {
  const { t } = useI18n();
  const regions = computed(() => new Intl.DisplayNames([LOCALES[locale.value].intl], { type: 'region' }));
  const lackings: Readonly<Record<Lacking, () => string>> = {
    VALID_FROM: () => t('costs.validFrom'), MINUTES: () => t('travel.minutes'), FARE: () => t('travel.fare'), WEEKDAYS: () => t('travel.weekdays'), HOURS: () => t('travel.hours'), COUNTRIES: () => t('travel.countries'),
  };
  const faults: Readonly<Record<TravelFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), REPEATED: () => t('costs.fault.TWICE'),
    OUT_OF_RANGE: () => t('costs.fault.OUT_OF_RANGE'), NOT_AFTER: () => t('costs.fault.NOT_AFTER'), FUTURE: () => t('costs.fault.FUTURE'), BUSY: () => t('prepare.fault.REPEATED'),
  };
  /** What is wrong with a field in a way of its own. */
  const own: Readonly<Record<string, (maximum: string) => string>> = {
    'CITIES NOT_AFTER': () => t('travel.fault.CITIES'), 'HOURS REPEATED': () => t('travel.fault.HOURS'), 'HOURS BUSY': () => t('travel.working.twice'), 'COUNTRIES NOT_AFTER': () => t('travel.fault.COUNTRIES'), 'LINES TOO_LONG': (maximum) => t('travel.fault.LINES', { maximum }), 'COUNTRY REPEATED': () => t('prepare.fault.REPEATED'),
  };
  const obstacle = (outcome: string): string | undefined => (outcome === 'GONE' ? t('missions.gone') : undefined);
  const country = (code: string, known: readonly Country[]): string => {
    const found = known.find((one) => one.code === code);
    return found ? starred(found.name, found.nameNote).text : (regions.value.of(code) ?? code);
  };
  return {
    mode: useTravelModes(), obstacle,
    weekday: (weekday) => format.value.weekday(new Date(SUNDAY + Number(weekday) * 86_400_000).toISOString().slice(0, 10), 'long'),
    countries: (codes, known) => codes.map((code) => country(code, known)).join(', '), lacking: (lacking) => lackings[lacking](),
    fault: ({ field, fault, maximum }) => (own[`${field} ${fault}`] ?? faults[fault])(maximum === null ? '' : format.value.integer(maximum)),
    removing: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('costs.conflict') }) : obstacle(outcome)),
  };
}

import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { Registered, Registration, RegistrationOutcome, SessionRegistrations } from './useRegistrations.ts';

type Quota = NonNullable<SessionRegistrations['trainingSession']>['quotas'][number];

/** The words for registrations, in the reader's language. `place` is the town of an embassy. */
export interface RegistrationWords {
  /** How a registration stands. */
  readonly state: (registration: Pick<Registration, 'state' | 'ending' | 'position'>, place: string) => string;
  /** What came of registering somebody. */
  readonly outcome: (person: Registered, place: string) => string;
  /** Why somebody waits who takes part in this way. */
  readonly passedOver: (reason: NonNullable<Registration['passedOver']>, mode: Registration['mode']) => string;
  readonly sector: (sector: NonNullable<Registration['participant']>['sector']) => string;
  readonly mode: (mode: Registration['mode']) => string;
  /** Why nothing was changed; undefined when it was. */
  readonly obstacle: (outcome: RegistrationOutcome) => string | undefined;
  /** What a quota counts: a value of its kind, where that is a word of ours; undefined for a code of a list. */
  readonly quotaValue: (kind: Quota['kind'], value: string) => string | undefined;
}

/** Gives the words for registrations. */
export function useRegistrationWords(): RegistrationWords {
  const { t } = useI18n();
  const states = {
    CONFIRMED: () => t('registrations.state.CONFIRMED'), WAITING: () => t('registrations.state.WAITING'), OFFERED: () => t('registrations.state.OFFERED'), REFUSED: () => t('registrations.state.REFUSED'),
    WITHDRAWN: () => t('registrations.state.WITHDRAWN'), DECLINED: () => t('registrations.state.DECLINED'), LAPSED: () => t('registrations.state.LAPSED'), MERGED: () => t('registrations.state.MERGED'),
  };
  const awaiting = (place: string): string => t('registrations.outcome.AWAITING_VALIDATION', { place });
  const onList = (position: number | null): string => (position === null ? states.WAITING() : t('registrations.outcome.WAITING', { position: format.value.integer(position) }));
  const sectors = { AUTHORITY: () => t('registrations.sector.AUTHORITY'), CIVIL_SOCIETY: () => t('registrations.sector.CIVIL_SOCIETY'), OTHER: () => t('registrations.sector.OTHER') };
  const modes = { ON_SITE: () => t('sessionFormat.ON_SITE'), ONLINE: () => t('sessionFormat.ONLINE') };
  const obstacles: Readonly<Record<RegistrationOutcome, (() => string) | undefined>> = {
    DONE: undefined, GONE: () => t('members.outcome.GONE'), NOT_ALLOWED: () => t('members.outcome.NOT_ALLOWED'), TOO_LATE: () => t('members.outcome.TOO_LATE'),
  };
  return {
    state: ({ state, ending, position }, place) => {
      if (state === 'AWAITING_VALIDATION') return awaiting(place);
      return state === 'WAITING' ? onList(position) : states[ending ?? state]();
    },
    outcome: ({ outcome, position }, place) => ({
      ...states,
      CONFIRMED: () => t('registrations.outcome.CONFIRMED'), AWAITING_VALIDATION: () => awaiting(place), WAITING: () => onList(position),
      ALREADY_REGISTERED: () => t('registrations.outcome.ALREADY_REGISTERED'), REFUSED_BEFORE: () => t('registrations.outcome.REFUSED_BEFORE'),
    })[outcome](),
    passedOver: (reason, mode) => ({
      FULL: () => t('registrations.passedOver.FULL'), OTHERS: () => t('registrations.passedOver.OTHERS'), COUNTRY: () => t('registrations.passedOver.COUNTRY'), SECTOR: () => t('registrations.passedOver.SECTOR'), PROFESSION: () => t('registrations.passedOver.PROFESSION'),
      MODE: () => (mode === 'ONLINE' ? t('registrations.passedOver.ONLINE') : t('registrations.passedOver.ON_SITE')), OVERLAP: () => t('registrations.passedOver.OVERLAP'), NO_PROFESSION: () => t('registrations.passedOver.NO_PROFESSION'),
    })[reason](),
    sector: (sector) => sectors[sector](),
    mode: (mode) => modes[mode](),
    obstacle: (outcome) => obstacles[outcome]?.(),
    quotaValue: (kind, value) => {
      if (kind === 'SECTOR') return sectors[value as keyof typeof sectors]();
      return kind === 'MODE' ? modes[value as keyof typeof modes]() : undefined;
    },
  };
}

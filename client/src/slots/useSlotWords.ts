import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import { useI18n } from 'vue-i18n';

import { endOf, format, hoursOf } from '../core/i18n/index.ts';
import type { TypedSlot } from './slotForm.ts';
import type { OfferTold, SlotFault, SlotOffer } from './useSlots.ts';

/** The words of slots, in the reader's language. */
export interface SlotWords {
  /** A time with its day and its hours, of so many minutes. */
  readonly when: (slot: TypedSlot, minutes: number) => string;
  readonly state: (state: SlotOffer['state']) => string;
  readonly role: (kind: TeamRole) => string;
  readonly fault: (fault: SlotFault) => string;
  /** Why nothing came of it; undefined where something did. */
  readonly obstacle: (outcome: OfferTold['outcome']) => string | undefined;
}

/** Gives the words of slots. */
export function useSlotWords(): SlotWords {
  const { t } = useI18n();
  const states: Readonly<Record<SlotOffer['state'], () => string>> = {
    OPEN: () => t('slots.state.OPEN'), OVER: () => t('slots.state.OVER'), WITHDRAWN: () => t('slots.state.WITHDRAWN'), MOVED: () => t('slots.state.MOVED'), CANCELLED: () => t('slots.state.CANCELLED'),
  };
  const roles: Readonly<Record<TeamRole, () => string>> = {
    MAGISTRATE: () => t('missions.crew.kind.MAGISTRATE'), POLICE: () => t('missions.crew.kind.POLICE'), NGO: () => t('missions.crew.kind.NGO'), SOCIAL: () => t('missions.crew.kind.SOCIAL'), LABOUR: () => t('missions.crew.kind.LABOUR'), ADVISER: () => t('missions.crew.kind.ADVISER'),
    OTHER: () => t('missions.crew.kind.OTHER'),
  };
  const faults: Readonly<Record<SlotFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), REPEATED: () => t('prepare.fault.REPEATED'), NOT_AFTER: () => t('prepare.fault.NOT_AFTER'),
    PAST: () => t('availability.fault.PAST'), AFTER_START: () => t('slots.fault.AFTER_START'), NOT_HERE: () => t('slots.fault.NOT_HERE'), OFFERED: () => t('slots.fault.OFFERED'), OUTSIDE: () => t('meetings.fault.OUTSIDE'), OUTSIDE_WINDOWS: () => t('meetings.fault.OUTSIDE_WINDOWS'),
    DAY_OFF: () => t('meetings.fault.DAY_OFF'), BUSY: () => t('meetings.fault.BUSY'), AWAY: () => t('meetings.fault.AWAY'), ORDER: () => t('meetings.fault.ORDER'), PLACE: () => t('slots.fault.PLACE'),
  };
  const obstacles: Readonly<Partial<Record<OfferTold['outcome'], () => string>>> = { CONFLICT: () => t('slots.conflict'), NOT_ALLOWED: () => t('meetings.fault.SETTLED'), TOO_LATE: () => t('missions.tooLate'), GONE: () => t('missions.gone') };
  return {
    when: ({ day, starts }, minutes) => `${format.value.weekdayDate(day)} · ${hoursOf(starts, endOf(starts, minutes))}`,
    state: (state) => states[state](), role: (kind) => roles[kind](), fault: ({ fault, maximum }) => faults[fault](maximum === null ? '' : format.value.integer(maximum)), obstacle: (outcome) => obstacles[outcome]?.(),
  };
}

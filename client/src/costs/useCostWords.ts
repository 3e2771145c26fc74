import { useI18n } from 'vue-i18n';

import { format } from '../core/i18n/index.ts';
import type { CostFault, Journey, Line } from './useCosts.ts';
import { useTravelModes } from './useTravelModes.ts';

/** The words of keeping the journeys and costs of a mission, in the reader's language. */
export interface CostWords {
  readonly kind: (kind: Line['kind']) => string;
  readonly mode: (mode: Journey['mode']) => string;
  readonly fault: (fault: CostFault) => string;
  /** Why nothing came of it; undefined where something did, or where the page says it otherwise. */
  readonly obstacle: (outcome: string) => string | undefined;
  /** The same of something that is removed: somebody else has changed it meanwhile, and it is shown as it is now. */
  readonly removing: (outcome: string) => string | undefined;
  /** What the clock of a place shows: `2027-11-08T09:30` is half past nine there. */
  readonly time: (time: string) => string;
  /** The same from one time to another; a day that both share is said once. */
  readonly span: (from: string, until: string) => string;
}

/** Gives these words. */
export function useCostWords(): CostWords {
  const { t } = useI18n();
  const kinds: Readonly<Record<Line['kind'], () => string>> = { FARE: () => t('costs.kind.FARE'), ALLOWANCE: () => t('costs.kind.ALLOWANCE'), INTERPRETER: () => t('costs.kind.INTERPRETER'), OTHER: () => t('costs.kind.OTHER') };
  const mode = useTravelModes();
  const faults: Readonly<Record<CostFault['fault'], (maximum: string) => string>> = {
    MISSING: () => t('prepare.fault.MISSING'), TOO_LONG: (maximum) => t('prepare.fault.TOO_LONG', { maximum }), UNREADABLE: () => t('prepare.fault.UNREADABLE'), UNKNOWN: () => t('prepare.fault.UNKNOWN'), REPEATED: () => t('prepare.fault.REPEATED'),
    OUT_OF_RANGE: () => t('costs.fault.OUT_OF_RANGE'), NOT_AFTER: () => t('costs.fault.NOT_AFTER'), FUTURE: () => t('costs.fault.FUTURE'), BUSY: () => t('costs.fault.BUSY'),
  };
  const obstacles: Readonly<Record<string, () => string>> = { TOO_LATE: () => t('missions.tooLate'), GONE: () => t('missions.gone') };
  const clock = (time: string): string => format.value.time(`${time}:00Z`, 'UTC');
  const at = (time: string): string => `${format.value.date(time.slice(0, 10))}\u00a0· ${clock(time)}`;
  return {
    kind: (kind) => kinds[kind](), mode, obstacle: (outcome) => obstacles[outcome]?.(),
    fault: ({ field, fault, maximum }) => (field === 'VALID_FROM' && fault === 'REPEATED' ? t('costs.fault.TWICE') : faults[fault](maximum === null ? '' : format.value.integer(maximum))),
    removing: (outcome) => (outcome === 'CONFLICT' ? t('prepare.conflictLook', { what: t('costs.conflict') }) : obstacles[outcome]?.()),
    time: at, span: (from, until) => `${at(from)}\u00a0– ${from.slice(0, 10) === until.slice(0, 10) ? clock(until) : at(until)}`,
  };
}

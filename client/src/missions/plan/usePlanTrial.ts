import { inject, ref, type Ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';

import type { Failure } from '../../core/api/index.ts';
import { announcement } from '../../core/ui/index.ts';
import { fixed, PLAN_CHOICES, type Pinned, type PlanAs, takenOf } from './planChoices.ts';
import { type PlanRef, type PlanSearch, useTryPlanHour } from './usePlan.ts';
import { useSearchWords } from './usePlanWords.ts';

/** An hour of a meeting with who is to attend it; `startsAt` is undefined where no hour is fixed: then nothing is known that would refuse it. */
interface Hour {
  readonly meetingKey: string;
  readonly startsAt: string | undefined;
  readonly attends: readonly string[];
}

/** `isInPlan`: refused as long as the other meetings of the plan stay at their hours, and not whatever else is planned; `pins`: what was to be fixed. */
interface Refused {
  readonly meetingKey: string;
  readonly startsAt: string;
  readonly refs: readonly PlanRef[];
  readonly isInPlan: boolean;
  readonly pins: readonly Pinned[];
}

export interface PlanTrial {
  readonly obstacle: Ref<string | undefined>;
  readonly refused: Ref<Refused | undefined>;
  readonly failure: Ref<Failure | undefined>;
  readonly isActing: Ref<boolean>;
  /** Fixes something for the next search where nothing is known that refuses it; said otherwise. */
  readonly attempt: (hour: Hour, pins: readonly Pinned[]) => Promise<void>;
  /** Asks once more for what was last asked for. */
  readonly again: () => Promise<void>;
  /** Fixes what is refused in this plan alone: a search may plan otherwise. */
  readonly anyway: () => void;
}

/** Gives what tries, and says what refuses. */
export function usePlanTrial(search: () => PlanSearch, as: () => PlanAs): PlanTrial {
  const { t } = useI18n();
  const [choices, trying, said] = [inject(PLAN_CHOICES), useTryPlanHour(), useSearchWords()];
  const obstacle = ref<string>();
  const refused = shallowRef<Refused>();
  let last: readonly [Hour, readonly Pinned[]] | undefined;

  function note(pins: readonly Pinned[]): void {
    choices?.choose({ pins: fixed(choices.now.value.pins, pins) });
    announcement.value = t('pins.noted');
  }
  /** Meetings whose hour is fixed otherwise for the next search, or that are left out of it. */
  const free = (): string[] => (choices?.now.value.pins ?? []).flatMap(({ pin, meetingKey }) => (meetingKey !== null && (pin === 'AT' || pin === 'OUT') ? [meetingKey] : []));

  async function isPossible({ meetingKey, startsAt, attends }: Hour, pins: readonly Pinned[]): Promise<boolean> {
    if (startsAt === undefined) return true;
    const answer = await trying.act({ id: search().id, meetingKey, startsAt, attends: [...attends], taken: choices ? takenOf(choices.now.value) : null, plan: as(), free: free() });
    if (!answer) return false;
    const { outcome, refusedBy, refusedInPlan } = answer.tryPlanHour;
    obstacle.value = said.obstacle(outcome);
    if (outcome !== 'DONE') return false;
    const refs = refusedBy.length > 0 ? refusedBy : refusedInPlan;
    if (refs.length > 0) refused.value = { meetingKey, startsAt, refs, isInPlan: refusedBy.length === 0, pins };
    return refs.length === 0;
  }

  async function attempt(hour: Hour, pins: readonly Pinned[]): Promise<void> {
    last = [hour, pins];
    [obstacle.value, refused.value] = [undefined, undefined];
    if (await isPossible(hour, pins)) note(pins);
  }

  return {
    obstacle, refused, failure: trying.failure, isActing: trying.isActing, attempt,
    again: async () => { if (last) await attempt(...last); },
    anyway: () => {
      const pins = refused.value?.pins;
      refused.value = undefined;
      if (pins) note(pins);
    },
  };
}

import { inject, ref, type Ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';

import type { Failure } from '../../core/api/index.ts';
import { announcement } from '../../core/ui/index.ts';
import { fixed, PLAN_CHOICES, type Pinned, type PlanAs, type PlanChoices, takenOf } from './planChoices.ts';
import { amountOf } from './typedCents.ts';
import { type PlanRef, type PlanSearch, useTryPlanPins } from './usePlan.ts';
import { useSearchWords } from './usePlanWords.ts';

/** The hour of a meeting that is tried, or that it has; `startsAt` is undefined where none is fixed. Who attends stands in what is fixed. */
interface Hour {
  readonly meetingKey: string;
  readonly startsAt: string | undefined;
}

/** `isInPlan`: refused as long as the other meetings of the plan stay at their hours, and not whatever else is planned; `pins`: what was to be fixed. */
interface Refused {
  readonly meetingKey: string;
  readonly startsAt: string;
  readonly refs: readonly PlanRef[];
  readonly isInPlan: boolean;
  readonly pins: readonly Pinned[];
}

/** What was to be fixed, of no hour, and what refuses it. */
export interface RefusedPins {
  readonly pins: readonly Pinned[];
  readonly refs: readonly PlanRef[];
}

export interface PlanTrial {
  readonly obstacle: Ref<string | undefined>;
  readonly refused: Ref<Refused | undefined>;
  readonly refusedPins: Ref<RefusedPins | undefined>;
  readonly failure: Ref<Failure | undefined>;
  readonly isActing: Ref<boolean>;
  /** Fixes something for the next search where nothing is known that refuses it; said otherwise. What is asked for while something else is tried is tried after it. */
  readonly attempt: (hour: Hour | undefined, pins: readonly Pinned[]) => Promise<void>;
  /** Asks once more for what could not be asked. */
  readonly again: () => Promise<void>;
  /** Fixes what is refused in this plan alone: a search may plan otherwise. */
  readonly anyway: () => void;
}

type Move = readonly [hour: Hour | undefined, pins: readonly Pinned[]];

/** The last of what is tried of the same choices: one after the other, as each counts with those before it. */
const last = new WeakMap<PlanChoices, Promise<void>>();

/** Gives what tries, and says what refuses. No plan is named where no hours are tried in one. */
export function usePlanTrial(search: () => Pick<PlanSearch, 'id'>, as: () => PlanAs | null): PlanTrial {
  const { t } = useI18n();
  const [choices, trying, said] = [inject(PLAN_CHOICES), useTryPlanPins(), useSearchWords()];
  const obstacle = ref<string>();
  const refused = shallowRef<Refused>();
  const refusedPins = shallowRef<RefusedPins>();
  /** What could not be asked. */
  let unasked: readonly Move[] = [];

  function note(pins: readonly Pinned[]): void {
    choices?.choose({ pins: fixed(choices.now.value.pins, pins) });
    announcement.value = t('pins.noted');
  }

  function refuse([hour, pins]: Move, refs: readonly PlanRef[], isInPlan: boolean): void {
    if (hour?.startsAt === undefined) refusedPins.value = { pins, refs };
    else refused.value = { meetingKey: hour.meetingKey, startsAt: hour.startsAt, refs, isInPlan, pins };
  }

  async function tryOne(move: Move): Promise<void> {
    if (!choices) return;
    const [, pins] = move;
    const { now } = choices;
    const answer = await trying.act({ id: search().id, pins: [...fixed(now.value.pins, pins)], tried: [...pins], taken: takenOf(now.value), interpreterCents: amountOf(now.value.interpreter), plan: as() });
    if (!answer) return void (unasked = [...unasked, move]);
    const { outcome, refusedBy, refusedInPlan } = answer.tryPlanPins;
    obstacle.value = said.obstacle(outcome) ?? obstacle.value;
    if (outcome !== 'DONE') return;
    const refs = refusedBy.length > 0 ? refusedBy : refusedInPlan;
    if (refs.length > 0) return refuse(move, refs, refusedBy.length === 0);
    note(pins);
  }

  /** What could not be asked before goes first. */
  async function attemptAll(more: readonly Move[]): Promise<void> {
    const moves = [...unasked, ...more];
    [unasked, obstacle.value, refused.value, refusedPins.value] = [[], undefined, undefined, undefined];
    if (!choices) return;
    for (const move of moves) last.set(choices, (last.get(choices) ?? Promise.resolve()).then(() => tryOne(move)));
    await last.get(choices);
  }

  return {
    obstacle, refused, refusedPins, failure: trying.failure, isActing: trying.isActing,
    attempt: (hour, pins) => attemptAll([[hour, pins]]), again: () => attemptAll([]),
    anyway: () => {
      const pins = refused.value?.pins;
      refused.value = undefined;
      if (pins) note(pins);
    },
  };
}

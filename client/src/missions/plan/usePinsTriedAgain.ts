import { ref, type Ref, shallowRef } from 'vue';

import type { Failure } from '../../core/api/index.ts';
import { type PlanChoices, type Pinned, takenOf } from './planChoices.ts';
import { RESTORED } from './planKept.ts';
import { amountOf } from './typedCents.ts';
import { type PlanSearch, useTryPlanPins } from './usePlan.ts';
import type { RefusedPins } from './usePlanTrial.ts';
import { useSearchWords } from './usePlanWords.ts';

interface TriedAgain {
  readonly refused: Ref<readonly RefusedPins[]>;
  readonly obstacle: Ref<string | undefined>;
  readonly failure: Ref<Failure | undefined>;
  /** Tries what is fixed, one after the other, each with those before it. What is refused is let go; what is of nothing that is there any more stays, and is marked. */
  readonly tryAll: (pins: readonly Pinned[]) => Promise<void>;
  /** Asks once more for what could not be asked. */
  readonly again: () => Promise<void>;
}

const isSame = (one: Pinned, other: Pinned): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Gives what tries again what was kept: the mission may have changed since it was fixed. */
export function usePinsTriedAgain(search: () => Pick<PlanSearch, 'id'>, choices: PlanChoices): TriedAgain {
  const [trying, said] = [useTryPlanPins(), useSearchWords()];
  const [refused, obstacle] = [shallowRef<readonly RefusedPins[]>([]), ref<string>()];
  let untried: readonly Pinned[] = [];
  let gone: readonly Pinned[] = [];

  /** False where it could not be asked. */
  async function tryOne(pin: Pinned, without: readonly Pinned[]): Promise<boolean> {
    const { now } = choices;
    const { pins } = now.value;
    if (!pins.some((one) => isSame(one, pin))) return true;
    const answer = await trying.act({ id: search().id, pins: pins.filter((one) => !without.some((other) => isSame(one, other))), tried: [pin], taken: takenOf(now.value), interpreterCents: amountOf(now.value.interpreter), plan: null });
    if (!answer) return false;
    const { outcome, refusedBy } = answer.tryPlanPins;
    obstacle.value = said.obstacle(outcome) ?? obstacle.value;
    if (outcome === 'NOT_THERE') {
      gone = [...gone, pin];
      choices.tellGone(gone);
    }
    if (refusedBy.length > 0) {
      refused.value = [...refused.value, { pins: [pin], refs: refusedBy }];
      choices.choose({ pins: choices.now.value.pins.filter((one) => !isSame(one, pin)) }, RESTORED);
    }
    return true;
  }

  async function tryAll(pins: readonly Pinned[]): Promise<void> {
    untried = pins;
    for (const pin of pins) {
      const later = untried.filter((one) => one !== pin);
      if (!(await tryOne(pin, [...later, ...gone]))) return;
      untried = later;
    }
  }

  return { refused, obstacle, failure: trying.failure, tryAll, again: () => tryAll(untried) };
}

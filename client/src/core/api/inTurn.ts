import { computed, type ComputedRef } from 'vue';

import type { Failure } from './failure.ts';
import type { Act } from './useAct.ts';

/** Several things to do, of which one is done at a time. */
export interface InTurn {
  readonly isActing: ComputedRef<boolean>;
  /** What failed of what was done last. */
  readonly failure: ComputedRef<Failure | undefined>;
  /** Does something by these acts; what failed before is forgotten. */
  readonly take: <Done>(work: () => Promise<Done>) => Promise<Done>;
  /** Does again what was done last. */
  readonly again: () => void;
}

/** Acts as one: a list of buttons has one place that says what failed, and one button there to try it again. */
export function inTurn(acts: readonly Pick<Act<never, never>, 'isActing' | 'failure'>[]): InTurn {
  let last: (() => Promise<unknown>) | undefined;

  async function take<Done>(work: () => Promise<Done>): Promise<Done> {
    last = work;
    for (const { failure } of acts) failure.value = undefined;
    return work();
  }

  return {
    take,
    again: () => void (last && take(last)),
    isActing: computed(() => acts.some(({ isActing }) => isActing.value)),
    failure: computed(() => acts.map(({ failure }) => failure.value).find((failure) => failure !== undefined)),
  };
}

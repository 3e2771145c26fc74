/** A double of what tries that something is fixed: what it answers, and whether the network fails. `vi.mock('./usePlan.ts', …)` puts it in its place. */
import { vi } from 'vitest';
import { ref, shallowRef } from 'vue';

import type { Failure } from '../../core/api/index.ts';

const failure = shallowRef<Failure>();

/** What came of a trial. */
export const came = (refusedBy: readonly unknown[] = [], refusedInPlan: readonly unknown[] = []): unknown => ({ tryPlanPins: { outcome: 'DONE', refusedBy, refusedInPlan } });

export const trial = {
  act: vi.fn<(sent: Readonly<Record<string, unknown>>) => Promise<unknown>>(() => Promise.resolve(came())),
  fails: (is: boolean): void => void (failure.value = is ? ({ code: 'NETWORK' } as unknown as Failure) : undefined),
  /** Refuses nothing, on a network that is there. */
  reset: (): void => {
    trial.act.mockReset().mockImplementation(() => Promise.resolve(came()));
    trial.fails(false);
  },
};

/** The module with the double. */
export const withTrial = async (original: () => Promise<object>): Promise<object> => ({ ...(await original()), useTryPlanPins: () => ({ act: trial.act, isActing: ref(false), failure }) });

/** A trial of what is fixed that refuses nothing, for tests of what is around it. */
import { ref, shallowRef } from 'vue';

export const refusesNothing = async (original: () => Promise<object>): Promise<object> => ({
  ...(await original()),
  useTryPlanPins: () => ({ act: () => Promise.resolve({ tryPlanPins: { outcome: 'DONE', refusedBy: [], refusedInPlan: [] } }), isActing: ref(false), failure: shallowRef() }),
});

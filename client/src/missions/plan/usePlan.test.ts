import { mount } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { nextTick, ref, type Ref, shallowRef } from 'vue';

import { usePlanSearch } from './usePlan.ts';

const asked = vi.hoisted(() => ({ search: undefined as unknown as Ref<unknown>, outdated: undefined as unknown as Ref<unknown>, isLoading: undefined as unknown as Ref<boolean>, again: vi.fn<(name: string) => void>() }));
vi.mock('../../core/api/index.ts', async (original) => ({
  ...(await original<object>()),
  useAnswer: (document: { readonly definitions: readonly { readonly name?: { readonly value: string } }[] }) => {
    const name = document.definitions[0]!.name!.value;
    return { data: name === 'PlanSearch' ? asked.search : asked.outdated, isLoading: asked.isLoading, failure: ref(), retry: () => asked.again(name) };
  },
}));

const stands = (state: string, changes: object = {}): void => void (asked.search.value = { planSearch: { id: 'PlanSearch_1', state, takenAt: null, ...changes }, travelLinks: [] });

beforeEach(() => {
  [asked.search, asked.outdated, asked.isLoading] = [shallowRef(), shallowRef({ isPlanSearchOutdated: true }), ref(false)];
  asked.again.mockReset();
});

it('whether something else would be asked now is asked again once a search is over, or its plan was taken over, and with no other change of it', async () => {
  let found: ReturnType<typeof usePlanSearch> | undefined;
  mount({ setup: () => void (found = usePlanSearch(() => 'PlanSearch_1')), render: () => null });
  for (const version of [1, 2, 3]) {
    stands('RUNNING', { version });
    await nextTick();
  }
  expect([asked.again.mock.calls, found!.data.value?.isPlanSearchOutdated]).toEqual([[], true]);
  stands('DONE');
  await nextTick();
  expect(asked.again.mock.calls).toEqual([['PlanSearchOutdated']]);
  stands('DONE', { curve: {} });
  await nextTick();
  expect(asked.again).toHaveBeenCalledTimes(1);
  stands('DONE', { takenAt: '2027-11-01T10:00:00Z' });
  await nextTick();
  expect(asked.again).toHaveBeenCalledTimes(2);
});

it('while it is asked nothing is said of it', () => {
  let found: ReturnType<typeof usePlanSearch> | undefined;
  mount({ setup: () => void (found = usePlanSearch(() => 'PlanSearch_1')), render: () => null });
  stands('DONE');
  asked.isLoading.value = true;
  expect(found!.data.value?.isPlanSearchOutdated).toBeNull();
});

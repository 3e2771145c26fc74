import { mount, RouterLinkStub } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { computed, nextTick, ref, shallowRef } from 'vue';

import type { Failure } from '../core/api/index.ts';
import { i18n, setLocale } from '../core/i18n/index.ts';
import LegProgramme from './LegProgramme.vue';

const [data, failure, isLoading, retry] = [shallowRef<object>(), ref<Failure>(), ref(true), vi.fn()];
vi.mock('./useProgramme.ts', () => ({ useProgramme: () => ({ data, failure: computed(() => failure.value), isLoading, retry }) }));

beforeEach(() => setLocale('en', ['legs', 'meetings', 'missions']));

test('that the meetings are on their way is shown, then that they failed, with the way to try again, then that there are none', async () => {
  const shown = mount(LegProgramme, { props: { leg: 'MissionLeg_1' }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } } });
  const seen = (): boolean[] => ['.skeleton', '[role="alert"]', 'p:not(.row-acts):not([role])'].map((part) => shown.find(part).exists());
  expect([shown.find('h2').exists(), shown.get('section').attributes('aria-busy'), ...seen()]).toEqual([true, 'true', true, false, false]);
  [isLoading.value, failure.value] = [false, { code: 'TIMEOUT' }];
  await nextTick();
  expect(seen().slice(0, 2)).toEqual([false, true]);
  await shown.get('[role="alert"] button').trigger('click');
  expect(retry).toHaveBeenCalledOnce();
  [isLoading.value, failure.value, data.value] = [false, undefined, { missionLeg: { id: 'MissionLeg_1', meetings: [] } }];
  await nextTick();
  expect([shown.get('section').attributes('aria-busy'), ...seen()]).toEqual([undefined, false, false, true]);
});

test('of a leg that is none for its reader nothing is shown', async () => {
  [isLoading.value, data.value] = [false, { missionLeg: null }];
  const shown = mount(LegProgramme, { props: { leg: 'MissionLeg_1' }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } } });
  await nextTick();
  expect(shown.find('section').exists()).toBe(false);
});

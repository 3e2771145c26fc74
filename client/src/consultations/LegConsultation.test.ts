import { mount } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { computed, nextTick, ref, shallowRef } from 'vue';

import type { Failure } from '../core/api/index.ts';
import { i18n, setLocale } from '../core/i18n/index.ts';
import LegConsultation from './LegConsultation.vue';

const [data, failure, isLoading, retry] = [shallowRef<object>(), ref<Failure>(), ref(false), vi.fn()];
vi.mock('./useConsultation.ts', () => ({ useConsultation: () => ({ data, failure: computed(() => failure.value), isLoading, retry }) }));

beforeEach(async () => {
  [data.value, failure.value, isLoading.value] = [undefined, undefined, false];
  await setLocale('en', ['missions', 'consultations']);
});

test('what is typed of an opinion survives a network that is gone when it is asked anew', async () => {
  const consultation = { id: 'Consultation_1', state: 'ASKED' };
  data.value = { missionLeg: { id: 'MissionLeg_1', consultation, earlierConsultations: [] } };
  const shown = mount(LegConsultation, { props: { leg: 'MissionLeg_1' }, global: { plugins: [i18n], stubs: { ConsultationRound: { template: '<textarea />' }, ErrorNotice: { template: '<i>failed</i>' } } } });
  await shown.get('textarea').setValue('Typed');
  [data.value, failure.value] = [undefined, { code: 'NETWORK' } as unknown as Failure];
  await nextTick();
  expect([shown.get('textarea').element.value, shown.find('i').exists()]).toEqual(['Typed', true]);
});

test('that it is on its way is shown, then that it failed, with the way to try again; of a leg that nobody is consulted about nothing is', async () => {
  isLoading.value = true;
  const shown = mount(LegConsultation, { props: { leg: 'MissionLeg_1' }, global: { plugins: [i18n], stubs: { ConsultationRound: true } } });
  expect(shown.find('[aria-busy="true"].skeleton').exists()).toBe(true);
  [isLoading.value, failure.value] = [false, { code: 'NETWORK' } as Failure];
  await nextTick();
  expect([shown.find('.skeleton').exists(), shown.find('[role="alert"]').exists()]).toEqual([false, true]);
  await shown.get('button').trigger('click');
  expect(retry).toHaveBeenCalledOnce();
  [data.value, failure.value] = [{ missionLeg: { id: 'MissionLeg_1', consultation: null, earlierConsultations: [] } }, undefined];
  await nextTick();
  expect(shown.text()).toBe('');
});

import { mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { computed, ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import PartItem from './PartItem.vue';
import type { Part, Programme } from './useProgramme.ts';

const failure = ref<{ code: string }>();
const perform = vi.fn(async (..._given: readonly unknown[]) => {
  failure.value = { code: 'TIMEOUT' };
  return undefined;
});
vi.mock('./useProgramme.ts', () => ({ usePartSteps: () => ({ perform, isActing: computed(() => false), failure }) }));

const part = (id: string, starts: string, ends: string): Part => ({ id, day: 1, starts, ends, format: 'ON_SITE', room: null, trainers: [], title: { text: id, locale: 'en', isFallback: false, isOutdated: false }, texts: [] }) as unknown as Part;
const session = (...parts: readonly Part[]): Programme => ({ id: 'S', format: 'ON_SITE', trainers: [], parts, can: { edit: true } }) as unknown as Programme;
const [first, second, third] = [part('first', '09:00', '10:00'), part('second', '10:00', '11:00'), part('third', '11:00', '12:00')];

const shown = (): VueWrapper => mount(PartItem, { props: { session: session(first, second, third), part: second }, global: { plugins: [i18n], stubs: { PartForm: true, PartTranslations: true } } });
const positions = (): unknown[] => perform.mock.calls.map(([step, , of, position]) => [step, (of as Part).id, position]);

beforeEach(async () => {
  perform.mockClear();
  failure.value = undefined;
  await setLocale('en', ['programme', 'prepare']);
});

test('tried again after it failed, a part goes to the place to which it was sent first, wherever it stands by now; pressed anew, from where it stands: the control', async () => {
  const item = shown();
  await item.get('[data-step="later"]').trigger('click');
  await vi.waitFor(() => expect(item.find('[role="alert"] button').exists()).toBe(true));
  // It had moved: only the answer was lost.
  const moved = part('second', '11:00', '12:00');
  await item.setProps({ session: session(first, part('third', '10:00', '11:00'), moved, part('fourth', '12:00', '13:00')), part: moved });
  await item.get('[role="alert"] button').trigger('click');
  expect(positions()).toEqual([['later', 'second', 2], ['later', 'second', 2]]);
  await item.get('[data-step="later"]').trigger('click');
  expect(positions().at(-1)).toEqual(['later', 'second', 3]);
});

import { mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { nextTick, ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import RegistrationActs from './RegistrationActs.vue';
import type { Registration } from './useRegistrations.ts';

const perform = vi.hoisted(() => vi.fn(async (..._given: unknown[]) => 'DONE'));
vi.mock('./useRegistrations.ts', () => ({ useRegistrationActs: () => ({ perform, isActing: ref(false), failure: ref() }) }));

const registration = { id: 'Registration_1', can: { validate: false, answerOffer: true, withdraw: true } } as unknown as Registration;
const page = (): VueWrapper => mount(RegistrationActs, { attachTo: document.body, props: { registration, name: 'Ana Horvat' }, global: { plugins: [i18n] } });
const press = async (shown: VueWrapper, name: string): Promise<void> => {
  await shown.findAll('button').find((button) => button.text().startsWith(name))!.trigger('click');
  await nextTick();
};

describe('a place that is offered', () => {
  beforeEach(async () => {
    perform.mockClear();
    await setLocale('en', ['members', 'registrations']);
  });

  test('is declined once more than a press says so: others are offered it at once', async () => {
    const shown = page();
    await press(shown, 'Decline the place');
    expect([perform.mock.calls, document.activeElement?.textContent]).toEqual([[], 'The place would be declined at once and offered to the next person: Ana Horvat']);
    await press(shown, 'Decline the place');
    expect(perform.mock.calls).toEqual([['decline', 'Registration_1']]);
    shown.unmount();
  });

  test('is kept by whoever thinks better of it, who goes on where they were', async () => {
    const shown = page();
    for (const name of ['Decline the place', 'Withdraw']) {
      await press(shown, name);
      await press(shown, 'Cancel');
      expect(document.activeElement?.textContent?.trim()).toBe(`${name} Ana Horvat`);
    }
    expect(perform).not.toHaveBeenCalled();
    shown.unmount();
  });

  test('is accepted at a press: the control', async () => {
    const shown = page();
    await press(shown, 'Accept the place');
    expect(perform.mock.calls).toEqual([['accept', 'Registration_1']]);
    shown.unmount();
  });
});

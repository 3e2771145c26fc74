import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { computed } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import DoublePair from './DoublePair.vue';
import type { Double, LikelyDouble, MergeOutcome } from './useDoubles.ts';

const act = vi.fn<() => Promise<{ mergeParticipants: { outcome: MergeOutcome } } | undefined>>();
vi.mock('./useDoubles.ts', () => ({
  useMergeParticipants: () => ({ act, isActing: computed(() => false), failure: computed(() => undefined) }),
  useSeparateParticipants: () => ({ act, isActing: computed(() => false), failure: computed(() => undefined) }),
  useMergeObstacle: () => (outcome: MergeOutcome) => (outcome === 'DONE' ? undefined : 'It has been done already.'),
}));

const named = (id: string, name: string): Double => ({ id, name, email: `${id}@ngo.example`, locale: 'en', profession: null, organisation: null, country: { code: 'RS', name: { text: 'Serbia', locale: 'en' } }, isDemonstration: false }) as unknown as Double;
const PAIR = { id: 'LikelyDouble_1', isSameAddress: false, secondLastAt: '2027-01-01T00:00:00Z', lastAt: '2027-01-01T00:00:00Z', firstRegistrations: 1, secondRegistrations: 1 } as unknown as LikelyDouble;
let page: VueWrapper;

const press = async (words: string): Promise<void> => {
  const button = page.findAll('button').find((one) => one.text().startsWith(words))!;
  button.element.focus();
  await button.trigger('click');
  await flushPromises();
};
/** What has the focus: the name of its element, and what it says. */
const focused = (): string => `${document.activeElement!.tagName} ${document.activeElement!.textContent.trim()}`;

beforeEach(async () => {
  act.mockReset();
  await setLocale('en', ['members', 'registrations']);
  page = mount(DoublePair, { props: { pair: PAIR, first: named('a', 'Ana Probna'), second: named('b', 'Anna Probna') }, global: { plugins: [i18n] }, attachTo: document.body });
});

afterEach(() => page.unmount());

describe('whoever goes by keyboard', () => {
  it('comes to what cannot be undone once they have pressed, and back where they give it up', async () => {
    await press(i18n.global.t('doubles.merge'));
    expect(focused()).toBe(`P ${i18n.global.t('doubles.sure')}`);
    await press(i18n.global.t('members.cancel'));
    expect(focused()).toBe(`BUTTON ${i18n.global.t('doubles.merge')} Ana Probna`);
  });

  it('stays in the row where nothing came of it', async () => {
    act.mockResolvedValue({ mergeParticipants: { outcome: 'ALREADY' } });
    await press(i18n.global.t('doubles.merge'));
    await press(i18n.global.t('doubles.mergeSure'));
    expect(page.find('[role="alert"]').text()).toContain('It has been done already.');
    expect(focused()).toBe('H2 Ana Probna / Anna Probna');
  });
});

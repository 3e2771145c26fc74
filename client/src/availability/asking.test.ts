import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ref, shallowRef } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import AskForm from './AskForm.vue';
import type { AskedOutcome, Call } from './useCalls.ts';

interface Came {
  readonly askExperts: { readonly outcome: string; readonly experts: { readonly expert: string; readonly outcome: AskedOutcome }[]; readonly call: null };
}

const act = vi.fn<(of: { readonly experts: readonly string[] }) => Promise<Came | undefined>>();
let found: readonly object[] = [];
/** Who was found elsewhere, as the API has answered so far. */
const named = shallowRef<readonly object[]>([]);
vi.mock('./useCalls.ts', () => ({
  useAskExperts: () => ({ act, isActing: ref(false), failure: ref() }),
  useChosenExperts: () => () => named.value,
  useExpertSearch: () => ({ data: ref({ experts: { totalCount: found.length, nodes: found } }), isLoading: ref(false), failure: ref(), retry: () => undefined }),
}));

const profession = { id: 'Profession_JUDGE', name: { text: 'Judge', locale: 'en', isFallback: false } };
const expertOf = (name: string, n: number): object => ({ id: `Expert_${n}`, profession, sheet: { name } });
const call = { id: 'AvailabilityCall_1', requests: [{ canBeAsked: false, expert: { id: 'Expert_2' } }, { canBeAsked: true, expert: { id: 'Expert_1' } }] } as unknown as Call;
const came = (...experts: readonly (readonly [n: number, outcome: AskedOutcome])[]): Came => ({ askExperts: { outcome: 'DONE', experts: experts.map(([n, outcome]) => ({ expert: `Expert_${n}`, outcome })), call: null } });

async function open(...names: readonly string[]): Promise<VueWrapper> {
  found = names.map(expertOf);
  const form = mount(AskForm, { props: { call }, global: { plugins: [i18n] }, attachTo: document.body });
  await form.find('input').setValue('word');
  await form.find('input').trigger('keydown', { key: 'Enter' });
  return form;
}

const lines = (form: VueWrapper, list: string): string[] => form.findAll(`ul[aria-label="${list}"] > li`).map((line) => line.text());
/** Whom a button is for stands in it for those who do not see the line. */
const press = (form: VueWrapper, what: string, whom: string): Promise<void> => form.findAll('button').find((button) => button.text() === what + whom)!.trigger('click');
const send = (form: VueWrapper): Promise<void> => form.find('form').trigger('submit');

beforeEach(() => {
  act.mockReset();
  named.value = [];
  return setLocale('en', ['availability', 'conditions', 'dates', 'guard', 'prepare']);
});

describe('whom to ask', () => {
  it('is chosen from those who are found; of the others it is said why not', async () => {
    const form = await open('Ana', 'Bo', 'Cy');
    await press(form, 'Add', 'Ana');
    const [ana, bo, cy] = lines(form, 'Experts found');
    expect([ana!.endsWith('Added: Ana'), bo!.endsWith('AddBo'), cy!.endsWith('Asked before: no other e-\u2060mail is sent.')]).toEqual([true, true, true]);
    form.unmount();
  });

  it('can change while it is sent: what came of it is said of those who were sent, and who was added stays', async () => {
    const form = await open('Ana', 'Bo', 'Ana');
    await press(form, 'Add', 'Ana');
    let give: (came: Came) => void = () => undefined;
    act.mockReturnValueOnce(new Promise((resolve) => {
      give = resolve;
    }));
    await send(form);
    await press(form, 'Remove', 'Ana');
    await press(form, 'Add', 'Bo');
    give(came([0, 'ASKED']));
    await flushPromises();
    expect(act.mock.calls[0]![0].experts).toEqual(['Expert_0']);
    expect(form.find('.notice').text()).toBe('AnaThe e-\u2060mail is on its way.');
    expect(lines(form, 'Experts to ask')).toEqual(['BoRemoveBo']);
    form.unmount();
  });

  it.each([true, false])('is who was found elsewhere, but who was asked already; answered before the form opens (%s) or after', async (isBefore) => {
    const some = ['Ana', 'Bo', 'Cy'].map(expertOf);
    if (isBefore) named.value = some;
    const form = await open();
    named.value = some;
    await flushPromises();
    expect(lines(form, 'Experts to ask')).toEqual(['AnaRemoveAna', 'BoRemoveBo']);
    await press(form, 'Remove', 'Ana');
    // What is stored meanwhile makes the list be read again.
    named.value = ['Ana', 'Bo', 'Cy'].map(expertOf);
    await flushPromises();
    expect(lines(form, 'Experts to ask')).toEqual(['BoRemoveBo']);
    form.unmount();
  });

  it('is at most thirty at once', async () => {
    const form = await open(...Array.from({ length: 33 }, (_none, n) => `Expert ${n}.`));
    for (let n = 0; n < 32; n += 1) if (n !== 2) await press(form, 'Add', `Expert ${n}.`);
    await send(form);
    expect([form.find('[role="alert"]').text(), act.mock.calls.length]).toEqual(['At most this many experts can be asked at once: 30', 0]);
    form.unmount();
  });
});

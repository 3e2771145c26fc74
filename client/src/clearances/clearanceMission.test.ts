import { mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import ClearanceFields from './ClearanceFields.vue';
import { emptyClearance } from './clearanceForm.ts';
import ClearanceMission from './ClearanceMission.vue';

const mission = (id: string, text: string) => ({ id, startsOn: '2027-03-01', endsOn: '2027-03-05', title: { text, locale: 'fr', isFallback: false, isOutdated: false } }) as const;
const answer = { data: ref<object>(), isLoading: ref(false), failure: ref<object>(), retry: vi.fn() };
vi.mock('./useClearances.ts', () => ({ useClearedMissions: () => answer }));

const open = (given: object): VueWrapper => mount(ClearanceMission, { props: { label: 'L', none: 'N', chosen: '', ...given }, global: { plugins: [i18n] } });
const valueOf = (form: VueWrapper): string => form.find('select').element.value;

beforeEach(async () => {
  await setLocale('en', ['clearances', 'dates', 'files', 'guard', 'prepare']);
  answer.data.value = { missions: { nodes: [mission('Mission_1', 'Offered')] } };
  answer.failure.value = undefined;
});

it('keeps the mission that is asked for although it is not offered any more; unless it is given, nothing is chosen: the control', () => {
  expect(valueOf(open({ modelValue: 'Mission_2', stored: mission('Mission_2', 'Given up') }))).toBe('Mission_2');
  expect(valueOf(open({ modelValue: 'Mission_2' }))).toBe('');
});

it('says what is wrong with the mission also where those that are offered did not come', () => {
  expect(open({ fault: 'Wrong.' }).find('.fault').text()).toBe('Wrong.');
  answer.failure.value = { code: 'NETWORK' };
  const failed = open({ fault: 'Wrong.' });
  expect([failed.find('select').exists(), failed.find('.fault[role="alert"]').text(), open({}).find('.fault').exists()]).toEqual([false, 'Wrong.', false]);
});

it('is a field of a new clearance alone; of one that is changed only what is wrong with it is said', () => {
  const fields = (given: object): VueWrapper => mount(ClearanceFields, { props: { said: (field: string) => (field === 'MISSION' ? 'Wrong.' : ''), modelValue: emptyClearance('en'), ...given }, global: { plugins: [i18n] } });
  const said = (form: VueWrapper): unknown => [form.find('[data-field="MISSION"]').exists(), form.findAll('.fault').filter((one) => one.text() === 'Wrong.').length];
  expect([said(fields({ isNew: true })), said(fields({}))]).toEqual([[true, 1], [false, 1]]);
});

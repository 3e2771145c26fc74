import { mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { defineComponent, h } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import OpinionItem from './OpinionItem.vue';
import type { Consultation } from './useConsultation.ts';

const opinion = { service: 'SCAC', state: 'ASKED', answer: null, remark: null, reason: null, locale: null, answeredAt: null, answeredByName: null, silenceAgrees: true, version: 1 };
const asked = (changes: object = {}): Consultation => ({ id: 'Consultation_1', dueOn: '2027-11-12', silenceAgrees: true, purposeVersion: 1, can: { give: ['SCAC'], note: false }, ...changes }) as unknown as Consultation;

/** A form that shows what it is told. */
const OpinionForm = defineComponent({ props: { isNoted: Boolean, canSend: Boolean }, setup: (props) => () => h('form', [h('textarea'), h('i', `${String(props.isNoted)} ${String(props.canSend)}`)]) });
const shown = (consultation = asked(), changes: object = {}): VueWrapper => mount(OpinionItem, { props: { consultation, opinion: { ...opinion, ...changes } as never }, global: { plugins: [i18n], stubs: { OpinionForm } } });

beforeEach(() => setLocale('en', ['missions', 'consultations']));

test('a form that is open stays, with what was typed, when nothing is taken any more; it cannot be sent', async () => {
  const item = shown();
  await item.get('button').trigger('click');
  await item.get('textarea').setValue('Typed');
  expect(item.get('i').text()).toBe('false true');
  await item.setProps({ consultation: asked({ can: { give: [], note: false } }) });
  expect([item.get('textarea').element.value, item.get('i').text()]).toEqual(['Typed', 'false false']);
});

test('where nobody could read that a service is asked, its silence is said to agree to nothing', () => {
  expect([shown().text(), shown(asked(), { silenceAgrees: false }).text()].map((text) => text.includes('Silence does not count as agreement.'))).toEqual([false, true]);
});

test('silence that counts as agreement has the day on which it came to count; one that is waited for, or that counts as nothing, has none', () => {
  expect(['SILENT', 'ASKED', 'OVERDUE'].map((state) => shown(asked(), { state }).text().includes('2027'))).toEqual([true, false, false]);
});

test('what was said of an earlier text is given anew, or noted anew for whoever said it', () => {
  const said = { state: 'OUTDATED', answer: 'AGREED' };
  expect([shown(asked(), said).get('button').text(), shown(asked({ can: { give: [], note: true } }), said).get('button').text()]).toEqual(['Give the opinionSCAC', 'Note an opinionSCAC']);
  expect(shown(asked({ can: { give: [], note: true } }), { state: 'AGREED', answer: 'AGREED' }).find('button').exists()).toBe(false);
});

import { mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';

import type { Failure } from '../api/index.ts';
import { i18n, setLocale } from '../i18n/index.ts';
import { useRefusedText } from './useRefusedText.ts';

const KEY = '019abc00-0000-7000-8000-000000000001';
const focus = { caption: vi.fn(), credit: vi.fn(), [KEY]: vi.fn() };
const Form = defineComponent({
  props: { failure: { type: Object, default: undefined } },
  setup(props) {
    const { refused, other } = useRefusedText(() => props.failure as Failure | undefined, () => ['caption', 'credit', KEY] as const, (name) => focus[name](), (name) => (name === KEY ? 'findings.2.text' : undefined));
    return () => h('p', JSON.stringify([refused('caption'), refused('credit'), other.value?.code ?? '', ...(refused(KEY) ? [refused(KEY)] : [])]));
  },
});

/** What is said at the caption, at the credit and beside them, and which was given the focus. */
async function told(failure?: Failure): Promise<unknown[]> {
  const form: VueWrapper = mount(Form, { global: { plugins: [i18n] } });
  await form.setProps({ failure });
  return [...(JSON.parse(form.text()) as string[]), ...Object.entries(focus).flatMap(([name, { mock }]) => (mock.calls.length > 0 ? [name] : []))];
}

beforeEach(async () => {
  vi.clearAllMocks();
  await setLocale('en', ['prepare', 'refusals']);
});

describe('a text that is refused', () => {
  it('says so at its field, which has the focus', async () => {
    const place = i18n.global.t('refusals.PROTECTED_PLACE');
    expect(place).toContain('Take the address out');
    expect(await told({ code: 'PROTECTED_PLACE', field: 'caption' })).toEqual([place, '', '', 'caption']);
    expect(await told({ code: 'VICTIM_DATA', field: 'input.credit' })).toEqual(['', i18n.global.t('refusals.VICTIM_DATA'), '', 'caption', 'credit']);
  });

  it('of one of several says so at that one: by its place in what was sent, or by its key; at no other: the control', async () => {
    const [place, victim] = [i18n.global.t('refusals.PROTECTED_PLACE'), i18n.global.t('refusals.VICTIM_DATA')];
    expect(await told({ code: 'VICTIM_DATA', field: 'texts.findings.2.text' })).toEqual(['', '', '', victim, KEY]);
    expect(await told({ code: 'PROTECTED_PLACE', field: `${KEY}.text` })).toEqual(['', '', '', place, KEY]);
    expect(await told({ code: 'VICTIM_DATA', field: 'texts.findings.1.text' })).toEqual(['', '', 'VICTIM_DATA', KEY]);
  });

  it('is told as anything else that failed where it is no field of the form, or no refusal of a text', async () => {
    expect([await told({ code: 'PROTECTED_PLACE' }), await told({ code: 'PROTECTED_PLACE', field: 'note' }), await told({ code: 'TIMEOUT', field: 'caption' }), await told()]).toEqual([['', '', 'PROTECTED_PLACE'], ['', '', 'PROTECTED_PLACE'], ['', '', 'TIMEOUT'], ['', '', '']]);
  });
});

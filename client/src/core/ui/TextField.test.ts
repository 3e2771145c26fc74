import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';

import TextField from './TextField.vue';

const field = (props: object = {}): ReturnType<typeof mount> => mount(TextField, { props: { label: 'Name', modelValue: '', ...props }, attachTo: document.body });

/** What is read with the field, by what it names. */
function described(wrapper: ReturnType<typeof mount>): string[] {
  return (wrapper.get('input').attributes('aria-describedby') ?? '').split(' ').filter(Boolean).map((id) => wrapper.get(`[id="${id}"]`).text());
}

describe('a field for one line', () => {
  it('is called by its label, and says nothing more where there is nothing to say', () => {
    const wrapper = field();
    expect(wrapper.get('label').attributes('for')).toBe(wrapper.get('input').attributes('id'));
    expect(described(wrapper)).toEqual([]);
    expect(wrapper.get('input').attributes('aria-invalid')).toBeUndefined();
  });

  it('is read with what is wrong and with its hint', () => {
    const wrapper = field({ hint: 'As in the passport.', fault: 'Type your name.' });
    expect(described(wrapper)).toEqual(['Type your name.', 'As in the passport.']);
    expect(wrapper.get('input').attributes('aria-invalid')).toBe('true');
    expect(described(field({ hint: 'As in the passport.' }))).toEqual(['As in the passport.']);
  });

  it('gives its other attributes to the input, which may be of another kind than for a text', async () => {
    const wrapper = field({ type: 'email', autocomplete: 'email', maxlength: '254', required: true, class: 'typed-code' });
    expect(wrapper.get('input').attributes()).toMatchObject({ type: 'email', autocomplete: 'email', maxlength: '254', required: '', class: 'typed-code' });
    expect(wrapper.get('.field').classes()).toEqual(['field']);
    await wrapper.get('input').setValue('a@b.example');
    expect(wrapper.emitted('update:modelValue')).toEqual([['a@b.example']]);
  });

  it('takes the focus, and selects what it holds', () => {
    const wrapper = field({ modelValue: 'Ana' });
    const exposed = wrapper.vm as unknown as { focus: () => void; select: () => void };
    exposed.focus();
    expect(document.activeElement).toBe(wrapper.get('input').element);
    exposed.select();
    const { selectionStart, selectionEnd } = wrapper.get('input').element as HTMLInputElement;
    expect([selectionStart, selectionEnd]).toEqual([0, 3]);
  });
});

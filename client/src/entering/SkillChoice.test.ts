import { mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { defineComponent, h, ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import type { TypedSkill } from './sheetForm.ts';
import SkillChoice from './SkillChoice.vue';

const languages = ['sq', 'sr'].map((code) => ({ code, name: { text: code, locale: 'fr', isFallback: false, isOutdated: false } }));

/** A form that says what it is sent with. */
function formWith(): { form: VueWrapper; sent: () => readonly TypedSkill[] | undefined } {
  const skills = ref<TypedSkill[]>([]);
  let sent: readonly TypedSkill[] | undefined;
  const form = mount(defineComponent(() => () => h('form', { onSubmit: () => (sent = skills.value) }, [
    h(SkillChoice, { legend: 'Langues', languages, modelValue: skills.value, 'onUpdate:modelValue': (next: TypedSkill[]) => (skills.value = next) }),
  ])), { global: { plugins: [i18n] }, attachTo: document.body });
  return { form, sent: () => sent };
}

describe('the languages of an expert', () => {
  beforeEach(() => setLocale('fr', ['prepare', 'entering', 'labels']));

  it('are added by the button, not by going through the list', async () => {
    const { form } = formWith();
    await form.find('select').setValue('sq');
    await form.find('select').setValue('sr');
    expect(form.findAll('li')).toHaveLength(0);
    await form.find('.add-choice button').trigger('click');
    expect(form.findAll('li')).toHaveLength(1);
    form.unmount();
  });

  it('keep what is chosen as the form is sent: it is asked for a level', async () => {
    const { form, sent } = formWith();
    await form.find('select').setValue('sr');
    await form.find('form').trigger('submit');
    expect(sent()).toEqual([{ language: 'sr', level: '' }]);
    form.unmount();
  });
});

import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';

import { i18n, setLocale } from '../i18n/index.ts';
import FileField from './FileField.vue';

const draw = (props: { chosen?: string; described?: string } = {}): ReturnType<typeof mount> => mount(FileField, { props: { id: 'letter', ...props }, attrs: { accept: '.pdf', required: true }, global: { plugins: [i18n] } });

describe('the field of a file', () => {
  beforeEach(() => setLocale('fr', ['files']));

  it('is the native one for the keyboard, with a button in the language of the page', () => {
    const [input, button] = [draw().find('input'), draw().find('label.button')];
    expect(input.attributes()).toMatchObject({ id: 'letter', type: 'file', accept: '.pdf', class: 'visually-hidden' });
    expect(input.attributes('hidden')).toBeUndefined();
    expect([button.attributes('for'), button.text()]).toEqual(['letter', 'Choisir un fichier']);
  });

  it('says the name of the file, or that there is none, and reads it with the field', () => {
    const field = draw({ chosen: '', described: 'help' });
    expect(field.find('input').attributes('aria-describedby')).toBe('help letter-name');
    expect(field.find('#letter-name').text()).toBe('Aucun fichier choisi');
    expect(draw({ chosen: 'Lettre.pdf' }).find('#letter-name').text()).toBe('Lettre.pdf');
  });

  it('says nothing of it where that is said elsewhere', () => {
    expect(draw().find('.file-name').exists()).toBe(false);
    expect(draw().find('input').attributes('aria-describedby')).toBeUndefined();
  });
});

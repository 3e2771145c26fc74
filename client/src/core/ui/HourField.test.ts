import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';

import { i18n, setLocale } from '../i18n/index.ts';
import { hourOf } from './hour.ts';
import HourField from './HourField.vue';

describe('an hour that is typed', () => {
  it('is read however people write it', () => {
    expect(['9:30', '09:30', '9.30', '9h30', '9 h 30', '9 30', '0930', '930', ' 9:30 '].map(hourOf)).toEqual(Array.from({ length: 9 }, () => '09:30'));
    expect(['9', '00', '23:59', '9h', '14 h'].map(hourOf)).toEqual(['09:00', '00:00', '23:59', '09:00', '14:00']);
    expect(['9:', '9.', 'h', '25 h'].map(hourOf)).toEqual(Array.from({ length: 4 }, () => undefined));
  });

  it('is none where no clock shows it', () => {
    expect(['', '24:00', '9:60', '9:3', 'nine', '9:30 pm', '12345', '-9'].map(hourOf)).toEqual(Array.from({ length: 8 }, () => undefined));
  });
});

describe('the field of an hour', () => {
  beforeEach(() => setLocale('en', ['dates']));

  function draw(props: { modelValue?: string; fault?: string } = {}) {
    const page = mount(HourField, { props: { label: 'Hour', of: 'Beginning', modelValue: '', ...props }, global: { plugins: [i18n] } });
    const input = page.find('input');
    const type = async (text: string): Promise<unknown> => {
      await input.setValue(text);
      return page.emitted('update:modelValue')?.at(-1)?.[0];
    };
    const help = (): string => input.attributes('aria-describedby')!.split(' ').map((id) => page.find(`#${id}`).text()).join(' ');
    return { page, input, type, help };
  }

  it('is no native one, which the browser would draw in its own language', () => {
    const { page, input, help } = draw();
    expect([input.attributes('type'), input.attributes('inputmode')]).toEqual(['text', 'numeric']);
    expect(page.find('label').text()).toBe('Hour, Beginning');
    expect(help()).toBe('For example: 09:30');
  });

  it('gives the hour, and writes it out once it is left', async () => {
    const { input, type } = draw();
    expect(await type('930')).toBe('09:30');
    expect(input.element.value).toBe('930');
    await input.trigger('blur');
    expect(input.element.value).toBe('09:30');
  });

  it('keeps what is no hour, and says so once it is left, not while it is typed', async () => {
    const { input, type, help } = draw();
    expect(await type('25:00')).toBe('25:00');
    expect(input.attributes('aria-invalid')).toBeUndefined();
    await input.trigger('blur');
    expect(input.element.value).toBe('25:00');
    expect(input.attributes('aria-invalid')).toBe('true');
    expect(help()).toContain('Enter an hour from 00:00 to 23:59');
  });

  it('says nothing itself where all that is said of it stands elsewhere', async () => {
    const page = mount(HourField, { props: { label: 'Hour', modelValue: '25:00', isBare: true, isWrong: true, more: 'elsewhere' }, global: { plugins: [i18n] } });
    await page.find('input').trigger('blur');
    expect(page.findAll('p')).toEqual([]);
    expect(page.find('input').attributes()).toMatchObject({ 'aria-describedby': 'elsewhere', 'aria-invalid': 'true' });
  });

  it('says what else is wrong with it, and takes another that it is given', async () => {
    const { page, input, help } = draw({ modelValue: '09:30', fault: 'Too late.' });
    expect(help()).toContain('Too late.');
    await page.setProps({ modelValue: '17:00' });
    expect(input.element.value).toBe('17:00');
  });
});

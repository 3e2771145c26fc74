import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { type DOMWrapper, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';

import { i18n, setLocale } from '../i18n/index.ts';
import DateField from './DateField.vue';
import { DAY_CHECKS } from './dayChecks.ts';
import { dayOfParts, partsOf } from './dateParts.ts';

function draw(props: { modelValue?: string; min?: string; max?: string; fault?: string } = {}): VueWrapper<InstanceType<typeof DateField>> {
  const field: VueWrapper<InstanceType<typeof DateField>> = mount(DateField, {
    props: { label: 'From', modelValue: '', ...props, 'onUpdate:modelValue': (modelValue: string) => void field.setProps({ modelValue }) },
    global: { plugins: [i18n] },
    attachTo: document.body,
  }) as VueWrapper<InstanceType<typeof DateField>>;
  return field;
}

async function type(field: VueWrapper, day: string, month: string, year: string): Promise<void> {
  await field.find('.date-day input').setValue(day);
  await field.find('.date-month select').setValue(month);
  await field.find('.date-year input').setValue(year);
}

const lastDay = (field: VueWrapper): unknown => field.emitted('update:modelValue')?.at(-1)?.[0];
const labels = (field: VueWrapper): string[] => field.findAll('label').map((label: DOMWrapper<Element>) => label.text());

describe('a date in parts', () => {
  it('is a day when the parts name one', () => {
    expect(dayOfParts({ day: '9', month: '2', year: '2028' }, '', '')).toEqual({ day: '2028-02-09' });
    expect(dayOfParts({ day: '29', month: '2', year: '2028' }, '', '')).toEqual({ day: '2028-02-29' });
    expect(dayOfParts({ day: ' ', month: '', year: '' }, '', '')).toEqual({ day: '' });
    expect(dayOfParts(partsOf('2027-01-05'), '', '')).toEqual({ day: '2027-01-05' });
  });

  it.each([
    [{ day: '29', month: '2', year: '2027' }, 'notReal'], [{ day: '31', month: '11', year: '2026' }, 'notReal'], [{ day: '0', month: '1', year: '2026' }, 'notReal'],
    [{ day: 'x', month: '1', year: '2026' }, 'notReal'], [{ day: '3', month: '', year: '2026' }, 'incomplete'], [{ day: '3', month: '1', year: '26' }, 'incomplete'],
    [{ day: '9', month: '1', year: '2026' }, 'tooEarly'], [{ day: '11', month: '1', year: '2026' }, 'tooLate'],
  ] as const)('%o is at fault: %s', (parts, fault) => {
    expect(dayOfParts(parts, '2026-01-10', '2026-01-10')).toEqual({ day: '', fault });
  });
});

describe.each(LOCALE_TAGS)('the date field in %s', (locale) => {
  beforeEach(() => setLocale(locale, ['dates']));

  it('asks for day, month and year in the order of the language, never month first', () => {
    const field = draw();
    const order = locale === 'hu' ? ['dates.year', 'dates.month', 'dates.day'] : ['dates.day', 'dates.month', 'dates.year'];
    expect(labels(field)).toEqual(order.map((key) => i18n.global.t(key)));
  });

  it('names twelve months in the language, and takes the one that is chosen', async () => {
    const field = draw();
    const names = field.findAll('option').slice(1).map((option) => option.text());
    expect(new Set(names).size).toBe(12);
    expect(names.join(''), 'broken browser data').not.toMatch(/M?\d/);
    await type(field, '24', '11', '2026');
    expect(lastDay(field)).toBe('2026-11-24');
  });

  it('says in a sentence of the language what is wrong', async () => {
    const field = draw({ min: '2026-11-25' });
    await type(field, '24', '11', '2026');
    await field.find('fieldset').trigger('focusout');
    expect(field.find('.field-error').text()).toMatch(/2026/);
    expect(field.find('.field-error').text()).not.toContain('dates.');
  });
});

describe('the date field', () => {
  beforeEach(() => setLocale('en', ['dates']));

  it('shows the day it is given, and forgets it when it is taken away', async () => {
    const field = draw({ modelValue: '2027-01-05' });
    expect((field.find('.date-day input').element as HTMLInputElement).value).toBe('5');
    expect((field.find('.date-month select').element as HTMLSelectElement).value).toBe('1');
    await field.setProps({ modelValue: '' });
    expect((field.find('.date-year input').element as HTMLInputElement).value).toBe('');
  });

  it('keeps what is typed while it is no day yet, and says nothing before the field is left', async () => {
    const field = draw({ modelValue: '2027-01-05' });
    await field.find('.date-year input').setValue('202');
    expect(lastDay(field)).toBe('');
    expect((field.find('.date-day input').element as HTMLInputElement).value).toBe('5');
    expect(field.find('.field-error').text()).toBe('');
    await field.find('fieldset').trigger('focusout', { relatedTarget: field.find('.date-day input').element });
    expect(field.find('.field-error').text()).toBe('');
    await field.find('fieldset').trigger('focusout', { relatedTarget: document.body });
    expect(field.find('.field-error').text()).toBe('Enter the day, the month and the year with four digits.');
    expect(field.find('fieldset').attributes('aria-describedby')).toBe(field.find('.field-error').attributes('id'));
    expect(field.find('.date-year input').attributes('aria-invalid')).toBe('true');
  });

  it('says what else is wrong with the day, and is read with it; what is wrong with what is typed comes first', async () => {
    const field = draw({ modelValue: '2027-01-05', fault: 'This day is still to come.' });
    expect(field.find('.field-error').text()).toBe('This day is still to come.');
    expect(field.find('fieldset').attributes('aria-describedby')).toBe(field.find('.field-error').attributes('id'));
    for (const part of ['.date-day input', '.date-month select', '.date-year input']) expect(field.find(part).attributes('aria-invalid')).toBe('true');
    await field.find('.date-year input').setValue('27');
    await field.find('fieldset').trigger('focusout', { relatedTarget: document.body });
    expect(field.find('.field-error').text()).toBe('Enter the day, the month and the year with four digits.');
    await field.find('.date-year input').setValue('2027');
    expect(field.find('.field-error').text()).toBe('This day is still to come.');
    await field.setProps({ fault: '' });
    expect([field.find('.field-error').text(), field.find('fieldset').attributes('aria-describedby')]).toEqual(['', undefined]);
  });

  it('is checked before it is sent: the focus goes to it when it is wrong', async () => {
    const field = draw();
    expect(field.vm.check()).toBe(true);
    await type(field, '31', '2', '2027');
    expect(field.vm.check()).toBe(false);
    expect(field.element.contains(document.activeElement)).toBe(true);
    field.vm.reset();
    expect(field.vm.check()).toBe(true);
  });
});

describe('what is wrong with a date', () => {
  beforeEach(() => setLocale('en', ['dates']));

  const leave = async (field: VueWrapper): Promise<string> => {
    await field.find('.date-year input').trigger('focusout', { relatedTarget: document.body });
    return field.find('.field-error').text();
  };

  it('is said at once when the field is left by the keyboard', async () => {
    const field = draw();
    await type(field, '31', '11', '2026');
    expect(await leave(field)).not.toBe('');
  });

  it('is said after the click that leaves the field, which nothing moves away from under the pointer', async () => {
    const field = draw();
    await type(field, '31', '11', '2026');
    const seen: string[] = [];
    const button = document.body.appendChild(document.createElement('button'));
    button.addEventListener('click', () => void seen.push(field.find('.field-error').text()));
    button.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(await leave(field)).toBe('');
    button.dispatchEvent(new Event('pointerup', { bubbles: true }));
    await nextTick();
    button.click();
    expect(seen).toEqual(['']);
    await vi.waitFor(() => expect(field.find('.field-error').text()).not.toBe(''), { timeout: 10_000 });
  });
});

it('is checked by whoever sends its form, opens what it is folded in, and is asked no more once it is gone', async () => {
  const checks = new Set<() => boolean>();
  const form = mount({ components: { DateField }, provide: { [DAY_CHECKS as symbol]: checks }, template: '<details><DateField label="From" model-value="" /></details>' }, { global: { plugins: [i18n] }, attachTo: document.body });
  const ask = (): boolean[] => [...checks].map((check) => check());
  expect(ask()).toEqual([true]);
  await type(form, '31', '4', '2027');
  expect([ask(), (form.element as HTMLDetailsElement).open, form.element.contains(document.activeElement)]).toEqual([[false], true, true]);
  form.unmount();
  expect(ask()).toEqual([]);
});

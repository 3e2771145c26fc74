import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../i18n/index.ts';
import { GuardedLine } from './index.ts';

beforeEach(async () => {
  vi.useFakeTimers();
  await setLocale('en', ['guard']);
});
afterEach(() => void vi.useRealTimers());

describe('a line of free text', () => {
  const draw = (value: string, fault = '') => mount(GuardedLine, { props: { modelValue: value, label: 'Title', fault, 'data-field': 'TITLE' } as never, global: { plugins: [i18n] } });

  it('is a field whose hint and fault are read with it', () => {
    const line = draw('', 'Say what it is called.');
    const input = line.get('input');
    expect(input.attributes()['data-field']).toBe('TITLE');
    for (const id of input.attributes('aria-describedby')!.split(' ')) expect(line.find(`[id="${id}"]`).exists()).toBe(true);
    expect(line.text()).toContain('Say what it is called.');
  });

  it('says what in it may tell who a person is, before it is sent', async () => {
    const line = draw('');
    await line.get('input').setValue('A 17-year-old girl from Tirana');
    await line.setProps({ modelValue: 'A 17-year-old girl from Tirana' });
    await vi.advanceTimersByTimeAsync(1000);
    await vi.dynamicImportSettled();
    await flushPromises();
    expect(line.get('[role=status]').text()).toContain('17-year-old girl from Tirana');
    expect(line.emitted('update:modelValue')).toEqual([['A 17-year-old girl from Tirana']]);
  });
});

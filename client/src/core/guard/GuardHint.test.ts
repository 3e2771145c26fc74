import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../i18n/index.ts';
import { GuardHint } from './index.ts';

const draw = (text: string, allowed: string[] = []): VueWrapper => mount(GuardHint, { props: { id: 'hint', text, allowed }, global: { plugins: [i18n] } });

/** Lets the pause in typing pass, and what is loaded come. */
async function pause(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1000);
  await vi.dynamicImportSettled();
  await flushPromises();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the hint of the guard', () => {
  beforeEach(() => setLocale('en', ['guard']));

  it('says nothing while there is nothing, and is there to be heard', async () => {
    const hint = draw('');
    await pause();
    expect(hint.text()).toBe('');
    expect(hint.attributes()).toMatchObject({ 'id': 'hint', 'role': 'status', 'aria-live': 'polite' });
  });

  it('says which kinds were found and where, once nothing more is typed', async () => {
    const hint = draw('');
    await hint.setProps({ text: 'A 17-year-old girl from Tirana, office@example.org' });
    expect(hint.text()).toBe('');
    await pause();
    expect(hint.findAll('p')).toHaveLength(2);
    expect(hint.findAll('li').map((line) => line.text())).toEqual(['Description of one person: “17-year-old girl from Tirana”', 'E-\u2060mail address: “office@example.org”']);
  });

  it('goes when what it spoke of is gone', async () => {
    const hint = draw('Call +355 69 234 5678');
    await pause();
    expect(hint.findAll('li')).toHaveLength(1);
    await hint.setProps({ text: 'Call us' });
    await pause();
    expect(hint.text()).toBe('');
    await hint.setProps({ text: '' });
    expect(hint.text()).toBe('');
  });

  it('passes over what is published', async () => {
    const hint = draw('Call +355 69 234 5678', ['+355692345678']);
    await pause();
    expect(hint.text()).toBe('');
  });
});

describe.each(LOCALE_TAGS)('the hint in %s', (locale) => {
  beforeEach(() => setLocale(locale, ['guard']));

  it('names every kind in the language', async () => {
    const hint = draw('A 17-year-old girl from Tirana, JMBG 0101990123456, passport AB1234567, +355 69 234 5678, a@example.org. She was born on 12 March 2008.');
    await pause();
    expect(hint.findAll('li')).toHaveLength(6);
    expect(hint.text()).not.toMatch(/guard\.|\{/);
  });
});

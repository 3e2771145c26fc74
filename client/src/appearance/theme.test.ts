import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import { firstLookScript } from './looks.ts';
import { restoreTheme, theme } from './theme.ts';
import ThemeChoice from './ThemeChoice.vue';

const shown = (): string | undefined => document.documentElement.dataset.theme;

describe('the look of the page', () => {
  beforeEach(async () => {
    localStorage.clear();
    await setLocale('en');
    restoreTheme();
  });

  function choices(): ReturnType<typeof mount> {
    return mount(ThemeChoice, { global: { plugins: [i18n] } });
  }

  it('is the device’s until somebody chooses, and nothing is stored', () => {
    expect(shown()).toBeUndefined();
    expect(choices().find('input:checked').attributes('value')).toBe('auto');
    expect(localStorage).toHaveLength(0);
  });

  it('that was chosen is shown at once and on the next visit', async () => {
    await choices().find('input[value="contrast"]').trigger('change');
    expect(shown()).toBe('contrast');
    expect({ ...localStorage }).toEqual({ theme: 'contrast' });
    delete document.documentElement.dataset.theme;
    restoreTheme();
    expect(shown()).toBe('contrast');
  });

  it('leaves nothing stored once the device’s is chosen again', async () => {
    const all = choices();
    await all.find('input[value="dark"]').trigger('change');
    await all.find('input[value="auto"]').trigger('change');
    expect(shown()).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });

  it('is the device’s when what is stored is no look', () => {
    localStorage.setItem('theme', 'javascript:alert(1)');
    restoreTheme();
    expect(theme.value).toBe('auto');
    expect(shown()).toBeUndefined();
  });

  it.each([['dark', 'dark'], ['auto', undefined], ['javascript:alert(1)', undefined]])('is the stored one (%s) before any script of the application runs', (stored, expected) => {
    localStorage.setItem('theme', stored);
    new Function(firstLookScript())();
    expect(shown()).toBe(expected);
  });

  it.each([[0, 'own'], [512, undefined]])('has letters before any script of the application runs, if the browser has kept what it was sent: %s bytes now', (transferSize, expected) => {
    const told = vi.spyOn(performance, 'getEntriesByName').mockReturnValue([{ transferSize } as PerformanceResourceTiming]);
    delete document.documentElement.dataset.letters;
    new Function(firstLookScript())();
    expect(document.documentElement.dataset.letters).toBe(expected);
    told.mockRestore();
  });

  it('holds for the visit where the browser keeps nothing', async () => {
    const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await choices().find('input[value="dark"]').trigger('change');
    expect(shown()).toBe('dark');
    refuse.mockRestore();
  });
});

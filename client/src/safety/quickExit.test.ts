import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';

import { i18n, setLocale } from '../core/i18n/index.ts';
import { leave } from './leave.ts';
import { neutralPage } from './neutralPages.ts';
import { countPresses } from './presses.ts';
import SafetyStrip from './SafetyStrip.vue';

describe('three presses', () => {
  it('count when the third comes within a second and a half of the first', () => {
    const press = countPresses();
    expect([0, 700, 1500].map(press)).toEqual([false, false, true]);
  });

  it('do not count when they are slower', () => {
    const press = countPresses();
    expect([0, 800, 1600, 2400, 3200].map(press)).toEqual([false, false, false, false, false]);
  });

  it('count after slow ones too', () => {
    const press = countPresses();
    expect([0, 5000, 5100, 5200].map(press)).toEqual([false, false, false, true]);
  });
});

describe('the neutral page', () => {
  it('is another site, safe to send and without a question, in every language', () => {
    for (const tag of LOCALE_TAGS) {
      const { protocol, host, search, hash } = new URL(neutralPage(tag));
      expect([protocol, search, hash]).toEqual(['https:', '', '']);
      expect(host).not.toBe(location.host);
    }
  });
});

/** A window of which only the parts that leaving touches are real. */
function pretend(): { window: Window; steps: string[] } {
  const steps: string[] = [];
  const document = new DOMParser().parseFromString('<html><head><link rel="icon" href="/favicon.svg"><title>Albanie – Passerelle</title></head><body>116</body></html>', 'text/html');
  const window = {
    document,
    history: { replaceState: (_state: unknown, _title: string, address: string) => steps.push(`entry ${address}`), pushState: () => steps.push('another entry') },
    location: { replace: (address: string) => steps.push(`replace ${address}, hidden: ${document.documentElement.hidden}`), assign: () => steps.push('assign') },
  } as unknown as Window;
  return { window, steps };
}

describe('leaving', () => {
  it('hides the page and what the tab says before it asks for anything, and leaves no entry to come back to', () => {
    const { window, steps } = pretend();
    leave('https://fr.wikipedia.org/', window);
    expect(steps).toEqual(['entry /', 'replace https://fr.wikipedia.org/, hidden: true']);
    expect(window.document.title).toBe('Wikipedia');
    expect(window.document.querySelector('link[rel="icon"]')).toBeNull();
  });
});

describe('the safety strip', () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'home', component: {} }] });
  let strip: VueWrapper;
  let replaced: string[];

  beforeEach(async () => {
    await setLocale('uk');
    replaced = [];
    vi.spyOn(window.location, 'replace').mockImplementation((address) => void replaced.push(String(address)));
    vi.spyOn(window.history, 'replaceState').mockImplementation(() => undefined);
    strip = mount(SafetyStrip, { global: { plugins: [i18n, router] }, attachTo: document.body });
  });

  afterEach(() => {
    strip.unmount();
    document.documentElement.hidden = false;
    vi.restoreAllMocks();
  });

  function press(key: string, repeat = false): void {
    const event = new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
  }

  it('leads out by its button, in the language of the page', async () => {
    await strip.find('.exit').trigger('click');
    expect(replaced).toEqual(['https://uk.wikipedia.org/']);
    expect(document.documentElement.hidden).toBe(true);
  });

  it('leads out by the space bar too, and before any script has come', async () => {
    expect(strip.find('.exit').attributes('href')).toBe('https://uk.wikipedia.org/');
    await strip.find('.exit').trigger('keydown', { key: ' ' });
    expect(replaced).toEqual(['https://uk.wikipedia.org/']);
  });

  it('leads out by Escape pressed three times, and not by two or by another key', () => {
    press('Escape');
    press('Escape');
    press('Enter');
    expect(replaced).toEqual([]);
    press('Escape');
    expect(replaced).toHaveLength(1);
  });

  it('leads out also where something else stops the key', () => {
    const stop = (event: Event): void => event.stopPropagation();
    document.body.addEventListener('keydown', stop);
    for (let i = 0; i < 3; i++) press('Escape');
    document.body.removeEventListener('keydown', stop);
    expect(replaced).toHaveLength(1);
  });

  it('does not take a key that is held down for three presses', () => {
    for (let i = 0; i < 5; i++) press('Escape', true);
    expect(replaced).toEqual([]);
  });

  it('leaves again when the browser brings the page back, and only then', () => {
    const back = Object.assign(new Event('pageshow'), { persisted: true });
    window.dispatchEvent(back);
    expect(replaced).toEqual([]);
    for (let i = 0; i < 3; i++) press('Escape');
    window.dispatchEvent(back);
    expect(replaced).toHaveLength(2);
  });

  it('hears no key once it is gone', () => {
    strip.unmount();
    for (let i = 0; i < 3; i++) press('Escape');
    expect(replaced).toEqual([]);
  });
});

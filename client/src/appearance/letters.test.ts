import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { bringLetters } from './letters.ts';

const { dataset } = document.documentElement;
const asked: string[] = [];
/** What waits for the next page. */
const next: (() => void)[] = [];
const bring = (): Promise<void> => bringLetters((then) => void next.push(then));

/** A part of the page with so many words, that is so far from the top of the window as `top` says of the letters that it has. */
function part(top: (letters: string | undefined) => number, words = 0): HTMLElement {
  const element = document.body.appendChild(document.createElement('p'));
  for (let word = 0; word < words; word += 1) element.append(document.createElement('b'));
  for (const one of [element, ...element.children]) {
    vi.spyOn(one, 'getBoundingClientRect').mockImplementation(() => ({ top: top(one.closest<HTMLElement>('[data-letters]')?.dataset.letters) }) as DOMRect);
  }
  return element;
}

describe('the letters of the page', () => {
  beforeEach(() => {
    delete dataset.letters;
    asked.length = next.length = 0;
    Object.defineProperty(document, 'fonts', { configurable: true, value: { load: async (font: string) => void asked.push(font) } });
  });

  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
    delete document.body.dataset.letters;
    delete dataset.letters;
    Reflect.deleteProperty(document, 'fonts');
  });

  it('are shown once they have come, where nothing moves that can be seen', async () => {
    part((letters) => (letters === 'own' ? 102 : 100));
    part((letters) => (letters === 'own' ? innerHeight + 40 : innerHeight + 10));
    await bring();
    expect(asked).toHaveLength(4);
    expect([dataset.letters, next]).toEqual(['own', []]);
  });

  it('come to what is in sight at once, and to what is below in turns, until the page has them as a whole', async () => {
    vi.useFakeTimers();
    const parts = [part(() => 100, 80), part(() => innerHeight + 100, 80), part((letters) => innerHeight + (letters === 'own' ? 900 : 400), 80)];
    const brought = bring();
    while (vi.getTimerCount() === 0) await Promise.resolve();
    const turns: (string | undefined)[][] = [];
    while (vi.getTimerCount() > 0) {
      await vi.runOnlyPendingTimersAsync();
      turns.push([dataset.letters, ...parts.map((one) => one.dataset.letters)]);
    }
    await brought;
    expect(turns).toEqual([
      [undefined, 'own', undefined, undefined], [undefined, 'own', 'own', undefined], [undefined, 'own', 'own', 'own'],
      ['own', 'own', 'own', 'own'],
      ['own', undefined, 'own', 'own'], ['own', undefined, undefined, 'own'], ['own', undefined, undefined, undefined],
    ]);
  });

  it('wait for the next page where a line would break elsewhere', async () => {
    part((letters) => (letters === 'own' ? 124 : 100));
    await bring();
    expect(dataset.letters).toBe('next');
    next[0]!();
    expect(dataset.letters).toBe('own');
  });

  it('wait with every part of the page, where one in sight would move', async () => {
    const parts = [part(() => 100, 80), part((letters) => (letters === 'own' ? 324 : 300), 80), part(() => innerHeight + 100, 80)];
    await bring();
    expect([dataset.letters, ...parts.map((one) => one.dataset.letters)]).toEqual(['next', undefined, undefined, undefined]);
  });

  it('are shown where one of their files does not come', async () => {
    Object.defineProperty(document, 'fonts', { configurable: true, value: { load: () => Promise.reject(new DOMException('no network', 'NetworkError')) } });
    await bring();
    expect(dataset.letters).toBe('own');
  });

  it('are not asked for again by who has them from the start', async () => {
    dataset.letters = 'own';
    await bring();
    expect(asked).toEqual([]);
  });
});

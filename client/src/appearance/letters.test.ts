import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { bringLetters } from './letters.ts';

const { dataset } = document.documentElement;
const asked: string[] = [];
/** What waits for the next page. */
const next: (() => void)[] = [];
const bring = (): Promise<void> => bringLetters((then) => void next.push(then));

/** A paragraph that is so far from the top of the window as `top` says of the letters that the page has. */
function paragraph(top: (letters: string | undefined) => number): void {
  const element = document.body.appendChild(document.createElement('p'));
  vi.spyOn(element, 'getBoundingClientRect').mockImplementation(() => ({ top: top(dataset.letters) }) as DOMRect);
}

describe('the letters of the page', () => {
  beforeEach(() => {
    delete dataset.letters;
    asked.length = next.length = 0;
    Object.defineProperty(document, 'fonts', { configurable: true, value: { load: async (font: string) => void asked.push(font) } });
  });

  afterEach(() => {
    document.body.replaceChildren();
    delete dataset.letters;
    Reflect.deleteProperty(document, 'fonts');
  });

  it('are shown once they have come, where nothing moves that can be seen', async () => {
    paragraph((letters) => (letters === 'own' ? 102 : 100));
    paragraph((letters) => (letters === 'own' ? innerHeight + 40 : innerHeight + 10));
    await bring();
    expect(asked).toHaveLength(4);
    expect([dataset.letters, next]).toEqual(['own', []]);
  });

  it('wait for the next page where a line would break elsewhere', async () => {
    paragraph((letters) => (letters === 'own' ? 124 : 100));
    await bring();
    expect(dataset.letters).toBe('next');
    next[0]!();
    expect(dataset.letters).toBe('own');
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

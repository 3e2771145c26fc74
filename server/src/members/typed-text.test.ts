import { describe, expect, test } from 'vitest';
import { line, paragraphs } from './typed-text.ts';

/** Nothing is to be seen of these, though all of them are longer than nothing once blanks are gone. */
const NOTHING = ['\u200B', '\u2060\uFEFF', '\u3164', '\u034F', '\u202E \u202C', '\u{E0061}\u{E0062}', '\u115F'];

describe('a text of which nothing is to be seen', () => {
  test.each(NOTHING)('%j is empty as a reason, and no name', (typed) => {
    expect(paragraphs('reason', typed)).toBe('');
    expect(() => line('name', typed)).toThrow('one line');
    // The control: without looking for it, it is something.
    expect(typed.trim()).not.toBe('');
  });
});

test.each([
  ['a\u202Egnp.exe', 'agnp.exe'], ['pay\u200Bpal', 'paypal'], ['e\u0301', 'é'], ['\u2067abc\u2069', 'abc'], ['un\u00ADcut', 'uncut'],
])('what turns or hides something is not kept: %j', (typed, kept) => {
  expect([paragraphs('reason', ` ${typed}\n`), line('name', typed)]).toEqual([kept, kept]);
});

test.each(['Zdravo,\n\nхвала – Ελληνικά «ă ș ț» ğ ı ё', '1.\tone\n2.\ttwo'])('what is to be seen stays as it was typed: %j', (typed) => {
  expect(paragraphs('message', typed)).toBe(typed);
});

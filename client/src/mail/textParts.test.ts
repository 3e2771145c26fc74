import { describe, expect, it } from 'vitest';

import { textParts } from './textParts.ts';

const links = (text: string): string[] => textParts(text).filter(({ isLink }) => isLink).map((part) => part.text);

describe('the pieces of a text', () => {
  it('are the text, with its addresses as links', () => {
    const text = 'Open:\n\nhttps://passerelle.example/fr/sign-in#a_b-1\n\nThen http://localhost:4000/en?x=1&y=2.';
    expect(textParts(text).map((part) => part.text).join('')).toBe(text);
    expect(links(text)).toEqual(['https://passerelle.example/fr/sign-in#a_b-1', 'http://localhost:4000/en?x=1&y=2']);
  });

  it('are no link without an address of the web', () => {
    for (const text of ['javascript:alert(1)', 'mailto:a@example.org', 'https://', 'HTTPS is safe', '<img src=x>', '']) expect(links(text)).toEqual([]);
  });

  it('leave the signs after an address out of it', () => {
    expect(links('(https://example.org/a), «https://example.org/b».')).toEqual(['https://example.org/a', 'https://example.org/b']);
  });
});

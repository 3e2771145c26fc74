import { expect, it } from 'vitest';

import { byCode, inOrder } from './inOrder.ts';

const word = (code: string) => ({ id: code, code, name: { text: code, locale: 'el', isFallback: false, isOutdated: false } }) as const;
const words = byCode([word('AL'), word('BA'), word('GR'), word('CY')]);
const codes = (lines: readonly { readonly code: string }[]) => lines.map(({ code }) => code).join(' ');

it('puts lines in the order of the words and not of their codes', () => {
  expect(codes(inOrder([{ code: 'CY' }, { code: 'GR' }, { code: 'AL' }], ({ code }) => code, words))).toBe('AL GR CY');
});

it('puts what no word is about last and leaves lines about the same as they stood', () => {
  const lines = [{ code: 'XX', n: 1 }, { code: 'GR', n: 2 }, { code: 'AL', n: 3 }, { code: 'GR', n: 4 }];
  expect(inOrder(lines, ({ code }) => code, words).map(({ n }) => n)).toEqual([3, 2, 4, 1]);
});

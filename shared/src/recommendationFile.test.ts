import { expect, test } from 'vitest';
import { emptyRecommendationFile, inParts, RECOMMENDATION_COLUMNS } from './recommendationFile.ts';

test('a file is sent in parts that are whole signs and make the file again', () => {
  for (const text of ['', 'a', 'ж'.repeat(20_000), `${'a'.repeat(8_999)}😀${'b'.repeat(9_000)}`, '😀'.repeat(9_001)]) {
    const parts = inParts(text);
    expect(parts.join('')).toBe(text);
    for (const part of parts) expect([part.isWellFormed(), part.length <= 10_000]).toEqual([true, true]);
  }
});

test('an empty file has the heads and nothing else', () => {
  expect(emptyRecommendationFile()).toBe(`\uFEFF${RECOMMENDATION_COLUMNS.join(',')}\r\n`);
});

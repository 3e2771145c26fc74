import { describe, expect, test } from 'vitest';

import { submissions } from './submissions.ts';

describe('the key of what is sent', () => {
  test('is drawn by chance, and stays while the same is sent', () => {
    const { keyFor } = submissions();
    const key = keyFor({ email: 'ana@ngo.example' });
    expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
    expect(keyFor({ email: 'ana@ngo.example' })).toBe(key);
    expect(submissions().keyFor({ email: 'ana@ngo.example' })).not.toBe(key);
  });

  test('is another for something else, and once it was answered', () => {
    const { keyFor, answered } = submissions();
    const first = keyFor('ana');
    const other = keyFor('eva');
    answered();
    expect(new Set([first, other, keyFor('eva')]).size).toBe(3);
  });
});

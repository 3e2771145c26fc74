import { describe, expect, test } from 'vitest';

import { megabytes, titleOf } from './files.ts';

describe('a file', () => {
  test('is said to be as long as it is, in tenths of a million bytes', () => {
    expect([1, 149_999, 150_000, 9_999_999].map(megabytes)).toEqual([0.1, 0.1, 0.2, 10]);
  });

  test('is called as on the disk to begin with', () => {
    expect(['Програма_2027.pdf', 'v1.2 notes.docx', 'sans fin', ' a  b.JPEG'].map(titleOf)).toEqual(['Програма 2027', 'v1.2 notes', 'sans fin', 'a b']);
  });
});

import { expect, test } from 'vitest';

import { documentFile } from './documentFile.ts';

test('a document has its file at its id', () => {
  expect(documentFile('SessionDocument_1')).toBe('/documents/SessionDocument_1');
});

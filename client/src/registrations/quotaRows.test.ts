import { expect, test } from 'vitest';

import { quotaRows } from './quotaRows.ts';

test('a quota for each value by itself has a row for each that has a place, one for a value has its row in any case', () => {
  expect(quotaRows([
    { id: '1', kind: 'COUNTRY', key: '', places: 3, counts: [{ value: 'AL', taken: 1 }, { value: 'RS', taken: 3 }] },
    { id: '2', kind: 'SECTOR', key: 'AUTHORITY', places: 5, counts: [] },
  ])).toEqual([
    { kind: 'COUNTRY', value: 'AL', places: 3, taken: 1 }, { kind: 'COUNTRY', value: 'RS', places: 3, taken: 3 }, { kind: 'SECTOR', value: 'AUTHORITY', places: 5, taken: 0 },
  ]);
});

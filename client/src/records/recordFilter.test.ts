import { expect, test } from 'vitest';

import { recordFilter, recordToTake } from './recordFilter.ts';

test('the page and the file ask for the same', () => {
  const none = { whose: '', organisation: '', from: '', until: '' };
  expect(recordFilter(none).filter).toEqual({});
  expect(Object.values(recordToTake(none))).toEqual(['', '', '', '']);
  const some = { whose: 'others', organisation: 'Organisation_astra', from: '2026-01-01', until: '2026-12-31' };
  const { filter } = recordFilter(some);
  expect(filter).toMatchObject({ own: false, organisation: 'Organisation_astra' });
  expect(recordToTake(some)).toEqual({ own: 'false', organisation: 'Organisation_astra', from: filter!.from, until: filter!.until });
  expect(new Date(filter!.until!).getTime() - new Date(filter!.from!).getTime()).toBeGreaterThan(364 * 86_400_000);
});

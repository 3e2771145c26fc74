import { expect, test } from 'vitest';

import { balanceRows } from './balanceRows.ts';

type Counts = Parameters<typeof balanceRows>[0];
const total = (totalCount: number): { totalCount: number } => ({ totalCount });
const OWN = { authoritiesHeld: total(1), civilSocietyHeld: total(2), othersHeld: total(0), authoritiesWaiting: total(3), civilSocietyWaiting: total(4), othersWaiting: total(0) };
const session = (edit: boolean, more: object): Counts => ({ ...OWN, trainingSession: { can: { edit }, quotas: [], placeCounts: [], ...more } }) as unknown as Counts;
const QUOTAS = [{ id: '1', kind: 'SECTOR', key: 'AUTHORITY', places: 10, counts: [] }, { id: '2', kind: 'SECTOR', key: 'CIVIL_SOCIETY', places: 12, counts: [] }, { id: '3', kind: 'COUNTRY', key: '', places: 1, counts: [] }];

test('the balance of who prepares the session is of all people, beside what the quotas give to each', () => {
  const placeCounts = [{ kind: 'SECTOR', value: 'AUTHORITY', taken: 7, waiting: 1 }, { kind: 'COUNTRY', value: 'AL', taken: 9, waiting: 9 }, { kind: 'SECTOR', value: 'CIVIL_SOCIETY', taken: 12, waiting: 5 }];
  expect(balanceRows(session(true, { quotas: QUOTAS, placeCounts }))).toEqual([
    { sector: 'AUTHORITY', held: 7, waiting: 1, most: 10 }, { sector: 'CIVIL_SOCIETY', held: 12, waiting: 5, most: 12 }, { sector: 'OTHER', held: 0, waiting: 0, most: null },
  ]);
});

test('a quota for each by itself is that of all that have none of their own', () => {
  const quotas = [{ id: '1', kind: 'SECTOR', key: '', places: 5, counts: [] }, { id: '2', kind: 'SECTOR', key: 'OTHER', places: 2, counts: [] }];
  expect(balanceRows(session(true, { quotas })).map(({ most }) => most)).toEqual([5, 5, 2]);
});

test('the balance of others is of those whom they see, without what they are not told', () => {
  expect(balanceRows(session(false, {}))).toEqual([
    { sector: 'AUTHORITY', held: 1, waiting: 3, most: null }, { sector: 'CIVIL_SOCIETY', held: 2, waiting: 4, most: null }, { sector: 'OTHER', held: 0, waiting: 0, most: null },
  ]);
});

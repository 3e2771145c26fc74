import type { SessionRegistrations } from './useRegistrations.ts';

type Quota = NonNullable<SessionRegistrations['trainingSession']>['quotas'][number];

/** How many places of one value are taken, of how many. */
export interface QuotaRow {
  readonly kind: Quota['kind'];
  readonly value: string;
  readonly taken: number;
  readonly places: number;
}

/** A row for each value of a quota: for its own one in any case, for each that has a place where the quota is for each by itself. */
export function quotaRows(quotas: readonly Quota[]): QuotaRow[] {
  return quotas.flatMap(({ kind, key, places, counts }) => {
    const values = key === '' ? counts.map(({ value }) => value) : [key];
    return values.map((value) => ({ kind, value, places, taken: counts.find((count) => count.value === value)?.taken ?? 0 }));
  });
}

import type { SessionRegistrations } from './useRegistrations.ts';

/** What the balance counts: the bodies that people work for. */
type Sector = 'AUTHORITY' | 'CIVIL_SOCIETY' | 'OTHER';

/** How many of those who work for bodies of a kind have a place and wait, and how many of them can have one. */
export interface BalanceRow {
  readonly sector: Sector;
  readonly held: number;
  readonly waiting: number;
  /** Null where no quota says so, or not to whoever asks. */
  readonly most: number | null;
}

type Counts = Pick<SessionRegistrations, 'trainingSession' | `${'authorities' | 'civilSociety' | 'others'}${'Held' | 'Waiting'}`>;

/** The balance of a session, kind by kind: to who prepares it of all people, with its quotas; to others of those whom they see. */
export function balanceRows(counts: Counts): BalanceRow[] {
  const { can, quotas = [], placeCounts = [] } = counts.trainingSession ?? {};
  const own: Readonly<Record<Sector, readonly [held: number, waiting: number]>> = {
    AUTHORITY: [counts.authoritiesHeld.totalCount, counts.authoritiesWaiting.totalCount], CIVIL_SOCIETY: [counts.civilSocietyHeld.totalCount, counts.civilSocietyWaiting.totalCount],
    OTHER: [counts.othersHeld.totalCount, counts.othersWaiting.totalCount],
  };
  return (['AUTHORITY', 'CIVIL_SOCIETY', 'OTHER'] as const).map((sector) => {
    const all = placeCounts.find(({ kind, value }) => kind === 'SECTOR' && value === sector);
    const [held, waiting] = can?.edit ? [all?.taken ?? 0, all?.waiting ?? 0] : own[sector];
    const quota = quotas.find(({ kind, key }) => kind === 'SECTOR' && key === sector) ?? quotas.find(({ kind, key }) => kind === 'SECTOR' && key === '');
    return { sector, held, waiting, most: quota?.places ?? null };
  });
}

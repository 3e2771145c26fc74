/** Invented clearances of experts: of one they are over, of one they follow each other without a break, and some have their document. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { onePage } from './one-page.ts';
import type { Chance } from './random.ts';

const DAY = 86_400_000;

/** Days from today, by whom, what else is known of it; whether its document is there. */
interface Given {
  readonly from: number;
  readonly until: number;
  readonly by: string;
  readonly remark: string | null;
  readonly hasFile: boolean;
}

/** For each expert in turn. The first is the one whose sheet belongs to an invented account. */
const CLEARANCES: readonly (readonly Given[])[] = [
  [
    { from: -30, until: 60, by: 'Cour d’appel (inventée)', remark: 'Missions de dix jours au plus.', hasFile: true },
    { from: 61, until: 150, by: 'Cour d’appel (inventée)', remark: null, hasFile: false },
  ],
  [{ from: -200, until: -20, by: 'Direction des ressources humaines (inventée)', remark: null, hasFile: true }],
  [{ from: 20, until: 110, by: 'Association (inventée)', remark: null, hasFile: false }],
];

/** Writes them for the expert whose name the network sees first, and for others. `em` is the owner's. */
export async function fillClearances(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const day = (days: number): string => new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
  const experts = await em.execute<{ uuid: string }[]>(`select uuid from expert where is_demonstration order by name_visibility <> 'NETWORK', uuid limit ?`, [CLEARANCES.length]);
  const file = onePage('Passerelle');
  for (const [n, { uuid }] of experts.entries()) {
    for (const { from, until, by, remark, hasFile } of CLEARANCES[n]!) {
      const clearance = luck.uuid(today);
      await em.execute(`insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, remark, locale) values (?, ?, ?, ?, ?, ?, ?, 'fr')`, [clearance, uuid, day(from), day(until), by, day(Math.min(from, 0) - 40), remark]);
      if (hasFile) await em.execute(`insert into clearance_file (clearance_uuid, kind, size, bytes) values (?, 'PDF', ?, ?)`, [clearance, file.length, file]);
    }
  }
}

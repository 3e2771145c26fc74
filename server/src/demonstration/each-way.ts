/** How many places invented sessions that are held in a place and online have in each way. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Chance } from './random.ts';

interface Session {
  readonly uuid: string;
  readonly places: number;
  readonly taken: number;
}

/** Gives numbers to two sessions of three that are held in both ways, in the order in which they begin; those that are taken are shared out among the two. */
export async function fillEachWay(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const sessions = await em.execute<Session[]>(`select uuid, places, places_taken as taken from training_session where is_demonstration and format = 'HYBRID' order by starts_at, uuid`);
  for (const { uuid, places, taken } of sessions.filter((_, i) => i % 3 < 2)) {
    const online = Math.floor(places / luck.int(2, 3));
    const onSite = places - online;
    const takenOnline = luck.int(Math.max(0, taken - onSite), Math.min(online, taken));
    for (const [mode, most, held] of [['ON_SITE', onSite, taken - takenOnline], ['ONLINE', online, takenOnline]] as const) {
      const quota = luck.uuid(today);
      await em.execute(`insert into session_quota (uuid, session_uuid, kind, key, places) values (?, ?, 'MODE', ?, ?)`, [quota, uuid, mode, most]);
      await em.execute('insert into quota_count (quota_uuid, value, taken) values (?, ?, ?)', [quota, mode, held]);
    }
  }
}

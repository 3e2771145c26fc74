/** What every change of what is kept of a country begins with. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemberRole } from '../accounts/index.ts';
import { standingsOf } from '../members/index.ts';
import { keepsAs } from './upkeep.policy.ts';

/** Which country, by its code, and who keeps it. */
export interface WhichCountry {
  readonly person: string;
  readonly country: string;
}

/** The day in the country, or in Paris, whichever is later: whoever says something there says it of their own day. */
export async function todayIn(em: EntityManager, { country }: Pick<WhichCountry, 'country'>): Promise<string> {
  const [{ today }] = await em.execute<[{ today: string }]>(`select greatest((now() at time zone 'Europe/Paris')::date, (select (now() at time zone c.time_zone)::date from country c where c.code = ?))::text as today`, [country]);
  return today;
}

/** As what somebody keeps a country, of which one changes something at a time; undefined where they do not, or where there is none. */
export async function heldAs(em: EntityManager, { person, country }: WhichCountry): Promise<MemberRole | undefined> {
  const as = keepsAs(await standingsOf(em, person), country);
  if (as === undefined || (await em.execute<unknown[]>('select from country where code = ?', [country])).length === 0) return undefined;
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('upkeep ' || ?, 0))`, [country]);
  return as;
}

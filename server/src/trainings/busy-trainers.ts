/** That nobody teaches in two sessions at the same time: said before the database refuses it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { UserError } from '../core/errors.ts';

const OVERLAPPING = `
  select distinct s.uuid as id, s.source_locale as source, (select jsonb_object_agg(x.locale, x.title) from training_session_translation x where x.session_uuid = s.uuid and x.title <> '') as titles
  from session_trainer t join session_trainer o on o.expert_uuid = t.expert_uuid and o.session_uuid <> t.session_uuid and o.busy && t.busy left join training_session s on s.uuid = o.session_uuid
  where t.session_uuid = ? order by s.uuid`;

/** The number that stands for those who teach among the locks of the database. */
const TEACHING = 7_266_026;

/** The database's answer to two changes at once, of which each is right without the other. */
const EXCLUSION = '23P01';

const busy = (about: string): UserError => new UserError('TRAINER_BUSY', 'Somebody who teaches in it teaches in another session at the same time', { about });

/**
 * To be called once a session, its trainers or its parts are as they shall be. Throws TRAINER_BUSY, which undoes all of it, when somebody
 * who teaches in it would teach in another session at the same time; with the titles of those that who asks may see, in their language.
 */
export async function refuseBusyTrainers(em: EntityManager, session: string, locale: Locale): Promise<void> {
  // Of two changes at once that concern the same person, the second sees the first.
  await em.execute('select pg_advisory_xact_lock(?, hashtext(x.expert::text)) from (select expert_uuid as expert from session_trainer where session_uuid = ? order by 1) x', [TEACHING, session]);
  const found = await em.execute<{ id: string | null; source: string; titles: Readonly<Record<string, string>> | null }[]>(OVERLAPPING, [session]);
  if (found.length > 0) {
    const titles = found.flatMap(({ titles: said, source }) => (said ? [said[[locale, ...LOCALES[locale].fallback, source].find((tag) => said[tag])!]!] : []));
    throw busy(titles.map((title) => `“${title}”`).join(', '));
  }
  try {
    await em.execute('set constraints "session_trainer_apart" immediate');
  } catch (error) {
    throw (error as { code?: unknown }).code === EXCLUSION ? busy('') : error;
  }
}

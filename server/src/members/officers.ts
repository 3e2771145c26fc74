/** Who is told of what waits for a decision. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { WRITTEN_TO } from './members.policy.ts';

/** Somebody who decides for a country. */
export interface Officer {
  readonly email: string;
  readonly locale: Locale | null;
}

/** Those of some roles who may act today, with the language of their mails. */
const OFFICERS = `
  select distinct p.email, p.locale from member m join person p on p.id = m.person_id
  where m.role = any(string_to_array(?, ' ')) and (?::text is null or m.country_code = ?) and p.suspended_at is null and m.suspended_at is null
    and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')`;

/** Those who decide about what comes from a country: its embassy, or, where nobody of it has an account, the adviser and their team. After `openEntrance`. */
export async function whoDecides(em: EntityManager, country: string): Promise<Officer[]> {
  const post = await em.execute<Officer[]>(OFFICERS, [WRITTEN_TO.inCountry.join(' '), country, country]);
  return post.length > 0 ? post : em.execute<Officer[]>(OFFICERS, [WRITTEN_TO.else.join(' '), null, null]);
}

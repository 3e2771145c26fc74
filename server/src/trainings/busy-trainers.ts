/** That nobody teaches in two sessions at the same time: said before the database refuses it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { UserError } from '../core/errors.ts';
import { filled } from '../core/translation/index.ts';
import { BUSY_WORDS } from './texts.ts';

const OVERLAPPING = `
  select distinct s.uuid as id, s.source_locale as source, (select jsonb_object_agg(x.locale, x.title) from training_session_translation x where x.session_uuid = s.uuid and x.title <> '') as titles
  from session_trainer t join session_trainer o on o.expert_uuid = t.expert_uuid and o.session_uuid <> t.session_uuid and o.busy && t.busy left join training_session s on s.uuid = o.session_uuid
  where t.session_uuid = ? order by s.uuid`;

/** Sessions in preparation that who asks may not see: where, and when. */
interface Unseen {
  /** The name of the country by its locale; null for one that is online only. */
  readonly country: Readonly<Record<string, string>> | null;
  readonly code: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
}

const UNSEEN = `
  select b.country_code as code, (select jsonb_object_agg(x.locale, x.name) from country_translation x where x.country_code = b.country_code and x.name <> '') as country,
    to_json(b.starts_at)#>>'{}' as "startsAt", to_json(b.ends_at)#>>'{}' as "endsAt", b.time_zone as zone
  from busy_unseen(?) b order by b.starts_at, b.country_code`;

/** Whom to ask about a session that is not named, and on which days it would be. */
function toldOf({ country, code, startsAt, endsAt, zone }: Unseen, locale: Locale): string {
  const days = new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone: zone }).formatRange(new Date(startsAt), new Date(endsAt));
  const { post, adviser } = BUSY_WORDS[locale];
  return code === null ? filled(adviser, { days }) : filled(post, { days, country: inLanguage(country ?? {}, locale) ?? code });
}

const inLanguage = (texts: Readonly<Record<string, string>>, locale: Locale, source: string = locale): string | undefined => texts[[locale, ...LOCALES[locale].fallback, source].find((tag) => texts[tag]) ?? ''];

/** The number that stands for those who teach among the locks of the database. */
const TEACHING = 7_266_026;

/** The database's answer to two changes at once, of which each is right without the other. */
const EXCLUSION = '23P01';

const busy = (about: string): UserError => new UserError('TRAINER_BUSY', 'Somebody who teaches in it teaches in another session at the same time', { about });

/**
 * To be called once a session, its trainers or its parts are as they shall be. Throws TRAINER_BUSY, which undoes all of it, when somebody
 * who teaches in it would teach in another session at the same time; with the titles of those that who asks may see, in their language; of one in preparation that they may not see, with whom to ask, and its days.
 */
export async function refuseBusyTrainers(em: EntityManager, session: string, locale: Locale): Promise<void> {
  // Of two changes at once that concern the same person, the second sees the first.
  await em.execute('select pg_advisory_xact_lock(?, hashtext(x.expert::text)) from (select expert_uuid as expert from session_trainer where session_uuid = ? order by 1) x', [TEACHING, session]);
  const found = await em.execute<{ id: string | null; source: string; titles: Readonly<Record<string, string>> | null }[]>(OVERLAPPING, [session]);
  if (found.length > 0) {
    const titles = found.flatMap(({ titles: said, source }) => (said ? [`“${inLanguage(said, locale, source)!}”`] : []));
    const unseen = found.length > titles.length ? await em.execute<Unseen[]>(UNSEEN, [session]) : [];
    throw busy([...titles, ...new Set(unseen.map((one) => toldOf(one, locale)))].join(', '));
  }
  try {
    await em.execute('set constraints "session_trainer_apart" immediate');
  } catch (error) {
    throw (error as { code?: unknown }).code === EXCLUSION ? busy('') : error;
  }
}

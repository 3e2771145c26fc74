/** Sessions as mails tell them: read with the rights of the transaction that the mail is written in, in every language at once. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { runPrepared } from '../core/database/index.ts';
import type { LocalizedText } from '../core/translation/index.ts';
import type { SessionToTell } from './session-event.ts';

/** A text by its locale; null where it is missing. */
type Texts = Readonly<Record<string, string | null>>;
/** The texts of a row by their locale, each with the version of the source that it says. */
type Rows<K extends string> = Readonly<Record<string, Readonly<Record<K, string | null>> & { readonly version: number }>>;

/** A session in every language in which something is said of it. */
export interface SessionInWords extends Pick<SessionToTell, 'format' | 'town' | 'venue' | 'startsAt' | 'endsAt' | 'changedAt' | 'timeZone' | 'sequence' | 'isDemonstration'> {
  /** Its key. */
  readonly key: string;
  readonly stage: 'DRAFT' | 'OPEN' | 'CLOSED' | 'CANCELLED' | 'ARCHIVED';
  readonly sourceLocale: Locale;
  readonly sourceVersion: number;
  readonly texts: Rows<'title' | 'summary' | 'programme' | 'reason'>;
  readonly theme: Texts;
  readonly country: Texts | null;
  readonly parts: readonly (Pick<SessionToTell['parts'][number], 'day' | 'startsAt' | 'endsAt' | 'room'> & {
    readonly sourceLocale: Locale; readonly sourceVersion: number; readonly texts: Rows<'title'>;
  })[];
}

/** The statement that reads the words of the sessions whose keys are in a list of texts, by what the list is called there (`$1`). */
export const wordsOfSessions = (keys: string): string => `
  select s.uuid as key, s.stage, s.source_locale as "sourceLocale", s.source_version as "sourceVersion", s.format, s.town, case when v.session_uuid is not null then json_build_object('name', v.name, 'address', v.address) end as venue, to_json(s.starts_at)#>>'{}' as "startsAt", to_json(s.ends_at)#>>'{}' as "endsAt",
    to_json(s.changed_at)#>>'{}' as "changedAt", s.time_zone as "timeZone", s.sequence, s.is_demonstration as "isDemonstration",
    (select json_object_agg(x.locale, json_build_object('title', x.title, 'summary', x.summary, 'programme', x.programme, 'reason', x.cancelled_reason, 'version', x.source_version))
      from training_session_translation x where x.session_uuid = s.uuid) as texts,
    (select json_object_agg(x.locale, x.name) from theme_translation x where x.theme_code = s.theme_code) as theme,
    (select json_object_agg(x.locale, x.name) from country_translation x where x.country_code = s.country_code) as country,
    (select coalesce(json_agg(json_build_object('day', p.day, 'room', p.room, 'sourceLocale', p.source_locale, 'sourceVersion', p.source_version,
        'startsAt', part_instant(s.starts_at, s.time_zone, p.day, p.starts), 'endsAt', part_instant(s.starts_at, s.time_zone, p.day, p.ends),
        'texts', (select json_object_agg(x.locale, json_build_object('title', x.title, 'version', x.source_version)) from session_part_translation x where x.part_uuid = p.uuid)) order by p.day, p.starts, p.uuid), '[]')
      from session_part p where p.session_uuid = s.uuid) as parts
  from training_session s left join session_venue v on v.session_uuid = s.uuid where s.uuid = any(array(select unnest(${keys}::uuid[])))`;

const WORDS = wordsOfSessions('$1');

/** Some sessions by their keys, of those that who asks may see. */
export async function sessionsInWords(em: EntityManager, sessions: readonly string[]): Promise<ReadonlyMap<string, SessionInWords>> {
  if (sessions.length === 0) return new Map();
  const rows = await runPrepared<SessionInWords>(em, WORDS, [[...new Set(sessions)]]);
  return new Map(rows.map((row) => [row.key, row]));
}

/** A text along the chain of a language, else in its source; null where it is said nowhere. */
function localized<K extends string>(rows: Rows<K>, name: K, locale: Locale, source: { readonly sourceLocale: Locale; readonly sourceVersion: number }): LocalizedText | null {
  const tag = [locale, ...LOCALES[locale].fallback, source.sourceLocale].find((one) => rows[one]?.[name]);
  if (tag === undefined) return null;
  return { text: rows[tag]![name]!, locale: tag, isFallback: tag !== locale, isOutdated: rows[tag]!.version < source.sourceVersion };
}

/** A name of the reference, which each has in English or in French. */
function named(texts: Texts, locale: Locale): LocalizedText {
  const tag = [locale, ...LOCALES[locale].fallback].find((one) => texts[one])!;
  return { text: texts[tag]!, locale: tag, isFallback: tag !== locale, isOutdated: false };
}

/** What a calendar tells of a session in a language. */
export function toTell(session: SessionInWords, locale: Locale): SessionToTell {
  const { key, stage, texts, theme, country, parts, ...facts } = session;
  const text = (name: 'title' | 'summary' | 'programme' | 'reason'): LocalizedText | null => localized(texts, name, locale, session);
  return {
    ...facts, id: `TrainingSession_${key}`, state: stage, title: text('title')!, summary: text('summary'), programme: text('programme'), cancelledReason: text('reason'),
    theme: { name: named(theme, locale) }, country: country && { name: named(country, locale) },
    parts: parts.map((part) => ({ ...part, title: localized(part.texts, 'title', locale, part)! })),
  };
}

/** The training record, as whoever asks sees it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { ONE_MORE, whole } from './most-lines.ts';
import { named, sessionTitle } from './names.ts';
import type { Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

/** Whose record, as the page asks for it; what is left out asks nothing. */
export interface RecordWanted {
  readonly own: boolean | null;
  /** A slug. */
  readonly organisation: string | null;
  /** Of sessions that began then or later, and before then: instants, ISO 8601. */
  readonly from: string | null;
  readonly until: string | null;
}

interface Row {
  readonly session: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly country: string | null;
  readonly profession: string | null;
  readonly day: string;
  readonly days: number;
  readonly present: number;
  readonly certificate: string | null;
}

/** Who took part in which sessions, the latest first. */
export async function recordOf(em: EntityManager, { own, organisation, from, until }: RecordWanted, locale: Locale, words: ExportWords): Promise<Sheet> {
  const rows = await em.execute<Row[]>(
    `select ${sessionTitle(locale)} as session, t.name, ${named('organisation', 'organisation_slug', 't.organisation_slug', locale)} as organisation, ${named('country', 'country_code', 't.country_code', locale)} as country,
       ${named('profession', 'profession_code', 't.profession_code', locale)} as profession, (s.starts_at at time zone s.time_zone)::date::text as day, t.days, t.days_present as present, t.certificate_number as certificate
     from training_record t join training_session s on s.uuid = t.session_uuid where (?::boolean is null or coalesce(t.is_own, false) = ?::boolean) and (?::text is null or t.organisation_slug = ?::text)
       and t.starts_at >= coalesce(?::timestamptz, '-infinity') and t.starts_at < coalesce(?::timestamptz, 'infinity')
     order by t.starts_at desc, t.name, t.uuid ${ONE_MORE}`, [own, own, organisation, organisation, from, until]);
  const { head } = words;
  return {
    title: words.record,
    heads: [head.session, head.day, head.name, head.organisation, head.country, head.profession, head.days, head.present, head.certificate],
    rows: whole(rows).map((row) => [row.session, row.day, row.name, row.organisation, row.country, row.profession, row.days, row.present, row.certificate]),
  };
}

/** The people of a session, as whoever asks sees them on its pages: the rules of the tables give each row, and each address, or not. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { named } from './names.ts';
import { ONE_MORE, whole } from './most-lines.ts';
import type { ExportWords } from './texts.ts';
import type { Sheet } from './sheet.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly organisation: string | null;
  readonly country: string | null;
  readonly profession: string | null;
  readonly sector: keyof ExportWords['sector'] | null;
  readonly mode: keyof ExportWords['mode'];
  readonly state: keyof ExportWords['state'];
  readonly registered: string | null;
  readonly days: number;
  readonly present: number | null;
  readonly certificate: string | null;
}

/** Of whom somebody sees no more than the name, since they teach in the session, nothing leaves the site. */
const ROWS = (locale: string): string => `
  select x.uuid as id, coalesce(p.name, a.name) as name, p.email, ${named('organisation', 'organisation_slug', 'coalesce(r.organisation_slug, a.organisation_slug)', locale)} as organisation,
    ${named('country', 'country_code', 'coalesce(r.country_code, a.country_code)', locale)} as country, ${named('profession', 'profession_code', 'r.profession_code', locale)} as profession, r.sector, coalesce(r.mode, a.mode) as mode,
    coalesce(r.state, 'CONFIRMED') as state, (r.registered_at at time zone s.time_zone)::date::text as registered, cardinality(held_days(s.uuid)) as days,
    case when a.uuid is not null then present_days(a.uuid) end as present, (select c.number from certificate c where c.registration_uuid = a.uuid and c.revoked_at is null) as certificate
  from (select uuid from registration where session_uuid = :session union select uuid from attendee where session_uuid = :session and mode is not null) x
    join training_session s on s.uuid = :session left join registration r on r.uuid = x.uuid left join participant p on p.uuid = r.participant_uuid left join attendee a on a.uuid = x.uuid and a.mode is not null
  order by 2, x.uuid ${ONE_MORE}`;

/** A question that asks for a file, with the names of those that were brought, by registration. */
interface Asked {
  readonly label: string;
  readonly names: Readonly<Record<string, string>>;
}

/** Whose answers they may read, the rules of the tables say. What is in a file is in no list. */
const FILES = (locale: Locale): string => `
  select (array_agg(x.label order by q.edition desc))[1] as label, json_object_agg(f.registration_uuid, f.name) as names
  from answer_file f join form_question q on q.uuid = f.question_uuid cross join lateral (select t.label from form_question_translation t where t.question_uuid = q.uuid and t.label is not null
    order by array_position(array[${[locale, ...LOCALES[locale].fallback].map((tag) => `'${tag}'`).join(', ')}]::text[] || q.source_locale, t.locale) nulls last, t.locale limit 1) x
  where q.session_uuid = ? and f.registration_uuid is not null group by q.key order by min(q.position), q.key`;

/** Those with a registration for a session, by its key. */
export async function participantsOf(em: EntityManager, session: string, locale: Locale, words: ExportWords): Promise<Sheet> {
  const rows = await em.execute<Row[]>(ROWS(locale).replaceAll(':session', '?::uuid'), [session, session, session]);
  const files = await em.execute<Asked[]>(FILES(locale), [session]);
  const { head } = words;
  return {
    title: words.participants,
    heads: [head.name, head.email, head.organisation, head.country, head.profession, head.sector, head.mode, head.state, head.registered, head.days, head.present, head.certificate, ...files.map(({ label }) => label)],
    rows: whole(rows).map((row) => [
      row.name, row.email, row.organisation, row.country, row.profession, row.sector && words.sector[row.sector], words.mode[row.mode], words.state[row.state], row.registered, row.days, row.present, row.certificate, ...files.map(({ names }) => names[row.id] ?? null),
    ]),
  };
}

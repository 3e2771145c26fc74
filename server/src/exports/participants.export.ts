/** The people of a session, as whoever asks sees them on its pages: the rules of the tables give each row, and each address, or not. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { answersOf } from './answers.export.ts';
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

/** Those with a registration for a session, by its key, with what was answered for them. */
export async function participantsOf(em: EntityManager, session: string, locale: Locale, words: ExportWords): Promise<Sheet> {
  const rows = await em.execute<Row[]>(ROWS(locale).replaceAll(':session', '?::uuid'), [session, session, session]);
  const answers = await answersOf(em, session, locale, words);
  const { head } = words;
  return {
    title: words.participants,
    heads: [head.name, head.email, head.organisation, head.country, head.profession, head.sector, head.mode, head.state, head.registered, head.days, head.present, head.certificate, ...answers.map(({ head: asked }) => asked)],
    rows: whole(rows).map((row) => [
      row.name, row.email, row.organisation, row.country, row.profession, row.sector && words.sector[row.sector], words.mode[row.mode], words.state[row.state], row.registered, row.days, row.present, row.certificate, ...answers.map(({ cellOf }) => cellOf(row.id)),
    ]),
  };
}

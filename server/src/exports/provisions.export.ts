/** What countries have in their law for instruments, and have reserved or declared, of those that whoever asks sees: of a post those of its country. The rules of rows say which. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import type { NameContext } from '../countries/index.ts';
import { together } from './chain.ts';
import { contextsOf } from './name-notes.ts';
import { ONE_MORE, whole } from './most-lines.ts';
import { named } from './names.ts';
import type { Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

/** Which, by codes; what is left out asks nothing. */
export interface ProvisionsWanted {
  readonly country: string | null;
  readonly instrument: string | null;
}

/** One as it is in a file of JSON: by codes, its text as it was read, in its own language. */
interface ProvisionRecord {
  readonly key: string;
  readonly isDemonstration: boolean;
  readonly kind: keyof ExportWords['provisions']['kind'];
  readonly country: string;
  readonly instrument: string;
  readonly articles: readonly string[];
  readonly recommendations: readonly string[];
  readonly locale: Locale;
  readonly text: string;
  readonly reference: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly source: string;
  readonly sourceUrl: string | null;
  readonly isVerified: boolean;
  readonly checkedOn: string | null;
  readonly enteredOn: string;
  readonly enteredAs: string;
}

interface Row extends ProvisionRecord {
  /** The instrument by its reference in the collection that publishes it: a title in another language would stand beside the language of the text. */
  readonly context: NameContext | null;
  readonly names: { readonly country: string; readonly instrument: string; readonly recommendations: readonly string[] };
}

const statement = (locale: Locale): string => `
  select p.uuid as key, p.is_demonstration as "isDemonstration", p.kind, p.country_code as country, p.instrument_code as instrument, p.locale, p.text, p.reference, p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", p.source, p.source_url as "sourceUrl", p.is_verified as "isVerified", p.checked_on as "checkedOn", i.name_context as context,
    (select coalesce(jsonb_agg(a.number order by a.position), '[]') from national_provision_article l join instrument_article a on a.instrument_code = l.instrument_code and a.number = l.number where l.provision_uuid = p.uuid) as articles,
    (select coalesce(jsonb_agg(l.recommendation_slug order by l.recommendation_slug collate "C"), '[]') from national_provision_recommendation l where l.provision_uuid = p.uuid) as recommendations,
    (p.entered_at at time zone 'Europe/Paris')::date::text as "enteredOn", p.entered_as as "enteredAs",
    jsonb_build_object('country', ${named('country', 'country_code', 'p.country_code', locale)}, 'instrument', i.reference,
      'recommendations', (select coalesce(jsonb_agg(concat_ws(' ', r.body, r.country_code, r.round || '.', '§' || r.paragraph) order by r.slug collate "C"), '[]') from national_provision_recommendation l join recommendation r on r.slug = l.recommendation_slug where l.provision_uuid = p.uuid)) as names
  from national_provision p join instrument i on i.code = p.instrument_code where (?::text is null or p.country_code = ?::text) and (?::text is null or p.instrument_code = ?::text) order by p.country_code, i.position, p.kind, p.uuid ${ONE_MORE}`;

/** Those that meet the conditions, by country and instrument. */
export async function provisionsOf(em: EntityManager, { country, instrument }: ProvisionsWanted, locale: Locale, words: ExportWords): Promise<Sheet> {
  const rows = whole(await em.execute<Row[]>(statement(locale), [country, country, instrument, instrument]));
  const { title, head, kind } = words.provisions;
  const line = ({ names, ...row }: Row) => [
    names.country, names.instrument, together(row.articles), together(names.recommendations), row.isDemonstration ? together([words.about.demonstration, kind[row.kind]]) : kind[row.kind], row.reference, row.text,
    LOCALES[row.locale].endonym, row.startsOn, row.endsOn, together([row.source, row.sourceUrl]), row.isVerified ? words.yesNo.YES : words.yesNo.NO, row.checkedOn,
  ];
  return {
    title,
    heads: [words.head.country, head.instrument, head.articles, head.recommendations, head.kind, head.reference, head.text, words.said.language, head.startsOn, head.endsOn, words.instruments.head.source, words.instruments.head.verified, words.instruments.head.checkedOn],
    rows: rows.map(line),
    contexts: contextsOf(rows.map(({ country: code, context }) => ({ code, context }))),
    records: rows.map(({ names: _names, context: _context, ...record }) => record),
  };
}

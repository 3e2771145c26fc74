/** The register of recommendations, with what has become of each for whoever follows it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { ONE_MORE, whole } from './most-lines.ts';
import { named } from './names.ts';
import type { Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

/** Which, as the page asks for them: by codes; what is left out asks nothing. */
export interface RecommendationsWanted {
  readonly country: string | null;
  readonly theme: string | null;
  readonly verb: string | null;
  readonly standing: string | null;
}

interface Row {
  readonly key: string;
  readonly countryCode: string;
  readonly themeCodes: readonly string[];
  readonly body: string;
  readonly round: number | null;
  readonly year: number | null;
  readonly paragraph: number | null;
  readonly country: string;
  readonly verb: keyof ExportWords['recommendations']['verb'];
  readonly themes: string | null;
  readonly summary: string;
  readonly status: keyof ExportWords['recommendations']['status'] | null;
  readonly asOf: string | null;
  readonly seen: string | null;
  readonly isInvented: boolean | null;
  readonly source: string;
  readonly isOneInvented: boolean;
}

/** A text of a row with translations: along the chain of a language, else in its own. */
const text = (column: string, table: string, [key, of]: readonly [key: string, of: string], locale: Locale): string => `(select x.${column} from ${table} x where x.${key} = ${of} and x.${column} is not null
  order by array_position(array[${[locale, ...LOCALES[locale].fallback].map((tag) => `'${tag}'`).join(', ')}]::text[] || ${of.split('.')[0]}.source_locale, x.locale) nulls last, x.locale limit 1)`;

/** Those that meet the conditions, the latest report first. Where they stand is in the file for those who see it: the rules of rows say of which. */
export async function recommendationsOf(em: EntityManager, { country, theme, verb, standing }: RecommendationsWanted, locale: Locale, words: ExportWords): Promise<Sheet> {
  const rows = await em.execute<Row[]>(
    `select r.slug as key, r.country_code as "countryCode", (select coalesce(jsonb_agg(t.theme_code order by t.theme_code collate "C"), '[]') from recommendation_theme t where t.recommendation_slug = r.slug) as "themeCodes", r.body, r.round, r.year, r.paragraph, ${named('country', 'country_code', 'r.country_code', locale)} as country, r.verb, r.source, r.is_demonstration as "isOneInvented",
       (select string_agg(${named('theme', 'theme_code', 't.theme_code', locale)}, ' · ' order by t.theme_code collate "C") from recommendation_theme t where t.recommendation_slug = r.slug) as themes,
       ${text('summary', 'recommendation_translation', ['recommendation_slug', 'r.slug'], locale)} as summary,
       p.status, p.as_of::text as "asOf", ${text('seen', 'recommendation_progress_translation', ['progress_uuid', 'p.uuid'], locale)} as seen, p.is_demonstration as "isInvented"
     from recommendation r left join lateral (select * from recommendation_progress p where p.recommendation_slug = r.slug order by p.is_demonstration, p.entered_at desc, p.position desc limit 1) p on true
     where (?::text is null or r.country_code = ?::text) and (?::text is null or r.verb = ?::text) and (?::text is null or exists (select from recommendation_theme t where t.recommendation_slug = r.slug and t.theme_code = ?::text))
       and (?::text is null or ((is_adviser() or is_post_of(acting_person(), r.country_code)) and case ?::text when 'UNKNOWN' then p.status is null when 'OPEN' then p.status is null or p.status not in ('IMPLEMENTED', 'NO_LONGER_RELEVANT') else p.status is not distinct from ?::text end))
     order by coalesce(r.year, 0) desc, r.slug ${ONE_MORE}`, [country, country, verb, verb, theme, theme, standing, standing, standing]);
  const { title, head, verb: verbs, status } = words.recommendations;
  const lines = whole(rows);
  return {
    title,
    heads: [head.body, head.round, head.year, head.paragraph, words.head.country, head.verb, head.themes, head.summary, head.status, head.asOf, head.seen, head.source],
    rows: lines.map((row) => [row.body, row.round, row.year, row.paragraph, row.country, verbs[row.verb], row.themes, row.isOneInvented ? [words.about.demonstration, row.summary].join(' ') : row.summary, row.status && status[row.status], row.asOf, row.isInvented ? [words.about.demonstration, row.seen].join(' ') : row.seen, row.source]),
    records: lines.map(recordOf),
  };
}

/** A recommendation by codes, with where it stands for those who see that; its summary and what was seen in the language of who asks. */
const recordOf = ({ key, isOneInvented, body, round, year, paragraph, countryCode, verb, themeCodes, summary, status, asOf, seen, isInvented, source }: Row): object => ({
  key, isDemonstration: isOneInvented, body, round, year, paragraph, country: countryCode, verb, themes: themeCodes, summary, source, progress: status && { status, asOf, seen, isDemonstration: isInvented },
});

/** The register of recommendations, with what has become of each for whoever follows it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { NameContext } from '../countries/index.ts';
import { type Said, saidOf } from './chain.ts';
import { contextsOf } from './name-notes.ts';
import { ONE_MORE, whole } from './most-lines.ts';
import { named } from './names.ts';
import { type InFile, inFile, outdatedOf, saidCells, stateOf, textOf } from './said.ts';
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
  readonly context: NameContext | null;
  readonly round: number | null;
  readonly year: number | null;
  readonly paragraph: number | null;
  readonly country: string;
  readonly verb: keyof ExportWords['recommendations']['verb'];
  readonly themes: string | null;
  readonly sourceLocale: Locale;
  readonly texts: Said<'summary'>;
  readonly outdated: readonly Locale[];
  readonly status: keyof ExportWords['recommendations']['status'] | null;
  readonly asOf: string | null;
  readonly seen: { readonly sourceLocale: Locale; readonly texts: Said<'seen'>; readonly outdated: readonly Locale[] } | null;
  readonly isInvented: boolean | null;
  readonly source: string;
  readonly isOneInvented: boolean;
}

/** The same with the texts that whoever asks reads. */
interface Line extends Row {
  readonly summary: InFile | null;
  readonly found: InFile | null;
}

/** Those that meet the conditions, the latest report first. Where they stand is in the file for those who see it: the rules of rows say of which. */
export async function recommendationsOf(em: EntityManager, { country, theme, verb, standing }: RecommendationsWanted, locale: Locale, words: ExportWords): Promise<Sheet> {
  const rows = await em.execute<Row[]>(
    `select r.slug as key, r.country_code as "countryCode", (select coalesce(jsonb_agg(t.theme_code order by t.theme_code collate "C"), '[]') from recommendation_theme t where t.recommendation_slug = r.slug) as "themeCodes", r.body, (select b.context from name_context_body b where lower(b.body) = lower(r.body)) as context, r.round, r.year, r.paragraph, ${named('country', 'country_code', 'r.country_code', locale)} as country, r.verb, r.source, r.is_demonstration as "isOneInvented",
       (select string_agg(${named('theme', 'theme_code', 't.theme_code', locale)}, ' · ' order by t.theme_code collate "C") from recommendation_theme t where t.recommendation_slug = r.slug) as themes,
       r.source_locale as "sourceLocale", ${saidOf('recommendation_translation', ['recommendation_slug', 'r.slug'], ['summary'])} as texts, ${outdatedOf('recommendation_translation', ['recommendation_slug', 'r.slug'], 'r.source_version')} as outdated,
       p.status, p.as_of::text as "asOf", case when p.uuid is not null then jsonb_build_object('sourceLocale', p.source_locale, 'texts', ${saidOf('recommendation_progress_translation', ['progress_uuid', 'p.uuid'], ['seen'])}, 'outdated', ${outdatedOf('recommendation_progress_translation', ['progress_uuid', 'p.uuid'], 'p.source_version')}) end as seen, p.is_demonstration as "isInvented"
     from recommendation r left join lateral (select * from recommendation_progress p where p.recommendation_slug = r.slug order by p.is_demonstration, p.entered_at desc, p.position desc limit 1) p on true
     where (?::text is null or r.country_code = ?::text) and (?::text is null or r.verb = ?::text) and (?::text is null or exists (select from recommendation_theme t where t.recommendation_slug = r.slug and t.theme_code = ?::text))
       and (?::text is null or ((is_adviser() or is_post_of(acting_person(), r.country_code)) and case ?::text when 'UNKNOWN' then p.status is null when 'OPEN' then p.status is null or p.status not in ('IMPLEMENTED', 'NO_LONGER_RELEVANT') else p.status is not distinct from ?::text end))
     order by coalesce(r.year, 0) desc, r.slug ${ONE_MORE}`, [country, country, verb, verb, theme, theme, standing, standing, standing]);
  const { title, head, verb: verbs, status } = words.recommendations;
  const lines = whole(rows).map((row): Line => ({ ...row, summary: inFile(row.texts, 'summary', locale, row), found: row.seen && inFile(row.seen.texts, 'seen', locale, row.seen) }));
  const marked = (isInvented: boolean | null, said: InFile | null): string | null => (isInvented ? [words.about.demonstration, textOf(said)].join(' ') : textOf(said));
  return {
    title,
    heads: [head.body, head.round, head.year, head.paragraph, words.head.country, head.verb, head.themes, head.summary, head.status, head.asOf, head.seen, head.source, words.said.language, words.said.state],
    rows: lines.map((row) => [row.body, row.round, row.year, row.paragraph, row.country, verbs[row.verb], row.themes, marked(row.isOneInvented, row.summary), row.status && status[row.status], row.asOf, marked(row.isInvented, row.found), row.source, ...saidCells([row.summary, row.found], words)]),
    contexts: contextsOf(lines.map(({ countryCode: code, context }) => ({ code, context }))),
    records: lines.map(recordOf),
  };
}

/** A recommendation by codes, with where it stands for those who see that; its summary and what was seen in the language of who asks, or the nearest one, which is said. */
const recordOf = ({ key, isOneInvented, body, round, year, paragraph, countryCode, verb, themeCodes, summary, status, asOf, found, isInvented, source }: Line): object => ({
  key, isDemonstration: isOneInvented, body, round, year, paragraph, country: countryCode, verb, themes: themeCodes, summary: textOf(summary), summaryLocale: summary?.locale ?? null, ...stateOf(summary), source,
  progress: status && { status, asOf, seen: textOf(found), seenLocale: found?.locale ?? null, ...stateOf(found), isDemonstration: isInvented },
});

/** The register in the database, as an import reads and writes it: many recommendations at a time. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Content } from './content.ts';
import type { Base, Stored, Writing } from './import-plan.ts';
import type { Known } from './read-line.ts';

/** One import at a time, that of the reference files among them. */
const LOCK = 7_266_002;

/** Waits until nobody else imports, nor writes by hand what is read from now on; until the transaction ends. */
export async function importAlone(em: EntityManager): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(?)', [LOCK]);
  await em.execute('lock table recommendation, recommendation_translation, recommendation_theme in share row exclusive mode');
}

/** What lines may name, and whether who asks is invented. */
export async function readKnown(em: EntityManager): Promise<Known & { readonly isInvented: boolean }> {
  const [known] = await em.execute<[Known & { isInvented: boolean }]>(
    `select (select coalesce(json_agg(c.code), '[]') from country c) as countries, (select coalesce(json_agg(t.code), '[]') from theme t) as themes, (now() at time zone 'Europe/Paris')::date::text as today, acts_invented() as "isInvented"`);
  return known;
}

/** A recommendation's texts as a file has them. */
const CONTENT = `json_build_object('country', r.country_code, 'body', r.body, 'round', coalesce(r.round::text, ''), 'year', coalesce(r.year::text, ''), 'paragraph', coalesce(r.paragraph::text, ''), 'verb', r.verb,
  'themes', coalesce((select string_agg(t.theme_code, ' ' order by t.theme_code collate "C") from recommendation_theme t where t.recommendation_slug = r.slug), ''), 'language', r.source_locale,
  'summary', (select x.summary from recommendation_translation x where x.recommendation_slug = r.slug and x.locale = r.source_locale), 'source', r.source, 'source_url', coalesce(r.source_url, ''), 'checked_on', coalesce(r.checked_on, ''), 'note', coalesce(r.note, ''))`;

/** What the register says of these; of all, by their country and key, where none are named. */
export async function readStored(em: EntityManager, slugs: readonly string[] | null): Promise<Stored[]> {
  return em.execute<Stored[]>(`select r.slug, ${CONTENT} as content, r.is_demonstration as "isInvented" from recommendation r where ?::jsonb is null or r.slug in (select jsonb_array_elements_text(?::jsonb)) order by r.country_code, r.slug collate "C"`, slugs === null ? [null, null] : [JSON.stringify(slugs), JSON.stringify(slugs)]);
}

interface ReferenceRow {
  readonly table: 'recommendation' | 'recommendation_translation' | 'recommendation_theme';
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

/** What was imported last of each of these: from a file, or else with the reference data. */
export async function readBases(em: EntityManager, slugs: readonly string[]): Promise<Map<string, Base>> {
  const wanted = JSON.stringify(slugs);
  const reference = await em.execute<ReferenceRow[]>(
    `select r.table_name as "table", r."values" from reference_row r where r.table_name in ('recommendation', 'recommendation_translation', 'recommendation_theme')
       and coalesce(r."values"->>'slug', r."values"->>'recommendation_slug') in (select jsonb_array_elements_text(?::jsonb))`, [wanted]);
  const imported = await em.execute<{ slug: string; values: Base }[]>(`select i.slug, i."values" from recommendation_import_row i where i.slug in (select jsonb_array_elements_text(?::jsonb))`, [wanted]);
  const bySlug = Map.groupBy(reference, ({ values }) => String(values.slug ?? values.recommendation_slug));
  return new Map([...[...bySlug].map(([slug, rows]) => [slug, referenceBase(rows)] as const), ...imported.map(({ slug, values }) => [slug, values] as const)]);
}

/** What the reference files said of one, as a file has it. */
function referenceBase(rows: readonly ReferenceRow[]): Base {
  const of = (table: ReferenceRow['table']): ReferenceRow['values'][] => rows.filter((row) => row.table === table).map(({ values }) => values);
  const [row = {}] = of('recommendation');
  const text = (name: string): string => String(row[name] ?? '');
  return {
    country: text('country_code'), body: text('body'), round: text('round'), year: text('year'), paragraph: text('paragraph'), verb: text('verb'), language: text('source_locale'), source: text('source'), source_url: text('source_url'), checked_on: text('checked_on'), note: text('note'),
    themes: of('recommendation_theme').map((theme) => String(theme.theme_code)).toSorted().join(' '),
    summary: String(of('recommendation_translation').find(({ locale }) => locale === row.source_locale)?.summary ?? ''),
  };
}

/** Which of these texts, from 0, tell where an organisation is whose place nobody may learn. */
export async function placesIn(em: EntityManager, texts: readonly string[]): Promise<number[]> {
  const found = await em.execute<{ n: number }[]>(`select (t.n - 1)::int as n from jsonb_array_elements_text(?::jsonb) with ordinality as t(said, n) where tells_place(t.said)`, [JSON.stringify(texts)]);
  return found.map(({ n }) => n);
}

const COLUMNS = [['body', 'body'], ['round', 'round'], ['year', 'year'], ['paragraph', 'paragraph'], ['verb', 'verb'], ['source', 'source'], ['source_url', 'source_url'], ['checked_on', 'checked_on'], ['note', 'note']] as const satisfies readonly (readonly [keyof Content, string])[];
const NUMBERS = ['round', 'year', 'paragraph'];

/** Rows for the database: what a file leaves empty is null, and a fact is verified where somebody has looked. */
const rowOf = ({ slug, changes }: Writing): Readonly<Record<string, unknown>> => ({
  slug, country: changes.country, language: changes.language, summary: changes.summary, themes: changes.themes?.split(' ').filter(Boolean),
  ...Object.fromEntries(COLUMNS.filter(([field]) => changes[field] !== undefined).map(([field, column]) => [column, changes[field] === '' ? null : NUMBERS.includes(field) ? Number(changes[field]) : changes[field]])),
});

const valueOf = (column: string): string => (NUMBERS.includes(column) ? `(x.row->>'${column}')::int` : `x.row->>'${column}'`);
const ROWS = `jsonb_array_elements(?::jsonb) as x(row)`;

/** Writes what is to be written. The rules of rows let the adviser alone write, and each side its own. */
export async function writeAll(em: EntityManager, writings: readonly Writing[]): Promise<void> {
  const [added, changed] = [true, false].map((isNew) => JSON.stringify(writings.filter((writing) => writing.isNew === isNew).map(rowOf)));
  await em.execute(
    `insert into recommendation (slug, country_code, source_locale, ${COLUMNS.map(([, column]) => column).join(', ')}, is_verified, is_demonstration)
     select x.row->>'slug', x.row->>'country', x.row->>'language', ${COLUMNS.map(([, column]) => valueOf(column)).join(', ')}, x.row->>'checked_on' is not null, acts_invented() from ${ROWS}`, [added]);
  await em.execute(`insert into recommendation_translation (recommendation_slug, locale, summary) select x.row->>'slug', x.row->>'language', x.row->>'summary' from ${ROWS}`, [added]);
  await em.execute(
    `update recommendation r set ${COLUMNS.map(([, column]) => `${column} = case when jsonb_exists(x.row, '${column}') then ${valueOf(column)} else r.${column} end`).join(', ')},
       is_verified = case when jsonb_exists(x.row, 'checked_on') then x.row->>'checked_on' is not null else r.is_verified end, source_version = r.source_version + jsonb_exists(x.row, 'summary')::int
     from ${ROWS} where r.slug = x.row->>'slug'`, [changed]);
  // What the translations say is the former text from now on: it has the version that follows.
  await em.execute(
    `update recommendation_translation t set summary = x.row->>'summary', source_version = r.source_version from ${ROWS} join recommendation r on r.slug = x.row->>'slug'
     where jsonb_exists(x.row, 'summary') and t.recommendation_slug = r.slug and t.locale = r.source_locale`, [changed]);
  await writeThemes(em, JSON.stringify(writings.map(rowOf)));
  await em.execute(
    `insert into recommendation_import_row (slug, "values", is_demonstration) select x.row->>'slug', x.row->'values', acts_invented() from ${ROWS}
     on conflict (slug) do update set "values" = excluded."values"`, [JSON.stringify(writings.filter(({ base }) => base).map(({ slug, base }) => ({ slug, values: base })))]);
}

async function writeThemes(em: EntityManager, rows: string): Promise<void> {
  await em.execute(`delete from recommendation_theme t using ${ROWS} where t.recommendation_slug = x.row->>'slug' and jsonb_exists(x.row, 'themes') and not jsonb_exists(x.row->'themes', t.theme_code)`, [rows]);
  await em.execute(`insert into recommendation_theme (recommendation_slug, theme_code) select x.row->>'slug', t.code from ${ROWS} cross join lateral jsonb_array_elements_text(x.row->'themes') as t(code) where jsonb_exists(x.row, 'themes') on conflict do nothing`, [rows]);
}

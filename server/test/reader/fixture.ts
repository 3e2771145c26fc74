/** A few rows of a test's own, in a database that is otherwise empty. */
import type pg from 'pg';

export type NewRow = Readonly<Record<string, unknown>>;

/** Inserts rows by table, in one transaction. Columns that a row leaves out have their defaults. */
export async function put(client: pg.Client, tables: Readonly<Record<string, readonly NewRow[]>>): Promise<void> {
  await client.query('begin');
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const columns = Object.keys(row);
      const places = columns.map((_, i) => `$${i + 1}`);
      await client.query(`insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values (${places.join(', ')})`, Object.values(row));
    }
  }
  await client.query('commit');
}

export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const sourced = { source: 'a test', is_verified: false };

const named = (table: string, key: string, codes: readonly string[]): Readonly<Record<string, readonly NewRow[]>> => ({
  [table]: codes.map((code, i) => ({ code, position: i + 1, ...(table === 'institution' && { name: code }) })),
  [`${table}_translation`]: codes.map((code) => ({ [key]: code, locale: 'en', name: `the ${code}`, ...sourced })),
});

/** Two entries of each vocabulary and two countries, for rows to refer to. */
export async function putBasics(client: pg.Client): Promise<void> {
  await put(client, {
    ...named('theme', 'theme_code', ['ASSISTANCE', 'PREVENTION']), ...named('profession', 'profession_code', ['JUDGE', 'LAWYER']),
    ...named('audience', 'audience_code', ['JUDGES', 'POLICE']), ...named('institution', 'institution_code', ['ENM', 'CCEM']), ...named('language', 'language_code', ['fr', 'sq']),
    country: [['AL', 'Albania'], ['RS', 'Serbia']].map(([code]) => ({ code, latitude: 41.5, longitude: 20.25, time_zone: 'Europe/Tirane', currency: 'ALL', first_working_day: 1 })),
    country_translation: [['AL', 'Albania'], ['RS', 'Serbia']].map(([code, name]) => ({ country_code: code, locale: 'en', name, capital: `capital of ${name}` })),
  });
}

interface Texts {
  readonly source_version?: number;
  readonly [column: string]: unknown;
}

/** A session with its texts by locale; `own` overrides columns of its row. */
export async function putSession(client: pg.Client, n: number, texts: Readonly<Record<string, Texts>>, own: NewRow = {}): Promise<string> {
  await put(client, {
    training_session: [{
      uuid: uuid(n), theme_code: 'ASSISTANCE', source_locale: 'en', format: 'ON_SITE', country_code: 'AL', town: null, starts_at: '2027-03-01T09:00:00Z',
      ends_at: '2027-04-02T16:00:00Z', time_zone: 'Europe/Tirane', places: 20, ...own,
    }],
    training_session_translation: Object.entries(texts).map(([locale, text]) => ({ session_uuid: uuid(n), locale, ...text })),
  });
  return `TrainingSession_${uuid(n)}`;
}

/** An expert with a summary in English; `own` overrides columns of the row. */
export async function putExpert(client: pg.Client, n: number, own: NewRow = {}, summary = `summary ${n}`): Promise<string> {
  await put(client, {
    expert: [{ uuid: uuid(n), source_locale: 'en', name: `Name ${n}`, name_visibility: 'PUBLIC', institution_visibility: 'PUBLIC', profession_code: 'JUDGE', institution_code: 'ENM', ...own }],
    expert_translation: [{ expert_uuid: uuid(n), locale: 'en', summary }],
  });
  return `Expert_${uuid(n)}`;
}

/** A term with its names by locale. */
export async function putTerm(client: pg.Client, code: string, names: Readonly<Record<string, string>>, own: NewRow = {}): Promise<void> {
  await put(client, {
    term: [{ code, domain: 'test', ...own }],
    term_name: Object.entries(names).map(([locale, name]) => ({ term_code: code, locale, name })),
  });
}

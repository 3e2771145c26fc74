/** What is said of sessions and countries in letters, in every language at once. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type SessionInWords, wordsOfSessions } from '../calendars/index.ts';
import { runPrepared } from '../core/database/index.ts';

/** A text by locale. */
export type Texts = ReadonlyMap<string, string>;

/** What is said of sessions and countries, in every language. */
export interface Words {
  readonly sessions: ReadonlyMap<string, SessionInWords>;
  readonly countries: ReadonlyMap<string, Texts>;
}

/** Words as a statement gives them: `names`, of countries by their codes and of those by locale; null where there are none. */
export interface ReadWords {
  readonly sessions: readonly SessionInWords[] | null;
  readonly names: Readonly<Record<string, Readonly<Record<string, string | null>>>> | null;
}

/** What a statement gives as `ReadWords`: of sessions by a list of their keys, and of countries by a list of their codes, as the lists are called there. */
export const selectWords = (sessions: string, countries: string): string => `
  (select json_agg(w) from (${wordsOfSessions(sessions)}) w) as sessions,
  (select json_object_agg(n.code, n.names) from (select country_code as code, json_object_agg(locale, name) as names from country_translation where country_code = any(array(select unnest(${countries}::text[]))) group by 1) n) as names`;

const WORDS = `select ${selectWords('$1', '$2')}`;

/** The words of some sessions, by their keys, and of some countries, by their codes. */
export async function wordsOf(em: EntityManager, sessions: readonly string[], countries: readonly string[]): Promise<Words> {
  const [read] = await runPrepared<ReadWords>(em, WORDS, [[...new Set(sessions)], [...new Set(countries)]]);
  return wordsIn(read!);
}

/** The same of what a statement has given. */
function wordsIn({ sessions, names }: ReadWords): Words {
  return { sessions: new Map((sessions ?? []).map((row) => [row.key, row])), countries: new Map(Object.entries(names ?? {}).map(([code, texts]) => [code, said(texts)])) };
}

/** Those of the texts that are there. */
export const said = (texts: Readonly<Record<string, string | null>>): Texts => new Map(Object.entries(texts).flatMap(([locale, text]) => (text ? [[locale, text] as const] : [])));

/** The words of a session and of a country: those that were read before, where they are of this country. */
export async function wordsFor(em: EntityManager, session: string, country: string, { sessions = null, names = null }: Partial<ReadWords> = {}): Promise<Words> {
  return names && Object.hasOwn(names, country) ? wordsIn({ sessions, names }) : wordsOf(em, [session], [country]);
}

/** Puts real ids, codes, cursors, words and instants where a plan has placeholders: which one, the data decides. */
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { LISTS } from './lists.ts';
import { inLatin } from './localise.ts';
import type { Row } from './rows.ts';
import type { World } from './world.ts';

const SEARCHED: readonly [table: string, column: string][] = [
  ['term_name', 'name'], ['organisation_translation', 'name'], ['organisation_translation', 'activity'], ['recommendation_translation', 'summary'],
  ['expert_translation', 'summary'], ['expert', 'name'], ['training_session_translation', 'title'], ['training_session', 'town'], ['need_translation', 'title'],
];
const NODES: Readonly<Record<string, readonly [table: string, key: string]>> = {
  Publication: ['publication', 'uuid'],
  ...Object.fromEntries(Object.entries(LISTS).map(([type, { table, key }]) => [type, [table, key] as const])),
  ...Object.fromEntries(['Audience', 'City', 'Country', 'Institution', 'Instrument', 'Language', 'Profession', 'Subtheme', 'Theme'].map((type) => [type, [type.toLowerCase(), 'code'] as const])),
};

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
/** Ways of writing a word that a search must not mind. */
const WRITTEN: readonly ((word: string) => string)[] = [
  (word) => word, (word) => word.toUpperCase(), bare, (word) => word.slice(1, -1), inLatin, (word) => bare(word).toUpperCase(),
];

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length]!;

/** Fills placeholders for a reader of a locale. `text` is any text, a document or variables as JSON. */
export function filler(world: World): (text: string, locale: Locale) => string {
  const words = [...new Set(SEARCHED.flatMap(([table, column]) => world.rows.all(table).flatMap((row) => String(row[column] ?? '').match(/[\p{L}\p{M}]{3,}/gu) ?? [])))].sort();
  const instants = world.rows.all('training_session').flatMap((row: Row) => [row.starts_at as Date, row.ends_at as Date]).sort((a, b) => Number(a) - Number(b));
  const made: Readonly<Record<string, (locale: Locale, ...parts: string[]) => string>> = {
    word: (_locale, index, how) => pick(WRITTEN, Number(how))(pick(words, Number(index) * 7)),
    instant: (_locale, index) => {
      const instant = pick(instants, Number(index));
      return Number(index) % 3 === 0 ? instant.toISOString() : new Date(instant.getTime() + 7_200_000 + (Number(index) % 3) - 2).toISOString().replace('Z', '+02:00');
    },
    domain: (_locale, index) => pick(world.rows.all('term'), Number(index)).domain as string,
    code: (_locale, table, index) => pick(world.rows.all(table!), Number(index)).code as string,
    // Of what is hidden too.
    id: (_locale, type, index) => `${type}_${String(pick(world.everything.all(NODES[type!]![0]), Number(index))[NODES[type!]![1]])}`,
    cursor: (locale, type, sort, language, index) => {
      const other = language === '~' ? pick(LOCALE_TAGS, LOCALE_TAGS.indexOf(locale) + 5) : locale;
      return world.cursor(type!, sort!, other, pick(world.ordered(type!, sort!, other), Number(index)));
    },
  };
  return (text, locale) => text.replace(/@(\w+)((?::[A-Za-z_.~0-9]+)+)@/g, (_all, name: string, parts: string) => made[name]!(locale, ...parts.slice(1).split(':')));
}

/** What the tables stand on: extensions, collations and functions. Part of the first migration. */
import { LOCALES } from '@passerelle/shared/locales.ts';
import { collationName } from '../core/reader/index.ts';

/** One ICU collation for each language, under a name of our own, so that every PostgreSQL has the same set. */
const collations = [...new Map(Object.values(LOCALES).map(({ tag, intl }) => [collationName(tag), intl]))].map(
  ([name, intl]) => `create collation "${name}" (provider = icu, locale = '${intl}')`,
);

/** Letter by letter, lower case: every Cyrillic letter of the sixteen locales, then Greek without its accents. */
const FROM = 'абвгдђежзѕијклмнопрстћќѓуфхцчшѝѐйъыэґіїє' + 'άέήίόύώϊϋΐΰς';
const TO = 'abvgdđežzzijklmnoprstćkgufhcčšiejayegiie' + 'αεηιουωιυιυσ';

/** Cyrillic letters that Latin writes with two. */
const DIGRAPHS: readonly (readonly [string, string])[] = [['љ', 'lj'], ['њ', 'nj'], ['џ', 'dž'], ['щ', 'št'], ['ю', 'ju'], ['я', 'ja'], ['ь', '']];

const fold = `
create function fold(input text) returns text language sql immutable strict parallel safe as $$
  select translate(public.unaccent('public.unaccent'::regdictionary,
    ${DIGRAPHS.reduce((inner, [from, to]) => `replace(${inner}, '${from}', '${to}')`, `translate(lower(normalize(input, nfkc) collate "${collationName('en')}"), '${FROM}' || U&'\\0307', '${TO}')`)}
  ), 'ı', 'i')
$$`;

const foldPatterns = `
create function fold_patterns(query text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg('%' || regexp_replace(word, '([\\\\%_])', '\\\\\\1', 'g') || '%'), '{}')
  from (select word from regexp_split_to_table(fold(query), '\\s+') word where word <> '' limit 12) words
$$`;

/** The thirty letters of Serbian Cyrillic in Latin; a digraph is in capitals when a neighbour is. */
const CYRILLIC = 'абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ';
const LATIN = 'abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ';
const UPPER = '[АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ]';
const capitals = [['Љ', 'LJ'], ['Њ', 'NJ'], ['Џ', 'DŽ']].reduce(
  (inner, [from, to]) => `regexp_replace(${inner}, '${from}(?=${UPPER})|(?<=${UPPER})${from}(?![а-џ])', '${to}', 'g')`, 'input',
);
const serbianDigraphs = [['Љ', 'Lj'], ['Њ', 'Nj'], ['Џ', 'Dž'], ['љ', 'lj'], ['њ', 'nj'], ['џ', 'dž']].reduce(
  (inner, [from, to]) => `replace(${inner}, '${from}', '${to}')`, capitals,
);
const serbianLatin = `
create function serbian_latin(input text) returns text language sql immutable strict parallel safe as $$
  select translate(${serbianDigraphs}, '${CYRILLIC}', '${LATIN}')
$$`;

/**
 * A translated object must have its required text in its source language when the transaction ends: the reader's last
 * place to look is never empty. Arguments: translation table, its key column, the text's column.
 */
const requireSource = `
create function require_source_text() returns trigger language plpgsql as $$
declare
  found boolean;
begin
  execute format('select exists (select from %1$I x join %2$I t on x.%3$I = t.%4$I where t.%4$I::text = $1 and x.locale = %6$s and x.%5$I <> '''')
    or not exists (select from %2$I t where t.%4$I::text = $1)', tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3], tg_argv[4], tg_argv[5])
    into found using (to_jsonb(coalesce(new, old)) ->> case when tg_table_name = tg_argv[1] then tg_argv[3] else tg_argv[2] end);
  if not found then
    raise exception 'the % of this % is missing in its source language', tg_argv[4], tg_argv[1] using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$`;

/** Statements that make sure of a table's source text, on both sides of the relation. `locale` where all have the same. */
export function requireSourceText(table: string, key: string, translation: string, owner: string, column: string, locale: 'en' | undefined = undefined): string[] {
  const source = locale === undefined ? 't.source_locale' : `''${locale}''`;
  const args = [translation, table, owner, key, column, source].map((arg) => `'${arg}'`).join(', ');
  return [
    `create constraint trigger ${table}_has_${column} after insert or update on "${table}" deferrable initially deferred for each row execute function require_source_text(${args})`,
    `create constraint trigger ${translation}_keeps_${column} after update or delete on "${translation}" deferrable initially deferred for each row execute function require_source_text(${args})`,
  ];
}

export const foundations: readonly string[] = [
  'create extension if not exists unaccent',
  'create extension if not exists pg_trgm',
  'create extension if not exists btree_gist',
  ...collations, fold, foldPatterns, serbianLatin, requireSource,
];

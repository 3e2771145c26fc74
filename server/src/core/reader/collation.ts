/** Sorting as the reader's language does, by the ICU collations that the first migration creates. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { identifier, Late, type Sql, sql } from './sql.ts';

/** The name of the collation of a locale. */
export function collationName(locale: Locale): string {
  return `reader_${LOCALES[locale].intl}`;
}

/** A text expression that sorts and compares as the reader's language does. */
export function collated(text: Sql): Sql {
  return sql`(${text} collate ${new Late((context) => identifier(collationName(context.locale)))})`;
}

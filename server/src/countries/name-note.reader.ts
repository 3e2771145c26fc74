/** How the notes on names are read, and the family of texts of a body. */
import { provenanceOf } from '../core/provenance/index.ts';
import { edge, localized, many, reader, type Row, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from './country.reader.ts';
import { CountryNameNote, CountryNameNoteTranslation, type NameContext } from './name-note.entity.ts';

const CountryNameNoteTranslationReader = reader(CountryNameNoteTranslation, { fields: (text) => ({ provenance: provenanceOf(text) }) });

const CountryNameNoteReader = reader(CountryNameNote, {
  fields: (note) => ({
    text: localized({ from: CountryNameNoteTranslation, text: 'text', of: (x: Row<CountryNameNoteTranslation>) => sql<boolean>`${x.countryCode} = ${note.country} and ${x.context} = ${note.context}`, source: 'en' as const }),
    texts: many(CountryNameNoteTranslationReader, { on: (text) => sql`${text.countryCode} = ${note.country} and ${text.context} = ${note.context}`, order: (text) => [text.locale] }),
  }),
});

edge(CountryReader, 'nameNotes', {
  description: 'The notes that families of texts print with its name, each its own; none for most countries. `nameNote` is for all other texts.',
  list: CountryNameNoteReader, on: (note, country) => sql`${note.country} = ${country.code}`, order: (note) => [note.context],
});

/** The family of texts of a body, by the name that it has in a column; null where it belongs to none. */
export const contextOfBody = (body: Sql<string>): Sql<NameContext | null> => sql<NameContext | null>`(select b.context from name_context_body b where lower(b.body) = lower(${body}))`;

/** What names.json says: which note each family of texts prints with the name of a country, and which bodies belong to it. */
import { NameContext } from '../../countries/index.ts';
import type { FileRow } from '../tables.ts';
import type { Entry } from './entry.ts';
import { type Codes, localesOf, provenanceOf } from './parts.ts';

const CONTEXTS = Object.values(NameContext);

/** The rows of the notes, each with its texts in the languages in which its wording is known, English among them; and of the bodies. */
export function nameRows(file: Entry, { countries }: Pick<Codes, 'countries'>): FileRow[] {
  file.leave('asOf');
  return [
    ...file.list('notes').flatMap((note): FileRow[] => {
      const of = { country_code: note.code('country', countries), context: note.code('context', CONTEXTS) };
      const texts = note.entry('texts');
      return [
        { table: 'country_name_note', values: of },
        ...localesOf(texts, ['en']).map((locale): FileRow => {
          const entry = texts.entry(locale);
          return { table: 'country_name_note_translation', values: { ...of, locale, text: entry.text('text'), ...provenanceOf(entry) } };
        }),
      ];
    }),
    ...file.list('bodies').map((body): FileRow => ({ table: 'name_context_body', values: { body: body.text('body'), context: body.code('context', CONTEXTS) } })),
  ];
}

import type { LocalizedValue } from '../ui/localized.ts';
import type { Enums } from './labels.ts';
import { useLabels } from './useLabels.ts';

/** A country with the notes that families of texts print with its name. */
export interface NotedByContext {
  readonly nameNote: LocalizedValue | null;
  readonly nameNotes: readonly { readonly context: Enums['nameContext']; readonly text: LocalizedValue }[];
}

/** Gives a country as the texts of a family name it: with the note that they print, which says whose it is. Where they have none, and for texts of no family, the country stays as it is. */
export function useNamedIn(): <C extends NotedByContext>(country: C, context: Enums['nameContext'] | null) => C {
  const labels = useLabels();
  return (country, context) => {
    const found = country.nameNotes.find((note) => note.context === context);
    return found ? { ...country, nameNote: { ...found.text, lead: labels.nameContext(found.context) } } : country;
  };
}

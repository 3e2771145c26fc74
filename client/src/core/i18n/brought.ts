import type { Messages } from './catalogues.ts';

/**
 * The parts of catalogues that the document brought along, by `<locale>/<part>`: a build writes those of its page into it
 * (`scripts/pageDocuments.ts`), so that the first page does not ask for each.
 */
export const brought: Partial<Record<string, Messages>> = import.meta.env.SSR ? {} : read();

function read(): Record<string, Messages> {
  const text = document.getElementById('texts')?.textContent;
  return text ? (JSON.parse(text) as Record<string, Messages>) : {};
}

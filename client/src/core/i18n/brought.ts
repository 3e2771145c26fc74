import type { Messages } from './catalogues.ts';

/**
 * The parts of catalogues that the document brought along, by `<locale>/<part>`: a build writes those of its page into it
 * (`scripts/pageDocuments.ts`), so that the first page does not ask for each. A message that is nothing but words is there
 * as these words: what the compiler makes of it is put around them here.
 */
export const brought: Partial<Record<string, Messages>> = import.meta.env.SSR ? {} : read();

function read(): Record<string, Messages> {
  const text = document.getElementById('texts')?.textContent;
  return text ? unpacked(text) : {};
}

/** Messages from the JSON of `packed`. */
export function unpacked(text: string): Record<string, Messages> {
  return JSON.parse(text, (key, value: unknown) => (typeof value === 'string' && key.length > 1 ? { t: 0, b: { t: 2, i: [{ t: 3 }], s: value } } : value)) as Record<string, Messages>;
}

/** Paragraphs, or the items of one list, by their keys. */
export interface Block {
  readonly isList: boolean;
  readonly keys: readonly string[];
}

/** A section of a page of text. */
export interface Section {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/**
 * The sections of a page in the order of the catalogue: what has a `title`. In a section, `item…` are the items of a list
 * and everything else but the title is a paragraph. `has` says whether there is a message under a key of the page.
 */
export function sectionsOf(page: Readonly<Record<string, unknown>>, has: (key: string) => boolean): Section[] {
  return Object.keys(page).filter((name) => has(`${name}.title`)).map((name) => {
    const keys = Object.keys(page[name] as object).filter((key) => key !== 'title');
    return { name, blocks: blocksOf(keys) };
  });
}

function blocksOf(keys: readonly string[]): Block[] {
  const blocks: { isList: boolean; keys: string[] }[] = [];
  for (const key of keys) {
    const isList = key.startsWith('item');
    const last = blocks.at(-1);
    if (last?.isList === isList) last.keys.push(key);
    else blocks.push({ isList, keys: [key] });
  }
  return blocks;
}

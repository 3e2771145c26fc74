import type { LocalizedValue } from '../core/ui/index.ts';

/** The names of an instrument; its short title may be missing. */
interface Named {
  readonly title: LocalizedValue;
  readonly shortTitle: LocalizedValue | null;
}

/** The name an instrument goes by where there is room, in a heading or a list: the short one, unless only the official title is in the reader’s language. */
export function instrumentName({ title, shortTitle }: Named): LocalizedValue {
  if (!shortTitle || (shortTitle.isFallback && !title.isFallback)) return title;
  return shortTitle;
}

/** The name where there is no room for an official title, in the head of a row or a choice: the short one in any language, which its mark tells. */
export function instrumentLabel({ title, shortTitle }: Named): LocalizedValue {
  return shortTitle ?? title;
}

/** Where the title that is shown was read; a Serbian one that is written in Latin letters for the reader was read in Cyrillic ones. */
export function titleSource<P>({ title, titles }: Pick<Named, 'title'> & { readonly titles: readonly { readonly locale: string; readonly provenance: P }[] }): P | undefined {
  const of = (locale: string): P | undefined => titles.find((one) => one.locale === locale)?.provenance;
  return of(title.locale) ?? (title.locale === 'sr-Latn' ? of('sr-Cyrl') : undefined);
}

import type { LocalizedValue } from '../core/ui/index.ts';

/** The name an instrument goes by: the short one, unless only the official title is in the reader’s language. */
export function instrumentName({ title, shortTitle }: {
  readonly title: LocalizedValue;
  readonly shortTitle: LocalizedValue | null;
}): LocalizedValue {
  if (!shortTitle || (shortTitle.isFallback && !title.isFallback)) return title;
  return shortTitle;
}

import type { Locale } from '@passerelle/shared/locales.ts';

import type { CommonNeed, GroupFault } from './useCommonNeeds.ts';

/** What is said of a group, as it is typed. */
export interface TypedTexts {
  sourceLocale: Locale;
  title: string;
  why: string;
}

/** A group of which nothing is said yet, in the language of the page. */
export const emptyTexts = (sourceLocale: Locale): TypedTexts => ({ sourceLocale, title: '', why: '' });

/** What is stored of a group, as if it were typed. */
export function typedTexts({ texts }: Pick<CommonNeed, 'texts'>): TypedTexts {
  const source = texts.find(({ isSource }) => isSource)!;
  return { sourceLocale: source.locale as Locale, title: source.title ?? '', why: source.why ?? '' };
}

/** Which fields lack what they need, in their order. */
export const missingTexts = ({ title, why }: TypedTexts): GroupFault['field'][] => [...(title.trim() === '' ? ['TITLE' as const] : []), ...(why.trim() === '' ? ['WHY' as const] : [])];

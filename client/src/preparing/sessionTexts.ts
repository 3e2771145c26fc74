import type { Prepared } from './usePreparing.ts';

/** The texts of a session that are said in each language. */
export const TEXT_NAMES = ['title', 'summary', 'programme', 'objectives', 'cancelledReason'] as const;
export type TextName = (typeof TEXT_NAMES)[number];

/** What is said of a session in a language, and nothing of any other; empty where it is missing. */
export function textsIn({ texts }: Pick<Prepared, 'texts'>, locale: string): Record<TextName, string> {
  const found = texts.find((one) => one.locale === locale);
  return Object.fromEntries(TEXT_NAMES.map((name) => [name, found?.[name] ?? ''])) as Record<TextName, string>;
}

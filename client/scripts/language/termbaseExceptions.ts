/** Where a translation rightly does without the termbase's term, each with the reason; and forms a shared beginning does not show. */
import type { Locale } from '@passerelle/shared/locales.ts';

interface Exception {
  /** A term of the termbase. */
  readonly term: string;
  /** The key of the sentence; without it, every sentence. */
  readonly key?: string;
  /** The locales; without them, all. */
  readonly in?: readonly Locale[];
  readonly why: string;
}

/** Folded words of terms and the stems of those of their forms that begin otherwise. */
export const OTHER_FORMS: Readonly<Record<string, readonly string[]>> = {
  sudac: ['suc'],
  potpisivanje: ['potpis'],
  потпишување: ['потпис'],
};

export const EXCEPTIONS: readonly Exception[] = [
  { term: 'ui-status', key: 'instruments.status', in: ['fr'], why: '« État » beside a country is read as the State' },
  { term: 'ui-status', key: 'exportFile.instruments.head.status', in: ['fr'], why: 'the same words, in the file of the table' },
  { term: 'ui-save', in: ['ro'], why: 'the termbase has the button of free software, which says tu; this site says dumneavoastră' },
  { term: 'ui-cancel', in: ['ro'], why: 'the same of this button' },
  { term: 'need', key: 'app.helpNow', in: ['bs', 'hr', 'el', 'hu', 'mk'], why: 'the verb, which these languages form from another stem; the termbase has the need that a post records' },
  { term: 'consent', key: 'instruments.consent', in: ['hu'], why: 'the same words of the law of treaties, in the table of instruments' },
  { term: 'consent', key: 'exportFile.instruments.head.consent', in: ['hu'], why: 'the same words of the law of treaties, in the file of the table' },
  { term: 'consent', key: 'countries.consent', in: ['hu'], why: 'the law of treaties says “kötelező hatály elismerése”; the termbase has the word of data protection' },
  { term: 'mission', key: 'papers.kind.ORDER', in: ['bs', 'bg', 'hr', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'], why: 'the paper with which one is sent has a name of its own in the administration of these countries' },
  { term: 'mission', key: 'missionPaper.kind.ORDER', in: ['bs', 'bg', 'hr', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'], why: 'that name in the paper itself' },
];

const covers = (exception: Exception, tag: Locale, key: string, code: string): boolean =>
  exception.term === code && (exception.key ?? key) === key && (exception.in?.includes(tag) ?? true);

/** Why the sentence `key` of `tag` need not have the term `code`; nothing when it must. */
export function exceptionFor(tag: Locale, key: string, code: string): string | undefined {
  return EXCEPTIONS.find((exception) => covers(exception, tag, key, code))?.why;
}

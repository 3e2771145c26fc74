import { type Locale, ownLocales } from '@passerelle/shared/locales.ts';

import { TEXT_NAMES, type TextName } from './sessionTexts.ts';

interface Text {
  readonly locale: string;
  readonly isSource: boolean;
  readonly isOutdated: boolean;
}

/** All that is said of a session, its parts, documents and questions, in whatever language. */
export interface SaidOfSession {
  readonly texts: readonly (Text & Readonly<Record<TextName, string | null>>)[];
  readonly parts: readonly { readonly texts: readonly Text[] }[];
  readonly documents: readonly { readonly texts: readonly Text[] }[];
  readonly questions: readonly {
    readonly isClosed: boolean;
    readonly texts: readonly (Text & { readonly label: string | null; readonly help: string | null })[];
    readonly choices: readonly { readonly texts: readonly { readonly locale: string }[] }[];
  }[];
}

/** What is not said in a language. */
export interface LanguageGaps {
  readonly texts: readonly TextName[];
  /** How many parts, documents and questions lack something. */
  readonly parts: number;
  readonly documents: number;
  readonly questions: number;
  /** Whether nothing is said in it at all. */
  readonly isEmpty: boolean;
  /** Whether something was said in it of what has changed since. */
  readonly isOutdated: boolean;
}

/** What readers of `locale` find in their own language of what is said of a session, and what not; a closed question is asked of nobody. Serbian in Latin letters is found in Cyrillic ones too. */
export function gapsIn({ texts, parts, documents, questions: all }: SaidOfSession, locale: Locale): LanguageGaps {
  const questions = all.filter(({ isClosed }) => !isClosed);
  const own: readonly string[] = ownLocales(locale);
  const isIn = <One extends { readonly locale: string }>(list: readonly One[]): One[] => list.filter((one) => own.includes(one.locale));
  const lacks = <One extends Text>(list: readonly One[], name: keyof One): boolean => list.some((one) => one.isSource && one[name]) && !isIn(list).some((one) => one[name]);
  const found = [texts, ...parts.map((part) => part.texts), ...documents.map((document) => document.texts), ...questions.map((question) => question.texts)].flatMap((list) => isIn<Text>(list));
  // Why it was called off need not be said in the language in which it was first written, and nobody can say it there afterwards.
  const source = texts.find(({ isSource }) => isSource)?.locale;
  const lacksReason = own.some((one) => one !== source) && texts.some((one) => one.cancelledReason) && !isIn(texts).some((one) => one.cancelledReason);
  return {
    texts: TEXT_NAMES.filter((name) => (name === 'cancelledReason' ? lacksReason : lacks(texts, name))),
    parts: parts.filter((part) => isIn(part.texts).length === 0).length,
    documents: documents.filter((document) => isIn(document.texts).length === 0).length,
    questions: questions.filter((question) => lacks(question.texts, 'label') || lacks(question.texts, 'help') || question.choices.some((choice) => isIn(choice.texts).length === 0)).length,
    isEmpty: found.length === 0,
    isOutdated: found.some(({ isOutdated }) => isOutdated),
  };
}

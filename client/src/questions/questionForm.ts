import type { Locale } from '@passerelle/shared/locales.ts';
import { CHOOSING_KINDS, DECIDING_KINDS, type QuestionKind } from '@passerelle/shared/questions.ts';

import { comparing, type Texts } from '../core/editing/index.ts';
import type { Question, QuestionFault, QuestionInput, TextsInput } from './useQuestions.ts';

/** A question as it is typed. */
export interface TypedQuestion {
  kind: QuestionKind;
  sourceLocale: Locale;
  label: string;
  help: string;
  /** With a code of their own that nobody sees. */
  choices: { code: string; label: string }[];
  isRequired: boolean;
  /** The key of the question that it depends on; empty for none. */
  dependsOn: string;
  dependsAnswer: string;
  retentionDays: string;
}

export const QUESTION_FIELDS = ['kind', 'sourceLocale', 'label', 'help', 'choices', 'isRequired', 'dependsOn', 'dependsAnswer', 'retentionDays'] as const satisfies readonly (keyof TypedQuestion)[];
export type QuestionFieldName = (typeof QUESTION_FIELDS)[number];

/** For how many days answers are kept unless something else is typed, and at most. */
const DAYS = { usual: '90', most: 365, needs: '7', mostOfNeeds: 30 } as const;

/** A code for a choice that is new. */
export function newChoice(): TypedQuestion['choices'][number] {
  return { code: crypto.randomUUID().replaceAll('-', '').slice(0, 12), label: '' };
}

/** Choices of which one has changed places with the one before or after it. */
export function moved(choices: TypedQuestion['choices'], n: number, to: number): TypedQuestion['choices'] {
  const others = choices.toSpliced(n, 1);
  return others.toSpliced(to, 0, choices[n]!);
}

/** A question of which nothing is said yet. */
export function emptyQuestion(locale: Locale): TypedQuestion {
  return { kind: 'TEXT', sourceLocale: locale, label: '', help: '', choices: [], isRequired: false, dependsOn: '', dependsAnswer: '', retentionDays: DAYS.usual };
}

/** What another kind brings with it: choices, the time that fits, and nothing that has no place in it. */
export function withKind(typed: TypedQuestion, kind: QuestionKind): TypedQuestion {
  const isNeed = kind === 'DIET_ACCESS';
  const choices = CHOOSING_KINDS.includes(kind) && typed.choices.length === 0 ? [newChoice(), newChoice()] : typed.choices;
  const days = isNeed && Number(typed.retentionDays) > DAYS.mostOfNeeds ? DAYS.needs : typed.retentionDays;
  return { ...typed, kind, choices, isRequired: typed.isRequired && !isNeed, retentionDays: days };
}

/** A question that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedOf(question: Question): TypedQuestion {
  const source = question.texts.find(({ isSource }) => isSource)!;
  return {
    kind: question.kind, sourceLocale: source.locale as Locale, label: source.label ?? '', help: source.help ?? '', isRequired: question.isRequired, dependsOn: question.condition?.question ?? '', dependsAnswer: question.condition?.answer ?? '',
    retentionDays: String(question.retentionDays), choices: question.choices.map(({ code, texts }) => ({ code, label: texts.find(({ locale }) => locale === source.locale)?.label ?? '' })),
  };
}

/** What is sent of what is typed. */
export function inputOf(typed: TypedQuestion): QuestionInput {
  const { kind, sourceLocale, label, help, choices, isRequired, dependsOn, dependsAnswer, retentionDays } = typed;
  return {
    kind, sourceLocale, label, help, isRequired, retentionDays: Number(retentionDays), choices: CHOOSING_KINDS.includes(kind) ? choices : [], condition: dependsOn === '' ? null : { question: dependsOn, answer: dependsAnswer },
  };
}

const isBlank = (text: string): boolean => text.trim() === '';

const isWithin = (typed: string, most: number): boolean => !isBlank(typed) && Number.isInteger(Number(typed)) && Number(typed) >= 1 && Number(typed) <= most;
const isChoice = ({ kind, choices }: TypedQuestion): boolean => !CHOOSING_KINDS.includes(kind) || (choices.length > 1 && !choices.some(({ label }) => isBlank(label)));

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export function faultsOf(typed: TypedQuestion): QuestionFault[] {
  const { kind, label, dependsOn, dependsAnswer, retentionDays } = typed;
  const most = kind === 'DIET_ACCESS' ? DAYS.mostOfNeeds : DAYS.most;
  const wrong: readonly (false | QuestionFault)[] = [
    isBlank(label) && { field: 'LABEL', fault: 'MISSING', maximum: null },
    !isChoice(typed) && { field: 'CHOICES', fault: 'MISSING', maximum: null },
    dependsOn !== '' && dependsAnswer === '' && { field: 'CONDITION', fault: 'MISSING', maximum: null },
    !isWithin(retentionDays, most) && { field: 'RETENTION_DAYS', fault: 'OUT_OF_RANGE', maximum: most },
  ];
  return wrong.filter((one): one is QuestionFault => one !== false);
}

/** The questions that another one can depend on: those that stand before it, are asked, and have answers to choose from. */
export function decidingFor(questions: readonly Question[], key: string | undefined): Question[] {
  const end = questions.findIndex((one) => one.key === key);
  return questions.slice(0, end < 0 ? undefined : end).filter(({ kind, isClosed }) => DECIDING_KINDS.includes(kind) && !isClosed);
}

/** What is typed of a question beside what is stored of it. */
export const { isChanged, merge } = comparing<TypedQuestion, QuestionFieldName>(QUESTION_FIELDS);

/** The name under which what a choice says is typed. */
export const nameOfChoice = (code: string): string => `choice.${code}`;

/** What is said of a question in a language, and nothing of any other: of the question, of what helps to answer it, and of each choice. */
export function textsOfQuestion({ texts, choices }: Pick<Question, 'texts' | 'choices'>, locale: string): Texts {
  const found = texts.find((one) => one.locale === locale);
  const labels = choices.map(({ code, texts: said }): [string, string] => [nameOfChoice(code), said.find((one) => one.locale === locale)?.label ?? '']);
  return { label: found?.label ?? '', help: found?.help ?? '', ...Object.fromEntries(labels) };
}

/** What is sent of what is typed. */
export function translationOf({ choices }: Pick<Question, 'choices'>, locale: Locale, typed: Texts): TextsInput {
  return { locale, label: typed.label ?? '', help: typed.help ?? '', choices: choices.map(({ code }) => ({ code, label: typed[nameOfChoice(code)] ?? '' })) };
}

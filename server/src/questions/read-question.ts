/** Reading what is sent of a question: a content that can be stored, or everything that is wrong with it. Pure functions. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { CHOOSING_KINDS, type Condition, type QuestionKind } from '@passerelle/shared/questions.ts';
import { fault, type QuestionFault, type QuestionField } from './question-fault.ts';

/** The most signs of each text, choices of a question, questions of a form, those of them that ask for a file, and days for which answers are kept. */
export const MOST = { LABEL: 200, HELP: 500, choice: 200, CHOICES: 30, questions: 40, files: 3, days: 365, needsDays: 30 } as const;

export interface ChoiceContent {
  readonly code: string;
  readonly label: string;
}

/** All that is said of a question; the texts are in `sourceLocale`. */
export interface QuestionContent {
  readonly kind: QuestionKind;
  readonly sourceLocale: Locale;
  readonly label: string;
  readonly help: string | null;
  readonly choices: readonly ChoiceContent[];
  readonly isRequired: boolean;
  readonly condition: Condition | null;
  readonly retentionDays: number;
}

/** A question in another language; what is missing is null, and a choice without words is left out. */
export interface QuestionTexts {
  readonly locale: Locale;
  readonly label: string | null;
  readonly help: string | null;
  readonly choices: readonly ChoiceContent[];
}

/** The same as it is sent, with nothing tidied. */
export type Sent<T> = Omit<T, 'label' | 'help'> & { readonly label: string; readonly help: string };

const tidy = (typed: string): string | null => {
  const text = typed.replaceAll('\r\n', '\n').normalize('NFC').trim();
  return text === '' ? null : text;
};

function textFault(field: 'LABEL' | 'HELP' | 'CHOICES', text: string | null): QuestionFault[] {
  if (text === null) return [];
  const most = field === 'CHOICES' ? MOST.choice : MOST[field];
  if (text.length > most) return [fault(field, 'TOO_LONG', most)];
  return (field === 'HELP' ? /[^\P{Cc}\n\t]|\p{Cs}/u : /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u).test(text) ? [fault(field, 'UNREADABLE')] : [];
}

const required = (field: QuestionField, text: string | null): QuestionFault[] => (text === null ? [fault(field, 'MISSING')] : []);
const hasTwice = (list: readonly unknown[]): boolean => new Set(list).size < list.length;
const first = <T>(list: readonly T[]): T[] => list.slice(0, 1);

/** What is wrong with the choices of a question; those of a kind without choices are none. */
function choiceFaults(kind: QuestionKind, choices: readonly { readonly code: string; readonly label: string | null }[]): QuestionFault[] {
  if (!CHOOSING_KINDS.includes(kind)) return choices.length > 0 ? [fault('CHOICES', 'NOT_HERE')] : [];
  if (choices.length < 2) return [fault('CHOICES', 'MISSING')];
  if (choices.length > MOST.CHOICES) return [fault('CHOICES', 'TOO_LONG', MOST.CHOICES)];
  if (choices.some(({ code }) => !/^[a-z0-9]{1,20}$/.test(code))) return [fault('CHOICES', 'UNREADABLE')];
  if (hasTwice(choices.map(({ code }) => code)) || hasTwice(choices.map(({ label }) => label))) return [fault('CHOICES', 'REPEATED')];
  return first(choices.flatMap(({ label }) => [...required('CHOICES', label), ...textFault('CHOICES', label)]));
}

function retentionFaults({ kind, retentionDays }: Pick<QuestionContent, 'kind' | 'retentionDays'>): QuestionFault[] {
  const most = kind === 'DIET_ACCESS' ? MOST.needsDays : MOST.days;
  return Number.isInteger(retentionDays) && retentionDays >= 1 && retentionDays <= most ? [] : [fault('RETENTION_DAYS', 'OUT_OF_RANGE', most)];
}

/** Reads what is sent of a question, as far as it can be judged without the others. */
export function readQuestion(sent: Sent<QuestionContent>): QuestionContent | readonly QuestionFault[] {
  const [label, help] = [tidy(sent.label), tidy(sent.help)];
  const choices = sent.choices.map(({ code, label: words }) => ({ code, label: tidy(words) }));
  const faults = [
    ...required('LABEL', label), ...textFault('LABEL', label), ...textFault('HELP', help), ...choiceFaults(sent.kind, choices), ...retentionFaults(sent),
    ...(sent.kind === 'DIET_ACCESS' && sent.isRequired ? [fault('IS_REQUIRED', 'NOT_HERE')] : []),
  ];
  if (faults.length > 0) return faults;
  const condition = sent.condition ? { question: sent.condition.question.toLowerCase(), answer: sent.condition.answer } : null;
  return { kind: sent.kind, sourceLocale: sent.sourceLocale, label: label!, help, choices: choices as ChoiceContent[], isRequired: sent.isRequired, condition, retentionDays: sent.retentionDays };
}

/** Reads what is sent of a question in another language. */
export function readTexts(sent: Sent<QuestionTexts>): QuestionTexts | readonly QuestionFault[] {
  const texts = { locale: sent.locale, label: tidy(sent.label), help: tidy(sent.help) };
  const choices = sent.choices.map(({ code, label }) => ({ code, label: tidy(label) })).filter((choice): choice is ChoiceContent => choice.label !== null);
  const faults = [
    ...textFault('LABEL', texts.label), ...textFault('HELP', texts.help), ...first(choices.flatMap(({ label }) => textFault('CHOICES', label))),
    ...(hasTwice(choices.map(({ code }) => code)) ? [fault('CHOICES', 'REPEATED')] : []),
  ];
  return faults.length > 0 ? faults : { ...texts, choices };
}

/** Questions of registration forms: which of them are due, and what is wrong with an answer. The page and the server ask these functions. */

export const QUESTION_KINDS = ['TEXT', 'CHOICE', 'CHOICES', 'COUNTRY', 'LANGUAGE', 'DATE', 'YES_NO', 'FILE', 'DIET_ACCESS'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Those whose answer can decide whether another question is asked. */
export const DECIDING_KINDS: readonly QuestionKind[] = ['CHOICE', 'CHOICES', 'COUNTRY', 'YES_NO'];

/** Those whose choices are written by whoever asks. */
export const CHOOSING_KINDS: readonly QuestionKind[] = ['CHOICE', 'CHOICES'];

/** What somebody can need at table and to take part. */
export const ACCESS_NEEDS = ['VEGETARIAN', 'VEGAN', 'NO_PORK', 'GLUTEN_FREE', 'LACTOSE_FREE', 'STEP_FREE', 'HEARING', 'SIGHT'] as const;
export type AccessNeed = (typeof ACCESS_NEEDS)[number];

/** The levels of the Common European Framework of Reference for Languages, and NATIVE above them. */
export const ANSWER_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'] as const;

/** The most signs of a free text. */
export const LONGEST_ANSWER = 1_000;

/** When a question is asked: when another one, which stands before it, has this among its answers. */
export interface Condition {
  /** The key of the other question. */
  readonly question: string;
  /** A code: of a choice, of a country, YES or NO. */
  readonly answer: string;
}

/** A question as far as it depends on others and is answered. `choices` are the codes of its own choices; none for other kinds. */
export interface AskedQuestion {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly isRequired: boolean;
  readonly isClosed: boolean;
  readonly condition: Condition | null;
  readonly choices: readonly string[];
}

/** What was answered. What a kind does not use is empty: a language is a code and a level, needs are codes and perhaps a text. `day` as `2027-03-28`; `file` names one that was brought. */
export interface GivenAnswer {
  readonly text: string;
  readonly codes: readonly string[];
  readonly level: string;
  readonly day: string;
  readonly file: string;
}

export const NO_ANSWER: GivenAnswer = { text: '', codes: [], level: '', day: '', file: '' };

/** Answers by the keys of their questions. */
export type Answers = Readonly<Record<string, GivenAnswer | undefined>>;

/** Whether nothing was answered. */
export function isBlank({ text, codes, level, day, file }: GivenAnswer): boolean {
  return text.trim() === '' && codes.length === 0 && level === '' && day === '' && file === '';
}

/**
 * The questions that are asked of somebody who has answered so far, in their order. A question that depends on another is asked
 * only after that one, and only while that one is asked itself: so there is no circle to follow, whatever is written.
 */
export function dueQuestions<Q extends AskedQuestion>(questions: readonly Q[], answers: Answers): Q[] {
  const due = new Set<string>();
  return questions.filter(({ key, isClosed, condition }) => {
    const isDue = !isClosed && (condition === null || (due.has(condition.question) && (answers[condition.question]?.codes ?? []).includes(condition.answer)));
    if (isDue) due.add(key);
    return isDue;
  });
}

export type AnswerFaultKind = 'MISSING' | 'TOO_LONG' | 'UNREADABLE' | 'UNKNOWN' | 'LEVEL_MISSING';

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

/** What a kind can have answered of codes; undefined where that is a list of the database. */
function codesOf({ kind, choices }: AskedQuestion): readonly string[] | undefined {
  if (kind === 'COUNTRY' || kind === 'LANGUAGE') return undefined;
  if (kind === 'YES_NO') return ['YES', 'NO'];
  return kind === 'DIET_ACCESS' ? ACCESS_NEEDS : choices;
}

/** Whether the codes are none that can be answered, or too many. */
function hasStrangeCodes(question: AskedQuestion, codes: readonly string[]): boolean {
  const most = ['CHOICES', 'DIET_ACCESS'].includes(question.kind) ? Infinity : 1;
  const known = ['TEXT', 'DATE', 'FILE'].includes(question.kind) ? [] : codesOf(question);
  return codes.length > most || new Set(codes).size < codes.length || (known !== undefined && codes.some((code) => !known.includes(code)));
}

/** The kinds in which each other part of an answer has a place, and what it can be there. */
const PARTS = {
  text: { kinds: ['TEXT', 'DIET_ACCESS'], isKnown: () => true },
  level: { kinds: ['LANGUAGE'], isKnown: (level: string) => (ANSWER_LEVELS as readonly string[]).includes(level) },
  day: { kinds: ['DATE'], isKnown: isDay },
  // Which files there are is known to the database.
  file: { kinds: ['FILE'], isKnown: () => true },
} as const satisfies Readonly<Record<string, { readonly kinds: readonly QuestionKind[]; readonly isKnown: (value: string) => boolean }>>;

function isUnknown(question: AskedQuestion, answer: GivenAnswer): boolean {
  const isStrange = (['text', 'level', 'day', 'file'] as const).some((part) => {
    const { kinds, isKnown } = PARTS[part];
    return answer[part] !== '' && (!(kinds as readonly QuestionKind[]).includes(question.kind) || !isKnown(answer[part]));
  });
  return isStrange || hasStrangeCodes(question, answer.codes);
}

/** Whether a question that must be answered is not. A level says nothing without its language. */
function isMissing({ kind, isRequired }: AskedQuestion, answer: GivenAnswer): boolean {
  return isRequired && (isBlank(answer) || (kind === 'LANGUAGE' && answer.codes.length === 0));
}

/** What is wrong with the answer to a question that is asked; undefined for nothing. Countries and languages are known to the database. */
export function answerFault(question: AskedQuestion, answer: GivenAnswer = NO_ANSWER): AnswerFaultKind | undefined {
  if (isUnknown(question, answer)) return 'UNKNOWN';
  if (answer.text.length > LONGEST_ANSWER) return 'TOO_LONG';
  if (/[^\P{Cc}\n\t\r]|\p{Cs}/u.test(answer.text)) return 'UNREADABLE';
  if (question.kind === 'LANGUAGE' && answer.codes.length > 0 && answer.level === '') return 'LEVEL_MISSING';
  return isMissing(question, answer) ? 'MISSING' : undefined;
}

/** The keys of the questions that are open and can never be asked as they stand: what they depend on is not before them, is closed, or has no such answer. */
export function withoutWay(questions: readonly AskedQuestion[]): string[] {
  return questions.filter(({ isClosed, condition }, n) => {
    if (isClosed || condition === null) return false;
    const other = questions.slice(0, n).find(({ key }) => key === condition.question);
    if (!other || other.isClosed || !DECIDING_KINDS.includes(other.kind)) return true;
    const known = codesOf(other);
    return known !== undefined && !known.includes(condition.answer);
  }).map(({ key }) => key);
}

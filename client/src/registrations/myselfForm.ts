import { answerFaults, type Asked, sentOf, type TypedAnswers, type TypedFault } from '../questions/parts/index.ts';
import type { AnswerFault, PersonFault } from './useRegistrations.ts';
import type { Capacity, MyselfInput } from './useOneself.ts';

/** The ways to take part. */
export const WAYS = ['ON_SITE', 'ONLINE'] as const;
export type Way = (typeof WAYS)[number];

/** In which way somebody takes part in a session that is held so: as they say, where it is held in both, or as everybody does. */
export function wayOf(format: Way | 'HYBRID', said: string): Way {
  return (format === 'HYBRID' ? said : format) === 'ONLINE' ? 'ONLINE' : 'ON_SITE';
}

/** What somebody types of themselves; `capacity` is the number of one of theirs, empty while none is chosen. */
export interface TypedMyself {
  capacity: string;
  profession: string;
  mode: string;
  answers: TypedAnswers;
  /** That whoever has the number of their certificate sees their name. */
  showsName: boolean;
}

/** What is wrong with it. */
export interface MyselfFaults {
  readonly capacity?: true;
  readonly profession?: true;
  readonly mode?: true;
  /** By the keys of the questions. */
  readonly answers?: Readonly<Record<string, TypedFault>>;
}

/** What is asked: how they take part, where the session is held in both ways, their profession, where places are counted by it, and the questions of the session. */
export interface Asking {
  readonly asksMode: boolean;
  readonly asksProfession: boolean;
  readonly questions: readonly Asked[];
}

/** What is wrong with what was typed; nothing where it can be sent. */
export function myselfFaults({ capacity, profession, mode, answers: given }: TypedMyself, { asksMode, asksProfession, questions }: Asking): MyselfFaults {
  const answers = answerFaults(questions, given);
  return {
    ...(capacity === '' && { capacity: true as const }), ...(asksProfession && profession === '' && { profession: true as const }),
    ...(asksMode && mode === '' && { mode: true as const }), ...(Object.keys(answers).length > 0 && { answers }),
  };
}

/** What is sent of it, for a session by its id. */
export function myselfInput(session: string, { organisation, country, profession: own }: Capacity, { profession, mode, answers, showsName }: TypedMyself, { submission, questions }: { submission: string; questions: readonly Asked[] }): MyselfInput {
  return {
    session, submission, organisation: organisation?.id ?? null, country: country.code, profession: own || profession === '' ? null : profession, mode: mode === '' ? null : (mode as Way), answers: sentOf(questions, answers), showsName,
  };
}

/** What the server says is wrong with the answers and with what is said of them. */
export interface ToldOfMyself {
  readonly faults: readonly AnswerFault[];
  readonly personFaults: readonly PersonFault[];
}

/** The same by field and question; undefined where the form has changed since it was read. */
export function toldFaultsOfMyself({ faults: told, personFaults }: ToldOfMyself, { asksProfession, questions }: Pick<Asking, 'asksProfession' | 'questions'>): MyselfFaults | undefined {
  if (told.some(({ fault, question }) => fault === 'CHANGED' || !questions.some(({ key }) => key === question))) return undefined;
  if (personFaults.length > 0 && !asksProfession) return undefined;
  return {
    ...(personFaults.length > 0 && { profession: true as const }),
    ...(told.length > 0 && { answers: Object.fromEntries(told.map(({ question, fault }) => [question, fault])) }),
  };
}

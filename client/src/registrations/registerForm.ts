import type { Locale } from '@passerelle/shared/locales.ts';

import { emailFault, emailSent } from '../accounts/parts/index.ts';
import { answerFaults, type Asked, sentOf, type TypedAnswers, type TypedFault, withoutFile } from '../questions/parts/index.ts';
import type { AnswerFault, PersonFault, Registrar, RegisterInput } from './useRegistrations.ts';

/** Somebody as they are typed; `key` tells them apart while they are. */
export interface TypedPerson {
  readonly key: number;
  name: string;
  email: string;
  locale: Locale;
  profession: string;
  mode: string;
  answers: TypedAnswers;
  /** That whoever has the number of their certificate sees their name: asked of who registers themselves. */
  showsName: boolean;
}

/** Whether something was typed of somebody, which would be lost. */
export const isTyped = ({ name, email, answers }: Pick<TypedPerson, 'name' | 'email' | 'answers'>): boolean => name.trim() !== '' || email.trim() !== '' || Object.keys(answers).length > 0;

/** What is wrong with what was typed of somebody. */
export interface PersonFaults {
  readonly name?: true;
  readonly email?: 'empty' | 'wrong' | 'twice';
  readonly mode?: true;
  readonly profession?: true;
  /** By the keys of the questions. */
  readonly answers?: Readonly<Record<string, TypedFault>>;
}

/** For whom people are registered, as a choice: the id of the organisation, or the code of the country of an authority. */
export interface Party {
  readonly value: string;
  readonly registrar: Registrar;
}

/** The choices, each once. */
export function partiesOf(registrars: readonly Registrar[]): Party[] {
  const all = registrars.flatMap((registrar): Party[] => {
    const value = registrar.organisation?.id ?? registrar.country?.code;
    return value === undefined ? [] : [{ value, registrar }];
  });
  return [...new Map(all.map((party) => [party.value, party])).values()];
}

/** The country that people of a party work in, where it is known; an international organisation says it itself. */
export function countryOf(party: Party | undefined): NonNullable<Registrar['country']> | undefined {
  return party?.registrar.organisation?.country ?? party?.registrar.country ?? undefined;
}

const same = (email: string): string => emailSent(email).toLowerCase();

/** How somebody is called and written to. */
type Called = Pick<TypedPerson, 'name' | 'email'>;

/** The words of a name, in whatever order and with whatever marks they are written. */
const wordsOf = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).sort().join(' ');

/** Whether somebody who is typed is who types: `own` is what their account says. A colleague may be registered under one's own address. */
export const isOneself = (typed: Called, own: Called | null | undefined): boolean => !!own && same(typed.email) === same(own.email) && wordsOf(typed.name) === wordsOf(own.name);

/** What is asked of each: how they take part, where the session is held in both ways, their profession, where places are counted by it, and the questions of the session. */
export interface Asking {
  readonly asksMode: boolean;
  readonly asksProfession: boolean;
  readonly questions: readonly Asked[];
}

/** What is wrong with each, in their order. */
export function peopleFaults(people: readonly TypedPerson[], { asksMode, asksProfession, questions }: Asking): PersonFaults[] {
  return people.map(({ name, email, mode, profession, answers: given }, n) => {
    const isTwice = people.slice(0, n).some((other) => same(other.email) === same(email));
    const fault = emailFault(email) ?? (isTwice ? 'twice' : undefined);
    const answers = answerFaults(questions, given);
    return {
      ...(Object.keys(answers).length > 0 && { answers }), ...(name.trim() === '' && { name: true as const }), ...(fault && { email: fault }),
      ...(asksProfession && profession === '' && { profession: true as const }), ...(asksMode && mode === '' && { mode: true as const }),
    };
  });
}

/** What is sent of what was typed. `country` where the party has none of its own. */
export function registerInput(session: string, party: Party, country: string, people: readonly TypedPerson[], { submission, questions, own }: { submission: string; questions: readonly Asked[]; own: Called | null | undefined }): RegisterInput {
  const { organisation } = party.registrar;
  return {
    session, submission, hasConsent: true, organisation: organisation?.id ?? null, country: organisation?.country ? null : (countryOf(party)?.code ?? country),
    people: people.map(({ name, email, locale, profession, mode, answers, showsName }) => ({
      name: name.trim(), email: emailSent(email), locale, profession: profession === '' ? null : profession, mode: mode === '' ? null : (mode as 'ON_SITE' | 'ONLINE'), answers: sentOf(questions, answers), showsName: showsName && isOneself({ name, email }, own),
    })),
  };
}

/** What was answered by somebody without the files that the server has no longer: they are chosen again. */
export function withoutGone(answers: TypedAnswers, faults: NonNullable<PersonFaults['answers']>): TypedAnswers {
  return Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, faults[key] === 'FILE_GONE' ? withoutFile(answer) : answer]));
}

/** What the server says is wrong with the answers and with what is said of people. */
interface Told {
  readonly faults: readonly AnswerFault[];
  readonly personFaults: readonly PersonFault[];
}

/** The same by person; undefined where the form has changed since it was read, so that it must be read again. */
export function toldFaults({ faults: told, personFaults }: Told, people: readonly unknown[], { asksProfession, questions }: Pick<Asking, 'asksProfession' | 'questions'>): PersonFaults[] | undefined {
  if (told.some(({ fault, question }) => fault === 'CHANGED' || !questions.some(({ key }) => key === question))) return undefined;
  if (personFaults.length > 0 && !asksProfession) return undefined;
  return people.map((_person, n) => {
    const answers = Object.fromEntries(told.filter(({ person }) => person === n).map(({ question, fault }) => [question, fault]));
    return { ...(Object.keys(answers).length > 0 && { answers }), ...(personFaults.some(({ person }) => person === n) && { profession: true as const }) };
  });
}

import type { Locale } from '@passerelle/shared/locales.ts';

import { emailFault, emailSent } from '../accounts/parts/index.ts';
import type { HostInput, OfferedByLink, OfferInput, SlotFault } from './useSlots.ts';

/** A time as it is typed: a day as `2027-11-08`, an hour as `09:30`; empty for what is not typed yet. */
export interface TypedSlot {
  day: string;
  starts: string;
}

/** An offer as it is typed. */
export interface TypedOffer {
  name: string;
  email: string;
  locale: Locale;
  slots: TypedSlot[];
  answersUntil: string;
  overrideReason: string;
}

/** How many slots are offered at most, and how many other times are proposed. */
export const MOST_SLOTS = 8;
export const MOST_PROPOSALS = 3;

const wrong = (field: SlotFault['field'], fault: SlotFault['fault'], at: number | null = null): SlotFault => ({ field, fault, maximum: null, at });
const isWhole = ({ day, starts }: TypedSlot): boolean => day !== '' && starts.trim() !== '';

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. */
export function offerFaults({ name, email, slots, answersUntil }: TypedOffer): SlotFault[] {
  const address = emailFault(email);
  return [
    ...(name.trim() === '' ? [wrong('NAME', 'MISSING')] : []), ...(address ? [wrong('EMAIL', address === 'empty' ? 'MISSING' : 'UNREADABLE')] : []), ...(slots.length === 0 ? [wrong('SLOTS', 'MISSING')] : []),
    ...slots.flatMap((slot, at) => (isWhole(slot) ? [] : [wrong('SLOTS', 'MISSING', at)])), ...(answersUntil === '' ? [wrong('ANSWERS_UNTIL', 'MISSING')] : slots.some(({ day }) => day !== '' && day <= answersUntil) ? [wrong('ANSWERS_UNTIL', 'AFTER_START')] : []),
  ];
}

/** What is sent of what is typed. */
export function offerInput({ name, email, locale, slots, answersUntil, overrideReason }: TypedOffer): Omit<OfferInput, 'submission'> {
  return { name, email: emailSent(email), locale, answersUntil, overrideReason, slots: slots.map((slot) => ({ ...slot })) };
}

/** What a host answers, as it is typed: the slot as one word (`2027-11-08 09:30`), `NONE`, or nothing yet. */
export interface TypedAnswer {
  choice: string;
  remark: string;
  proposals: TypedSlot[];
}

export const NONE = 'NONE';
export const keyOf = ({ day, starts }: TypedSlot): string => `${day} ${starts}`;

/** What is stored, as if it were typed. */
export function typedAnswer({ answer, takenDay, takenStarts, remark, proposals }: OfferedByLink): TypedAnswer {
  const choice = answer === 'TAKEN' && takenDay && takenStarts ? keyOf({ day: takenDay, starts: takenStarts }) : answer === null ? '' : NONE;
  return { choice, remark: remark ?? '', proposals: proposals.map(({ day, starts }) => ({ day, starts })) };
}

/** Whether two answers say the same. */
export const isSameAnswer = (one: TypedAnswer, other: TypedAnswer): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is sent of an answer: other times of who takes none. */
export function hostInput({ choice, remark, proposals }: TypedAnswer): HostInput {
  const [day = '', starts = ''] = choice.split(' ');
  return choice === NONE ? { taken: null, remark, proposals: proposals.map((slot) => ({ ...slot })) } : { taken: { day, starts }, remark, proposals: [] };
}

/** What is wrong with an answer, as far as the page can know. */
export function answerFaults({ choice, proposals }: TypedAnswer): SlotFault[] {
  return [...(choice === '' ? [wrong('SLOTS', 'MISSING')] : []), ...(choice === NONE ? proposals.flatMap((slot, at) => (isWhole(slot) ? [] : [wrong('PROPOSALS', 'MISSING', at)])) : [])];
}

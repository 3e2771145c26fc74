/** In what two participants differ, and what is taken of which. */
import type { Double } from './useDoubles.ts';

/** What a participant says of themselves, in the order in which it is shown. */
export const PARTS = ['NAME', 'EMAIL', 'LOCALE', 'PROFESSION', 'WORK'] as const;
export type Part = (typeof PARTS)[number];
export type Side = 'first' | 'second';
/** Of which of the two each part is kept. */
export type Choice = Readonly<Record<Part, Side>>;

const KEYS: Readonly<Record<Part, (one: Double) => string>> = {
  NAME: ({ name }) => name, EMAIL: ({ email }) => email, LOCALE: ({ locale }) => locale, PROFESSION: ({ profession }) => profession?.code ?? '',
  WORK: ({ organisation, country }) => `${organisation?.id ?? ''} ${country?.code ?? ''}`,
};

/** The parts in which they differ. */
export function differences(first: Double, second: Double): Part[] {
  return PARTS.filter((part) => KEYS[part](first) !== KEYS[part](second));
}

/** Everything of one of the two. */
export function allOf(side: Side): Choice {
  return { NAME: side, EMAIL: side, LOCALE: side, PROFESSION: side, WORK: side };
}

/** What is taken from the one who is not kept. */
export function taken(parts: readonly Part[], choice: Choice, kept: Side): Part[] {
  return parts.filter((part) => choice[part] !== kept);
}

/** What whoever plans had chosen and not yet searched with, as their browser keeps it. Pure functions. */
import { GOALS } from '@passerelle/shared/planSentences.ts';

import { type Choices, NOTHING_CHOSEN, type Pinned, type PinKind } from './planChoices.ts';
import { type GoalChoices, LIMITED } from './planGoals.ts';

/** By this name what comes back, and what of it is let go at once, is one step of the way back. */
export const RESTORED = 'restored';

const PINS: readonly string[] = ['IN', 'OUT', 'AT', 'GOES', 'STAYS', 'ATTENDS', 'ABSENT'] satisfies PinKind[];
const PLANS: readonly unknown[] = ['BEST', 'CHEAPEST', 'SHORTEST', 'WIDEST'];

type Found = Readonly<Record<string, unknown>>;

const isFound = (one: unknown): one is Found => typeof one === 'object' && one !== null;
const isTextOrNull = (one: unknown): boolean => one === null || typeof one === 'string';
const areTexts = (one: unknown): boolean => Array.isArray(one) && one.every((text) => typeof text === 'string');
const isPin = (one: unknown): boolean => isFound(one) && PINS.includes(one.pin as string) && [one.meetingKey, one.personKey, one.startsAt].every(isTextOrNull);
const isFormer = (one: unknown): boolean => one === null || (isFound(one) && typeof one.search === 'string' && PLANS.includes(one.as));
/** By these names alone, a text each. */
const isTypedBy = (names: readonly string[], one: unknown): boolean => isFound(one) && Object.entries(one).every(([name, typed]) => names.includes(name) && typeof typed === 'string');
const areGoals = (one: unknown): one is GoalChoices => isFound(one) && typeof one.isWeighed === 'boolean' && areTexts(one.order) && (one.order as string[]).every((goal) => GOALS.some((known) => known === goal)) && isTypedBy(GOALS, one.points) && isTypedBy(LIMITED, one.limits);

const FIELDS: { readonly [Name in keyof Choices]: (one: unknown) => boolean } = {
  envelope: (one) => typeof one === 'string', interpreter: (one) => typeof one === 'string', countries: (one) => typeof one === 'string', taken: areTexts, isTeamKept: (one) => typeof one === 'boolean', isIdea: (one) => typeof one === 'boolean',
  pins: (one) => Array.isArray(one) && one.every(isPin), former: isFormer, goals: areGoals,
};

/** Whether it is what the form takes today. */
export const areChoices = (kept: unknown): kept is Choices => isFound(kept) && Object.keys(kept).length === Object.keys(NOTHING_CHOSEN).length && Object.entries(FIELDS).every(([name, isRight]) => isRight(kept[name]));

/** What is fixed and was not fixed before. */
export const pinsSince = (before: readonly Pinned[], now: readonly Pinned[]): readonly Pinned[] => {
  const known = new Set(before.map((pin) => JSON.stringify(pin)));
  return now.filter((pin) => !known.has(JSON.stringify(pin)));
};

/** What of the changes that bring a meeting in whoever plans can make by choosing it for the next search, and where the others are made. Pure functions. */
import { type Choices, toggled } from './planChoices.ts';
import { LIMITED } from './planGoals.ts';
import { typedCents } from './typedCents.ts';
import type { PlanRef, PlanSentence } from './usePlan.ts';

/** Where something is changed that is no choice of a search. */
export type Elsewhere = 'MEETINGS' | 'TEAM' | 'MISSION' | 'TRAVEL' | 'AVAILABILITY';

const ELSEWHERE: Partial<Readonly<Record<PlanSentence['code'], Elsewhere>>> = {
  CHANGE_ADD_WINDOW: 'MEETINGS', CHANGE_EXCUSE_DAY_OFF: 'MEETINGS', CHANGE_MAKE_OPTIONAL: 'MEETINGS', CHANGE_EXTEND_PERIOD: 'MISSION', CHANGE_MORE_DAYS_AWAY: 'TEAM', CHANGE_ADMIT_PERSON: 'TEAM', CHANGE_LARGER_TEAM: 'TEAM', CHANGE_OFFER_SERVICE: 'TRAVEL', CHANGE_FREE_PERSON: 'AVAILABILITY',
};

/** Where a change is made; undefined where it is a choice, or is made nowhere. */
export function elsewhere({ code, about }: PlanSentence): Elsewhere | undefined {
  if (code === 'CHANGE_LOWER_NEED') return about.some(({ meetingKey }) => meetingKey !== null) ? 'MEETINGS' : 'MISSION';
  if (code === 'CHANGE_DROP_PIN') return about[0]?.pin === 'AT' ? 'MEETINGS' : undefined;
  return ELSEWHERE[code];
}

/** What is let go: something that was chosen is so no more, and who is in the team stays at home. An hour that is confirmed is the host’s. */
function released({ pin, isChosen, meetingKey, personKey }: PlanRef, { pins }: Choices): Partial<Choices> | undefined {
  if (isChosen) return { pins: pins.filter((one) => one.pin !== pin || one.meetingKey !== meetingKey || one.personKey !== personKey) };
  return pin === 'GOES' && personKey !== null ? { pins: toggled(pins, { pin: 'STAYS', meetingKey: null, personKey, startsAt: null }) } : undefined;
}

/** More money: of one kind, or of all together. */
function raised({ amount, costKind }: PlanRef, by: number, { goals }: Choices): Partial<Choices> | undefined {
  if (amount === null) return undefined;
  const [typed, kind] = [typedCents(amount + by), LIMITED.find((one) => one === costKind)];
  if (costKind === null) return { envelope: typed };
  return kind && { goals: { ...goals, limits: { ...goals.limits, [kind]: typed } } };
}

/** What a change makes of the choices: more money, or something that is not fixed any more; undefined where it is no choice. */
export function chosenBy({ code, about: [ref], amount }: PlanSentence, now: Choices): Partial<Choices> | undefined {
  if (ref === undefined) return undefined;
  if (code === 'CHANGE_RAISE_LIMIT') return raised(ref, amount ?? 0, now);
  return code === 'CHANGE_DROP_PIN' ? released(ref, now) : undefined;
}

/** What whoever plans has fixed, as a problem has it. Pure functions. */
import type { Pin } from '@passerelle/shared/planning.ts';
import type { MissionFacts } from './facts.ts';
import type { ChosenPin, PlanningSettings } from './settings.ts';

/** With what the id of each begins: no other has such a one. */
const CHOSEN = 'chosen ';

/** Whether something fixed is the choice of whoever plans, and neither a confirmed hour nor a place in the team. */
export const isChosen = ({ id }: Pick<Pin, 'id'>): boolean => id.startsWith(CHOSEN);

/** By which id it stands in the problem. */
export const idOfPin = ({ pin, meetingKey, personKey }: ChosenPin): string => CHOSEN + [pin, meetingKey, personKey].filter((part) => part !== null).join(' ');

function pinOf(chosen: ChosenPin): Pin {
  const { pin, meetingKey, personKey, startsAt } = chosen;
  const base = { id: idOfPin(chosen), why: 'ADVISER' as const };
  if (pin === 'GOES' || pin === 'STAYS') return { ...base, pin, personId: personKey! };
  if (pin === 'ATTENDS' || pin === 'ABSENT') return { ...base, pin, meetingId: meetingKey!, personId: personKey! };
  return pin === 'AT' ? { ...base, pin, meetingId: meetingKey!, startsAt: startsAt! } : { ...base, pin, meetingId: meetingKey! };
}

/** What was chosen of a meeting or of somebody whom a problem does not have. */
export function missingOf({ pins }: { readonly pins: readonly Pin[] }, chosen: readonly ChosenPin[]): ChosenPin[] {
  const there = new Set(pins.map(({ id }) => id));
  return chosen.filter((one) => !there.has(idOfPin(one)));
}

/** What was chosen of those who are there: of what is not there any more nothing is fixed. */
export const chosenOf = ({ meetings, persons }: MissionFacts, { pins }: PlanningSettings): Pin[] =>
  pins.filter(({ meetingKey, personKey }) => (meetingKey === null || meetings.some(({ key }) => key === meetingKey)) && (personKey === null || persons.some(({ key }) => key === personKey))).map(pinOf);

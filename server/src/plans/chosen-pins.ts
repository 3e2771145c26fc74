/** What whoever plans fixes, as it is sent and stored. Pure functions. */
import type { ChosenPin } from '../planner/problem/index.ts';
import type { PlanPinInput } from './plan-search-input.type.ts';

/** How much may be fixed at most. */
const MOST = 200;

/** What each is about. */
const ABOUT: Readonly<Record<ChosenPin['pin'], readonly ('meetingKey' | 'personKey' | 'startsAt')[]>> = {
  IN: ['meetingKey'], OUT: ['meetingKey'], AT: ['meetingKey', 'startsAt'], GOES: ['personKey'], STAYS: ['personKey'], ATTENDS: ['meetingKey', 'personKey'], ABSENT: ['meetingKey', 'personKey'],
};

/** What is fixed of what: once. */
export const nameOfPin = ({ pin, meetingKey, personKey }: ChosenPin): string => [pin, meetingKey ?? '', personKey ?? ''].join(' ');

function isPin(one: ChosenPin): boolean {
  const about = ABOUT[one.pin] as (typeof ABOUT)[ChosenPin['pin']] | undefined;
  return about !== undefined && (['meetingKey', 'personKey', 'startsAt'] as const).every((field) => (one[field] !== null) === about.includes(field));
}

/** Whether all of these can be fixed: each says of what, none is there twice. That they go together is for the planner to say. */
export const arePins = (pins: readonly ChosenPin[]): boolean => pins.length <= MOST && pins.every(isPin) && new Set(pins.map(nameOfPin)).size === pins.length;

/** As it is sent: times of plans are minutes, and keys are in small letters. */
export const pinOf = ({ pin, meetingKey, personKey, startsAt }: PlanPinInput): ChosenPin =>
  ({ pin: pin as ChosenPin['pin'], meetingKey: meetingKey?.toLowerCase() ?? null, personKey: personKey?.toLowerCase() ?? null, startsAt: startsAt ? Math.floor(startsAt.getTime() / 60_000) : null });

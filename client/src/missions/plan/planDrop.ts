/** What comes of letting somebody, or a meeting, go on a place of the board. Pure functions. */
import type { Pinned } from './planChoices.ts';
import type { Carried, Onto } from './planCarry.ts';
import type { Plan, PlanSearch } from './usePlan.ts';

/** Places of the board that are no meeting: the plan, those that are left out of it, who could go. */
const [PLAN, OUT, PEOPLE] = ['PLAN', 'OUT', 'PEOPLE'];

/** What is on the board, and what is fixed for the next search. */
export interface Board {
  readonly plan: Pick<Plan, 'meetings'>;
  readonly people: readonly Pick<PlanSearch['people'][number], 'key' | 'kinds'>[];
  readonly pins: readonly Pinned[];
}

/** What is fixed, or let go that was fixed. */
export type Drop = { readonly is: 'FIXED'; readonly pins: readonly Pinned[] } | { readonly is: 'FREED'; readonly pin: Pinned };

const attends = (meetingKey: string, personKey: string): Pinned => ({ pin: 'ATTENDS', meetingKey, personKey, startsAt: null });
const absent = (meetingKey: string, personKey: string): Pinned => ({ pin: 'ABSENT', meetingKey, personKey, startsAt: null });
const isFixed = ({ pins }: Board, pin: Pinned['pin'], meetingKey: string, personKey: string | null = null): boolean => pins.some((one) => one.pin === pin && one.meetingKey === meetingKey && one.personKey === personKey);

/** Somebody at a meeting instead of somebody else, or besides where that is nobody. */
export const exchanged = (meetingKey: string, before: string, after: string): readonly Pinned[] => [...(before === '' ? [] : [absent(meetingKey, before)]), attends(meetingKey, after)];

/** Who could take the place of somebody at a meeting: those of the same kind who are not there already; besides, where it is nobody’s, whoever is not there. */
export function inPlaceOf(people: Board['people'], meeting: Plan['meetings'][number] | undefined, before: string): Board['people'] {
  const kinds = people.find(({ key }) => key === before)?.kinds ?? [];
  return people.filter(({ key, kinds: theirs }) => key !== before && (before === '' || theirs.some((kind) => kinds.includes(kind))) && !meeting?.attends.some(({ personKey }) => personKey === key));
}

/** Whose place somebody takes at a meeting: theirs on whom they were let go, where they are of the same kind; the first one’s who is, and is not away already; nobody’s otherwise: then they come besides. */
export function whoseFor(board: Board, meeting: Plan['meetings'][number], person: string, instead: string | undefined): string {
  const able = meeting.attends.map(({ personKey }) => personKey).filter((key) => !isFixed(board, 'ABSENT', meeting.meetingKey, key) && inPlaceOf(board.people, meeting, key).some((one) => one.key === person));
  return able.find((key) => key === instead) ?? able[0] ?? '';
}

function ofPerson(board: Board, person: string, from: string | undefined, { onto, instead }: Onto): Drop | undefined {
  if (onto === PEOPLE) return from === undefined || isFixed(board, 'ABSENT', from, person) ? undefined : { is: 'FIXED', pins: [absent(from, person)] };
  const meeting = board.plan.meetings.find(({ meetingKey }) => meetingKey === onto);
  if (!meeting || isFixed(board, 'ATTENDS', onto, person)) return undefined;
  if (meeting.attends.some(({ personKey }) => personKey === person)) return isFixed(board, 'ABSENT', onto, person) ? { is: 'FREED', pin: absent(onto, person) } : undefined;
  return { is: 'FIXED', pins: exchanged(onto, whoseFor(board, meeting, person, instead), person) };
}

function ofMeeting(board: Board, meetingKey: string, { onto }: Onto): Drop | undefined {
  const isIn = board.plan.meetings.some((one) => one.meetingKey === meetingKey);
  const wished: Pinned = { pin: isIn ? 'OUT' : 'IN', meetingKey, personKey: null, startsAt: null };
  if (onto !== (isIn ? OUT : PLAN) || isFixed(board, wished.pin, meetingKey)) return undefined;
  // What was left out by whoever plans may be in again; it need not.
  const pin = isIn ? undefined : board.pins.find((one) => one.pin === 'OUT' && one.meetingKey === meetingKey);
  return pin ? { is: 'FREED', pin } : { is: 'FIXED', pins: [wished] };
}

/** What comes of it; undefined where it cannot be let go there, or nothing would change. */
export const dropOf = (board: Board, { person, meeting }: Carried, onto: Onto): Drop | undefined => (person !== undefined ? ofPerson(board, person, meeting, onto) : meeting === undefined ? undefined : ofMeeting(board, meeting, onto));

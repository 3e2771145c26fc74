/** What of the changes that bring a meeting in whoever plans can make by choosing it for the next search, and where the others are made. Pure functions. */
import { centsOf } from '../../costs/index.ts';
import { type Choices, fixed, type Pinned } from './planChoices.ts';
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

/** With a meeting that takes place: what would bring it in was sought with it in. An hour of it that is fixed says as much. */
const kept = (pins: readonly Pinned[], meetingKey: string): readonly Pinned[] =>
  (pins.some((one) => one.pin === 'AT' && one.meetingKey === meetingKey) ? pins : fixed(pins, [{ pin: 'IN', meetingKey, personKey: null, startsAt: null }]));

/** What is let go: something that was chosen is so no more, and who is in the team stays at home. An hour that is confirmed is the host’s. */
function released({ pin, isChosen, meetingKey, personKey }: PlanRef, { pins }: Choices): Partial<Choices> | undefined {
  if (isChosen) return { pins: pins.filter((one) => one.pin !== pin || one.meetingKey !== meetingKey || one.personKey !== personKey) };
  return pin === 'GOES' && personKey !== null ? { pins: fixed(pins, [{ pin: 'STAYS', meetingKey: null, personKey, startsAt: null }]) } : undefined;
}

/** What is typed, where it allows as much as is wanted already; what is wanted otherwise. An empty field allows `unsaid`. */
function atLeast(typed: string, wanted: number, { unsaid = Infinity, read, write }: { readonly unsaid?: number; readonly read: (typed: string) => number | undefined; readonly write: (wanted: number) => string }): string {
  return (typed.trim() === '' ? unsaid : (read(typed) ?? 0)) >= wanted ? typed : write(wanted);
}

/** More money: of one kind, or of all together. */
function raised({ amount, costKind }: PlanRef, by: number, { envelope, goals }: Choices, envelopeCents: number | null): Partial<Choices> | undefined {
  if (amount === null) return undefined;
  const [cents, kind] = [{ read: centsOf, write: typedCents }, LIMITED.find((one) => one === costKind)];
  if (costKind === null) return { envelope: atLeast(envelope, amount + by, { unsaid: envelopeCents ?? undefined, ...cents }) };
  return kind && { goals: { ...goals, limits: { ...goals.limits, [kind]: atLeast(goals.limits[kind] ?? '', amount + by, cents) } } };
}

/** More countries. */
const widened = ({ amount }: PlanRef, by: number, { countries }: Choices): Partial<Choices> | undefined => (amount === null ? undefined : { countries: atLeast(countries, amount + by, { read: Number, write: String }) });

/** What a change alone makes of the choices. */
function changed({ code, about: [ref], amount }: PlanSentence, now: Choices, envelopeCents: number | null): Partial<Choices> | undefined {
  if (ref === undefined) return undefined;
  if (code === 'CHANGE_RAISE_LIMIT') return raised(ref, amount ?? 0, now, envelopeCents);
  if (code === 'CHANGE_MORE_COUNTRIES') return widened(ref, amount ?? 0, now);
  return code === 'CHANGE_DROP_PIN' ? released(ref, now) : undefined;
}

/** What a change that would bring a meeting in makes of the choices, with that meeting in: more money, more countries, or something that is not fixed any more; undefined where it is no choice. Nothing that is typed is lowered. `envelopeCents`: that of the mission, null for none. */
export function chosenBy(change: PlanSentence, now: Choices, { meetingKey, envelopeCents }: { readonly meetingKey: string; readonly envelopeCents: number | null }): Partial<Choices> | undefined {
  const choice = changed(change, now, envelopeCents);
  return choice && { ...choice, pins: kept(choice.pins ?? now.pins, meetingKey) };
}

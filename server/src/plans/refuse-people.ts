/** Who cannot be at a meeting for how long, and which of its needs nobody has who can, whatever else is planned. Pure functions. */
import { factsOf, type Id, type Instant, type LanguageNeed, type Meeting, type Person, type Pin, type Problem, type Ref, type RoleNeed } from '@passerelle/shared/planning.ts';
import { dayIn } from '@passerelle/shared/planning/facts.ts';
import { isInForce } from '@passerelle/shared/planning/time.ts';
import { LEVELS } from '@passerelle/shared/interpretation.ts';

/** Rules that are none of the laws of a problem, but said of a meeting or of somebody in it. */
type SaidRule = 'MANDATORY' | 'ONLY_ADVISER' | 'SUBSTITUTE';

/** By which id such a rule is named. */
export const ruleOf = (rule: SaidRule, id: Id): Id => `${rule} ${id}`;

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

export const refs = (kind: Ref['kind'], ids: readonly Id[]): Ref[] => ids.map((id) => ({ kind, id }));

export const each = (found: readonly Ref[]): Ref[] => [...new Map(found.map((ref) => [`${ref.kind} ${ref.id}`, ref])).values()];

type PinOf<P extends Pin['pin']> = Pin & { readonly pin: P };

export const pinsOf = <P extends Pin['pin']>({ pins }: Pick<Problem, 'pins'>, kind: P): PinOf<P>[] => pins.filter((one): one is PinOf<P> => one.pin === kind);

/** When a meeting begins whose hour is fixed; undefined where none is. */
export const fixedHour = (problem: Pick<Problem, 'pins'>, meetingId: Id): PinOf<'AT'> | undefined => pinsOf(problem, 'AT').find((one) => one.meetingId === meetingId);

/** Who is fixed to attend a meeting. */
export const fixedAt = (problem: Pick<Problem, 'pins'>, meetingId: Id): readonly Id[] => pinsOf(problem, 'ATTENDS').filter((one) => one.meetingId === meetingId).map(({ personId }) => personId);

/** What keeps somebody away from a mission at any hour. */
export const keptAtHome = (problem: Problem, { id, isReserve }: Person): Ref[] => [...refs('PIN', pinsOf(problem, 'STAYS').filter(({ personId }) => personId === id).map((pin) => pin.id)), ...(isReserve ? refs('RULE', [ruleOf('SUBSTITUTE', id)]) : [])];

/** What keeps somebody away from a meeting at any hour: they stay, or are away from it, or it is for the adviser’s circle alone. */
function keptAway(problem: Problem, person: Person, { id, isOnlyAdviser }: Meeting): Ref[] {
  const away = pinsOf(problem, 'ABSENT').filter((pin) => pin.meetingId === id && pin.personId === person.id);
  return [...keptAtHome(problem, person), ...refs('PIN', away.map((pin) => pin.id)), ...(isOnlyAdviser && !person.roles.includes('ADVISER') ? refs('RULE', [ruleOf('ONLY_ADVISER', id)]) : [])];
}

/** How long it takes at least between two meetings: in one place the transfer, unless somebody could leave and come back; otherwise what is before and after a journey. */
function between(problem: Problem, one: Meeting, other: Meeting): number {
  const [from, to] = [factsOf(problem).places.get(one.placeId)!, factsOf(problem).places.get(other.placeId)!];
  return from === to ? Math.min(from.transferMinutes, 2 * from.bufferMinutes) : from.bufferMinutes + to.bufferMinutes;
}

interface Elsewhere extends Span {
  readonly about: readonly Ref[];
}

/** Where else somebody is fixed to be, and for how long they cannot be at a meeting then. */
export function elsewhere(problem: Problem, person: Person, meeting: Meeting): Elsewhere[] {
  return pinsOf(problem, 'ATTENDS').filter((pin) => pin.personId === person.id && pin.meetingId !== meeting.id).flatMap((pin): Elsewhere[] => {
    const [hour, other] = [fixedHour(problem, pin.meetingId), factsOf(problem).meetings.get(pin.meetingId)!];
    if (!hour) return [];
    const gap = between(problem, other, meeting);
    return [{ from: hour.startsAt - gap, until: hour.startsAt + other.serviceMinutes + gap, about: refs('PIN', [hour.id, pin.id]) }];
  });
}

const overlap = ({ from, until }: Span) => (one: Span): boolean => one.from < until && one.until > from;

/** What keeps somebody away from a meeting for that time. */
function hinders(problem: Problem, person: Person, { meeting, span }: Held): Ref[] {
  return [...keptAway(problem, person, meeting), ...refs('BLOCK', person.blocks.filter(overlap(span)).map(({ id }) => id)), ...elsewhere(problem, person, meeting).filter(overlap(span)).flatMap(({ about }) => about)];
}

/** A meeting, and when it is. */
interface Held {
  readonly meeting: Meeting;
  readonly span: Span;
}

/** What of a need refuses it: the need, and what keeps those away who have it; nothing where enough can. */
function unmet(problem: Problem, held: Held, { id, able, atLeast }: { readonly id: Id; readonly able: readonly Person[]; readonly atLeast: number }): Ref[] {
  const kept = able.map((one) => hinders(problem, one, held));
  return kept.filter(({ length }) => length === 0).length >= atLeast ? [] : [...refs('NEED', [id]), ...kept.flat()];
}

const ofRole = (problem: Problem, held: Held, { id, kind, atLeast }: RoleNeed): Ref[] => unmet(problem, held, { id, atLeast, able: problem.persons.filter(({ roles }) => roles.includes(kind)) });

/** Whether somebody could interpret it; how many meetings want them at once a search finds out. */
function isInterpreted(problem: Problem, { anyOf, mayInterpret }: LanguageNeed, { meeting: { placeId }, span }: Held): boolean {
  const day = dayIn(factsOf(problem), placeId, span.from);
  return mayInterpret && problem.interpreters.some((one) => anyOf.some(({ language }) => language === one.language) && one.placeIds.includes(placeId) && isInForce(one, day));
}

function ofLanguage(problem: Problem, held: Held, need: LanguageNeed): Ref[] {
  if (isInterpreted(problem, need, held)) return [];
  const speaks = ({ languages }: Person): boolean => languages.some(({ language, level }) => need.anyOf.some((one) => one.language === language && LEVELS.indexOf(level) >= LEVELS.indexOf(one.atLeast)));
  return unmet(problem, held, { id: need.id, atLeast: 1, able: problem.persons.filter(speaks) });
}

/** One that has to be there, or a need, by its id, and what refuses it at an hour. */
interface Wanted {
  readonly id: Id;
  readonly refused: (span: Span) => Ref[];
}

/** All whom a meeting wants: those who attend it, its roles, its languages. */
export function wantedAt(problem: Problem, meeting: Meeting, attends: readonly Id[]): Wanted[] {
  const held = (span: Span): Held => ({ meeting, span });
  return [
    ...problem.persons.filter(({ id }) => attends.includes(id)).map((one): Wanted => ({ id: one.id, refused: (span) => hinders(problem, one, held(span)) })),
    ...meeting.needs.map((need): Wanted => ({ id: need.id, refused: (span) => ofRole(problem, held(span), need) })), ...meeting.languages.map((need): Wanted => ({ id: need.id, refused: (span) => ofLanguage(problem, held(span), need) })),
  ];
}

/** Some people, each as what they go, and how they can cover each meeting: by whom, and with whom to interpret. */
import { LEVELS } from '@passerelle/shared/interpretation.ts';
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import type { Interpreter, LanguageNeed, Meeting, Person, PlannedMeeting, Problem } from '@passerelle/shared/planning.ts';
import type { Model, Task } from './model.ts';
import { isTeam } from './needed.ts';

export interface CrewMember {
  readonly person: Person;
  readonly as: readonly TeamRole[];
  readonly start: number;
  readonly end: number;
}

/** A way to cover a meeting: those who attend, as bits, and who interprets which need. */
export interface Cover {
  readonly attends: number;
  readonly interpreted: PlannedMeeting['interpreted'];
  readonly interpreters: readonly Interpreter[];
}

export interface Crew {
  readonly members: readonly CrewMember[];
  /** By task; none where this crew cannot cover it. */
  readonly covers: readonly (readonly Cover[])[];
  /** By task, those who may attend it at all. */
  readonly may: readonly number[];
  /** By need of the team, those who go as its kind. */
  readonly kinds: readonly number[];
}

/** As what somebody attends: as all that they go as, or as adviser alone. */
export const attendsAs = (meeting: Meeting, { as }: CrewMember): readonly TeamRole[] => (meeting.isOnlyAdviser ? as.filter((kind) => kind === 'ADVISER') : as);

function mayAttend({ problem }: Model, { meeting }: Task, member: CrewMember): boolean {
  const isAbsent = problem.pins.some((pin) => pin.pin === 'ABSENT' && pin.meetingId === meeting.id && pin.personId === member.person.id);
  return !isAbsent && (!meeting.isOnlyAdviser || member.as.includes('ADVISER'));
}

/** Whether somebody speaks one of the languages well enough. */
export const speaks = ({ languages }: Person, { anyOf }: LanguageNeed): boolean =>
  languages.some((skill) => anyOf.some(({ language, atLeast }) => skill.language === language && LEVELS.indexOf(skill.level) >= LEVELS.indexOf(atLeast)));

/** Who interprets for a need in a place. */
export const interpretersFor = ({ interpreters }: Problem, placeId: string, { mayInterpret, anyOf }: LanguageNeed): readonly Interpreter[] =>
  (mayInterpret ? interpreters.filter(({ language, placeIds }) => placeIds.includes(placeId) && anyOf.some((one) => one.language === language)) : []);

/** By whom the needs of languages are met that those who attend do not meet themselves; empty where they cannot be met. */
function interpretings(unspoken: readonly LanguageNeed[], ableFor: (need: LanguageNeed) => readonly Interpreter[]): { needId: string; interpreter: Interpreter }[][] {
  return unspoken.reduce<{ needId: string; interpreter: Interpreter }[][]>((all, need) => all.flatMap((some) => ableFor(need).map((interpreter) => [...some, { needId: need.id, interpreter }])), [[]]);
}

const matrices = new WeakMap<Problem['travel'], boolean>();

/** Whether some travel is by a matrix. Of the same links once: it is asked for each meeting of each crew. */
function hasMatrixOf({ travel }: Problem): boolean {
  let has = matrices.get(travel);
  if (has === undefined) matrices.set(travel, (has = travel.some(({ type }) => type === 'MATRIX')));
  return has;
}

/** Whether more people at a meeting than it needs may be worth something by themselves. */
function isMoreBetter({ problem }: Model, { meeting }: Task): boolean {
  const hasMatrix = hasMatrixOf(problem);
  const isKept = problem.goals.some(({ terms }) => terms.some(({ measure }) => measure === 'KEPT')) && (problem.former?.meetings.some(({ meetingId }) => meetingId === meeting.id) ?? false);
  // By the rule of another day a duty that begins earlier may end later.
  const areRules = (problem.workRules?.length ?? 0) > 1;
  return hasMatrix || isKept || areRules || (meeting.provides !== null && problem.allowances !== null);
}

const isWithin = (one: number, other: number): boolean => (one & ~other) === 0;
const isSame = (one: Cover, other: Cover): boolean => one.interpreted.length === other.interpreted.length && one.interpreted.every(({ needId, interpreterId }, n) => needId === other.interpreted[n]!.needId && interpreterId === other.interpreted[n]!.interpreterId);

/** Of those with some bits, how many. */
function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

function coversOf(model: Model, task: Task, members: readonly CrewMember[], may: number): Cover[] {
  const { meeting } = task;
  const bitsOf = (is: (member: CrewMember) => boolean): number => members.reduce((all, member, n) => (is(member) ? all | (1 << n) : all), 0);
  const must = bitsOf(({ person }) => model.problem.pins.some((pin) => pin.pin === 'ATTENDS' && pin.meetingId === meeting.id && pin.personId === person.id));
  const staff = meeting.needs.map(({ kind, atLeast }) => ({ atLeast, bits: bitsOf((member) => attendsAs(meeting, member).includes(kind)) }));
  const speaking = meeting.languages.map((need) => ({ need, bits: bitsOf(({ person }) => speaks(person, need)) }));
  const isAll = isMoreBetter(model, task);
  const able = new Map<LanguageNeed, readonly Interpreter[]>();
  const ableFor = (need: LanguageNeed): readonly Interpreter[] => {
    let interpreters = able.get(need);
    if (!interpreters) able.set(need, (interpreters = interpretersFor(model.problem, meeting.placeId, need)));
    return interpreters;
  };
  const covers: Cover[] = [];
  for (let attends = 1; attends < 1 << members.length; attends += 1) {
    if (!isWithin(attends, may) || !isWithin(must, attends) || !staff.every(({ bits, atLeast }) => countOf(bits & attends) >= atLeast)) continue;
    const unspoken = speaking.flatMap(({ need, bits }) => ((bits & attends) === 0 ? [need] : []));
    // Those within it come before it: without anybody who interprets they are enough.
    if (!isAll && covers.some((other) => other.interpreted.length === 0 && isWithin(other.attends, attends))) continue;
    if (unspoken.length === 0) covers.push({ attends, interpreted: [], interpreters: [] });
    else covers.push(...interpretings(unspoken, ableFor).map((uses) => ({ attends, interpreted: uses.map(({ needId, interpreter }) => ({ needId, interpreterId: interpreter.id })), interpreters: uses.map(({ interpreter }) => interpreter) })));
  }
  return isAll ? covers : covers.filter((one) => !covers.some((other) => other.attends !== one.attends && isWithin(other.attends, one.attends) && (other.interpreted.length === 0 || isSame(one, other))));
}

/** Compiles a crew; nobody of it is a reserve. One that is not what the team needs covers nothing. */
export function crewOf(model: Model, going: readonly { readonly person: Person; readonly as: readonly TeamRole[] }[]): Crew {
  const members = going.map(({ person, as }) => ({ person, as, start: model.placeIndex.get(person.startPlaceId)!, end: model.placeIndex.get(person.endPlaceId)! }));
  const may = model.tasks.map((task) => members.reduce((all, member, n) => (mayAttend(model, task, member) ? all | (1 << n) : all), 0));
  const isComplete = isTeam(model.problem, members);
  return {
    members, may, covers: model.tasks.map((task, n) => (task.starts.length === 0 || !isComplete ? [] : coversOf(model, task, members, may[n]!))),
    kinds: model.problem.teamRule.map(({ kind }) => members.reduce((all, { as }, n) => (as.includes(kind) ? all | (1 << n) : all), 0)),
  };
}

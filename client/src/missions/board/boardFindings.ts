/** What of a mission is in conflict, and what it lacks: each with what it is about, and where it is mended. Only of what the answer of the board says. */
import { interpretationOf, lacksOf } from '@passerelle/shared/interpretation.ts';
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';

import { heldIn, speakersAt } from './boardSpeakers.ts';
import { dayAfter, daysFrom } from './boardTime.ts';
import type { Board, BoardLeg, BoardMeeting, BoardMember } from './useBoard.ts';

type Opinion = NonNullable<BoardLeg['consultation']>['state'];

/** Why something has to be looked at. */
export type Reason =
  | { readonly kind: 'ENGAGED' | 'AWAY'; readonly name: string }
  | { readonly kind: 'DAY_OFF' | 'REFUSED' | 'UNCONFIRMED' | 'UNTIMED' | 'LODGING' | 'NO_LEG' | 'NO_TEAM' | 'NOWHERE' | 'UNASKED' }
  | { readonly kind: 'OPINION'; readonly state: Opinion }
  | { readonly kind: 'ROLE' | 'TEAM'; readonly part: TeamRole; readonly missing: number }
  | { readonly kind: 'LANGUAGE'; readonly language: string; readonly isUnknown: boolean }
  | { readonly kind: 'INTERPRETER'; readonly name: string; readonly languages: readonly string[] }
  | { readonly kind: 'CLEARANCE'; readonly from: string; readonly until: string };

/** What it is about: a meeting of a leg, a leg, somebody of the team, or the mission. */
export interface About {
  readonly leg?: BoardLeg;
  readonly meeting?: BoardMeeting;
  readonly member?: BoardMember;
}

export type Finding = About & { readonly key: string; readonly isConflict: boolean; readonly reason: Reason };

/** All that was found of one thing. */
export interface FoundOf extends About {
  readonly key: string;
  readonly findings: readonly Finding[];
}

/** Findings by what they are about, in their order. */
export function byThing(findings: readonly Finding[]): FoundOf[] {
  const things = new Map<string, FoundOf>();
  for (const finding of findings) {
    const { leg, meeting, member, reason } = finding;
    // A clearance is mended elsewhere than all else of a person.
    const key = meeting?.key ?? leg?.id ?? (member ? `${member.key} ${String(reason.kind === 'CLEARANCE')}` : String(reason.kind === 'NO_LEG'));
    const before = things.get(key);
    things.set(key, { ...(before ?? finding), key, findings: [...(before?.findings ?? []), finding] });
  }
  return [...things.values()];
}

/** States in which something can still be done. */
const OPEN: readonly Board['state'][] = ['IDEA', 'PLANNED', 'CONSULTED', 'AGREED', 'UNDER_WAY'];
/** Opinions that stand in nobody's way. */
const GIVEN: readonly Opinion[] = ['AGREED', 'AGREED_WITH_REMARK', 'SILENT'];
const CONFLICTS: readonly Reason['kind'][] = ['ENGAGED', 'AWAY', 'DAY_OFF', 'REFUSED'];

const isConflict = (reason: Reason): boolean => CONFLICTS.includes(reason.kind) || (reason.kind === 'OPINION' && reason.state === 'OBJECTED');

/** All of it: conflicts first, then what is lacking, each in the order of the legs. */
export function findingsOf(board: Board): Finding[] {
  if (!OPEN.includes(board.state)) return [];
  const found: (About & { readonly reason: Reason })[] = [
    ...(board.legs.length === 0 ? [{ reason: { kind: 'NO_LEG' as const } }] : []), ...(board.members.length === 0 ? [{ reason: { kind: 'NO_TEAM' as const } }] : []),
    ...board.team.filter(({ present, atLeast }) => present < atLeast).map(({ kind, present, atLeast }) => ({ reason: { kind: 'TEAM' as const, part: kind, missing: atLeast - present } })),
    ...board.members.flatMap((member) => memberReasons(member).map((reason) => ({ member, reason }))),
    ...board.legs.flatMap((leg) => [...legReasons(leg).map((reason) => ({ leg, reason })), ...leg.meetings.flatMap((meeting) => meetingReasons(board, meeting).map((reason) => ({ leg, meeting, reason })))]),
  ];
  const all = found.map((one, n) => ({ ...one, key: `${n}-${one.reason.kind}`, isConflict: isConflict(one.reason) }));
  return [...all.filter((one) => one.isConflict), ...all.filter((one) => !one.isConflict)];
}

function memberReasons({ name, kind, isEngagedElsewhere, substituteForKey, stays, expert, clearances }: BoardMember): Reason[] {
  if (substituteForKey !== null) return [];
  const first = stays.map(({ arrivesAt }) => arrivesAt.slice(0, 10)).sort()[0];
  const last = stays.map(({ leavesAt }) => leavesAt.slice(0, 10)).sort().at(-1);
  if (first === undefined || last === undefined) return [{ kind: 'NOWHERE' }];
  return [
    ...(isEngagedElsewhere ? [{ kind: 'ENGAGED' as const, name }] : []),
    ...(expert?.sheet && lacksClearance(kind, clearances, [first, last]) ? [{ kind: 'CLEARANCE' as const, from: first, until: last }] : []),
  ];
}

type Clearances = readonly { readonly fromOn: string; readonly untilOn: string }[];

/** An NGO releases its own staff: no authority clears them, so that of whom no clearance is recorded none is asked for. One that is recorded counts as anybody's. */
function lacksClearance(kind: TeamRole, clearances: Clearances, [first, last]: readonly [string, string]): boolean {
  return !(kind === 'NGO' && clearances.length === 0) && !isCleared(clearances, first, last);
}

/** Whether clearances cover each day from one to another, one after the other without a break. */
export function isCleared(clearances: Clearances, first: string, last: string): boolean {
  return daysFrom(first, last).every((day) => clearances.some(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn));
}

function legReasons({ lodgingName, startsOn, endsOn, consultation }: BoardLeg): Reason[] {
  return [
    // Nobody sleeps on a leg of one day for certain; of several days there is a night between.
    ...(lodgingName === null && endsOn >= dayAfter(startsOn) ? [{ kind: 'LODGING' as const }] : []),
    ...(consultation === null ? [{ kind: 'UNASKED' as const }] : []),
    ...(consultation !== null && !GIVEN.includes(consultation.state) ? [{ kind: 'OPINION' as const, state: consultation.state }] : []),
  ];
}

function meetingReasons(board: Board, meeting: BoardMeeting): Reason[] {
  if (meeting.status === 'REFUSED') return [{ kind: 'REFUSED' }];
  const isTimed = meeting.day !== null && meeting.starts !== null;
  const going = meeting.people.filter(({ isSubstitute }) => !isSubstitute);
  return [
    ...going.flatMap(({ name, isEngagedElsewhere, isAway }): Reason[] => [...(isEngagedElsewhere ? [{ kind: 'ENGAGED' as const, name }] : []), ...(isAway ? [{ kind: 'AWAY' as const, name }] : [])]),
    ...(meeting.isDayOff && !meeting.overrideReason ? [{ kind: 'DAY_OFF' as const }] : []),
    ...(isTimed ? [] : [{ kind: 'UNTIMED' as const }]), ...(isTimed && meeting.status === 'PROPOSED' ? [{ kind: 'UNCONFIRMED' as const }] : []),
    ...spoken(board, meeting),
  ];
}

/** Whom a meeting lacks, and for whom nobody interprets: of those who go, nobody follows and speaks their language well enough. */
function spoken(board: Board, meeting: BoardMeeting): Reason[] {
  const [speakers, held] = [speakersAt(board, meeting), heldIn(meeting)];
  const lacks = lacksOf(speakers, { needs: meeting.needs, languages: held });
  const unserved = interpretationOf(speakers.filter(({ isSubstitute }) => !isSubstitute), held).flatMap(({ language, needs: of }) => of.filter(({ bridges }) => bridges.length === 0).map(({ name, between }) => ({ name, languages: [language, ...between] })));
  return [
    ...lacks.roles.map(({ kind, missing }) => ({ kind: 'ROLE' as const, part: kind, missing })),
    ...lacks.languages.map(({ language, isUnknown }) => ({ kind: 'LANGUAGE' as const, language, isUnknown })),
    ...unserved.map((one) => ({ kind: 'INTERPRETER' as const, ...one })),
  ];
}

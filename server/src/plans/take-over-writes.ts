/** Makes a mission as a plan says, by the services of each of its parts: each holds to its own rules, versions and trail. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { removeMissionCost, removeMissionTravel, saveMissionCost, saveMissionTravel } from '../costs/index.ts';
import { UserError } from '../core/errors.ts';
import { type MeetingFault, nameMeetingPeople, retimeMeeting } from '../meetings/index.ts';
import { type LegLine, saveMissionLeg, saveMissionMember, type Which } from '../missions/index.ts';
import type { LaidLeg } from './idea-legs.ts';
import type { CostNow } from './mission-now.ts';
import { type PlanTakeOverFault, type PlanTakeOverFaultKind, takeOverFault } from './take-over-codes.ts';
import { EURO, fareAfter } from './take-over-lines.ts';
import { type Days, isPlans, type JourneyMove, type LegMove, type MeetingMove, type Moves, type PersonMove } from './take-over-moves.ts';

/** What a service has answered: anything but DONE ends all of it. */
interface Came {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string }[];
}

/** A part that was refused. */
export class Refused extends Error {
  readonly outcome: string;
  readonly faults: readonly PlanTakeOverFault[];

  constructor(outcome: string, faults: readonly PlanTakeOverFault[]) {
    super(outcome);
    [this.outcome, this.faults] = [outcome, faults];
  }
}

const KINDS: Readonly<Record<string, PlanTakeOverFaultKind>> = { BUSY: 'BUSY', AWAY: 'AWAY', DAY_OFF: 'DAY_OFF', OUTSIDE: 'OUTSIDE', OUTSIDE_WINDOWS: 'OUTSIDE', LEGS_OUTSIDE: 'OUTSIDE', ORDER: 'ORDER', UNKNOWN: 'UNKNOWN', TOO_LONG: 'TOO_MANY', MEETINGS: 'AWAY' };

/** Of a fault of a service, what it says here. */
export const kindOf = (fault: string): PlanTakeOverFaultKind => KINDS[fault] ?? 'REFUSED';

/** The same of a meeting. */
export const meetingFault = ({ field, fault }: MeetingFault, meetingKey: string): PlanTakeOverFault => takeOverFault(field === 'PEOPLE' ? 'MEETING_PEOPLE' : 'MEETING_TIME', kindOf(fault), { meetingKey });

type Where = Omit<PlanTakeOverFault, 'fault'>;

/** Goes on where a part is done; Refused otherwise. */
async function done(part: Where['part'], where: Partial<Where>, came: Promise<Came>): Promise<void> {
  const { outcome, faults } = await came;
  if (outcome !== 'DONE') throw new Refused(outcome, faults.map(({ fault }) => takeOverFault(part, kindOf(fault), where)));
}

type Table = 'mission_leg' | 'mission_member' | 'meeting';

/** The mission is held: nobody else raises it meanwhile. */
async function versionOf(em: EntityManager, table: Table, key: string): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(`select version from ${table} where uuid = ?`, [key]);
  return row?.version ?? 0;
}

const saved = ({ lodgingName, lodgingAddress, transport, note, ...leg }: LegLine, days: Days) => ({ ...leg, ...days, lodgingName: lodgingName ?? '', lodgingAddress: lodgingAddress ?? '', transport: transport ?? '', note: note ?? '' });

async function legs(em: EntityManager, which: Which, moves: readonly LegMove[], daysOf: (move: LegMove) => Days): Promise<void> {
  for (const move of moves) {
    const { uuid: key } = move.leg;
    await done('LEG_DAYS', { legKey: key }, saveMissionLeg(em, { ...which, key }, { version: await versionOf(em, 'mission_leg', key), input: saved(move.leg, daysOf(move)) }));
  }
}

/** Makes legs, what they are for being the themes of what could be met about there: in the language of the mission alone. */
export async function layLegs(em: EntityManager, which: Which, laid: readonly LaidLeg[], sourceLocale: Locale): Promise<void> {
  for (const { key, themes, ...leg } of laid) {
    const names = await em.execute<{ name: string }[]>(`select name from theme_translation where locale = ? and theme_code = any (string_to_array(?, ' ')) order by name`, [sourceLocale, themes.join(' ')]);
    const input = { ...leg, sourceLocale, purpose: names.map(({ name }) => name).join('; '), note: '', lodgingName: '', lodgingAddress: '', transport: '' };
    await done('LEG_DAYS', { legKey: key }, saveMissionLeg(em, { ...which, key }, { version: 0, input }));
  }
}

/** Both what it was and what it will be: stays are moved in it. */
const widened = ({ leg, to }: LegMove): Days => ({ startsOn: leg.startsOn < to.startsOn ? leg.startsOn : to.startsOn, endsOn: leg.endsOn > to.endsOn ? leg.endsOn : to.endsOn });

async function people(em: EntityManager, which: Which, moves: readonly PersonMove[]): Promise<void> {
  for (const { key, person, line, to } of moves) {
    await done('MEMBER', { personKey: person }, saveMissionMember(em, { ...which, key }, { version: line ? await versionOf(em, 'mission_member', key) : 0, input: { ...to, expert: line ? null : person, colleague: null } }));
  }
}

/** What a meeting says is read once more with its time: a text that may not stand there any more is in the way of that meeting, and of the rest nothing is told. */
async function retimed(em: EntityManager, which: Parameters<typeof retimeMeeting>[1], { meeting: { uuid: meetingKey }, time }: MeetingMove): Promise<Came> {
  try {
    return await retimeMeeting(em, which, { version: await versionOf(em, 'meeting', meetingKey), time });
  } catch (error) {
    if (error instanceof UserError) throw new Refused('INVALID', [takeOverFault('MEETING_TIME', 'REFUSED', { meetingKey })]);
    throw error;
  }
}

/** First all times, then who goes: of two that change places neither is in the way of the other. */
async function meetings(em: EntityManager, { person }: Which, moves: readonly MeetingMove[]): Promise<void> {
  const whichOf = ({ meeting: { leg, uuid: key } }: MeetingMove) => ({ person, leg, key });
  for (const move of moves) await done('MEETING_TIME', { meetingKey: move.meeting.uuid }, retimed(em, whichOf(move), move));
  for (const move of moves) await done('MEETING_PEOPLE', { meetingKey: move.meeting.uuid }, nameMeetingPeople(em, whichOf(move), { version: await versionOf(em, 'meeting', move.meeting.uuid), people: move.people }));
}

/** A line of the costs as a plan says it, added or instead of one that an earlier plan wrote. */
async function cost(em: EntityManager, which: Which, { now, travel, ...line }: Pick<CostNow, 'kind' | 'unitCents' | 'onDay' | 'travel'> & { readonly now: CostNow | null }): Promise<void> {
  await done('COST', {}, saveMissionCost(em, { ...which, key: now?.uuid ?? randomUUID() }, { version: now?.version ?? 0, isOfPlan: true, input: { ...line, label: '', labelLocale: 'en', currency: EURO, leg: null, member: null, travel } }));
}

/** The fare of a journey: what somebody has typed or paid stays. */
async function fareOf(em: EntityManager, which: Which, move: JourneyMove, travel: string): Promise<void> {
  const { fare } = move;
  const after = fareAfter(move);
  if (fare && !isPlans(fare)) return;
  if (after) await cost(em, which, { kind: 'FARE', unitCents: after.unitCents, onDay: after.onDay, travel, now: fare });
  else if (fare) await done('COST', {}, removeMissionCost(em, { ...which, key: fare.uuid }, fare.version));
}

async function journey(em: EntityManager, which: Which, move: JourneyMove): Promise<void> {
  const { now, to: { mode, fromCity, toCity, departsAt, arrivesAt }, travellers } = move;
  const key = now?.uuid ?? randomUUID();
  await done('JOURNEY', {}, saveMissionTravel(em, { ...which, key }, { version: now?.version ?? 0, content: { mode, fromCity, toCity, departsAt, arrivesAt, carrier: now?.carrier ?? null, travellers } }));
  await fareOf(em, which, move, key);
}

/** Writes all of it, in an order in which no step asks for what a later one brings. Throws Refused. */
export async function writeMoves(em: EntityManager, which: Which, moves: Moves): Promise<void> {
  await legs(em, which, moves.legs, widened);
  for (const { uuid: key, version } of moves.gone.costs) await done('COST', {}, removeMissionCost(em, { ...which, key }, version));
  for (const { uuid: key, version } of moves.gone.journeys) await done('JOURNEY', {}, removeMissionTravel(em, { ...which, key }, version));
  await people(em, which, moves.people);
  await legs(em, which, moves.legs, ({ to }) => to);
  await meetings(em, which, moves.meetings);
  for (const move of moves.journeys) await journey(em, which, move);
  for (const { now, cents, onDay } of moves.interpreters) if (!now) await cost(em, which, { kind: 'INTERPRETER', unitCents: cents, onDay, travel: null, now: null });
}

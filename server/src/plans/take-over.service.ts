/** Taking a plan over into its mission: shown first, then done, as one change or not at all. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Plan, Problem } from '@passerelle/shared/planning.ts';
import { meetingFaultOf } from '../meetings/index.ts';
import { standingsOf } from '../members/index.ts';
import { type HeldMission, judgedLater, type MissionResult, result, whereAllowed, type Which } from '../missions/index.ts';
import { ideaTarget, type LaidLeg } from './idea-legs.ts';
import { type MeetingNow, missionNow } from './mission-now.ts';
import type { PlanAlternativeKind, PlanSearchOutcome, PlanSearchState, PlanTakenAs } from './plan-codes.ts';
import { isPlanSearchOutdated } from './plan-search.service.ts';
import { type Assumed, type Explained, planNamed } from './plan-stored.ts';
import { isOver, maySearchPlans } from './plan.policy.ts';
import { type PlanTakeOverFault, takeOverFault } from './take-over-codes.ts';
import { laidLines, linesOf, sealOf } from './take-over-lines.ts';
import { type Moves, movesOf } from './take-over-moves.ts';
import { type Target, targetOf } from './take-over-target.ts';
import { kindOf, layLegs, meetingFault, Refused, writeMoves } from './take-over-writes.ts';
import type { PlanTakeOver } from './take-over.type.ts';

/** Which plan of which search, by its key, and who takes it over; links in mails begin with `origin`. */
export interface WhichPlan {
  readonly person: string;
  readonly key: string;
  readonly origin: string;
  /** Null for the best. */
  readonly alternative: PlanAlternativeKind | null;
}

/** What was shown: nothing else is done. */
export interface Shown {
  readonly missionVersion: number;
  readonly searchVersion: number;
  readonly seal: string;
}

interface Stored {
  readonly mission: string;
  readonly state: PlanSearchState;
  readonly version: number;
  readonly problem: Problem;
  readonly best: Plan | null;
  readonly explained: Explained;
  readonly takenAs: string | null;
  /** Its meetings are those that nobody has entered: of a mission without legs it makes these. */
  readonly isIdea: boolean;
  readonly assumed: Assumed;
}

export type Taken = Pick<PlanTakeOver, 'outcome' | 'faults'>;

const STORED = `select mission_uuid as mission, state, version, problem, best, explained, taken_as as "takenAs", is_idea as "isIdea", assumed from plan_search where uuid = ?`;
const TAKE = `update plan_search set taken_at = now(), taken_as = ?, version = version + 1 where uuid = ?`;
/** Whoever writes meetings holds their hosts before the mission. */
const HOLD_HOSTS = `select hold_host(t.leg_uuid, t.organisation_slug, t.host_name, t.place_name) from meeting t join mission_leg l on l.uuid = t.leg_uuid where l.mission_uuid = ? order by t.organisation_slug, t.uuid`;

/** As what a plan is taken over. */
const asOf = (alternative: PlanAlternativeKind | null): PlanTakenAs => alternative ?? 'BEST';

const planOf = (stored: Stored, alternative: PlanAlternativeKind | null): Plan | null => planNamed(stored, asOf(alternative));

/** Of what was not shown nothing differs. */
const isAsShown = (shown: Shown | null, { missionVersion, searchVersion }: PlanTakeOver): boolean => shown === null || (shown.missionVersion === missionVersion && shown.searchVersion === searchVersion);
const nothing = (outcome: PlanSearchOutcome, versions: Pick<PlanTakeOver, 'missionVersion' | 'searchVersion'>): PlanTakeOver => ({ ...versions, outcome, faults: [], lines: [], seal: '' });

/** What taking a plan over would change now, and what would come of it: it is done and taken back. Null where there is no such search, or none for who asks. */
export async function planTakeOver(em: EntityManager, which: WhichPlan): Promise<PlanTakeOver | null> {
  const stored = await storedPlan(em, which);
  if (!stored) return null;
  await em.execute('savepoint shown');
  const found = await new TakeOver(em, which, stored).make(null);
  await em.execute('rollback to savepoint shown');
  return found;
}

/** Takes a plan over as it was shown. Once it is done it stays done: asked again it is DONE. Nothing is written but for DONE. */
export async function takeOverPlan(em: EntityManager, which: WhichPlan, shown: Shown): Promise<Taken> {
  const stored = await storedPlan(em, which);
  return stored ? new TakeOver(em, which, stored).make(shown) : { outcome: 'GONE', faults: [] };
}

/** Undefined also for whoever plans no missions. */
async function storedPlan(em: EntityManager, { person, key }: WhichPlan): Promise<Stored | undefined> {
  if (!maySearchPlans(await standingsOf(em, person))) return undefined;
  const [stored] = await em.execute<Stored[]>(STORED, [key]);
  return stored;
}

/** One plan that is taken over. */
class TakeOver {
  readonly #em: EntityManager;
  readonly #which: WhichPlan;
  readonly #stored: Stored;
  #found: PlanTakeOver;

  constructor(em: EntityManager, which: WhichPlan, stored: Stored) {
    [this.#em, this.#which, this.#stored] = [em, which, stored];
    this.#found = nothing('TOO_LATE', { missionVersion: 0, searchVersion: stored.version });
  }

  /** Makes the mission as the plan says. `shown`: what has to be changed by it, and nothing else; null for whatever it is. */
  async make(shown: Shown | null): Promise<PlanTakeOver> {
    const [em, stored, { person, origin, alternative }] = [this.#em, this.#stored, this.#which];
    const plan = planOf(stored, alternative);
    if (!plan || !isOver(stored)) return this.#found;
    await em.execute(HOLD_HOSTS, [stored.mission]);
    const members = await em.execute<{ uuid: string }[]>('select uuid from mission_member where mission_uuid = ?', [stored.mission]);
    const joins = plan.team.map(({ personId }) => personId).filter((key) => members.every(({ uuid }) => uuid !== key));
    const which = { person, origin, mission: stored.mission };
    let isReached = false;
    const came = await whereAllowed(em, which, { need: 'planLegs', adds: () => joins }, (held) => {
      isReached = true;
      return this.#within(which, held, { plan, shown });
    });
    if (isReached && this.#found.outcome !== 'DONE') return this.#found;
    const outcome = came.outcome === 'NOT_ALLOWED' ? 'GONE' : came.outcome;
    return { ...this.#found, outcome, faults: came.faults.map(({ fault }) => takeOverFault('TEAM', kindOf(fault))) };
  }

  /** Once the mission is held. */
  async #within(which: Which, held: HeldMission, { plan, shown }: { readonly plan: Plan; readonly shown: Shown | null }): Promise<MissionResult> {
    this.#found = nothing('DONE', { missionVersion: held.version, searchVersion: this.#stored.version });
    const [search] = await this.#em.execute<Pick<Stored, 'version' | 'takenAs'>[]>('select version, taken_as as "takenAs" from plan_search where uuid = ? for update', [this.#which.key]);
    if (!search) return this.#refuse('GONE');
    if (this.#isDone(search, shown)) return result('DONE');
    if (search.version !== this.#stored.version || !isAsShown(shown, this.#found)) return this.#refuse('CONFLICT');
    if (await isPlanSearchOutdated(this.#em, this.#which.key)) return this.#refuse('OUTDATED');
    return this.#change(which, held, { plan, seal: shown?.seal });
  }

  /** Whether the same was done already. */
  #isDone({ version, takenAs }: Pick<Stored, 'version' | 'takenAs'>, shown: Shown | null): boolean {
    return shown !== null && takenAs === asOf(this.#which.alternative) && version === shown.searchVersion + 1;
  }

  /** What has to change, and that it is what was shown. */
  async #change(which: Which, held: HeldMission, { plan, seal }: { readonly plan: Plan; readonly seal: string | undefined }): Promise<MissionResult> {
    if (this.#stored.isIdea && held.legs.length > 0) return this.#refuse('TOO_LATE');
    const now = await missionNow(this.#em, which.mission);
    const { target, laid } = this.#targetOf(plan, now.meetings);
    const moves = movesOf(target, now, held.legs, randomUUID);
    const lines = [...laidLines(laid), ...linesOf(moves)];
    this.#found = { ...this.#found, lines, seal: sealOf(lines, now) };
    if (seal !== undefined && seal !== this.#found.seal) return this.#refuse('CONFLICT');
    return target.faults.length > 0 ? this.#refuse('INVALID', target.faults) : this.#write(which, moves, () => layLegs(this.#em, which, laid, held.sourceLocale));
  }

  /** What the plan says of the mission, and which legs it makes. */
  #targetOf(plan: Plan, meetings: readonly MeetingNow[]): { readonly target: Target; readonly laid: readonly LaidLeg[] } {
    const { problem, assumed: { candidates = [] }, isIdea, version } = this.#stored;
    return isIdea ? ideaTarget(`${this.#which.key} ${version}`, { problem, candidates }, plan) : { target: targetOf(problem, plan, meetings), laid: [] };
  }

  #refuse(outcome: PlanSearchOutcome, faults: readonly PlanTakeOverFault[] = []): MissionResult {
    this.#found = { ...this.#found, outcome, faults: [...faults] };
    return result('CONFLICT');
  }

  /** Writes it, or nothing of it: what the services and the database refuse undoes the parts that came before. */
  async #write(which: Which, moves: Moves, lay: () => Promise<void>): Promise<MissionResult> {
    const em = this.#em;
    await em.execute('savepoint parts');
    try {
      await judgedLater(em, async () => {
        await lay();
        await writeMoves(em, which, moves);
      });
      await this.#judge(moves);
      await em.execute(TAKE, [asOf(this.#which.alternative), this.#which.key]);
      await em.execute('release savepoint parts');
      return result('DONE');
    } catch (error) {
      const refused = refusalOf(error);
      await em.execute('rollback to savepoint parts');
      return this.#refuse(outcomeOf(refused.outcome), refused.faults);
    }
  }

  /** How all parts fit together: each meeting with its time, its order and its people, then whatever the database asks at the end. */
  async #judge({ meetings }: Moves): Promise<void> {
    const faults: PlanTakeOverFault[] = [];
    for (const { meeting: { leg, uuid } } of meetings) {
      const found = await meetingFaultOf(this.#em, leg, uuid);
      if (found) faults.push(meetingFault(found, uuid));
    }
    if (faults.length > 0) throw new Refused('INVALID', faults);
    await this.#em.execute('set constraints all immediate');
  }
}

/** Of what a service has answered, what it says here: who may do nothing of it is told as little as whoever finds nothing. */
function outcomeOf(came: string): PlanSearchOutcome {
  if (came === 'NOT_ALLOWED') return 'GONE';
  return came === 'INVALID' || came === 'TOO_LATE' || came === 'GONE' ? came : 'CONFLICT';
}

const [CHECK, EXCLUSION] = ['23514', '23P01'];

/** What was refused, by a service or by a rule of the database; anything else is a fault of ours, and thrown on. */
function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const code = (error as { code?: unknown }).code;
  if (code === EXCLUSION) return new Refused('INVALID', [takeOverFault('TEAM', 'BUSY')]);
  if (code === CHECK) return new Refused('INVALID', [takeOverFault('TEAM', 'REFUSED')]);
  throw error;
}

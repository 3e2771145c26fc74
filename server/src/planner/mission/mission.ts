/**
 * The door of the planning of missions: the best plan that is found, what no plan exceeds, and how much work that was.
 *
 * One party that rides together is searched through crew by crew, and what has been searched through is proved. Where people join late or leave early, and where there may be several parties,
 * what is found is a plan, and the bound is that of the relaxation. Not looked for: longer ways that somebody goes alone than those of `ways-alone.ts`.
 */
import type { Value } from '@passerelle/shared/planning.ts';
import { boundByWays } from './bounding.ts';
import { compiledFrom } from './compiled.ts';
import { greater, Known } from './known.ts';
import { planOf } from './labels/assemble.ts';
import { besideProfits, boundOfAll } from './labels/bound.ts';
import type { Whole } from './labels/finish.ts';
import { EMPTY, stillOf } from './labels/first-plans.ts';
import { type Route, timeOf } from './labels/follow.ts';
import { searchCrew } from './labels/label-setting.ts';
import { onwardOf, QUICK as LOOKED } from './labels/onward.ts';
import type { Time } from './model/at-once.ts';
import { type Crew, crewOf } from './model/crew.ts';
import { smallness } from './model/grain.ts';
import type { Model } from './model/model.ts';
import { awayFor } from './model/nights.ts';
import { plainOf } from './model/plain.ts';
import { type Ways, waysOf } from './model/ways-alone.ts';
import { isByProfits, profitWeight, worthOf } from './model/worth.ts';
import { lookAgain } from './neighbourhood/former.ts';
import { lookNear, lookWithin, type Nearby } from './neighbourhood/nearby.ts';
import { mayBeTight } from './neighbourhood/strategic-oscillation.ts';
import { searchWindows } from './neighbourhood/windows.ts';
import { type Manner, planByProfits, planDearly, rehearse } from './parts.ts';
import type { Last } from './relaxation/relaxation.ts';
import { alongLinks, alongWay, comingFor } from './relaxation/restricted.ts';
import type { Ridden } from './relaxation/way.ts';
import type { MissionAnswer, MissionRequest, Watch } from './request.ts';
import { AGAIN, alongOf, BRIEFLY, BUNCHED, CHEAP, eachOf, FEW, FULLY, GUIDED, MOST_CREWS, NARROW, PREPARED, QUICK, REHEARSED, REHEARSED_LEAST, SENT_SHARE, SHORTLY, SOON, SOON_DEARLY, WIDE } from './shares.ts';
import { type Crews, crewsOf, type Going } from './teams/crews.ts';
import { freeFor, teamsFor } from './teams/teams.ts';
import { thriftyWays } from './teams/thrift.ts';

class Mission {
  readonly request: MissionRequest;
  private readonly seed: number;
  private readonly maxWork: number;
  private readonly maxLabels: number;
  private readonly enough: number | null | undefined;
  readonly watch: Watch;
  private readonly looksNear: boolean;
  private readonly looksSoon: boolean;
  private readonly manner: Manner;
  readonly known: Known;
  work = 0;

  constructor(request: MissionRequest, watch: Watch, manner: Manner = {}) {
    this.manner = manner;
    this.request = request;
    this.seed = request.seed;
    this.maxWork = request.maxWork;
    this.maxLabels = request.maxLabels;
    this.enough = request.enough;
    this.watch = watch;
    this.looksSoon = request.looksSoon ?? true;
    this.looksNear = this.looksSoon && (request.looksNear ?? true);
    this.known = new Known(request, watch);
  }

  /** Whether there is work left, and something that is not known. */
  mayGoOn(): boolean {
    return !this.known.isNone && !this.isEnough && !this.known.isDoubtful;
  }

  private isOver(): boolean {
    return this.work >= this.maxWork || this.known.isNone || this.known.isAnswered() || (this.watch.shouldStop?.() ?? false);
  }

  /** Looks through the crews: those that seem good first, in a hurry; then all, one by one. */
  run(model: Model): void {
    const worth = worthOf(model);
    const [crews, ways, onward] = [crewsOf(model, worth), waysOf(model), onwardOf(model, (this.maxWork * LOOKED) / 2)];
    const found = (crew: Crew, going: readonly Going[], whole: Whole): void => this.known.offer(planOf(model, crew, whole), whole.value, { going, whole });
    const search = (of: Model, going: readonly Going[], { widths, route, share, maxLabels, own }: { readonly own?: Ways; readonly widths: readonly number[]; readonly route?: Route | undefined; readonly share: number; readonly maxLabels: number }): Value | null => {
      const crew = crewOf(of, going);
      const searched = searchCrew(of, crew, {
        worth, ways: own ?? ways, onward, widths, ...(route && { route }), maxWork: Math.max(0, share), maxLabels, best: () => this.known.best?.value ?? null, found: (whole: Whole) => found(crew, going, whole), isFirstProved: () => this.known.isFirstProved(), stops: () => this.known.isAnswered() || (this.watch.shouldStop?.() ?? false),
      });
      this.work += searched.work + PREPARED;
      return searched.bound;
    };
    this.known.total = boundOfAll(model, worth, crews.able).map((most, level) => (level === 0 ? Math.min(most, this.known.total[0]!) : most));
    if (!this.begins(model)) return;
    const inHaste = (of: Model, widths: readonly number[], route?: Route): void => {
      for (const going of crews.greedy().toReversed()) if (!this.isLate(model) && !this.known.isProved()) search(of, going, { widths, route, share: of.isTogether ? (this.maxWork - this.work) / 4 : Math.min(this.maxWork - this.work, this.maxWork / 4), maxLabels: 0 });
    };
    let whole: Ridden | undefined;
    const along = ({ way, held }: Last, isBrief = false): void => {
      whole ??= way;
      if (!this.mayFollow(model, isBrief)) return;
      const { model: of, route } = alongWay(comingFor(model, way), way, held);
      const { widths, teams: most } = isBrief ? BRIEFLY : FULLY;
      const teams = freeFor(model, crews.able, route).flatMap((persons) => teamsFor(of, crewsOf(awayFor({ ...model, tasks: of.tasks }, persons, timeOf(route)), worth).greedy()).slice(0, most));
      for (const going of teams) {
        if (this.isFollowed(model) || this.isAlongOver(model)) return;
        search(of, going, { widths, ...(model.spread > 0 && { own: waysOf(of) }), route, share: Math.min(this.maxWork - this.work, this.maxWork * eachOf(model.spread)), maxLabels: 0 });
      }
    };
    const thriftily = (): void => {
      for (const { model: of, route, going } of thriftyWays(model, crews.greedy(), { maxWork: this.maxWork * CHEAP * GUIDED, worked: (work) => { this.work += Math.ceil(work / CHEAP); } })) {
        if (this.isFollowed(model)) return;
        search(of, going, { ...BRIEFLY, own: waysOf(of), route, share: Math.min(this.maxWork - this.work, this.maxWork / 4), maxLabels: 0 });
      }
    };
    const shortly = (known: () => number, times: readonly Time[] | null): void => searchWindows(model, crews, { worth, onward, seed: this.seed, maxWork: times || !this.manner.isOther ? this.maxWork * SHORTLY : 0, known, worked: (work) => { this.work += Math.ceil(work); }, found, stops: () => this.isFollowed(model) }, times);
    const lookSoon = (widths: readonly number[]): void => {
      const counts = { weight: profitWeight(model, worth), beside: besideProfits(model, worth, crews.able) };
      boundByWays(model, crews.able, counts, { along, thriftily, shortly, known: this.known, enough: this.enough, maxWork: this.maxWork, isOver: () => this.isOver(), worked: (work) => { this.work += Math.ceil(work / CHEAP); } });
      if (whole && !this.known.isFirstProved()) inHaste(alongLinks(model, whole), widths);
      inHaste(model, widths);
    };
    if (this.looksNear) this.work += lookAgain(model, crews, { worth, ways, maxWork: this.maxWork * AGAIN, prepared: PREPARED, seed: this.seed, found, stops: () => this.isEnough });
    if (this.looksSoon) lookSoon(this.isLarge(model) ? QUICK : WIDE);
    if (this.known.isNone) return;
    const nearby: Nearby = {
      worth, ways, onward, seed: this.seed, prepared: PREPARED, widths: QUICK, found, stops: () => this.isEnough, least: () => this.known.best?.value ?? null, begun: () => this.known.begun,
      maxWork: this.maxWork, work: () => this.work, worked: (work) => { this.work += work; }, isOver: () => this.isOver(), isDone: () => this.known.isFirstProved(),
    };
    this.lookNearby(model, crews, nearby, { send: (of, going) => void search(of, going, { widths: QUICK, share: this.maxWork * SENT_SHARE, maxLabels: 0 }), wider: () => inHaste(model, WIDE) });
    this.rehearse(model);
    const areAll = this.lookThrough(crews, model, (going) => search(model, going, { widths: this.looksSoon ? NARROW : [], share: this.maxWork - this.work, maxLabels: this.maxLabels }));
    if (!areAll || this.known.isDoubtful || !worth.isBounded.every(Boolean)) this.known.open = this.known.total;
  }

  /** What other missions leave to begin with. Whether there is something to go on with. */
  private begins(model: Model): boolean {
    if (this.known.best || !this.looksSoon) return true;
    if (!isByProfits(model.problem)) {
      const { work, mayGoOn } = planByProfits(this, model, this.isLarge(model));
      this.work += work;
      return mayGoOn;
    }
    if (this.isLarge(model) && (model.required[0] | model.required[1]) !== 0) this.work += planDearly(this, model);
    return true;
  }

  /** Another mission, that is planned within this one. */
  begin(request: MissionRequest, watch: Watch, manner?: Manner): Mission {
    return begun(request, watch, manner);
  }

  /** Where that share of the work has not proved the first level, what it would have come to had there been no more. */
  private rehearse(model: Model): void {
    const share = this.maxWork * REHEARSED;
    if (this.manner.isDear || this.manner.isOther || share < REHEARSED_LEAST || this.work < share) return;
    if (!this.isLarge(model) || this.isEnough || this.known.isFirstProved()) return;
    this.work += rehearse(this, model);
  }

  /** Whether plans near to a good one are looked for before crews are looked through. */
  private isLarge({ isTogether, tasks }: Model): boolean {
    return this.looksNear && isTogether && tasks.length > FEW;
  }

  private get isEnough(): boolean {
    return this.known.isAnswered() || this.known.isProved() || (this.watch.shouldStop?.() ?? false);
  }

  private isTight(model: Model): boolean {
    return this.isLarge(model) && mayBeTight(model, this.known.begun, this.known.total[0]!);
  }

  /** Whether nothing more is to be found soon: where limits are tight some work is kept for plans within them. */
  private isLate(model: Model): boolean {
    return this.isOver() || (this.work > this.maxWork * (this.manner.isDear ? SOON_DEARLY : SOON) && (this.manner.isDear || this.isTight(model)));
  }

  /** Whether the work is used up for the ways that are the best whatever they cost. */
  private isAlongOver({ limits, problem, spread }: Model): boolean {
    return limits.length > 0 && problem.maxNights === null && this.work > alongOf(this.maxWork, spread);
  }

  private mayFollow({ isTogether }: Model, isBrief: boolean): boolean {
    return isTogether && (!isBrief || this.work <= this.maxWork * SOON);
  }

  /** Whether no more ways are followed. */
  private isFollowed(model: Model): boolean {
    return this.isLate(model) || this.known.isFirstDone();
  }

  /** Plans near to the best one, of large missions; where none was found soon, one is looked for by wider beams first. */
  private lookNearby(model: Model, crews: Crews, nearby: Nearby, { send, wider }: { readonly send: (of: Model, going: readonly Going[]) => void; readonly wider: () => void }): void {
    if (this.isTight(model) && !this.isOver() && !this.known.isFirstProved()) lookWithin(model, crews, nearby, send);
    if (!this.isLarge(model)) return;
    if (!this.known.begun) wider();
    lookNear(model, crews, nearby);
  }

  /** All crews, one by one; false where some are left, or of those departures that stand for others. */
  private lookThrough(crews: Crews, { spread }: Model, search: (going: readonly Going[]) => Value | null): boolean {
    if (this.manner.goesOn && this.known.isFirstProved()) return false;
    let count = 0;
    for (const going of crews.all()) {
      count += 1;
      if (this.isOver() || count > MOST_CREWS) return false;
      this.known.open = greater(search(going), this.known.open);
    }
    return crews.areAll && spread === 0;
  }
}

/** A party that rides together; where departures stand for others and there is little to look through, with these first, and then with each by itself, from the best plan and the bound that are known. */
function planTogether(request: MissionRequest, model: Model, watch: Watch): MissionAnswer {
  const { isSmall, isRelaxed } = smallness(request.problem, model.step);
  const goesOn = model.spread > 0 && isSmall;
  const mission = begun(goesOn ? { ...request, maxWork: request.maxWork * BUNCHED } : request, watch, { goesOn });
  mission.run(model);
  if (!goesOn || !mission.mayGoOn()) return mission.known.answer(true, mission.work);
  const fine = new Mission({ ...request, maxWork: request.maxWork - mission.work, looksSoon: isRelaxed && request.looksSoon !== false }, watch);
  [fine.known.best, fine.known.total] = [mission.known.best, mission.known.total];
  fine.run(compiledFrom(request.problem, true));
  return fine.known.answer(true, mission.work + fine.work);
}

/** What is known of any mission: that one may stay at home, if that is allowed. */
function begun(request: MissionRequest, watch: Watch, manner: Manner = {}): Mission {
  const mission = new Mission(request, watch, manner);
  for (const plan of [EMPTY, stillOf(request.problem)]) if (plan) mission.known.offer(plan, null);
  return mission;
}

/**
 * Plans a mission. The same request gives the same answer, whatever else the machine does; who watches may stop it. Throws RangeError where the problem has more meetings than
 * MOST_MEETINGS.
 */
export function planMission(asked: MissionRequest, watch: Watch = {}): MissionAnswer {
  const problem = plainOf(asked.problem);
  const request = { ...asked, problem };
  const model = compiledFrom({ ...problem, riding: 'TOGETHER' });
  if (problem.maxParties === 0) return begun(request, watch).known.answer(true, 0);
  if (problem.riding === 'TOGETHER' && problem.maxParties === 1) return planTogether(request, model, watch);
  const mission = begun({ ...request, maxWork: request.maxWork / 2 }, watch);
  mission.run(model);
  if (problem.riding === 'TOGETHER') return mission.known.answer(false, mission.work);
  const later = new Mission({ ...request, maxWork: request.maxWork - mission.work }, watch);
  later.known.best = mission.known.best;
  later.run(compiledFrom(problem));
  return later.known.answer(false, later.work + mission.work);
}

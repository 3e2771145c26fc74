/**
 * The stages in which a mission is planned: a former plan is gone on with; ways of the relaxation are followed, and bound what is possible; beams of good crews; plans near to the best one; then all crews are looked through, one by one. Each
 * goes on from the best plan that is known, and ends as soon as that is proved.
 */
import type { Value } from '@passerelle/shared/planning.ts';
import { type Bounding, boundByWays } from './bounding.ts';
import type { Effort } from './effort.ts';
import { greater } from './known.ts';
import { planOf } from './labels/assemble.ts';
import { besideProfits, boundOfAll } from './labels/bound.ts';
import type { Whole } from './labels/finish.ts';
import { type Route, timeOf } from './labels/follow.ts';
import { searchCrew } from './labels/label-setting.ts';
import { type Onward, onwardOf, QUICK as LOOKED } from './labels/onward.ts';
import type { Time } from './model/at-once.ts';
import { type Crew, crewOf } from './model/crew.ts';
import type { Model } from './model/model.ts';
import { awayFor } from './model/nights.ts';
import { type Ways, waysOf } from './model/ways-alone.ts';
import { isByProfits, profitWeight, type Worth, worthOf } from './model/worth.ts';
import { lookAgain } from './neighbourhood/former.ts';
import { lookNear, lookWithin, type Nearby } from './neighbourhood/nearby.ts';
import { searchWindows } from './neighbourhood/windows.ts';
import { type Outer, planAlongPins, planByProfits, planDearly, rehearse } from './parts.ts';
import type { Last } from './relaxation/relaxation.ts';
import { alongLinks, alongWay, comingFor } from './relaxation/restricted.ts';
import type { Ridden } from './relaxation/way.ts';
import { AGAIN, BRIEFLY, CHEAP, eachOf, FULLY, GUIDED, MOST_CREWS, NARROW, PREPARED, QUICK, REHEARSED, REHEARSED_LEAST, SENT_SHARE, SHORTLY, WIDE } from './shares.ts';
import { type Crews, crewsOf, type Going } from './teams/crews.ts';
import { freeFor, teamsFor } from './teams/teams.ts';
import { thriftyWays } from './teams/thrift.ts';

/** How a crew is searched. */
interface Searching {
  readonly widths: readonly number[];
  readonly share: number;
  readonly maxLabels?: number;
  /** Along a way alone; `own`: by the ways of the model that is searched. */
  readonly route?: Route;
  readonly own?: Ways;
}

export class Stages {
  private readonly effort: Effort & Outer;
  private readonly model: Model;
  private readonly worth: Worth;
  private readonly crews: Crews;
  private readonly ways: Ways;
  private readonly onward: Onward;
  /** The best way of all. */
  private whole: Ridden | undefined;
  private bounding: Bounding | undefined;

  constructor(effort: Effort & Outer, model: Model) {
    [this.effort, this.model, this.worth] = [effort, model, worthOf(model)];
    this.crews = crewsOf(model, this.worth);
    this.ways = waysOf(model);
    this.onward = onwardOf(model, (effort.maxWork * LOOKED) / 2);
  }

  run(): void {
    const { effort, effort: { known }, model, worth, crews } = this;
    known.total = boundOfAll(model, worth, crews.able).map((most, level) => (level === 0 ? Math.min(most, known.total[0]!) : most));
    if (!this.begin()) return;
    if (effort.looksNear) this.goOnWithFormer();
    if (effort.looksSoon) this.lookSoon(effort.isLarge(model) ? QUICK : WIDE);
    if (known.isNone) return;
    this.lookNearby();
    this.rehearse();
    this.afford();
    const areAll = this.lookThrough();
    if (!areAll || known.isDoubtful || !worth.isBounded.every(Boolean)) known.open = known.total;
  }

  private readonly found = (crew: Crew, going: readonly Going[], whole: Whole): void => this.effort.known.offer(planOf(this.model, crew, whole), whole.value, { going, whole });

  private readonly worked = (work: number): void => void (this.effort.work += Math.ceil(work));

  /** In steps of the relaxation. */
  private readonly stepped = (steps: number): void => this.worked(steps / CHEAP);

  /** What no plan of a crew exceeds; null where all of them have been looked through. */
  private search(of: Model, going: readonly Going[], { widths, route, share, maxLabels = 0, own = this.ways }: Searching): Value | null {
    const { effort, effort: { known }, worth, onward } = this;
    const crew = crewOf(of, going);
    const searched = searchCrew(of, crew, {
      worth, ways: own, onward, widths, ...(route && { route }), maxWork: Math.max(0, share), maxLabels,
      best: () => known.best?.value ?? null, found: (whole: Whole) => this.found(crew, going, whole), isFirstProved: () => known.isFirstProved(), stops: () => effort.isStopped,
    });
    effort.work += searched.work + PREPARED;
    return searched.bound;
  }

  /** What other missions leave to begin with. Whether there is something to go on with. */
  private begin(): boolean {
    const { effort, model } = this;
    if (effort.known.best || !effort.looksSoon) return true;
    if (!isByProfits(model.problem)) {
      const { work, mayGoOn } = planByProfits(effort, model, effort.isLarge(model));
      effort.work += work;
      return mayGoOn;
    }
    if (effort.isLarge(model) && model.journeyPins.length > 0 && !effort.manner.isAlong) effort.work += planAlongPins(effort, model);
    if (effort.isLarge(model) && (model.required[0] | model.required[1]) !== 0) effort.work += planDearly(effort, model);
    return true;
  }

  private goOnWithFormer(): void {
    const { effort, model, crews, worth, ways, found } = this;
    effort.work += lookAgain(model, crews, { worth, ways, maxWork: effort.maxWork * AGAIN, prepared: PREPARED, seed: effort.request.seed, found, stops: () => effort.isEnough });
  }

  private lookSoon(widths: readonly number[]): void {
    const { effort, effort: { known, maxWork, request: { enough } }, model, worth, crews } = this;
    const counts = { weight: profitWeight(model, worth), beside: besideProfits(model, worth, crews.able) };
    this.bounding = boundByWays(model, crews.able, counts, {
      known, enough, maxWork, isOver: () => effort.isOver, stops: () => effort.isEnough, worked: this.stepped, along: (last, isBrief) => this.follow(last, isBrief), thriftily: () => this.followThrifty(), shortly: (least, times) => this.lookInWindows(least, times),
    });
    if (this.whole && !known.isFirstProved()) this.beam(alongLinks(model, this.whole), widths);
    this.beam(model, widths);
  }

  /** Beams of the crews that seem good. */
  private beam(of: Model, widths: readonly number[]): void {
    const { effort } = this;
    for (const going of this.crews.greedy().toReversed()) {
      if (!effort.isLate(this.model) && !effort.known.isProved()) this.search(of, going, { widths, share: of.isTogether ? effort.left / 4 : Math.min(effort.left, effort.maxWork / 4) });
    }
  }

  /** Teams of people who are free follow a way of the relaxation. */
  private follow({ way, held }: Last, isBrief: boolean): void {
    const { effort, model, worth, crews } = this;
    this.whole ??= way;
    if (!effort.mayFollow(model, isBrief)) return;
    const { model: of, route } = alongWay(comingFor(model, way), way, held);
    const { widths, teams: most } = isBrief ? BRIEFLY : FULLY;
    const teams = freeFor(model, crews.able, route).flatMap((persons) => teamsFor(of, crewsOf(awayFor({ ...model, tasks: of.tasks }, persons, timeOf(route)), worth).greedy()).slice(0, most));
    for (const going of teams) {
      if (effort.isFollowed(model) || effort.isAlongOver(model)) return;
      this.search(of, going, { widths, ...(model.spread > 0 && { own: waysOf(of) }), route, share: Math.min(effort.left, effort.maxWork * eachOf(model.spread)) });
    }
  }

  /** Teams follow ways that they can pay for. */
  private followThrifty(): void {
    const { effort, effort: { maxWork }, model } = this;
    for (const { model: of, route, going } of thriftyWays(model, this.crews.greedy(), { maxWork: maxWork * CHEAP * GUIDED, worked: this.stepped })) {
      if (effort.isFollowed(model)) return;
      this.search(of, going, { widths: BRIEFLY.widths, own: waysOf(of), route, share: Math.min(effort.left, maxWork / 4) });
    }
  }

  private lookInWindows(least: () => number, times: readonly Time[] | null): void {
    const { effort, model, crews, worth, onward, found, worked } = this;
    const maxWork = times || !effort.manner.isOther ? effort.maxWork * SHORTLY : 0;
    searchWindows(model, crews, { worth, onward, seed: effort.request.seed, maxWork, known: least, worked, found, stops: () => effort.isFollowed(model) }, times);
  }

  /** Plans near to the best one, of large missions; where none was found soon, one is looked for by wider beams first. */
  private lookNearby(): void {
    const { effort, effort: { known, maxWork }, model, crews, worth, ways, onward, found } = this;
    const nearby: Nearby = {
      worth, ways, onward, seed: effort.request.seed, prepared: PREPARED, widths: QUICK, found, stops: () => effort.isEnough, least: () => known.best?.value ?? null, begun: () => known.begun,
      maxWork, work: () => effort.work, worked: (work) => void (effort.work += work), isOver: () => effort.isOver, isDone: () => known.isFirstProved(),
    };
    const send = (of: Model, going: readonly Going[]): void => void this.search(of, going, { widths: QUICK, share: maxWork * SENT_SHARE });
    if (effort.isTight(model) && !effort.isOver && !known.isFirstProved()) lookWithin(model, crews, nearby, send);
    if (!effort.isLarge(model)) return;
    if (!known.begun) this.beam(model, WIDE);
    lookNear(model, crews, nearby);
  }

  /** Where that share of the work has not proved the first level, what it would have come to had there been no more. */
  private rehearse(): void {
    const { effort, effort: { manner, known }, model } = this;
    const share = effort.maxWork * REHEARSED;
    if (manner.isDear || manner.isOther || share < REHEARSED_LEAST || effort.work < share) return;
    if (!effort.isLarge(model) || effort.isEnough || known.isFirstProved()) return;
    effort.work += rehearse(effort, model);
  }

  /** What no plan within limits exceeds, unless the mission within which this one is planned asks that itself. */
  private afford(): void {
    const { isOther, isDear } = this.effort.manner;
    if (!isOther && !isDear) this.bounding?.afford();
  }

  /** All crews, one by one; false where some are left, or of those departures that stand for others. */
  private lookThrough(): boolean {
    const { effort, effort: { known }, model, crews } = this;
    if (effort.manner.goesOn && known.isFirstProved()) return false;
    let count = 0;
    for (const going of crews.all()) {
      count += 1;
      if (effort.isOver || count > MOST_CREWS) return false;
      known.open = greater(this.search(model, going, { widths: effort.looksSoon ? NARROW : [], share: effort.left, maxLabels: effort.request.maxLabels }), known.open);
    }
    return crews.areAll && model.spread === 0;
  }
}

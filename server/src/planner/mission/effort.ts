/** How much work of a mission is done, what is known by it, and what is still worth some. */
import { Known } from './known.ts';
import type { Model } from './model/model.ts';
import { mayBeTight } from './neighbourhood/strategic-oscillation.ts';
import type { Manner } from './parts.ts';
import type { MissionRequest, Watch } from './request.ts';
import { alongOf, FEW, SOON, SOON_DEARLY } from './shares.ts';

export class Effort {
  readonly request: MissionRequest;
  readonly watch: Watch;
  readonly manner: Manner;
  readonly known: Known;
  readonly maxWork: number;
  readonly looksNear: boolean;
  readonly looksSoon: boolean;
  work = 0;

  constructor(request: MissionRequest, watch: Watch, manner: Manner = {}) {
    [this.request, this.watch, this.manner] = [request, watch, manner];
    this.known = new Known(request, watch);
    this.maxWork = request.maxWork;
    this.looksSoon = request.looksSoon ?? true;
    this.looksNear = this.looksSoon && (request.looksNear ?? true);
  }

  get left(): number {
    return this.maxWork - this.work;
  }

  /** Whether whoever watches wants no more, or what was asked is known. */
  get isStopped(): boolean {
    return this.known.isAnswered() || (this.watch.shouldStop?.() ?? false);
  }

  get isEnough(): boolean {
    return this.isStopped || this.known.isProved();
  }

  get isOver(): boolean {
    return this.work >= this.maxWork || this.known.isNone || this.isStopped;
  }

  /** Whether there is something that is not known. */
  get mayGoOn(): boolean {
    return !this.known.isNone && !this.isEnough && !this.known.isDoubtful;
  }

  /** Whether plans near to a good one are looked for before crews are looked through. */
  isLarge({ isTogether, tasks }: Model): boolean {
    return this.looksNear && isTogether && tasks.length > FEW;
  }

  isTight(model: Model): boolean {
    return this.isLarge(model) && mayBeTight(model, this.known.begun, this.known.total[0]!);
  }

  /** Whether nothing more is to be found soon: where limits are tight some work is kept for plans within them. */
  isLate(model: Model): boolean {
    const { isDear } = this.manner;
    return this.isOver || (this.work > this.maxWork * (isDear ? SOON_DEARLY : SOON) && (isDear || this.isTight(model)));
  }

  /** Whether no more ways are followed. */
  isFollowed(model: Model): boolean {
    return this.isLate(model) || this.known.isFirstDone();
  }

  /** Whether the work is used up for the ways that are the best whatever they cost. */
  isAlongOver({ limits, problem, spread }: Model): boolean {
    return limits.length > 0 && problem.maxNights === null && this.work > alongOf(this.maxWork, spread);
  }

  /** Whether a way may be followed at all; `isBrief`: one of those of single days. */
  mayFollow({ isTogether }: Model, isBrief: boolean): boolean {
    return isTogether && (!isBrief || this.work <= this.maxWork * SOON);
  }
}

/**
 * What the first level comes to at most by its profits, and the ways of a party that would bring them: first the best of all, then, where it is none for people who are not free, by the day on which the last journey together ends.
 */
import type { Person } from '@passerelle/shared/planning.ts';
import { coveredBy } from './bound.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Counts, Known } from './known.ts';
import { looseOf } from './loose.ts';
import type { Model } from './model.ts';
import { type Last, Relaxation } from './relaxed.ts';
import { BOUNDED, CHEAP, FIRST } from './shares.ts';
import { mostWithin } from './thrift.ts';
import { daysOf } from './timetable.ts';
import { isTooLong } from './windows.ts';
import { mayBeTight } from './within.ts';

export interface BoundingOptions {
  readonly known: Known;
  readonly enough: number | null | undefined;
  readonly maxWork: number;
  isOver(): boolean;
  /** In steps of the relaxation. */
  worked(work: number): void;
  /** Follows a way; `isBrief`: that of one day. */
  along(last: Last, isBrief: boolean): void;
  /** Follows ways that teams can pay for. */
  thriftily(): void;
  /** Looks for plans of people who are free for a few days; `known`: the profit that is not looked for. */
  shortly(known: () => number): void;
}

/** What a relaxation is for: no plan exceeds it; its ways are followed. */
interface Use {
  /** Of the work that one for both has. */
  readonly share: number;
  readonly claims: boolean;
  readonly guides: boolean;
}

const BOTH: Use = { share: 1, claims: true, guides: true };
const GUIDES: Use = { share: 0.3, claims: false, guides: true };
const BOUNDS: Use = { share: 0.3, claims: true, guides: false };

class Bounding {
  private readonly model: Model;
  private readonly counts: Counts;
  private readonly options: BoundingOptions;

  constructor(model: Model, counts: Counts, options: BoundingOptions) {
    this.model = model;
    this.counts = counts;
    this.options = options;
  }

  run(able: readonly Person[]): void {
    const { model, counts, options: { known, shortly, isOver } } = this;
    const { goals, maxParties } = model.problem;
    known.isBounding = counts.weight > 0 && maxParties <= 1;
    if (!known.isBounding && goals.every(({ terms }) => terms.every(({ measure }) => measure !== 'PROFIT'))) return;
    const loose = looseOf(model);
    const frame = this.frameFor(model, able);
    const whole = this.relaxWhole(frame, loose === model ? BOTH : GUIDES);
    if (loose === model) this.concludes(whole);
    if (!model.isTogether) return;
    if (whole.last && !isOver() && isTooLong(model, able, whole.last)) shortly(() => known.profit(counts));
    if (loose === model) this.spend(frame, able);
    this.relaxByDay(frame, loose === model ? BOTH : GUIDES);
    if (loose !== model) this.boundLoosely(this.frameFor(loose, able), able);
  }

  /** Where what bounds is no way that anybody can go. */
  private boundLoosely(frame: Frame, able: readonly Person[]): void {
    this.concludes(this.relaxWhole(frame, BOUNDS));
    this.spend(frame, able);
    this.relaxByDay(frame, BOUNDS);
  }

  private concludes(whole: Relaxation): void {
    this.options.known.isNone = this.isNothing() && whole.isOver && whole.last === null;
  }

  private frameFor(model: Model, able: readonly Person[]): Frame {
    const frame = frameOf(model, coveredBy(model, able), able);
    this.options.worked(frame.work);
    return frame;
  }

  /** The best way of all; `claims`: whether no plan exceeds it. */
  private relaxWhole(frame: Frame, { share, claims, guides }: Use): Relaxation {
    const { counts, options: { known, maxWork, along } } = this;
    const whole = new Relaxation(frame, known.profit(counts));
    this.relaxOn(whole, (share * maxWork * CHEAP) / 4, (most, last) => {
      if (claims) known.bounded(most, counts);
      if (last && guides) along(last, false);
    });
    return whole;
  }

  /** What can be had within the limits; ways that teams can pay for are followed where these may be in the way. */
  private spend(frame: Frame, able: readonly Person[]): void {
    const { model, counts, options: { known, maxWork, isOver, worked, thriftily } } = this;
    if (model.limits.length === 0 || !frame.duties || isOver() || known.isFirstDone()) return;
    const { most, isTight, isSettled, work } = mostWithin(frame, able, maxWork * CHEAP * BOUNDED);
    worked(work);
    known.bounded(Math.max(-1, most), counts);
    known.isNone ||= most < 0 && this.isNothing();
    if (isSettled && (isTight || mayBeTight(model, known.begun, known.total[0]!))) thriftily();
  }

  /** Whether there is no plan where no way is one. */
  private isNothing(): boolean {
    const { known, enough } = this.options;
    return this.model.problem.maxParties <= 1 && known.best === null && (enough ?? 0) <= 0;
  }

  private relaxByDay(frame: Frame, { share, claims, guides }: Use): void {
    const { counts, options: { known, maxWork, isOver, along } } = this;
    let most = -1;
    for (const day of daysOf(frame.model)) {
      if (isOver() || known.isFirstDone()) return;
      let ofDay = Infinity;
      this.relaxOn(new Relaxation(frame, known.profit(counts), day), (share * maxWork * CHEAP) / 40, (profit, last) => {
        ofDay = profit;
        if (last && guides) along(last, true);
      });
      most = Math.max(most, ofDay);
    }
    if (claims) known.bounded(most, counts);
  }

  /** A relaxation, part by part, so that it can be stopped; after each it is told what is known, after the first and the last the best way, where it is another one. */
  private relaxOn(relaxation: Relaxation, share: number, told: (most: number, last: Last | null) => void): void {
    let followed: Last | null = null;
    const isLast = (): boolean => relaxation.isOver || relaxation.isFull || relaxation.work >= share;
    for (let n = 0; !isLast() && !this.options.isOver(); n += 1) {
      const { work } = relaxation;
      const most = relaxation.run(Math.min(share, work + FIRST));
      this.options.worked(relaxation.work - work);
      const isFollowed = (n === 0 || isLast()) && relaxation.last !== followed;
      told(most, isFollowed ? relaxation.last : null);
      if (isFollowed) followed = relaxation.last;
    }
  }
}

/** Bounds the first level where its profits do, and has ways followed that would bring them. */
export const boundByWays = (model: Model, able: readonly Person[], counts: Counts, options: BoundingOptions): void => new Bounding(model, counts, options).run(able);

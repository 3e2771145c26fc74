/**
 * What the first level comes to at most by its profits, and the ways of a party that would bring them: first the best of all, then, where it is none for people who are not free, by the day on which the last journey together ends.
 */
import type { Person } from '@passerelle/shared/planning.ts';
import type { Counts, Known } from './known.ts';
import { coveredBy } from './labels/bound.ts';
import type { Time } from './model/at-once.ts';
import { looseOf } from './model/loose.ts';
import type { Model } from './model/model.ts';
import { mayBeTight } from './neighbourhood/strategic-oscillation.ts';
import { isTooLong } from './neighbourhood/windows.ts';
import { type Frame, frameOf } from './relaxation/frame.ts';
import { ridesOf } from './relaxation/last-ride.ts';
import { type Last, Relaxation } from './relaxation/relaxation.ts';
import { mostBySize, mostWithin, type Tight } from './relaxation/within-limits.ts';
import { AFFORDED, ALL_AFFORDED, BOUNDED, CHEAP, FIRST } from './shares.ts';

export interface BoundingOptions {
  readonly known: Known;
  readonly enough: number | null | undefined;
  readonly maxWork: number;
  isOver(): boolean;
  /** Whether whoever watches wants no more. */
  stops(): boolean;
  /** In steps of the relaxation. */
  worked(work: number): void;
  /** Follows a way; `isBrief`: that of one day. */
  along(last: Last, isBrief: boolean): void;
  /** Follows ways that teams can pay for. */
  thriftily(): void;
  /** Looks for plans of people who are free for a few days; `known`: the profit that is not looked for. */
  shortly(known: () => number, times: readonly Time[] | null): void;
}

/** A way of those who are away for no longer than there are nights for, and what none of its day exceeds. */
interface ShortWay {
  readonly last: Last;
  readonly most: number;
}

/** Limits that are in the way, and of what. */
interface Within {
  readonly frame: Frame;
  readonly able: readonly Person[];
  readonly tight: readonly Tight[];
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

export class Bounding {
  private readonly model: Model;
  private readonly counts: Counts;
  private readonly options: BoundingOptions;
  private within: Within | undefined;

  constructor(model: Model, counts: Counts, options: BoundingOptions) {
    this.model = model;
    this.counts = counts;
    this.options = options;
  }

  run(able: readonly Person[]): void {
    const { model, counts, options: { known, shortly, isOver } } = this;
    if (!this.isAsked()) return;
    const loose = looseOf(model);
    const frame = this.frameFor(model, able);
    const use = loose === model ? BOTH : GUIDES;
    const whole = this.relaxWhole(frame, use);
    if (use.claims) this.concludes(whole);
    if (!model.isTogether) return;
    if (whole.last && !isOver() && isTooLong(model, able, whole.last)) shortly(() => known.profit(counts), null);
    this.limit(frame, able, use);
    if (loose !== model) this.boundLoosely(this.frameFor(loose, able), able);
  }

  /** Whether profits are of any level. */
  private isAsked(): boolean {
    const { counts, model: { problem: { goals, maxParties } }, options: { known } } = this;
    known.isBounding = counts.weight > 0 && maxParties <= 1;
    return known.isBounding || goals.some(({ terms }) => terms.some(({ measure }) => measure === 'PROFIT'));
  }

  /** Where what bounds is no way that anybody can go. */
  private boundLoosely(frame: Frame, able: readonly Person[]): void {
    this.concludes(this.relaxWhole(frame, BOUNDS));
    this.limit(frame, able, BOUNDS);
  }

  private concludes(whole: Relaxation): void {
    this.options.known.isNone = this.isNothing() && whole.isOver && whole.last === null;
  }

  private frameFor(model: Model, able: readonly Person[]): Frame {
    const frame = frameOf(model, coveredBy(model, able), able);
    this.options.worked(frame.work);
    return frame;
  }

  /** The best way of all. */
  private relaxWhole(frame: Frame, { share, claims, guides }: Use): Relaxation {
    const { counts, options: { known, maxWork, along } } = this;
    const whole = new Relaxation(frame, known.profit(counts));
    this.relaxOn(whole, (share * maxWork * CHEAP) / 4, (most, last) => {
      if (claims) known.bounded(most, counts);
      if (last && guides) along(last, false);
    });
    return whole;
  }

  /** By money, and by days; first by these where nights are limited: ways that can be paid for may take too many. */
  private limit(frame: Frame, able: readonly Person[], use: Use): void {
    const steps = [(): void => { if (use.claims) this.spend(frame, able); }, (): void => this.relaxByDay(frame, able, use)];
    for (const step of frame.nights.all < Infinity ? steps.toReversed() : steps) step();
  }

  /** What can be had within the limits; ways that teams can pay for are followed where these may be in the way. */
  private spend(frame: Frame, able: readonly Person[]): void {
    const { model, counts, options: { known, maxWork, isOver, worked, thriftily } } = this;
    if (model.limits.length === 0 || !frame.duties || isOver() || known.isFirstDone()) return;
    const { most, tight, isSettled, work } = mostWithin(frame, able, maxWork * CHEAP * BOUNDED);
    worked(work);
    known.bounded(Math.max(-1, most), counts);
    known.isNone ||= most < 0 && this.isNothing();
    if (isSettled && (tight.length > 0 || mayBeTight(model, known.begun, known.total[0]!))) thriftily();
    this.within = { frame, able, tight };
    this.answer();
  }

  private get isQuestion(): boolean {
    return typeof this.options.enough === 'number';
  }

  /** What is asked may be answered by limits that are in the way; otherwise plans are looked for first. */
  private answer(): void {
    if (this.isQuestion) this.tellWithin();
  }

  /** What no plan within limits that are in the way exceeds, with what is known by now; a question has been told that. */
  afford(): void {
    if (!this.isQuestion) this.tellWithin();
  }

  /** Limit by limit, by the size of the team. */
  private tellWithin(): void {
    const { within, counts, options: { known, maxWork, stops, worked } } = this;
    if (!within) return;
    const { frame, able, tight } = within;
    const share = (maxWork * CHEAP * ALL_AFFORDED) / tight.length;
    for (const one of tight) {
      if (stops() || !known.isBounding || known.isFirstDone()) return;
      const most = mostBySize(frame, able, one, { known: () => known.profit(counts), maxWork: share, worked, run: (relaxation) => this.affordBy(relaxation) });
      known.bounded(most, counts);
      known.isNone ||= most < 0 && this.isNothing();
    }
  }

  private affordBy(relaxation: Relaxation): number {
    const { maxWork, stops } = this.options;
    let most = Infinity;
    this.relaxOn(relaxation, maxWork * CHEAP * AFFORDED, (profit) => { most = profit; }, stops);
    return most;
  }

  /** Whether there is no plan where no way is one. */
  private isNothing(): boolean {
    const { known, enough } = this.options;
    return this.model.problem.maxParties <= 1 && known.best === null && (enough ?? 0) <= 0;
  }

  private relaxByDay(whole: Frame, able: readonly Person[], { share, claims, guides }: Use): void {
    const { counts, options: { known, maxWork, isOver, worked, along } } = this;
    const isShort = whole.nights.all < Infinity;
    const later: ShortWay[] = [];
    let most = -1;
    for (const { day, frame, work } of ridesOf(whole, able)) {
      worked(work);
      if (isOver() || known.isFirstDone()) return;
      let ofDay = Infinity;
      this.relaxOn(new Relaxation(frame, known.profit(counts), day), (share * maxWork * CHEAP) / 40, (profit, last) => {
        ofDay = profit;
        if (!last || !guides) return;
        if (isShort) later.push({ last, most: profit });
        else along(last, true);
      });
      most = Math.max(most, ofDay);
    }
    if (claims) known.bounded(most, counts);
    this.followShort(whole, later);
  }

  /** The most promising way of all days is followed first, then plans are looked for within the days of each. */
  private followShort({ nights }: Frame, ways: readonly ShortWay[]): void {
    const { counts, options: { known, along, shortly } } = this;
    const sorted = ways.toSorted((a, b) => b.most - a.most);
    const times = sorted.flatMap(({ last: { away } }) => (away ? [nights.span(away.days)] : []));
    for (const [n, { last }] of sorted.entries()) {
      along(last, true);
      if (n === 0 && times.length > 0) shortly(() => known.profit(counts), times);
    }
  }

  /** A relaxation, part by part, so that it can be stopped; after each it is told what is known, after the first and the last the best way, where it is another one. */
  private relaxOn(relaxation: Relaxation, share: number, told: (most: number, last: Last | null) => void, isOver = this.options.isOver): void {
    let followed: Last | null = null;
    const isLast = (): boolean => relaxation.isOver || relaxation.isFull || relaxation.work >= share;
    for (let n = 0; !isLast() && !isOver(); n += 1) {
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
export function boundByWays(model: Model, able: readonly Person[], counts: Counts, options: BoundingOptions): Bounding {
  const bounding = new Bounding(model, counts, options);
  bounding.run(able);
  return bounding;
}

/**
 * Ways that teams can pay for, as something to follow. Of a team its costs are known, what it covers, and when all of it are free: the best way by prices is nearly what it can do.
 */
import type { Route } from '../labels/follow.ts';
import type { Time } from '../model/at-once.ts';
import { INTERPRETER } from '../model/cost-kinds.ts';
import { type Crew, crewOf } from '../model/crew.ts';
import type { Departure } from '../model/departures.ts';
import type { Model, Task } from '../model/model.ts';
import { isTeam } from '../model/needed.ts';
import { shortestIn } from '../model/shortest-ways.ts';
import { type Frame, frameOf } from '../relaxation/frame.ts';
import { type Afforded, lagrangeanBound } from '../relaxation/lagrangean-bound.ts';
import { type Outlay, outlayOf } from '../relaxation/outlay.ts';
import type { PricedWay } from '../relaxation/priced-way.ts';
import { alongWay, comingAt, during } from '../relaxation/restricted.ts';
import type { Ridden } from '../relaxation/way.ts';
import type { Going } from './crews.ts';

type Limit = Model['limits'][number];

/** A way, the model with nothing else that could be done, and who follows it. */
export interface Thrifty {
  readonly route: Route;
  readonly model: Model;
  readonly going: readonly Going[];
}

/** How many teams follow ways, how many of them each, and in how many of the times in which all of it are free. */
const TEAMS = 3;
const WAYS = 3;
const TIMES = 2;
const DAY = 1440;

/** As a way of the relaxation. */
function lastOf({ stays }: PricedWay): readonly [Ridden, readonly Task[]] {
  let way: Ridden = { before: null, by: null, node: stays[0]!.node, lo: 0, hi: 0 };
  for (const [n, { held, by }] of stays.entries()) {
    const next = stays[n + 1];
    if (!next) break;
    way = { before: way, by, node: next.node, lo: held.reduce((bits, { lo }) => bits | lo, way.lo), hi: held.reduce((bits, { hi }) => bits | hi, way.hi) };
  }
  return [way, stays.at(-1)!.held];
}

/** The best ways within a limit that go by other journeys, or hold something else. */
function bestOf(found: readonly Afforded[], limit: number): readonly PricedWay[] {
  const ways = new Map<string, Afforded>();
  for (const one of found) {
    if (one.cents > limit || one.profit <= 0) continue;
    const key = one.way.stays.map(({ by, held }) => `${by?.travelId ?? ''}.${by?.at ?? 0}.${held.map(({ index }) => index).join()}`).join(' ');
    if (!ways.has(key)) ways.set(key, one);
  }
  return [...ways.values()].sort((a, b) => b.profit - a.profit || a.cents - b.cents).slice(0, WAYS).map(({ way }) => way);
}

/** The longest times in which all of a team are free. */
function freeTimes({ from, until }: Model, { members }: Crew): readonly Time[] {
  const blocks = members.flatMap(({ person }) => person.blocks).filter((block) => block.until > from && block.from < until).sort((a, b) => a.from - b.from);
  const found: Time[] = [];
  let at = from;
  for (const block of [...blocks, { from: until, until }]) {
    if (block.from > at) found.push({ from: at, until: Math.min(block.from, until) });
    at = Math.max(at, block.until);
  }
  return found.filter((time) => time.until - time.from >= DAY / 2).sort((a, b) => b.until - b.from - (a.until - a.from)).slice(0, TIMES);
}

/** Whether a rule lets some through and others not who cross a border there. */
const isGuarded = ({ countryIndex, problem }: Model, { crossings }: Departure): boolean => (problem.borderRules ?? []).some((rule) => crossings.some(([out, into]) => countryIndex.get(rule.from) === out && countryIndex.get(rule.to) === into));

/** The same model without journeys that not everybody may make. */
function withoutGuards(model: Model): Model {
  return { ...model, departures: model.departures.map((list) => list.filter((one) => !isGuarded(model, one))) };
}

/** What a team pays, who interprets counted for each meeting that it cannot hold without. */
function outlayFor(frame: Frame, { members, covers }: Crew, { kinds }: Limit): Outlay {
  // Where longer ways are cheaper than direct ones, what is there is tried as if they were taken.
  const outlay = outlayOf(frame, members.map(({ person }) => person), members.length, shortestIn(frame.model).fares);
  const interpreted = covers.map((all) => (all.length === 0 ? 0 : Math.min(...all.map(({ interpreters }) => interpreters.reduce((sum, { cents }) => sum + cents, 0)))));
  const { between } = outlay.paid;
  return { ...outlay, paid: { between, first: between, last: between, only: between }, hands: members.length, tasks: outlay.tasks.map((cents, n) => cents + (kinds.includes(INTERPRETER) ? interpreted[n]! : 0)) };
}

/** Ways that a team can pay for. */
function waysFor(model: Model, going: readonly Going[], maxWork: number): { readonly ways: readonly Thrifty[]; readonly work: number } {
  const crew = crewOf(model, going);
  const ways: Thrifty[] = [];
  let work = 0;
  for (const time of freeTimes(model, crew)) {
    const of = withoutGuards(during(model, time));
    const covered = of.tasks.filter(({ index, starts }) => starts.length > 0 && crew.covers[index]!.length > 0);
    const frame = frameOf(of, covered, going.map(({ person }) => person));
    work += frame.work;
    if (!frame.duties || frame.required === Infinity) continue;
    for (const limit of model.limits) {
      const found = lagrangeanBound(frame, outlayFor(frame, crew, limit), limit, { maxWork: maxWork / TIMES / model.limits.length });
      work += found.work;
      for (const way of bestOf(found.ways, limit.cents)) ways.push({ ...alongWay(comingAt(of, way.stays[0]!.node), ...lastOf(way)), going });
    }
  }
  return { ways, work };
}

/** Ways that teams can pay for, team by team; `worked` is told how much work was done for those of each. */
export function* thriftyWays(model: Model, teams: readonly (readonly Going[])[], { maxWork, worked }: { readonly maxWork: number; readonly worked: (work: number) => void }): Generator<Thrifty> {
  for (const going of teams.filter((some) => isTeam(model.problem, some)).slice(0, TEAMS)) {
    const { ways, work } = waysFor(model, going, maxWork);
    worked(work);
    yield* ways;
  }
}

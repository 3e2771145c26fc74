/** Holds the bound of the way to every plan: of problems by seeds, those whose profit is above what the relaxation says that none exceeds. */
import { type Block, dayOf, type Problem, type WorkRule } from '@passerelle/shared/planning.ts';
import { brute } from '@passerelle/shared/planning/brute.fixture.ts';
import { Draw, randomProblem, STEP } from '@passerelle/shared/planning/random-problem.fixture.ts';
import { dated } from '@passerelle/shared/planning/worked-example.fixture.ts';
import { drawn } from './agreement.fixture.ts';
import { coveredBy } from './bound.ts';
import { compiledFrom } from './compiled.ts';
import { frameOf } from './frame.ts';
import { ridesOf } from './last-ride.ts';
import { looseOf } from './loose.ts';
import { Relaxation } from './relaxed.ts';

/** What the relaxations say of a problem for so much work each: that of whenever, and, of those who ride together, those of the days of their last journey. */
export function relaxedOf(problem: Problem, maxWork = Infinity): number {
  const model = looseOf(compiledFrom(problem));
  const able = problem.persons.filter(({ isReserve }) => !isReserve);
  const frame = frameOf(model, coveredBy(model, able), able);
  const known = frame.required > 0 ? -1 : 0;
  const whole = new Relaxation(frame, known).run(maxWork);
  return model.isTogether ? Math.min(whole, Math.max(...[...ridesOf(frame, able)].map(({ day, frame: of }) => new Relaxation(of, known, day).run(maxWork)))) : whole;
}

/** Those of two days with little that rules out plans but duties and who is away: two departures a day, of which the later may be the better one, half of the people busy for a while or away for one day at most. */
export function busy(seed: number): Problem {
  const [draw, problem] = [new Draw(seed), randomProblem(seed, { meetings: 2, persons: 2, days: 2 })];
  const hours = (most: number): number => STEP * (1 + draw.below(most));
  const from = problem.period.earliestDeparture;
  const block = (id: string): Block => ({ id, from, until: from + hours(30), cause: 'ENGAGED' });
  const rule: WorkRule = { ...dated('work'), maxProgrammeMinutes: 13 * STEP, maxDutyMinutes: hours(9) + 4 * STEP, minRestMinutes: hours(6) + 5 * STEP };
  return {
    ...problem, limits: [], maxNights: null, maxTeam: null, pins: [], former: null, goals: problem.goals.slice(0, 1), workRules: draw.once(4) ? null : [rule],
    persons: problem.persons.map((one) => ({ ...one, isReserve: false, endPlaceId: 'HOME', startPlaceId: draw.of(['HOME', 'HOME', 'TWO']), maxDaysAway: draw.once(3) ? 1 : null, blocks: draw.once(2) ? [block(`${one.id}-busy`)] : [] })),
    meetings: problem.meetings.map((one) => ({ ...one, isOnlyAdviser: false, languages: [], provides: null, isMandatory: draw.once(12) })),
    travel: problem.travel.map((one) => (one.type === 'MATRIX' ? one : { ...one, isOffered: true, seats: null, isRest: draw.once(6), minutes: hours(3), departs: { at: [STEP * (5 + draw.below(8)), STEP * (13 + draw.below(11))] } })),
  };
}

/** Those with a rule of work for each day; now and then without one for the second, on which nobody works then. */
export function following(seed: number): Problem {
  const [draw, problem] = [new Draw(seed), busy(seed)];
  const day = Math.floor((problem.period.earliestDeparture + 120) / 1440);
  const hours = (least: number, most: number): number => STEP * (least + draw.below(most));
  const rule = (id: string, more: Partial<WorkRule>): WorkRule => ({ ...dated(id), maxProgrammeMinutes: hours(2, 10), maxDutyMinutes: hours(5, 10), minRestMinutes: hours(5, 9), ...more });
  return { ...problem, workRules: [rule('first', { validUntil: dayOf(day) }), ...(draw.once(8) ? [] : [rule('second', { validFrom: dayOf(day + 1) })])] };
}

/** Seeds of problems that a plan exceeds the bound of, and of how many it is met. */
export function exceeded(count: number, { from = 0, maxWork = Infinity, of = drawn }: { readonly from?: number; readonly maxWork?: number; readonly of?: (seed: number) => Problem } = {}): { readonly seeds: readonly number[]; readonly met: number; readonly asked: number } {
  const seeds: number[] = [];
  let [met, asked] = [0, 0];
  for (let seed = from; seed < from + count; seed += 1) {
    const problem = of(seed);
    const best = bestProfit(problem);
    if (best === undefined) continue;
    const bound = relaxedOf(problem, maxWork);
    asked += 1;
    // What may be done together may be done by people who join and leave, too.
    if (best > bound || best > relaxedOf({ ...problem, riding: 'JOIN_LEAVE' }, maxWork)) seeds.push(seed);
    if (best === bound) met += 1;
  }
  return { seeds, met, asked };
}

/** Undefined where there are too many plans to ask about, or none. */
function bestProfit(problem: Problem): number | undefined {
  try {
    return brute(problem, { step: STEP, maxOwn: 1, maxAsked: 1_000 }).best?.value[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

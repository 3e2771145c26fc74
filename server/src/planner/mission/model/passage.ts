/**
 * Whether somebody can be at some meetings one after another, each at its hour, by any journeys that there are: let through at every border (H7), and in duties that are not too long, with rest between (H10). Told without a search, as who
 * else goes and what it costs is not asked. In doubt they can: what leaves at any minute is looked at by half-hours, of which none is counted against them, and where there are too many ways nobody is denied one.
 */
import { dayOf, factsOf, type Id, type Instant, type Person, type Problem, type WorkRule } from '@passerelle/shared/planning.ts';
import { dayIn } from '@passerelle/shared/planning/facts.ts';
import { isInForce } from '@passerelle/shared/planning/time.ts';
import { bordersOf } from './borders.ts';
import { type Departure, departuresOf } from './departures.ts';

/** A meeting in a place, buffers not counted. */
interface Presence {
  readonly placeId: Id;
  readonly from: Instant;
  readonly until: Instant;
}

/** Somebody in a place: from when on they may leave, since when they are in duty, when their last work was over, and how they have entered the countries that a rule of a border is about. */
interface Standing {
  readonly place: number;
  readonly leavesFrom: Instant;
  readonly dutyFrom: Instant;
  readonly workedUntil: Instant;
  readonly entered: readonly number[];
}

/** In minutes: what leaves at any minute is looked at so often, and so much no duty is too long, and no rest too short. */
const GRID = 30;
/** Journeys that are tried for all meetings together. */
const MOST_TRIED = 40_000;

const isNoWorse = (one: Standing, other: Standing): boolean => one.leavesFrom <= other.leavesFrom && one.workedUntil <= other.workedUntil && one.dutyFrom >= other.dutyFrom && one.entered.every((from, n) => from === other.entered[n]);

/** A duty with one work more; undefined where it would be too long. Without a rule no duty is. */
function working({ dutyFrom, workedUntil }: Standing, rule: WorkRule | undefined, from: Instant, until: Instant): Pick<Standing, 'dutyFrom' | 'workedUntil'> | undefined {
  const begun = rule && from - workedUntil < rule.minRestMinutes - GRID ? dutyFrom : from;
  return rule && until - begun > rule.maxDutyMinutes + GRID ? undefined : { dutyFrom: begun, workedUntil: until };
}

class Passage {
  private readonly problem: Problem;
  private readonly person: Person;
  private readonly placeIndex: ReadonlyMap<Id, number>;
  private readonly departures: readonly Departure[];
  private readonly borders: ReturnType<typeof bordersOf>;
  private tried = 0;

  constructor(problem: Problem, person: Person) {
    const countryIndex = new Map(problem.countries.map(({ id }, n) => [id, n]));
    this.problem = problem;
    this.person = person;
    this.placeIndex = new Map(problem.places.map(({ id }, n) => [id, n]));
    this.departures = departuresOf(factsOf(problem), { step: GRID, width: GRID, placeIndex: this.placeIndex, countryIndex }).flat().sort((a, b) => a.at - b.at);
    this.borders = bordersOf({ problem, countryIndex });
  }

  leadsTo(presences: readonly Presence[]): boolean {
    const { problem: { period }, person } = this;
    let standings: readonly Standing[] = [{ place: this.placeIndex.get(person.startPlaceId)!, leavesFrom: period.earliestDeparture, dutyFrom: -Infinity, workedUntil: -Infinity, entered: this.borders.enteredBy(person) }];
    for (const presence of presences) standings = this.attending(standings, presence);
    return standings.length > 0 || this.tried > MOST_TRIED;
  }

  /** Those who have attended a meeting: who was there already, and who comes in time for what is between a journey and a meeting. */
  private attending(standings: readonly Standing[], { placeId, from, until }: Presence): readonly Standing[] {
    const [place, { bufferMinutes }] = [this.placeIndex.get(placeId)!, this.problem.places.find(({ id }) => id === placeId)!];
    const rule = this.ruleOn(dayIn(factsOf(this.problem), placeId, from));
    const here = standings.filter((one) => one.place === place);
    const there = this.reachedBy(standings, from - bufferMinutes).filter((one) => one.place === place && !here.includes(one));
    return [...here, ...there].flatMap((one) => {
      const duty = working(one, rule, from, until);
      return duty ? [{ ...one, ...duty, leavesFrom: until + bufferMinutes }] : [];
    });
  }

  /** Where they can be by a time, from where they are. */
  private reachedBy(from: readonly Standing[], by: Instant): readonly Standing[] {
    const known = this.problem.places.map((_, place) => from.filter((one) => one.place === place));
    for (const departure of this.departures) {
      if (departure.at > by || this.tried > MOST_TRIED) break;
      for (const one of known[departure.from]!) {
        const next = departure.arrives <= by ? this.riding(one, departure) : undefined;
        if (next && !known[next.place]!.some((other) => isNoWorse(other, next))) known[next.place] = [...known[next.place]!.filter((other) => !isNoWorse(next, other)), next];
      }
    }
    return known.flat();
  }

  private riding(one: Standing, departure: Departure): Standing | undefined {
    const entered = [...one.entered];
    this.tried += 1;
    if (one.leavesFrom >= departure.at + (departure.isAnyMinute ? GRID : 1) || !this.borders.pass(departure, this.person, entered, 0)) return undefined;
    const duty = departure.isRest ? one : working(one, this.ruleOn(dayOf(departure.day)), departure.at, departure.arrives);
    return duty && { place: departure.to, leavesFrom: departure.arrives, dutyFrom: duty.dutyFrom, workedUntil: duty.workedUntil, entered };
  }

  private ruleOn(day: string): WorkRule | undefined {
    return this.problem.workRules?.find((rule) => isInForce(rule, day));
  }
}

/** `presences` in the order of time. Nothing is asked of how they come home. */
export const isPassable = (problem: Problem, person: Person, presences: readonly Presence[]): boolean => new Passage(problem, person).leadsTo(presences);

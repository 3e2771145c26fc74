/** Plans that no engine has made: what somebody does next is drawn, and kept where the validator finds nothing in it that is not mended later. They wait, go round about and hold little, and are valid. */
import { factsOf, type Id, type Journey, type Member, type Plan, type PlannedMeeting, type Problem, validate } from '@passerelle/shared/planning.ts';
import { type Going, isHopeless, kindsOf, Moves } from '@passerelle/shared/planning/moves.fixture.ts';
import { type Draw, STEP } from '@passerelle/shared/planning/random-problem.fixture.ts';

/** How often something else is drawn where what was drawn breaks a rule. */
const TRIES = 12;
/** The same of hours of meetings, most of which no window has. */
const HOURS = 60;
const MOST_JOURNEYS = 3;

class Wandering {
  readonly #moves: Moves;
  readonly #problem: Problem;
  readonly #draw: Draw;

  constructor(problem: Problem, draw: Draw) {
    [this.#problem, this.#draw, this.#moves] = [problem, draw, new Moves(problem, STEP)];
  }

  /** Journeys that follow each other, from any place on. */
  #core(from: Id): Journey[] {
    const core: Journey[] = [];
    let after = this.#problem.period.earliestDeparture;
    for (const _ of this.#draw.list(this.#draw.below(MOST_JOURNEYS + 1), () => 0)) {
      const departures = this.#moves.departures(core.at(-1)?.to ?? from, after);
      if (departures.length === 0) break;
      core.push(this.#draw.of(departures));
      after = this.#moves.arrival(core);
    }
    return core;
  }

  /** From where to where of the party's journeys somebody is with it, by their numbers. */
  #part(length: number): readonly [number, number] {
    if (this.#problem.riding === 'TOGETHER' || this.#draw.once(2)) return [0, length];
    const first = this.#draw.below(length + 1);
    return [first, first + this.#draw.below(length - first + 1)];
  }

  #member({ person, as }: Going, core: readonly Journey[], from: Id): Member | null {
    const [joins, leaves] = this.#part(core.length);
    const placeAt = (n: number): Id => core[n - 1]?.to ?? from;
    const ridden = core.slice(joins, leaves);
    const access = this.#moves.ways(person.startPlaceId, placeAt(joins), this.#problem.period.earliestDeparture, 1);
    if (access.length === 0) return null;
    const before = [...this.#draw.of(access), ...ridden];
    const egress = this.#moves.ways(placeAt(leaves), person.endPlaceId, this.#moves.arrival(before), 1);
    return egress.length === 0 ? null : { personId: person.id, partyId: 'all', as, journeys: [...before, ...this.#draw.of(egress)] };
  }

  /** Something drawn that may be added to a plan; null where all that is drawn breaks a rule. */
  #added<T>(tries: number, draw: () => T | null, to: (one: T) => Plan): Plan | null {
    for (let turn = 0; turn < tries; turn += 1) {
      const one = draw();
      if (one === null) continue;
      const plan = to(one);
      if (!validate(this.#problem, plan).some(isHopeless)) return plan;
    }
    return null;
  }

  #held(meetingId: Id, { team }: Plan): readonly PlannedMeeting[] {
    const facts = factsOf(this.#problem);
    const going = team.map(({ personId, as }): Going => ({ person: facts.persons.get(personId)!, as }));
    return this.#moves.held(going, facts.meetings.get(meetingId)!, this.#problem.period.earliestDeparture);
  }

  plan(): Plan | null {
    const [{ persons, places, meetings }, draw] = [this.#problem, this.#draw];
    const from = draw.of(places).id;
    const core = this.#core(from);
    let plan: Plan = { format: 'passerelle.plan', version: 1, parties: [{ id: 'all', journeys: core }], team: [], meetings: [] };
    for (const person of draw.shuffled(persons.filter(({ isReserve }) => !isReserve)).slice(0, 1 + draw.below(persons.length))) {
      const as = draw.of(kindsOf(person));
      plan = this.#added(TRIES, () => this.#member({ person, as }, core, from), (member) => ({ ...plan, team: [...plan.team, member] })) ?? plan;
    }
    if (plan.team.length === 0) return null;
    // A party without journeys is where its meetings are: elsewhere, all would have come by longer ways alone, which nobody looks for.
    for (const { id } of draw.shuffled(meetings).filter(({ placeId }) => core.length > 0 || placeId === from)) {
      const held = this.#held(id, plan);
      plan = held.length === 0 ? plan : this.#added(HOURS, () => draw.of(held), (one) => ({ ...plan, meetings: [...plan.meetings, one] })) ?? plan;
    }
    return plan.meetings.length > 0 && validate(this.#problem, plan).length === 0 ? plan : null;
  }
}

/** A valid plan of a problem that holds something; null where none of so many that were begun came to that. */
export function wandered(problem: Problem, draw: Draw, begun: number): Plan | null {
  const wandering = new Wandering(problem, draw);
  for (let turn = 0; turn < begun; turn += 1) {
    const plan = wandering.plan();
    if (plan) return plan;
  }
  return null;
}

/** What a journey, a meeting and the way of who joins make of a plan that has begun: null where a rule forbids it. */
import { clockAt, dayOf } from '@passerelle/shared/planning.ts';
import { isInForce } from '@passerelle/shared/planning/time.ts';
import { zoneOf } from '@passerelle/shared/planning/facts.ts';
import { type Borders, bordersOf } from '../model/borders.ts';
import { ALLOWANCE, FARE, INTERPRETER, OTHER } from '../model/cost-kinds.ts';
import type { Cover, Crew } from '../model/crew.ts';
import type { Departure } from '../model/departures.ts';
import type { Model, Task } from '../model/model.ts';
import { type Stays, staysOf, withMeal } from '../model/stays.ts';
import type { Worth } from '../model/worth.ts';
import { ARRIVED, BEGAN, BY_MATRIX, type Draft, draftOf, DUTY_BY, ENDS, FIELDS, type Label, LEFT_ON, PROGRAMME, PROGRAMME_BY, RESTED, WORD } from './label.ts';

interface Work {
  readonly from: number;
  readonly until: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly isMeeting: boolean;
}

export class Moves {
  private readonly model: Model;
  private readonly crew: Crew;
  private readonly worth: Worth;
  private readonly borders: Borders;
  readonly stays: Stays;

  constructor(model: Model, crew: Crew, worth: Worth) {
    this.model = model;
    this.crew = crew;
    this.worth = worth;
    this.borders = bordersOf(model);
    this.stays = staysOf(model, model.problem.persons);
  }

  /** The beginning at a place: who starts there is there, the others have yet to come; so do those who are to come later. */
  root(place: number, later = 0): Label {
    const { members } = this.crew;
    const draft: Draft = {
      before: null, deed: null, place, now: this.model.from, lo: 0, hi: 0, absent: members.reduce((all, { start }, n) => (start === place ? all : all | (1 << n)), later), left: 0, nights: 0, hasRidden: false,
      state: members.flatMap(() => [-Infinity, -Infinity, Infinity, Infinity, -Infinity, Infinity, -1, 0, 0]), attended: Array.from({ length: this.model.countries }, () => 0), entered: members.flatMap(({ person }) => this.borders.enteredBy(person)),
      money: [0, 0, 0, 0], partial: Array.from({ length: this.worth.levels }, () => 0), releases: this.model.problem.precedences.map(() => -Infinity), meals: members.map(() => null), uses: null, seats: null, kept: Array.from({ length: Math.ceil(this.model.journeyPins.length / WORD) }, () => 0), isDominated: false,
    };
    for (const { person } of members) this.pay(draft, OTHER, person.engagementCents);
    return draft;
  }

  /** Those who are with the party make a journey together. */
  ride(label: Label, departure: Departure): Label | null {
    const { members } = this.crew;
    const draft = draftOf(label, { deed: 'RIDE', departure });
    let riders = 0;
    for (let person = 0; person < members.length; person += 1) {
      if (((label.absent | label.left) >> person) & 1) continue;
      if (!this.rides(draft, person, label.place, departure)) return null;
      riders += 1;
    }
    if (this.model.isTogether || departure.seats === null) this.pay(draft, FARE, departure.fare * (departure.seats === null ? riders : Math.ceil(riders / departure.seats)));
    else for (let n = 0; n < riders; n += 1) this.pay(draft, FARE, this.share(draft, departure, departure.seats));
    draft.place = departure.to;
    draft.now = departure.arrives;
    draft.hasRidden = true;
    return this.isAffordable(draft) ? draft : null;
  }

  /** Somebody comes by a way of their own, to where the party is. */
  join(label: Label, person: number, way: readonly Departure[]): Label | null {
    const draft = draftOf(label, { deed: 'JOIN', person, way });
    if (!this.travels(draft, person, this.crew.members[person]!.start, way)) return null;
    draft.absent &= ~(1 << person);
    draft.now = Math.max(draft.now, way.at(-1)!.arrives);
    return this.isAffordable(draft) ? draft : null;
  }

  /** Somebody goes home by a way of their own, and the party goes on without them. */
  leave(label: Label, person: number, way: readonly Departure[]): Label | null {
    const draft = draftOf(label, { deed: 'LEAVE', person, way });
    const { end } = this.crew.members[person]!;
    if (!this.travels(draft, person, label.place, way)) return null;
    draft.nights += this.comesHome(draft, person, end);
    draft.left |= 1 << person;
    return draft.nights === Infinity ? null : draft;
  }

  /** Somebody makes journeys of their own: writes into the draft; false where they cannot. */
  travels(draft: Draft, person: number, from: number, way: readonly Departure[]): boolean {
    let place = from;
    for (const departure of way) {
      if (!this.rides(draft, person, place, departure)) return false;
      this.pay(draft, FARE, departure.seats === null ? departure.fare : this.share(draft, departure, departure.seats));
      place = departure.to;
    }
    return this.isAffordable(draft);
  }

  /** What one more costs in vehicles that others of the team may have taken on their own, too. */
  private share(draft: Draft, departure: Departure, seats: number): number {
    let taken = 0;
    for (let one = draft.seats; one; one = one.before) if (one.departure === departure) taken += 1;
    draft.seats = { before: draft.seats, departure };
    return taken % seats === 0 ? departure.fare : 0;
  }

  private rides(draft: Draft, person: number, from: number, departure: Departure): boolean {
    const { state } = draft;
    const base = person * FIELDS;
    const member = this.crew.members[person]!;
    if (!this.mayLeave(state, base, from, departure.at)) return false;
    if (!this.borders.pass(departure, member.person, draft.entered, person * this.borders.watched.length)) return false;
    const { at, arrives, day, arrivalDay } = departure;
    if (!departure.isRest && !this.works(state, base, { from: at, until: arrives, firstDay: day, lastDay: arrivalDay, isMeeting: false })) return false;
    if (!this.isFree(state, person, at, arrives)) return false;
    this.leaves(draft, person, from, departure);
    if (state[base + LEFT_ON] === Infinity) state[base + LEFT_ON] = day;
    this.count(draft, this.worth.travel, arrives - at);
    state[base + ARRIVED] = arrives;
    state[base + ENDS] = -Infinity;
    state[base + BY_MATRIX] = departure.isMatrix ? 1 : 0;
    this.keeps(draft, member.person.id, departure);
    return true;
  }

  /** They are there, have had the time between a meeting and a journey, and have served what they came to by a matrix. */
  private mayLeave(state: readonly number[], base: number, from: number, at: number): boolean {
    const ends = state[base + ENDS]!;
    return at >= state[base + ARRIVED]! && at >= ends + this.model.places[from]!.buffer && (state[base + BY_MATRIX] === 0 || ends !== -Infinity);
  }

  /** The allowances of a stay that ends, and the slack that is missing before a flight. */
  private leaves(draft: Draft, person: number, from: number, { at, isFlight }: Departure): void {
    const { person: who, start, end } = this.crew.members[person]!;
    const [arrived, ends] = [draft.state[person * FIELDS + ARRIVED]!, draft.state[person * FIELDS + ENDS]!];
    if (arrived !== -Infinity && from !== start && from !== end) this.pay(draft, ALLOWANCE, this.stays.centsOf(from, arrived, at, { isLodged: who.lodgedAt.includes(this.model.places[from]!.id), meal: draft.meals[person]! }));
    if (isFlight && ends !== -Infinity) for (const { level, weight, minutes } of this.worth.slack) draft.partial[level]! += weight * Math.max(0, minutes - (at - ends));
  }

  private keeps(draft: Draft, personId: string, { travelId, at, from, to }: Departure): void {
    const { places, journeyPins } = this.model;
    for (const [n, pin] of journeyPins.entries()) {
      if (pin.personId === personId && pin.journey.travelId === travelId && pin.journey.departsAt === at && pin.journey.from === places[from]!.id && pin.journey.to === places[to]!.id) draft.kept[Math.floor(n / WORD)]! |= 1 << (n % WORD);
    }
  }

  /** A meeting, begun at the `n`th of its hours, by those who attend. */
  meet(label: Label, task: Task, n: number, { cover, attends }: { readonly cover: Cover; readonly attends: number }): Label | null {
    const at = task.starts[n]!;
    if (!this.isInterpreted(label, task, at, { cover, day: task.days[n]! })) return null;
    const draft = draftOf(label, { deed: 'MEET', task, at, attends, cover });
    const until = at + task.meeting.serviceMinutes;
    for (let person = 0; person < this.crew.members.length; person += 1) {
      if (((attends >> person) & 1) === 0) continue;
      if (!this.works(draft.state, person * FIELDS, { from: at, until, firstDay: task.days[n]!, lastDay: task.endDays[n]!, isMeeting: true }) || !this.isFree(draft.state, person, at, until)) return null;
      draft.state[person * FIELDS + ENDS] = until;
      draft.meals[person] = withMeal(draft.meals[person]!, task.meeting, at, task.days[n]!);
    }
    draft.now = at;
    draft.lo |= task.lo;
    draft.hi |= task.hi;
    draft.attended[this.model.places[task.place]!.country]! |= attends;
    for (const { index, gap } of task.before) draft.releases[index] = until + gap;
    this.pay(draft, OTHER, task.meeting.otherCents);
    this.interprets(draft, task, at, cover);
    this.count(draft, this.worth.kept, this.keptOf(task, at, attends));
    return this.isAffordable(draft) ? draft : null;
  }

  /** Whether those who interpret work on that day, and are not taken. */
  private isInterpreted(label: Label, { meeting }: Task, at: number, { cover, day }: { readonly cover: Cover; readonly day: number }): boolean {
    return cover.interpreters.every((one) => {
      if (!isInForce(one, dayOf(day))) return false;
      const { taken, beside } = takenAt(label, one.id, at);
      return taken + (meeting.serviceMinutes > 0 ? beside + cover.interpreted.filter(({ interpreterId }) => interpreterId === one.id).length : 1) <= one.atOnce;
    });
  }

  private interprets(draft: Draft, task: Task, at: number, { interpreted }: Cover): void {
    if (interpreted.length === 0) return;
    for (const { needId, interpreterId } of interpreted) draft.uses = { before: draft.uses, interpreterId, needId, task, at };
    this.pay(draft, INTERPRETER, this.stays.interpretation(draft.uses) - draft.money[INTERPRETER]!);
  }

  private keptOf({ meeting }: Task, at: number, attends: number): number {
    const before = this.model.problem.former?.meetings.find(({ meetingId }) => meetingId === meeting.id);
    if (!before) return 0;
    return Number(before.startsAt === at) + this.crew.members.filter(({ person }, n) => (attends >> n) & 1 && before.attends.some(({ personId }) => personId === person.id)).length;
  }

  /** H10, as work is done; true where it does not apply. */
  private works(state: number[], base: number, { from, until, firstDay, lastDay, isMeeting }: Work): boolean {
    if (!this.model.hasRules) return true;
    const [first, last] = [this.model.ruleOn(firstDay), this.model.ruleOn(lastDay)];
    if (!first || !last) return false;
    if (from >= state[base + RESTED]!) {
      state[base + DUTY_BY] = from + first.maxDutyMinutes;
      state[base + PROGRAMME_BY] = -1;
      state[base + PROGRAMME] = first.maxProgrammeMinutes;
    }
    if (isMeeting && state[base + PROGRAMME_BY]! < 0) state[base + PROGRAMME_BY] = from + state[base + PROGRAMME]!;
    state[base + RESTED] = until + last.minRestMinutes;
    return until <= state[base + DUTY_BY]! && (!isMeeting || until <= state[base + PROGRAMME_BY]!);
  }

  /** H4 and the period, from the first that they do to the last. */
  private isFree(state: number[], person: number, from: number, until: number): boolean {
    const base = person * FIELDS;
    if (from < state[base + BEGAN]!) state[base + BEGAN] = from;
    const began = state[base + BEGAN]!;
    return from >= this.model.from && until <= this.model.until && !this.crew.members[person]!.person.blocks.some((block) => block.from < until && block.until > began);
  }

  private pay(draft: Draft, kind: number, cents: number): void {
    if (cents === 0) return;
    draft.money[kind]! += cents;
    this.count(draft, this.worth.cost, cents);
  }

  private count(draft: Draft, weights: readonly number[], amount: number): void {
    for (let level = 0; level < weights.length; level += 1) if (weights[level] !== 0) draft.partial[level]! += weights[level]! * amount;
  }

  private isAffordable({ money }: Draft): boolean {
    return money[ALLOWANCE] !== Infinity && this.model.limits.every(({ kinds, cents }) => kinds.reduce((sum, kind) => sum + money[kind]!, 0) <= cents);
  }

  /** The nights of somebody who ends their journeys at a place; they and the days are written into the draft. Infinitely many where they may not be away so long. */
  comesHome(draft: Draft, person: number, place: number): number {
    const [leftOn, arrived] = [draft.state[person * FIELDS + LEFT_ON]!, draft.state[person * FIELDS + ARRIVED]!];
    if (leftOn === Infinity) return 0;
    const nights = Math.max(0, clockAt(zoneOf(this.model.facts, this.model.places[place]!.id), arrived).day - leftOn);
    this.count(draft, this.worth.nights, nights);
    this.count(draft, this.worth.days, nights + 1);
    return nights + 1 > (this.crew.members[person]!.person.maxDaysAway ?? Infinity) ? Infinity : nights;
  }
}

/** How often somebody interprets at an instant, as H3 counts it: beside what else begins then, a meeting without minutes, of which none counts another, counts once more. */
function takenAt({ uses }: Label, interpreterId: string, at: number): { readonly taken: number; readonly beside: number } {
  let [taken, beside] = [0, 0];
  for (let use = uses; use; use = use.before) {
    if (use.interpreterId !== interpreterId) continue;
    if (at < use.at + use.task.meeting.serviceMinutes) taken += 1;
    else if (use.at === at) beside = 1;
  }
  return { taken, beside };
}

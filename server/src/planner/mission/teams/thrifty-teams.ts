/**
 * Teams for few places: of each set of some places, whom to send there for the money. They are built one by one, each the one with whom most is covered of what is held there (greedy maximal coverage: Nemhauser, Wolsey and Fisher
 * 1978), as many as the fares let go. Nothing is claimed by it: what they can really do is for the search to find out.
 */
import { COST_KINDS } from '@passerelle/shared/planning.ts';
import { attendsAs, interpretersFor, speaks } from '../model/crew.ts';
import { type Model, type Task, withHours } from '../model/model.ts';
import { isTeam, neededOf } from '../model/needed.ts';
import { shortestIn } from '../model/shortest-ways.ts';
import { sentOf } from '../shares.ts';
import type { Crews, Going } from './crews.ts';

/** How many places are gone to at most, and among how many, those that bring most, they are drawn. */
const MOST_PLACES = 3;
const AMONG = 17;

/** What has to be met at a meeting: by so many of those who may, as numbers of choices; or for so much money, ∞ where for none. */
interface Asked {
  readonly atLeast: number;
  readonly by: ReadonlySet<number>;
  readonly cents: number;
}

interface Wanted {
  readonly task: Task;
  readonly asked: readonly Asked[];
}

/** Some people for some places, by their numbers. */
export interface Sent {
  readonly going: readonly Going[];
  readonly places: readonly number[];
}

interface Team extends Sent {
  readonly profit: number;
  readonly cents: number;
}

function wantedOf({ problem }: Model, task: Task, choices: readonly Going[]): Wanted {
  const { meeting } = task;
  const numbers = (does: (one: Going) => boolean): ReadonlySet<number> => new Set(choices.flatMap((one, n) => (does(one) ? [n] : [])));
  const start = { start: 0, end: 0 };
  return {
    task,
    asked: [
      ...meeting.needs.map(({ kind, atLeast }): Asked => ({ atLeast, by: numbers((one) => attendsAs(meeting, { ...one, ...start }).includes(kind)), cents: Infinity })),
      ...meeting.languages.map((need): Asked => ({ atLeast: 1, by: numbers(({ person }) => speaks(person, need)), cents: Math.min(Infinity, ...interpretersFor(problem, meeting.placeId, need).map(({ cents }) => cents)) })),
    ],
  };
}

/** All sets of some things, of one to so many. */
function* setsOf<T>(list: readonly T[], most: number, from = 0): Generator<readonly T[]> {
  for (let n = from; n < list.length && most > 0; n += 1) {
    yield [list[n]!];
    for (const more of setsOf(list, most - 1, n + 1)) yield [list[n]!, ...more];
  }
}

const ordersOf = (places: readonly number[]): readonly (readonly number[])[] => (places.length < 2 ? [places] : places.flatMap((one) => ordersOf(places.filter((other) => other !== one)).map((rest) => [one, ...rest])));

class Choosing {
  private readonly model: Model;
  private readonly choices: readonly Going[];
  private readonly rule: ReadonlyMap<string, number>;
  private readonly most: number;
  /** What may be spent on fares and interpreters. */
  private readonly limit: number;
  private readonly homes: readonly number[];
  work = 0;

  constructor(model: Model, choices: readonly Going[], most: number) {
    [this.model, this.choices, this.most, this.rule] = [model, choices, most, neededOf(model.problem)];
    this.limit = Math.min(Infinity, ...model.limits.filter(({ kinds }) => kinds.includes(COST_KINDS.indexOf('FARE'))).map(({ cents }) => cents));
    this.homes = [...new Set(choices.map(({ person }) => model.placeIndex.get(person.startPlaceId)!))];
  }

  /** What the journeys of one person through some places come to at least. */
  private trip(places: readonly number[]): number {
    const { fares } = shortestIn(this.model);
    const along = (stops: readonly number[]): number => stops.slice(1).reduce((sum, place, n) => sum + fares[stops[n]!]![place]!, 0);
    return Math.min(...this.homes.flatMap((home) => ordersOf(places).map((order) => along([home, ...order, home]))));
  }

  private isMet({ atLeast, by }: Asked, team: readonly number[]): boolean {
    return team.filter((n) => by.has(n)).length >= atLeast;
  }

  /** How much of what is wanted some people cover, and how much of what is asked they meet; what interpreting comes to, one in each place. */
  private cover(wanted: readonly Wanted[], team: readonly number[]): { readonly profit: number; readonly met: number; readonly cents: number } {
    let [profit, met] = [0, 0];
    const paid = new Map<number, number>();
    for (const { task, asked } of wanted) {
      this.work += 1;
      const open = asked.filter((one) => !this.isMet(one, team));
      met += asked.length - open.length;
      const cents = open.reduce((sum, one) => sum + one.cents, 0);
      if (cents === Infinity) continue;
      profit += task.meeting.profit;
      paid.set(task.place, Math.max(cents, paid.get(task.place) ?? 0));
    }
    return { profit, met, cents: [...paid.values()].reduce((sum, cents) => sum + cents, 0) };
  }

  /** How many of those whom the team needs are there. */
  private ruled(team: readonly number[]): number {
    return [...this.rule].reduce((sum, [kind, count]) => sum + Math.min(count, team.filter((n) => (this.choices[n]!.as as readonly string[]).includes(kind)).length), 0);
  }

  private next(wanted: readonly Wanted[], team: readonly number[]): number | undefined {
    let best: { readonly n: number; readonly rate: number } | undefined;
    const people = new Set(team.map((n) => this.choices[n]!.person));
    for (const [n, { person }] of this.choices.entries()) {
      if (people.has(person)) continue;
      const { profit, met } = this.cover(wanted, [...team, n]);
      const rate = this.ruled([...team, n]) * 1e6 + profit * 1e2 + met;
      if (!best || rate > best.rate) best = { n, rate };
    }
    return best?.n;
  }

  /** The best team for some places, of those who have to go and others. */
  team(wanted: readonly Wanted[], places: readonly number[], must: readonly number[]): Team | null {
    const fare = this.trip(places);
    let team = must;
    let best: Team | null = null;
    while (team.length < this.most && (team.length + 1) * fare <= this.limit) {
      const n = this.next(wanted, team);
      if (n === undefined) break;
      team = [...team, n];
      const going = team.map((one) => this.choices[one]!);
      const { profit, cents } = this.cover(wanted, team);
      if (isTeam(this.model.problem, going) && team.length * fare + cents <= this.limit && profit > (best?.profit ?? 0)) best = { going, places, profit, cents: team.length * fare + cents };
    }
    return best;
  }
}

/** So many at most, each another team or for other places, those first with whom most is covered where they can go; and how much work that was. */
export function thriftyTeams(model: Model, { choices, must, most }: Pick<Crews, 'choices' | 'must' | 'most'>, count: number): { readonly sent: readonly Sent[]; readonly work: number } {
  const all = choices();
  const wanted = model.tasks.filter(({ starts }) => starts.length > 0).map((task) => wantedOf(model, task, all));
  const at = Map.groupBy(wanted, ({ task }) => task.place);
  const worthOf = (place: number): number => at.get(place)!.reduce((sum, { task }) => sum + task.meeting.profit, 0);
  const places = [...at.keys()].sort((a, b) => worthOf(b) - worthOf(a) || a - b).slice(0, AMONG);
  const choosing = new Choosing(model, all, most);
  const first = [...must].map((id) => all.findIndex(({ person }) => person.id === id));
  const found = [...setsOf(places, Math.min(MOST_PLACES, model.problem.maxCountries ?? MOST_PLACES))].flatMap((some) => choosing.team(some.flatMap((place) => at.get(place)!), some, first) ?? []);
  return { sent: found.sort((a, b) => b.profit - a.profit || a.cents - b.cents).slice(0, count), work: choosing.work };
}

/** The same model, in which meetings are held in some places alone. */
const heldIn = (model: Model, places: readonly number[]): Model => ({ ...model, tasks: model.tasks.map((task) => (places.includes(task.place) ? task : withHours(task, []))) });

/** The teams that are tried with so much work, each with the meetings of its places alone; `worked` is told how much work choosing them was. */
export function* teamsSent(model: Model, crews: Pick<Crews, 'choices' | 'must' | 'most'>, maxWork: number, worked: (work: number) => void): Generator<Pick<Sent, 'going'> & { readonly model: Model }> {
  const { sent, work } = thriftyTeams(model, crews, sentOf(maxWork));
  worked(work);
  for (const { going, places } of sent) yield { going, model: heldIn(model, places) };
}

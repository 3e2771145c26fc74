/** A former plan as something to go on with: what of it can still be done, with somebody else for each who may not go any more. Nothing is claimed by it. */
import type { Journey, Plan } from '@passerelle/shared/planning.ts';
import { chanceOf } from '../../engine/random.ts';
import { isFree, type Time } from '../model/at-once.ts';
import { type Departure, shiftedTo } from '../model/departures.ts';
import type { Model } from '../model/model.ts';
import type { Ways } from '../model/ways-alone.ts';
import type { Crews, Going } from '../teams/crews.ts';
import type { LargeOptions } from './large-neighbourhood.ts';
import { Repair } from './repair.ts';
import type { Script, Stop, Visit } from './script.ts';

/** So many are tried in the place of each who may not go. */
const MOST = 40;

interface Place {
  readonly personId: string;
  readonly as: Going['as'];
  readonly way: readonly Departure[];
}

/** The itinerary of a former plan of one party, and how each of its people came to the beginning. */
interface Kept {
  readonly stops: readonly Omit<Stop, 'visits'>[];
  readonly team: readonly Place[];
  readonly time: Time;
}

/** Null where some of the journeys is not there any more. */
function departuresOf({ departures, placeIndex }: Model, journeys: readonly Journey[]): readonly Departure[] | null {
  const found = journeys.flatMap((one) => {
    const by = departures[placeIndex.get(one.from) ?? -1]?.find(({ travelId, at, to, spread }) => travelId === one.travelId && at <= one.departsAt && one.departsAt <= at + spread && to === placeIndex.get(one.to));
    return by ? [shiftedTo(by, one.departsAt)] : [];
  });
  return found.length === journeys.length ? found : null;
}

function keptOf(model: Model, { parties, team, meetings }: Plan): Kept | null {
  const { tasks, placeIndex, problem } = model;
  const [party, ...more] = parties;
  const legs = party && more.length === 0 ? departuresOf(model, party.journeys) : null;
  const begins = legs?.[0]?.from ?? tasks.find(({ meeting }) => meetings.some(({ meetingId }) => meetingId === meeting.id))?.place;
  if (!legs || begins === undefined) return null;
  const ways = team.map(({ personId, journeys }) => {
    const start = problem.persons.find(({ id }) => id === personId)?.startPlaceId;
    const own = journeys.findIndex(({ to }) => placeIndex.get(to) === begins);
    return departuresOf(model, start !== undefined && placeIndex.get(start) === begins ? [] : journeys.slice(0, own + 1));
  });
  const all = team.flatMap(({ journeys }) => departuresOf(model, journeys) ?? []);
  const time = { from: Math.min(...all.map(({ at }) => at)), until: Math.max(...all.map(({ arrives }) => arrives)) };
  const places = team.flatMap(({ personId, as }, n) => (ways[n] ? [{ personId, as, way: ways[n] }] : []));
  return places.length < team.length ? null : { stops: [{ place: begins, by: null }, ...legs.map((by) => ({ place: by.to, by }))], team: places, time };
}

/** The meetings of a stop, in the order of time, with those who attended and go. */
function visitsOf({ tasks }: Model, { meetings }: Plan, { place, by }: Omit<Stop, 'visits'>, { until, bits }: { readonly until: number; readonly bits: ReadonlyMap<string, number> }): readonly Visit[] {
  return meetings.flatMap(({ meetingId, startsAt, attends }): Visit[] => {
    const task = tasks.find(({ meeting }) => meeting.id === meetingId);
    if (task?.place !== place || startsAt < (by?.arrives ?? -Infinity) || startsAt >= until) return [];
    return [{ task: task.index, at: startsAt, attends: attends.reduce((all, { personId }) => all | (bits.get(personId) ?? 0), 0) }];
  }).sort((a, b) => a.at - b.at);
}

function scriptOf(model: Model, plan: Plan, { stops, team }: Kept, going: readonly (Going & Pick<Place, 'way'>)[]): Script {
  const bits = new Map(team.map(({ personId }, n) => [personId, 1 << n]));
  return { going: going.map(({ person, as }) => ({ person, as })), joins: going.map(({ way }) => way), stops: stops.map((stop, n) => ({ ...stop, visits: visitsOf(model, plan, stop, { until: stops[n + 1]?.by?.at ?? Infinity, bits }) })) };
}

/** Those who could go in somebody's place, and be there as soon, those first who can be what they were; where they may go themselves, they alone. */
function insteadOf(model: Model, choices: readonly Going[], { personId, as, way }: Place, { stops, time, ways }: Kept & { readonly ways: Ways }): readonly (Going & Pick<Place, 'way'>)[] {
  const begins = stops[0]!.place;
  const isAlike = (one: Going): boolean => as.every((kind) => one.as.includes(kind));
  const free = choices.filter(({ person }) => person.id === personId || isFree(model, person, time));
  const found = [...free.filter(isAlike), ...free.filter((one) => !isAlike(one))].flatMap((one) => {
    const start = model.placeIndex.get(one.person.startPlaceId)!;
    const own = start === (way[0]?.from ?? begins) ? way : ways(start, begins, model.from).findLast((other) => (other.at(-1)?.arrives ?? -Infinity) <= (way.at(-1)?.arrives ?? model.from));
    return own ? [{ ...one, way: own }] : [];
  });
  return found.some(({ person }) => person.id === personId) ? found.filter(({ person }) => person.id === personId) : found;
}

/** A former plan with whoever can go in the place of those who cannot, one after another. */
function* formerScripts(model: Model, crews: Pick<Crews, 'choices'>, ways: Ways): Generator<Script> {
  const { former } = model.problem;
  const kept = former && former.team.length > 0 ? keptOf(model, former) : null;
  if (!former || !kept) return;
  const own = new Set(kept.team.map(({ personId }) => personId));
  const choices = crews.choices();
  const instead = kept.team.map((place) => insteadOf(model, choices.filter(({ person }) => person.id === place.personId || !own.has(person.id)), place, { ...kept, ways }));
  const first = instead.reduce<(Going & Pick<Place, 'way'>)[]>((all, some) => [...all, ...some.filter(({ person }) => !all.some((one) => one.person.id === person.id)).slice(0, 1)], []);
  if (first.length < kept.team.length) return;
  yield scriptOf(model, former, kept, first);
  for (const [n, some] of instead.entries()) {
    for (const one of some.slice(0, MOST)) if (first.every(({ person }) => person.id !== one.person.id)) yield scriptOf(model, former, kept, first.with(n, one));
  }
}

/** Plans that keep what can be kept of a former one, where a goal is to keep it; how much work that was. */
export function lookAgain(model: Model, crews: Pick<Crews, 'choices'>, { worth, ways, maxWork, prepared, seed, found, stops }: Pick<LargeOptions, 'worth' | 'ways' | 'maxWork' | 'prepared' | 'seed' | 'found' | 'stops'>): number {
  let work = 0;
  if (!model.isTogether || worth.kept.every((weight) => weight <= 0)) return work;
  for (const script of formerScripts(model, crews, ways)) {
    if (work >= maxWork || stops()) break;
    const repair = new Repair(model, script.going, { worth, ways, chance: chanceOf(seed) });
    const made = repair.run({ script, from: 0, isExact: true, isOpen: () => false }, []);
    work += prepared + repair.work;
    if (made) found(made.crew, script.going, made.whole);
  }
  return work;
}

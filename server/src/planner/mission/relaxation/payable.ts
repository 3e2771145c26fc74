/** What limits leave no money for: who costs more by themselves than one, and meetings that do with the least team that goes there and home. */
import type { Person } from '@passerelle/shared/planning.ts';
import { FARE, OTHER } from '../model/cost-kinds.ts';
import { type Model, type Task, withHours } from '../model/model.ts';
import { leastTeam } from '../model/needed.ts';
import { shortestIn } from '../model/shortest-ways.ts';
import { leastOf } from './outlay.ts';

/** Whether no limit is below what engaging somebody costs. */
export const isPayable = ({ limits }: Pick<Model, 'limits'>, { engagementCents }: Person): boolean => limits.every(({ kinds, cents }) => !kinds.includes(OTHER) || engagementCents <= cents);

/** By place, what it costs at least that all go there and home again who have to; of whom not all need to be at each meeting, one. */
function tripsOf(model: Model, able: readonly Person[]): readonly number[] {
  const { placeIndex, places, isTogether, problem: { maxParties } } = model;
  const { fares } = shortestIn(model);
  const size = isTogether && maxParties <= 1 ? leastTeam(model, able) : 1;
  return places.map((_, place) => leastOf(size, able.map(({ startPlaceId, endPlaceId }) => fares[placeIndex.get(startPlaceId)!]![place]! + fares[place]![placeIndex.get(endPlaceId)!]!)));
}

/** The same model without the hours of meetings that cost more than a limit: no plan has them. `able`: all who may go. */
export function payableOf(model: Model, able: readonly Person[]): Model {
  const limits = model.limits.filter(({ kinds }) => kinds.includes(FARE) || kinds.includes(OTHER));
  if (limits.length === 0) return model;
  const trips = tripsOf(model, able);
  const engaged = leastOf(leastTeam(model, able), able.map(({ engagementCents }) => engagementCents));
  const least = ({ meeting, place }: Task, kinds: readonly number[]): number => (kinds.includes(FARE) ? trips[place]! : 0) + (kinds.includes(OTHER) ? engaged + meeting.otherCents : 0);
  return { ...model, tasks: model.tasks.map((task) => (limits.every(({ kinds, cents }) => least(task, kinds) <= cents) ? task : withHours(task, []))) };
}

/** Whether somebody of a party that comes to a place may attend a meeting there and go on, as the rules of work say (H10). Without a rule everybody may. */
import type { Departure } from '../model/departures.ts';
import type { Frame } from './frame.ts';
import type { Stage } from './timetable.ts';
import type { Way } from './way.ts';

/** A journey after it; never, where there is none. */
interface Onward {
  readonly leaves: number;
  readonly arrives: number;
  readonly isRest: boolean;
}

export const departureOf = ({ model, table }: Pick<Frame, 'model' | 'table'>, place: number, number: number): Departure => model.departures[place]![number - table.offsets[place]!]!;

/** Whether somebody can attend before a journey: early in a duty that has begun, late as the beginning of one, or rested before and after. Who has come by themselves may be in a duty that has not begun: all hours are asked. */
export function attends({ rule, covered, model }: Frame, { restedAt, dutyMost }: Way, { task, start }: Stage, journey: Onward): boolean {
  if (!rule) return true;
  const { starts, meeting, place } = covered[task]!;
  const by = journey.leaves - model.places[place]!.buffer - meeting.serviceMinutes;
  const isRight = (at: number): boolean => {
    const ends = at + meeting.serviceMinutes;
    const dutyBy = at >= restedAt ? at + rule.maxDutyMinutes : Math.min(dutyMost, at + rule.maxDutyMinutes);
    return at <= by && ends <= dutyBy && (journey.isRest || journey.leaves >= ends + rule.minRestMinutes || journey.arrives <= dutyBy);
  };
  if (isRight(starts[start]!)) return true;
  for (let n = start + 1; n < starts.length && starts[n]! <= by; n += 1) if (isRight(starts[n]!)) return true;
  return false;
}

/** Whether somebody who attends can go home by some journey after it, by a day. */
export function comesHome(frame: Frame, way: Way, stage: Stage, by: number): boolean {
  if (!frame.rule) return true;
  const { offsets, leaves, arrives, node, nodes, latest, isEnd, homeBy } = frame.table;
  const { place } = way.node;
  if (isEnd[place] && attends(frame, way, stage, { leaves: Infinity, arrives: Infinity, isRest: false })) return true;
  for (let n = stage.next; n + 1 < offsets[place + 1]! && leaves[n]! <= latest[place]! && frame.nights.home(homeBy[n]!) <= by; n += 1) {
    const to = nodes[node[n]!]!.place;
    if (latest[to]! >= arrives[n]! && attends(frame, way, stage, { leaves: leaves[n]!, arrives: arrives[n]!, isRest: departureOf(frame, place, n).isRest })) return true;
  }
  return false;
}

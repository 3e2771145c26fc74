/** Writes a whole plan as everybody reads it. */
import type { Journey, Member, Plan, PlannedMeeting } from '@passerelle/shared/planning.ts';
import { attendsAs, type Crew } from '../model/crew.ts';
import type { Departure } from '../model/departures.ts';
import type { Model } from '../model/model.ts';
import type { Whole } from './finish.ts';
import type { Label } from './label.ts';

export function planOf(model: Model, { members }: Crew, { label, homeward }: Whole): Plan {
  const labels: Label[] = [];
  for (let one: Label | null = label; one; one = one.before) labels.unshift(one);
  const deeds = labels.flatMap(({ deed }) => (deed ? [deed] : []));
  const journeyOf = ({ travelId, from, to, at }: Departure): Journey => ({ travelId, from: model.places[from]!.id, to: model.places[to]!.id, departsAt: at });
  const core = deeds.flatMap((one) => (one.deed === 'RIDE' ? [journeyOf(one.departure)] : []));
  const access = members.map((_, n) => deeds.flatMap((one) => (one.deed === 'JOIN' && one.person === n ? one.way.map(journeyOf) : [])));
  const left = (n: number): Journey[] => deeds.flatMap((one) => (one.deed === 'LEAVE' && one.person === n ? one.way.map(journeyOf) : []));
  const ridden = (n: number): Journey[] => labels.flatMap(({ deed, absent, left: gone }) => (deed?.deed === 'RIDE' && (((absent | gone) >> n) & 1) === 0 ? [journeyOf(deed.departure)] : []));
  const meetings = deeds.flatMap((one): PlannedMeeting[] => (one.deed === 'MEET' ? [{
    meetingId: one.task.meeting.id, startsAt: one.at, interpreted: one.cover.interpreted,
    attends: members.flatMap((member, n) => ((one.attends >> n) & 1 ? [{ personId: member.person.id, as: attendsAs(one.task.meeting, member) }] : [])),
  }] : []));
  const team = members.map(({ person, as }, n): Member => ({ personId: person.id, partyId: 'all', as, journeys: [...access[n]!, ...ridden(n), ...left(n), ...homeward[n]!.map(journeyOf)] }));
  return { format: 'passerelle.plan', version: 1, parties: members.length > 0 ? [{ id: 'all', journeys: core }] : [], team, meetings };
}

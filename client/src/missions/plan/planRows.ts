/** A plan in the order of its times: what the timeline draws and the table says. Pure functions. */
import type { Plan, PlanJourney } from './usePlan.ts';

type PlannedMeeting = Plan['meetings'][number];

/** A journey with who makes it, or a meeting with its number and who is at it. */
export type PlanRow =
  | { readonly kind: 'JOURNEY'; readonly key: string; readonly journey: PlanJourney; readonly who: readonly string[] }
  | { readonly kind: 'MEETING'; readonly key: string; readonly number: number; readonly meeting: PlannedMeeting };

const at = (moment: { readonly at: string }): number => Date.parse(moment.at);

/** When something begins, in milliseconds since 1970. */
export const beginOf = (row: PlanRow): number => at(row.kind === 'JOURNEY' ? row.journey.departs : row.meeting.starts);

/** The journeys of a plan, each once, with all who make it. */
function journeysOf({ travellers }: Plan): (PlanRow & { kind: 'JOURNEY' })[] {
  const found = new Map<string, PlanRow & { kind: 'JOURNEY' }>();
  for (const { personKey, journeys } of travellers) {
    for (const journey of journeys) {
      const key = `${journey.linkCode} ${journey.departs.at}`;
      found.set(key, { kind: 'JOURNEY', key, journey, who: [...(found.get(key)?.who ?? []), personKey] });
    }
  }
  return [...found.values()];
}

/** The meetings of a plan, numbered in the order of their times. */
const meetingsOf = ({ meetings }: Plan): (PlanRow & { kind: 'MEETING' })[] =>
  meetings.toSorted((a, b) => at(a.starts) - at(b.starts)).map((meeting, n) => ({ kind: 'MEETING', key: meeting.meetingKey, number: n + 1, meeting }));

/** All that a plan has, in the order of its times. */
export const planRows = (plan: Plan): PlanRow[] => [...journeysOf(plan), ...meetingsOf(plan)].sort((a, b) => beginOf(a) - beginOf(b));

/** The cities of a plan in the order in which people are there first; those from which they leave come first. */
export function citiesOf(plan: Plan): string[] {
  const rows = planRows(plan);
  return [...new Set([...plan.travellers.map(({ startCity }) => startCity), ...rows.flatMap((row) => (row.kind === 'JOURNEY' ? [row.journey.fromCity, row.journey.toCity] : [row.meeting.city]))])];
}

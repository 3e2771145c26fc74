/** What a plan has in the order of its times: for lists and calendars. Pure functions. */
import type { ProposedPlan } from '../plans/index.ts';

type Journey = ProposedPlan['travellers'][number]['journeys'][number];
type Meeting = ProposedPlan['meetings'][number];

export type PlanRow = { readonly kind: 'MEETING'; readonly meeting: Meeting } | { readonly kind: 'JOURNEY'; readonly journey: Journey; readonly number: number };

/** The journeys of a plan, each once, with all who make it. */
export function journeysOf({ travellers }: Pick<ProposedPlan, 'travellers'>): Journey[] {
  const journeys = new Map(travellers.flatMap(({ journeys: own }) => own.map((one) => [`${one.linkCode} ${one.departs.at.getTime()}`, one])));
  return [...journeys.values()].sort((a, b) => a.departs.at.getTime() - b.departs.at.getTime() || (a.linkCode < b.linkCode ? -1 : 1));
}

const beginOf = (row: PlanRow): number => (row.kind === 'MEETING' ? row.meeting.starts : row.journey.departs).at.getTime();

/** Meetings and journeys; journeys are numbered from 1. */
export const planRows = (plan: ProposedPlan): PlanRow[] =>
  [...plan.meetings.map((meeting): PlanRow => ({ kind: 'MEETING', meeting })), ...journeysOf(plan).map((journey, n): PlanRow => ({ kind: 'JOURNEY', journey, number: n + 1 }))].sort((a, b) => beginOf(a) - beginOf(b));

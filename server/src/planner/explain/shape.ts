import { awayOf, COST_KINDS, costsOf, factsOf, readPlan, type CostKind, type Id, type Plan, type Problem } from '@passerelle/shared/planning.ts';

/** The places in which each party has meetings, in their order, each once for as long as it stays. */
export function placesOf(problem: Problem, plan: Plan): readonly { readonly partyId: Id; readonly placeIds: readonly Id[] }[] {
  return readPlan(factsOf(problem), plan).parties.map(({ party, members }) => {
    const visits = [...new Set(members.flatMap((one) => one.visits))].sort((a, b) => a.startsAt - b.startsAt || (a.meeting.id < b.meeting.id ? -1 : 1));
    const placeIds = visits.map(({ meeting }) => meeting.placeId);
    return { partyId: party.id, placeIds: placeIds.filter((id, n) => id !== placeIds[n - 1]) };
  });
}

/** By what two plans are really different: other meetings, another order of places, or another team. What is held at another hour, or reached by another flight, is the same plan to who decides. */
export function shapeOf(problem: Problem, plan: Plan): string {
  const ways = placesOf(problem, plan).map(({ placeIds }) => placeIds).filter(({ length }) => length > 0).map((placeIds) => placeIds.join()).sort();
  return JSON.stringify([plan.meetings.map(({ meetingId }) => meetingId).sort(), ways, plan.team.map(({ personId }) => personId).sort()]);
}

/** What a plan costs by kind. */
export function costByKind(problem: Problem, plan: Plan): Readonly<Record<CostKind, number>> {
  const facts = factsOf(problem);
  const { lines } = costsOf(facts, readPlan(facts, plan));
  return Object.fromEntries(COST_KINDS.map((kind) => [kind, lines.filter((line) => line.kind === kind).reduce((sum, { cents }) => sum + cents, 0)])) as Record<CostKind, number>;
}

/** What a plan costs of some kinds. */
export function costOf(problem: Problem, plan: Plan, kinds: readonly CostKind[] = COST_KINDS): number {
  const costs = costByKind(problem, plan);
  return [...new Set(kinds)].reduce((sum, kind) => sum + costs[kind], 0);
}

/** How many nights all persons together are away. */
export function nightsOf(problem: Problem, plan: Plan): number {
  const facts = factsOf(problem);
  return readPlan(facts, plan).members.reduce((sum, one) => sum + awayOf(facts, one).nights, 0);
}

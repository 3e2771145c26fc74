/**
 * Problems drawn from a seed, whose people live in several places: vehicles that are shared, links that leave at any minute, meetings at night and without minutes, rules of work that follow each other, meals in places whose names
 * are parts of each other. What forbids is rare in them, so that most have a plan. All times are multiples of an hour.
 */
import { Draw } from '@passerelle/shared/planning/random-problem.fixture.ts';
import type { AllowanceTerms, GoalLevel, GoalTerm, Interpreter, Meeting, Person, Place, Precedence, Problem, Service, TimeWindow, Zone } from '@passerelle/shared/planning.ts';
import { dated, DAYS, link, meeting, on, person, place, PROFIT, rule, tiny } from './tiny.fixture.ts';

const PLACES = ['HOME', 'ONE', 'ST ONE', 'TWO'];
const ROLES = ['MAGISTRATE', 'POLICE', 'NGO'] as const;

const zones = (draw: Draw): Zone[] => [
  { id: 'UTC', offsets: [{ from: 0, minutes: 0 }] }, { id: 'CET', offsets: [{ from: 0, minutes: 60 }, ...(draw.once(2) ? [{ from: on(1, 1), minutes: draw.of([0, 120]) }] : [])] },
  { id: 'EET', offsets: [{ from: 0, minutes: 120 }, ...(draw.once(2) ? [{ from: on(1, 0), minutes: 180 }] : [])] },
];

const drawnPlace = (draw: Draw, id: string): Place => place(id, { zoneId: draw.of(['CET', 'CET', 'EET']), transferMinutes: draw.of([0, 0, 60]), bufferMinutes: draw.of([0, 60, 120]), ...(draw.once(6) ? { countryId: 'one' } : {}) });

function drawnPerson(draw: Draw, n: number): Person {
  const home = draw.of(PLACES);
  const busy = on(0, draw.below(48));
  return person(`p${n}`, home, {
    roles: draw.once(4) ? [...new Set([ROLES[n]!, draw.of(ROLES)])] : [ROLES[n]!], mayCountForSeveral: draw.once(3), endPlaceId: draw.once(5) ? draw.of(PLACES) : home, engagementCents: draw.below(2) * 500, lodgedAt: draw.some(PLACES, 6),
    languages: draw.once(4) ? [{ language: 'sr', level: 'C1' }] : [], blocks: draw.once(6) ? [{ id: `busy${n}`, from: busy, until: busy + 60 * (1 + draw.below(6)), cause: 'ENGAGED' }] : [],
  });
}

function drawnWindow(draw: Draw, n: number): TimeWindow {
  const from = on(draw.below(2), draw.once(4) ? 18 + draw.below(6) : 7 + draw.below(9));
  return { id: `w${n}`, bounds: draw.of(['SERVICE', 'START'] as const), from, until: from + 60 * (1 + draw.below(6)) };
}

const drawnMeeting = (draw: Draw, n: number, count: number): Meeting => meeting(`m${n}`, draw.of(PLACES), {
  serviceMinutes: draw.of([60, 60, 120, 0]), profit: 1 + draw.below(4), needs: draw.some(ROLES.slice(0, count)).map((kind) => ({ id: kind, kind, atLeast: 1 })), otherCents: draw.below(3) * 500, side: draw.of(['AUTHORITY', 'NGO'] as const),
  provides: draw.of([null, null, 'LUNCH', 'DINNER'] as const), windows: draw.once(3) ? null : draw.list(1 + draw.below(2), (w) => drawnWindow(draw, w)), languages: draw.once(4) ? [{ id: `l${n}`, anyOf: [{ language: 'sr', atLeast: 'B1' }], mayInterpret: true }] : [],
});

function drawnHours(draw: Draw): number[] | { first: number; last: number } {
  const first = 6 + draw.below(8);
  return draw.once(3) ? { first, last: first + 1 + draw.below(8) } : [5 + draw.below(6), 11 + draw.below(6), 17 + draw.below(6)];
}

const drawnLinks = (draw: Draw): Service[] => PLACES.flatMap((from) => PLACES.filter((to) => to !== from && !draw.once(6)).flatMap((to) => draw.list(1 + Number(draw.once(3)), (n) => link(from, to, drawnHours(draw), {
  ...dated(`${from}-${to}-${n}`), minutes: 60 * draw.of([1, 1, 2, 3]), fareCents: 500 * draw.below(6), seats: draw.of([null, 2, 3]), mode: draw.of(['FLIGHT', 'ROAD'] as const), isRest: draw.once(10),
}))));

const drawnRule = (draw: Draw, id: string, from: string, until: string | null): ReturnType<typeof rule> => rule(id, { programme: 3 + draw.below(8), duty: 5 + draw.below(10), rest: 2 + draw.below(9) }, { validFrom: from, validUntil: until });
const [FIRST, SECOND] = DAYS;
const ALWAYS = '2020-01-01';

function drawnRules(draw: Draw): Problem['workRules'] {
  const kind = draw.below(4);
  if (kind === 0) return null;
  return kind === 1 ? [drawnRule(draw, 'first', ALWAYS, FIRST), drawnRule(draw, 'second', SECOND, null)] : [drawnRule(draw, 'work', ALWAYS, null)];
}

function drawnTerms(draw: Draw, id: string, from: string, until: string | null): AllowanceTerms {
  const part = (first: number, last: number, permille: number) => ({ permille, from: first * 60, until: last * 60 });
  return {
    ...dated(id, { validFrom: from, validUntil: until }), night: part(draw.below(3), 3 + draw.below(4), 650), isNightWhole: draw.once(2), lunch: part(11 + draw.below(2), 13 + draw.below(2), 175), dinner: part(18 + draw.below(2), 20 + draw.below(2), 175),
  };
}

function drawnAllowances(draw: Draw, countries: readonly string[]): Problem['allowances'] {
  if (draw.once(3)) return null;
  const rules = draw.once(3) ? [drawnTerms(draw, 't1', ALWAYS, FIRST), drawnTerms(draw, 't2', SECOND, null)] : [drawnTerms(draw, 't1', ALWAYS, null)];
  return { rules, rates: countries.map((countryId) => ({ ...dated(`rate-${countryId}`), countryId, centsPerDay: 1_000 * (1 + draw.below(5)), micros: 1_000_000 })) };
}

const drawnInterpreter = (draw: Draw): Interpreter => ({ ...dated('interpreter'), language: 'sr', placeIds: PLACES, atOnce: draw.of([1, 2]), per: draw.of(['MEETING', 'HALF_DAY', 'DAY'] as const), halfDayAt: 780, cents: 700 });
const drawnPrecedence = (draw: Draw): Precedence => ({ id: 'order', before: 'm0', after: 'm1', gapMinutes: draw.of([0, 60, 300]), kind: draw.of(['IF_BOTH', 'REQUIRES'] as const) });

const LATER: readonly GoalTerm[] = [
  { measure: 'COST_CENTS', weight: -1 }, { measure: 'COST_CENTS', weight: -1 }, { measure: 'TRAVEL_MINUTES', weight: -1 }, { measure: 'NIGHTS', weight: -1 }, { measure: 'PERSON_DAYS', weight: -1 }, { measure: 'SHORT_SLACK', weight: -1, slackMinutes: 120 },
];

/** Profits first, and what costs level by level; or all of it, or what costs, weighed against each other. */
function drawnGoals(draw: Draw): GoalLevel[] {
  const terms = draw.shuffled(LATER).slice(0, 1 + draw.below(2));
  const weighed = terms.map((term): GoalTerm => ({ ...term, weight: term.weight * (term.measure === 'NIGHTS' || term.measure === 'PERSON_DAYS' ? 500 * (1 + draw.below(4)) : 1 + draw.below(3)) }));
  return draw.of([
    [PROFIT, ...terms.map((term, n) => ({ id: `level${n}`, terms: [term] }))], [{ id: 'weighed', terms: [{ measure: 'PROFIT', weight: 4_000 }, ...weighed] }], [PROFIT, { id: 'weighed', terms: weighed }],
  ]);
}

/** A problem by a seed, of one to three people; the same for the same seed. */
export function randomTeam(seed: number): Problem {
  const draw = new Draw(seed * 31 + 7);
  const count = 1 + draw.below(3);
  const places = PLACES.map((id) => drawnPlace(draw, id));
  const countries = [...new Set(places.map(({ countryId }) => countryId))];
  const meetings = draw.list(1 + draw.below(3), (n) => drawnMeeting(draw, n, count));
  return tiny({
    period: { earliestDeparture: on(0, 4), latestReturn: on(2, draw.below(6)) }, zones: zones(draw), places, persons: draw.list(count, (n) => drawnPerson(draw, n)), meetings, travel: drawnLinks(draw),
    teamRule: draw.once(3) ? [{ id: 'team', kind: ROLES[draw.below(count)]!, atLeast: 1, scope: draw.of(['MISSION', 'EACH_COUNTRY'] as const) }] : [], precedences: meetings.length > 1 && draw.once(3) ? [drawnPrecedence(draw)] : [], workRules: drawnRules(draw),
    allowances: drawnAllowances(draw, countries), interpreters: [drawnInterpreter(draw)], goals: drawnGoals(draw),
    borderRules: draw.once(4) ? [{ ...dated('border'), type: 'LAST_ENTRY', from: 'one', to: draw.of(['two', 'home']), unlessEnteredFrom: ['home'], exceptPersons: draw.once(2) ? ['p0'] : [] }] : null,
  });
}

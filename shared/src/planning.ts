/**
 * The planning of a combined mission: what is asked (`Problem`), what is decided (`Plan`), which rules a plan breaks (`validate`), what it is worth (`valueOf`) and costs (`costsOf`),
 * what changing a problem makes of it (`apply`). Pure: no clock, no zones of the machine, no input or output, and nothing of any engine.
 */
export type * from './planning/answer.ts';
export { amountOf, priceOf, type Change, type Effort, type Relaxation } from './planning/change.ts';
export { awayOf } from './planning/away.ts';
export { canonicalText } from './planning/canonical.ts';
export { apply, remove } from './planning/apply.ts';
export type { CostLine, Costs } from './planning/cost-line.ts';
export { costsOf } from './planning/costs.ts';
export { countryOf, factsOf, zoneOf, type Facts } from './planning/facts.ts';
export { compareValues, type GoalLevel, type GoalTerm, type Measure, type Value } from './planning/goals.ts';
export { DEFAULT_WORK, type AllowanceTerms, type BorderRule, type DailyRate, type DayPart, type Interpreter, type WorkRule } from './planning/laws.ts';
export { parsePlan, parseProblem, type Parsed } from './planning/parse.ts';
export type { Journey, Member, Party, Plan, PlannedMeeting } from './planning/plan.ts';
export { COST_KINDS } from './planning/problem.ts';
export type { Block, CostKind, LanguageNeed, Limit, Meeting, MissionNeed, Person, Pin, Precedence, Problem, RoleNeed, TimeWindow } from './planning/problem.ts';
export { readPlan, spanOf, type Reading } from './planning/reading.ts';
export type { ParseCode, ParseFault } from './planning/shape.ts';
export { clockAt, dayNumber, dayOf, instantOf, wallTimeOf, weekdayOf } from './planning/time.ts';
export type { Country, DayOff, Place, Service, Travel, TravelMatrix, WorkingHours, Zone } from './planning/travel.ts';
export type { Cents, Dated, Day, Id, Instant, LocalMinute, Source } from './planning/units.ts';
export { distance, problemOfToptw, readToptw } from './planning/toptw.ts';
export { hoursOf } from './planning/validate/h1-hours.ts';
export { validate } from './planning/validate/index.ts';
export { valueOf } from './planning/value.ts';

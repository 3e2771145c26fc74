/** What was assumed, and with what was planned. Pure functions. */
import type { Interpreter, Problem } from '@passerelle/shared/planning.ts';
import { askedAt, type ChosenGoal, type ChosenPin, isAssumed } from '../planner/problem/index.ts';
import { envelopeOf } from './envelopes.ts';
import type { PlanAssumptions, PlanCandidate, PlanInterpreter } from './plan-assumptions.type.ts';
import type { PlanChosenPin, PlanSettings } from './plan-settings.type.ts';
import type { PlanTakenAs } from './plan-codes.ts';
import type { Assumed } from './plan-stored.ts';
import { instant, showCountryHours, showHours, showSource } from './show-ref.ts';

/** Of searches that are older it is not known whom they sought. */
type ShownCandidate = NonNullable<Assumed['candidates']>[number];

function showCandidate({ key, country, city, theme, needs, verbs, roles, languages = [] }: ShownCandidate, problem: Problem): PlanCandidate {
  const [urged, considered] = [verbs.filter((verb) => verb === 'URGE').length, verbs.filter((verb) => verb === 'CONSIDER').length];
  return { meetingKey: key, countryCode: country, city, themeCode: theme, needs, urged, considered, invited: verbs.length - urged - considered, worth: problem.meetings.find(({ id }) => id === key)?.profit ?? 0, roles: roles ?? null, ...askedAt(problem, key, languages) };
}

function showInterpreter(one: Interpreter, { places }: Problem): PlanInterpreter {
  const { language, per, cents, atOnce, placeIds } = one;
  return { languageCode: language, countryCodes: [...new Set(places.filter(({ id }) => placeIds.includes(id)).map(({ countryId }) => countryId))].sort(), per, cents, people: atOnce, isAssumed: isAssumed(one), source: showSource(one) };
}

export function showAssumptions({ problem, assumed }: { readonly problem: Problem; readonly assumed: Assumed }): PlanAssumptions {
  const { workingHours, transferMinutes, bufferMinutes, profit, home, homes, links, candidates = [], openWorth: added, ownHours = [], changingHours = [] } = assumed;
  return {
    workingHours: showHours(workingHours), countryHours: ownHours.map(showCountryHours), hoursChangeIn: changingHours, transferMinutes, bufferMinutes, profit, envelopeCents: envelopeOf(problem)?.cents ?? null, homeCity: home, homeAssumedFor: homes,
    workRules: (problem.workRules ?? []).map((rule) => ({ ...rule, source: showSource(rule) })), efforts: problem.efforts.map((effort) => ({ ...effort, change: `CHANGE_${effort.change}` as const })), unusedLinks: links.map(({ key, lacking }) => ({ linkCode: key, lacking })),
    openWorth: added ? { urged: added.recommendation.URGE, considered: added.recommendation.CONSIDER, invited: added.recommendation.INVITE, need: added.need } : null, candidates: candidates.map((one) => showCandidate(one, problem)),
    interpreters: problem.interpreters.map((one) => showInterpreter(one, problem)), links: problem.travel.length, people: problem.persons.length, meetings: problem.meetings.length, tzdata: problem.tzdata,
  };
}

/** What is fixed, as it is shown. */
export const showPin = ({ pin, meetingKey, personKey, startsAt }: ChosenPin): PlanChosenPin => ({ pin, meetingKey, personKey, startsAt: startsAt === null ? null : instant(startsAt) });

/** What was chosen. */
export const showSettings = ({ pins, formerSearch, formerAs, goals, isWeighed, ...settings }: Omit<PlanSettings, 'pins' | 'former' | 'goals'> & { readonly goals: readonly ChosenGoal[] | null; readonly isWeighed: boolean; readonly pins: readonly ChosenPin[]; readonly formerSearch: string | null; readonly formerAs: PlanTakenAs | null }): PlanSettings =>
  ({ ...settings, goals: goals && { isWeighed, goals }, former: formerSearch === null || formerAs === null ? null : { search: `PlanSearch_${formerSearch}`, as: formerAs }, pins: pins.map(showPin) });

/** Whom a meeting that could be asks for: the best that somebody who could go has, and nothing that nobody has; its language where interpreting has a price. Of equal choices the one that is urged is held. */
import { expect, test } from 'vitest';
import { parseProblem, type Problem } from '@passerelle/shared/planning.ts';
import { testDatabase } from '../../../test/database.ts';
import { planMission } from '../mission/index.ts';
import { candidatesOf, type KnownOpen, meetingOfCandidate } from './candidates.ts';
import { askedAt } from './competences.ts';
import type { KnownPerson, MissionFacts } from './facts.ts';
import { missionFacts } from './load.ts';
import { problemOf } from './problem.ts';
import { DEFAULT_SETTINGS, type PlanningSettings } from './settings.ts';

const database = testDatabase('full');
/** The invented mission of May that has no leg, no team and 6,000 euros. */
const SPRING = 'b82f4d07-5c9e-4a61-93d8-1e70c6a5f24b';
const SETTINGS: PlanningSettings = { ...DEFAULT_SETTINGS, taken: ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'], interpreterCents: 30_000 };
const person = (key: string, given: Partial<KnownPerson>): KnownPerson => ({
  key, roles: ['SOCIAL'], languages: [], themes: [], isMember: false, isSubstitute: false, isExpert: true, homeCity: null, mostDays: null, lastMissionOn: null, engagements: [], clearances: [], answers: [], ...given,
});
const open = (given: Partial<KnownOpen>): KnownOpen => ({ country: 'AL', theme: 'ASSISTANCE', needs: 1, verbs: [], roles: [], languages: ['sq'], ...given });

async function posed(persons: readonly KnownPerson[], some: readonly KnownOpen[], settings: Partial<PlanningSettings> = {}, more: Partial<MissionFacts> = {}): Promise<{ readonly problem: Problem; readonly keys: readonly string[] }> {
  const facts: MissionFacts = { ...(await missionFacts(database().orm.em.fork(), SPRING))!, persons, team: [], ...more };
  const candidates = candidatesOf(facts, some);
  const { problem } = problemOf({ ...facts, meetings: candidates.map(meetingOfCandidate) }, { ...SETTINGS, ...settings });
  expect(parseProblem(problem)).not.toHaveProperty('faults.0');
  return { problem, keys: candidates.map(({ key }) => key) };
}

const WORKS = person('works', { themes: ['ASSISTANCE'] });
const POLICE = person('police', { roles: ['POLICE'] });
const BOTH = person('both', { roles: ['POLICE'], themes: ['ASSISTANCE'] });

test.each([
  ['somebody of the role who works on the theme, where there is one', [WORKS, POLICE, BOTH], [true, true, ['both']]],
  ['else somebody who works on the theme', [WORKS, POLICE], [true, false, ['works']]],
  ['else somebody of the role', [POLICE, person('other', {})], [false, true, ['police']]],
  ['nothing where nobody has any of it', [person('other', {})], [false, false, []]],
  ['nobody who is away on all days, stays or takes another’s place is counted on', [WORKS, { ...BOTH, isSubstitute: true }, person('away', { roles: ['POLICE'], themes: ['ASSISTANCE'], engagements: [{ from: 0, until: 8e12, isFirm: true }] })], [true, false, ['works', 'both', 'away']]],
] as const)('a meeting asks for %s', async (_what, persons, expected) => {
  const { problem, keys } = await posed(persons, [open({ roles: ['POLICE'] })]);
  const { isThemeAsked, isRoleAsked, fits } = askedAt(problem, keys[0]!, ['sq']);
  expect([isThemeAsked, isRoleAsked, fits]).toEqual(expected);
});

test('a plan holds a meeting with who fits it, and pays who interprets, where nobody speaks the language', async () => {
  const team = [person('a', { themes: ['PREVENTION'] }), person('b', { themes: ['ASSISTANCE'] })];
  const attend = async (persons: readonly KnownPerson[]): Promise<readonly [string | undefined, number | undefined]> => {
    const { plan } = planMission({ ...await posed(persons, [open({})]), seed: 0, maxWork: 60_000, maxLabels: 20_000 });
    return [plan!.meetings[0]?.attends.map(({ personId }) => personId).join(), plan!.meetings[0]?.interpreted.length];
  };
  expect(await attend(team)).toEqual(['b', 1]);
  expect(await attend(team.map((one) => ({ ...one, languages: [{ language: 'sq', level: 'B2' as const }] })))).toEqual(['b', 0]);
});

test('its language is asked for where interpreting it has a price, known or assumed, and not otherwise', async () => {
  const asks = async (interpreterCents: number | null, interpretations: MissionFacts['interpretations']): Promise<boolean> => {
    const { problem, keys } = await posed([WORKS], [open({})], { interpreterCents }, { interpretations });
    return askedAt(problem, keys[0]!, ['sq']).isLanguageAsked;
  };
  const known = { key: 'one', language: 'sq', country: 'AL', per: 'DAY', priceCents: 40_000, people: 2, validFrom: '2027-01-01', validUntil: null, source: 'S', sourceUrl: null, checkedOn: '2027-01', isVerified: true } as const;
  expect([await asks(null, []), await asks(30_000, []), await asks(null, [known]), await asks(null, [{ ...known, validUntil: '2027-02-01' }]), await asks(null, [{ ...known, country: 'RS' }])]).toEqual([false, true, true, false, false]);
});

test('of two countries, one at most, the one that is urged is chosen before the one that is considered, and that before the one that is invited', async () => {
  const [days, envelope] = [await posed([WORKS], [open({ needs: 0, verbs: ['URGE'] })]), 600_000];
  expect([days.problem.limits.map(({ cents }) => cents), days.problem.period.latestReturn - days.problem.period.earliestDeparture]).toEqual([[envelope], 5 * 1440]);
  const chosen = async (first: KnownOpen['verbs'][number], second: KnownOpen['verbs'][number]): Promise<string> => {
    const { problem } = await posed([WORKS], [open({ country: 'BA', languages: ['bs'], needs: 0, verbs: [first] }), open({ country: 'RS', languages: ['sr'], needs: 0, verbs: [second] })], { mostCountries: 1 });
    const { plan } = planMission({ problem, seed: 0, maxWork: 60_000, maxLabels: 20_000 });
    return plan!.meetings.map(({ meetingId }) => problem.meetings.find(({ id }) => id === meetingId)!.placeId).join();
  };
  expect([await chosen('URGE', 'CONSIDER'), await chosen('CONSIDER', 'URGE'), await chosen('CONSIDER', 'INVITE'), await chosen('INVITE', 'CONSIDER')]).toEqual(['sarajevo', 'belgrade', 'sarajevo', 'belgrade']);
});

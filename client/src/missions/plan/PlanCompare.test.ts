import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ref, shallowRef } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { PAGE, PLAN } from './plan.fixture.ts';
import PlanCompare from './PlanCompare.vue';
import { TODAY } from './planSides.fixture.ts';
import type { PlanMission, PlanSearch } from './usePlan.ts';

const beside = vi.hoisted(() => ({ chosen: (): unknown => undefined, search: undefined as unknown as Record<'data' | 'isLoading' | 'failure', { value: unknown }>, outdated: undefined as unknown as Record<'data', { value: unknown }>, mission: undefined as unknown as Record<'data', { value: unknown }>, retry: vi.fn<() => void>() }));
vi.mock('./usePlanBeside.ts', () => {
  const answer = () => ({ data: shallowRef<unknown>(), isLoading: ref(false), failure: shallowRef<unknown>(), retry: beside.retry });
  [beside.search, beside.outdated, beside.mission] = [answer(), answer(), answer()];
  return { usePlanBeside: (chosen: () => unknown) => ((beside.chosen = chosen), beside) };
});

const settings = { envelopeCents: null, interpreterCents: null, taken: [], isTeamKept: true, isIdea: false, mostCountries: null, goals: null, kindLimits: [], former: null, pins: [] };
const people = [{ key: 'nora', name: 'Nora', expert: 'Expert_nora', isMember: true, kinds: [] }, { key: 'ivo', name: 'Ivo', expert: null, isMember: true, kinds: [] }];
const value = [{ bound: null, isProved: true, terms: [{ measure: 'PROFIT', weight: 1, amount: 30, points: null, unknown: null }] }];
const SEARCH = { id: 'now', askedAt: '2027-01-02T10:00:00Z', state: 'DONE', isSolved: true, isOptimal: true, openPercent: 0, plan: PLAN, alternatives: [], settings, value, people, assumptions: { candidates: [] } } as unknown as PlanSearch;
const [third, first] = PLAN.meetings as [(typeof PLAN.meetings)[number], (typeof PLAN.meetings)[number]];
const EARLIER = { ...SEARCH, id: 'before', askedAt: '2027-01-01T10:00:00Z', isOptimal: false, openPercent: null, settings: { ...settings, envelopeCents: 250_000, pins: [{ pin: 'OUT', meetingKey: 'first', personKey: null, startsAt: null }] }, plan: { ...PLAN, nights: 2, meetings: [{ ...third, meetingKey: 'gone', starts: third.starts }, { ...first, starts: { ...first.starts, local: '2027-11-09T15:00' } }] } };
const listed = (one: object): object => ({ ...one, plan: { nights: 2, meetings: [], costs: { totalCents: 0 } } });
const MISSION = { ...PAGE.mission!, planSearches: [listed(SEARCH), listed(EARLIER), { ...EARLIER, id: 'planless', plan: null }] } as unknown as PlanMission;

let shown: VueWrapper;
async function open(search: PlanSearch = SEARCH): Promise<void> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/plan', component: { render: () => null } }, { path: '/missions/:id', name: 'mission', component: { render: () => null } }] });
  await router.push('/plan');
  shown = mount(PlanCompare, { props: { page: PAGE, mission: MISSION, search }, global: { plugins: [i18n, router] } });
  await flushPromises();
}
async function choose(key: string): Promise<void> {
  await shown.findAll('select').at(-1)!.setValue(key);
  await flushPromises();
}
/** The rows of a table by their heads. */
const rows = (n = 0): Readonly<Record<string, readonly string[]>> => Object.fromEntries(shown.findAll('table')[n]!.findAll('tbody tr').map((row) => [row.get('th').text(), row.findAll('td').map((cell) => cell.text())]));

beforeEach(async () => {
  await setLocale('en', ['beside', 'board', 'budget', 'compare', 'costs', 'former', 'missions', 'pins', 'planGoals', 'plans']);
  [beside.search.data.value, beside.outdated.data.value, beside.mission.data.value, beside.search.failure.value] = [undefined, undefined, undefined, undefined];
  beside.retry.mockReset();
});
afterEach(() => shown.unmount());

describe('a plan beside that of an earlier search', () => {
  it('asks for nothing before something is chosen; each search that has a plan is named by when it was and what was asked', async () => {
    await open();
    expect([beside.chosen(), shown.find('table').exists()]).toEqual([{}, false]);
    expect(shown.findAll('option').map((option) => option.text())).toEqual(['Choose a plan or the mission', 'The best', 'The mission as it stands today', expect.stringMatching(/^Searched on .*2027.* – Envelope €2,500(\.00)? · Fixed: 1$/)]);
    await choose('before');
    expect(beside.chosen()).toEqual({ search: 'before' });
  });

  it('says both in numbers and in what they differ; what is no longer in the mission is counted, and has no name', async () => {
    await open();
    beside.search.data.value = { planSearch: EARLIER };
    await choose('before');
    expect(rows()).toMatchObject({
      'Nights away': ['4', '2'], Meetings: ['3', '2'], Proof: ['It is proved that no plan is better.', 'It is not known how good the best possible plan is.'], 'What was asked': ['Everybody in the team goes', '“Parquet” is left out. · Everybody in the team goes'],
      'Meetings on one side only': ['Marché · no longer there: 1', 'no longer there: 1'], 'Meetings at another hour': [expect.stringMatching(/^Parquet – .*9:00/), expect.stringMatching(/^Parquet – .*3:00 PM|Parquet – .*15:00/)],
    });
    expect(shown.text()).toContain('Differences in the meetings, their hours and who attends: 4');
    expect(rows(1)).toEqual({ 'Points of the meetings': ['30 · proved', '30 · proved'] });
    expect(shown.get('thead a').attributes('href')).toBe('/plan?search=now');
  });

  it('says in words that goals are not compared where they are others, and that what the earlier plan rests on has changed', async () => {
    await open();
    beside.search.data.value = { planSearch: { ...EARLIER, value: [{ ...value[0], terms: [{ ...value[0]!.terms[0], measure: 'NIGHTS', weight: -1 }] }] } };
    beside.outdated.data.value = { isPlanSearchOutdated: true };
    await choose('before');
    expect(shown.findAll('table')).toHaveLength(1);
    expect(shown.text()).toContain('both would have to be plans that were searched for by the same goals');
    expect(shown.get('p.notice').text()).toBe('Something that the other plan rests on has changed since. It says what was known when it was searched for.');
  });

  it('says of one that has gone since that it is not kept, and compares nothing', async () => {
    await open();
    beside.search.data.value = { planSearch: null };
    await choose('before');
    expect([shown.get('p.notice').text(), shown.find('table').exists()]).toEqual(['This search is no longer kept, or does not belong to this mission.', false]);
  });

  it('asks once more as it goes on, and where the network fails', async () => {
    await open();
    beside.search.data.value = { planSearch: EARLIER };
    await choose('before');
    await shown.setProps({ mission: { ...MISSION, planSearches: MISSION.planSearches.map((one) => ({ ...one, state: 'RUNNING' })) } as PlanMission });
    expect(beside.retry).toHaveBeenCalledTimes(1);
    beside.search.failure.value = { code: 'NETWORK' };
    await flushPromises();
    expect(shown.find('[role=alert], .notice-error').exists()).toBe(true);
  });
});

describe('a plan beside the mission as it stands', () => {
  it('has what is entered there; what only a plan has is left out', async () => {
    await open();
    const [sarajevo, belgrade] = TODAY.legs;
    beside.mission.data.value = { mission: { ...TODAY, legs: [sarajevo, { ...belgrade, meetings: belgrade!.meetings.map((meeting) => ({ ...meeting, people: meeting.people.slice(0, 1) })) }] } };
    await choose('TODAY');
    expect(beside.chosen()).toEqual({ mission: 'Mission_1' });
    expect(rows()).toMatchObject({ Meetings: ['3', '2'], 'Points of its meetings': ['30', '–'], Cost: [expect.any(String), expect.stringMatching(/€900(\.00)? · Lines whose amount is not known: 1/)], Proof: [expect.any(String), '–'], 'Meetings with other people': ['Marché (Nora, Ivo)', 'Marché (Nora)'] });
    expect(shown.findAll('table')).toHaveLength(1);
  });
});

import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { h, ref, shallowRef } from 'vue';
import { createMemoryHistory, createRouter, type Router, RouterView } from 'vue-router';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { ErrorNotice } from '../../core/ui/index.ts';
import { forgetDrafts } from '../../core/kept/index.ts';
import { PAGE, PLAN, refOf } from './plan.fixture.ts';
import type { PlanChoices } from './planChoices.ts';
import PlanForm from './PlanForm.vue';
import PlanKept from './PlanKept.vue';
import PlanPage from './PlanPage.vue';
import PlanResult from './PlanResult.vue';
import { came, trial } from './trial.fixture.ts';
import PlanUnsaved from './PlanUnsaved.vue';

const answers = vi.hoisted(() => ({ page: undefined as unknown as Record<'data' | 'failure', { value: unknown }>, search: undefined as unknown as Record<'data' | 'failure' | 'isLoading', { value: unknown }>, asked: (): string | undefined => undefined }));
vi.mock('./usePlan.ts', async (original) => {
  const answer = () => ({ data: shallowRef<unknown>(), isLoading: ref(false), failure: shallowRef<unknown>(), retry: vi.fn<() => void>() });
  [answers.page, answers.search] = [answer(), answer()];
  return { ...(await original<object>()), useTryPlanPins: () => ({ act: trial.act, isActing: ref(false), failure: ref() }), usePlanNews: () => undefined, usePlanPage: () => answers.page, usePlanSearch: (id: () => string | undefined) => ((answers.asked = id), answers.search) };
});
vi.mock('../../accounts/index.ts', async (original) => ({ ...(await original<object>()), isSignedIn: ref(true) }));

const settings = { envelopeCents: null, interpreterCents: null, taken: [], isTeamKept: true, isIdea: false, mostCountries: null, goals: null, kindLimits: [], former: null, pins: [] };
const searchOf = (id: string) => ({ planSearch: { id, askedAt: '2027-01-01T10:00:00Z', state: 'DONE', plan: PLAN, alternatives: [], settings, people: [], assumptions: { candidates: [] }, can: {} }, isPlanSearchOutdated: false, travelLinks: [] });
const pageOf = (...ids: readonly string[]) => ({ ...PAGE, mission: { ...PAGE.mission!, planSearches: ids.map((id) => ({ id, askedAt: '2027-01-01T10:00:00Z', state: 'DONE', isSolved: true, plan: null })) } });

let shown: VueWrapper;
async function open(address: string): Promise<Router> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/plan', component: PlanPage, props: { id: 'Mission_1' } }, { path: '/elsewhere', component: { render: () => h('p', 'elsewhere') } }] });
  await router.push(address);
  const stubs = { PlanForm: { name: 'PlanForm', props: ['choices'], emits: ['asked'], template: '<form><slot /></form>' }, PlanResult: { name: 'PlanResult', props: ['search'], template: '<p>{{ search.id }}</p>' }, PlanEarlier: true, PlanPins: true, MissionFrame: { props: ['failure'], template: '<main><em v-if="failure" /><slot /></main>' } };
  shown = mount(RouterView, { global: { plugins: [i18n, router], stubs } });
  await flushPromises();
  return router;
}
const result = (): string | undefined => (shown.findComponent(PlanResult as never).exists() ? shown.findComponent(PlanResult as never).text() : undefined);

beforeEach(async () => {
  await setLocale('en', ['plans', 'pins', 'missions', 'guard']);
  [answers.page.data.value, answers.page.failure.value, answers.search.data.value, answers.search.failure.value, answers.search.isLoading.value] = [pageOf('b', 'a'), undefined, searchOf('b'), undefined, false];
});
afterEach(() => {
  shown.unmount();
  forgetDrafts();
  trial.reset();
  vi.unstubAllGlobals();
});

describe('the page of a plan', () => {
  it('says of a search that is gone, or of another mission, that it is not there, and leads to the last; nothing of it is shown', async () => {
    answers.search.data.value = searchOf('elsewhere');
    await open('/plan?search=elsewhere');
    expect([result(), answers.asked(), shown.text()]).toEqual([undefined, undefined, expect.stringContaining('This search is no longer kept, or does not belong to this mission.')]);
    expect(shown.get('p.notice a').attributes('href')).toBe('/plan?search=b');
  });

  it('says the same of one that has gone since it was listed', async () => {
    answers.search.data.value = { ...searchOf('a'), planSearch: null };
    await open('/plan?search=a');
    expect([result(), shown.get('p.notice').text()]).toEqual([undefined, 'This search is no longer kept, or does not belong to this mission. To the latest search']);
  });

  it('tells of a search that somebody else has begun, leaves the one that is read, and what is typed', async () => {
    const router = await open('/plan');
    const { choices } = shown.getComponent(PlanForm).props();
    choices.choose({ envelope: '2500' });
    answers.page.data.value = pageOf('theirs', 'b', 'a');
    await flushPromises();
    expect([result(), shown.get('p.notice').text(), choices.now.value.envelope]).toEqual(['b', 'A newer search has been begun in the meantime. To the latest search', '2500']);
    answers.search.data.value = searchOf('theirs');
    await router.push('/plan?search=theirs');
    await flushPromises();
    expect([result(), shown.find('p.notice').exists(), choices.now.value.envelope]).toEqual(['theirs', false, '2500']);
  });

  it('goes to the search that was begun here', async () => {
    const router = await open('/plan?search=a&plan=CHEAPEST');
    shown.getComponent(PlanForm).vm.$emit('asked', 'own');
    answers.search.data.value = searchOf('own');
    await flushPromises();
    expect([router.currentRoute.value.query, result()]).toEqual([{ search: 'own' }, 'own']);
  });

  it('says that nothing could be read anew beside what was read, once', async () => {
    await open('/plan');
    [answers.page.failure.value, answers.search.failure.value, answers.search.isLoading.value] = [{ code: 'NETWORK' }, { code: 'NETWORK' }, true];
    await flushPromises();
    expect([result(), shown.findAllComponents(ErrorNotice).length, shown.find('em').exists()]).toEqual(['b', 1, false]);
  });
});

describe('what was chosen and not asked', () => {
  it('is asked about before it is left, and not where it was taken back or asked', async () => {
    const ask = vi.fn<() => boolean>(() => false);
    vi.stubGlobal('confirm', ask);
    answers.page.data.value = { ...pageOf('b', 'a'), viewer: null };
    const router = await open('/plan');
    const { choices } = shown.getComponent(PlanForm).props();
    choices.choose({ envelope: '2500' });
    await vi.waitFor(() => expect(shown.findComponent(PlanUnsaved).exists()).toBe(true));
    await router.push('/elsewhere');
    expect([ask.mock.calls, router.currentRoute.value.path]).toEqual([[['Some changes are not saved yet. Leave this page without saving them?']], '/plan']);
    choices.undo();
    await flushPromises();
    expect(shown.findComponent(PlanUnsaved).exists()).toBe(false);
    choices.redo();
    await flushPromises();
    expect(shown.findComponent(PlanUnsaved).exists()).toBe(true);
    shown.getComponent(PlanForm).vm.$emit('asked', 'own');
    await flushPromises();
    await router.push('/elsewhere');
    expect([ask.mock.calls.length, router.currentRoute.value.path]).toEqual([1, '/elsewhere']);
  });
});

describe('what was chosen and kept', () => {
  const OUT = { pin: 'OUT' as const, meetingKey: 'first', personKey: null, startsAt: null };
  const STAYS = { pin: 'STAYS' as const, meetingKey: null, personKey: 'nora', startsAt: null };
  const kept = (): string[] => Object.keys(localStorage).filter((name) => name.startsWith('draft:plan:'));
  const chosen = (): PlanChoices => shown.getComponent(PlanForm).props().choices as PlanChoices;
  /** Chooses, and closes the page once it is kept. */
  async function choose(address = '/plan'): Promise<void> {
    await open(address);
    chosen().choose({ envelope: '2500', pins: [OUT, STAYS] });
    await vi.waitFor(() => expect(kept()).toHaveLength(1));
    await vi.waitFor(() => expect(shown.findComponent(PlanUnsaved).exists()).toBe(false));
    shown.unmount();
  }

  it('comes back by its search, says so, is one step, and is tried: what does not hold any more is let go in words', async () => {
    await choose();
    trial.act.mockResolvedValueOnce(came([refOf('RULE', { rule: 'MANDATORY', meetingKey: 'first' })]));
    await open('/plan');
    await vi.waitFor(() => expect(chosen().now.value.pins).toEqual([STAYS]));
    expect(trial.act.mock.calls.map(([sent]) => [sent.tried, sent.pins])).toEqual([[[OUT], [OUT]], [[STAYS], [STAYS]]]);
    expect([chosen().now.value.envelope, shown.get('[role=alert]').text()]).toEqual(['2500', 'This cannot be fixed, whatever else is planned: “Parquet” is left out. What stands in the way: mandatory meeting (Parquet).']);
    expect(shown.text()).toContain('Here is what you had chosen and not yet searched with.');
    chosen().undo();
    expect([chosen().now.value.envelope, chosen().now.value.pins, chosen().canUndo.value]).toEqual(['', [], false]);
  });

  it('is taken back by a button, and is gone then; undone it is kept again', async () => {
    await choose();
    await open('/plan');
    await vi.waitFor(() => expect(shown.findComponent(PlanKept).exists()).toBe(true));
    await shown.getComponent(PlanKept).get('button').trigger('click');
    expect([chosen().now.value.envelope, chosen().now.value.pins]).toEqual(['', []]);
    await vi.waitFor(() => expect(kept()).toEqual([]));
    chosen().undo();
    await vi.waitFor(() => expect(kept()).toHaveLength(1));
  });

  it('does not come back to another search, and ends once it was searched with', async () => {
    await choose();
    answers.search.data.value = searchOf('a');
    await open('/plan?search=a');
    expect([chosen().now.value.envelope, kept()]).toEqual(['', ['draft:plan:b']]);
    shown.unmount();
    answers.search.data.value = searchOf('b');
    await open('/plan');
    await vi.waitFor(() => expect(chosen().now.value.envelope).toBe('2500'));
    shown.getComponent(PlanForm).vm.$emit('asked', 'own');
    answers.search.data.value = searchOf('own');
    await vi.waitFor(() => expect(kept()).toEqual([]));
  });

  it('of a visitor, and of somebody else, nothing is kept or shown', async () => {
    await choose();
    answers.page.data.value = { ...pageOf('b', 'a'), viewer: { ...PAGE.viewer!, email: 'other@passerelle.example' } };
    await open('/plan');
    await vi.waitFor(() => expect(kept()).toEqual([]));
    expect(chosen().now.value.envelope).toBe('');
    shown.unmount();
    answers.page.data.value = { ...pageOf('b', 'a'), viewer: null };
    await open('/plan');
    chosen().choose({ envelope: '2500' });
    await vi.waitFor(() => expect(shown.findComponent(PlanUnsaved).exists()).toBe(true));
    await new Promise((later) => setTimeout(later, 400));
    expect(kept()).toEqual([]);
  });
});

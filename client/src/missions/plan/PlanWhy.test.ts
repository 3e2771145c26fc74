import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { ref, shallowRef } from 'vue';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { announcement, ErrorNotice } from '../../core/ui/index.ts';
import PlanWhy from './PlanWhy.vue';
import { isGoingOn, type PlanSearch } from './usePlan.ts';

interface Acting {
  readonly act: Mock<(sent: unknown) => Promise<unknown>>;
  failure: { value: unknown };
}

const [asked, stopped] = vi.hoisted(() => [0, 0].map(() => ({ act: vi.fn<(sent: unknown) => Promise<unknown>>(), failure: undefined as unknown as { value: unknown } }))) as [Acting, Acting];
vi.mock('./usePlan.ts', async (original) => {
  for (const one of [asked, stopped]) one.failure = shallowRef<unknown>();
  return { ...(await original<object>()), useAskPlanWhy: () => ({ ...asked, isActing: ref(false) }), useStopPlanWhy: () => ({ ...stopped, isActing: ref(false) }) };
});

type Why = NonNullable<PlanSearch['why']>;
const searchOf = (why: Why | null, askWhy = true): PlanSearch => ({ id: 'PlanSearch_1', why, can: { askWhy, stopWhy: why !== null && isGoingOn(why) } }) as unknown as PlanSearch;
const whyOf = (state: Why['state'], reason: Why['reason'] = null): Why => ({ meetingKey: 'first', state, reason });
const shown = (search: PlanSearch, isOpen = true): VueWrapper => mount(PlanWhy, { props: { search, meetingKey: 'first', isOpen, name: 'Parquet' }, global: { plugins: [i18n] }, attachTo: document.body });
const buttons = (page: VueWrapper): readonly string[] => page.findAll('button').map((one) => one.text());

beforeEach(async () => {
  await setLocale('en', ['plans', 'planCurve', 'pins', 'missions']);
  asked.act.mockReset().mockResolvedValue({ askPlanWhy: { outcome: 'DONE' } });
  stopped.act.mockReset().mockResolvedValue({ stopPlanWhy: { outcome: 'DONE' } });
  [asked.failure.value, stopped.failure.value, announcement.value] = [undefined, undefined, ''];
});

describe('looking further into why a meeting is left out', () => {
  it('is a button where something is open and nothing is looked into, named after its meeting', () => {
    expect([searchOf(null), searchOf(whyOf('FAILED', 'MEMORY')), searchOf(null, false), searchOf({ ...whyOf('RUNNING'), meetingKey: 'other' }, false)].map((search) => buttons(shown(search)))).toEqual([['Look further Parquet'], ['Look further Parquet'], [], []]);
    expect(buttons(shown(searchOf(whyOf('DONE')), false))).toEqual([]);
  });

  it('says how far it has come, and why it could not go on; nothing where it is about another meeting', () => {
    const said = (why: Why): string => shown({ ...searchOf(why, false), can: { askWhy: false, stopWhy: false } } as PlanSearch).text();
    expect([said(whyOf('QUEUED')), said(whyOf('STOPPED', 'TIME')), said(whyOf('FAILED', 'MEMORY')), said({ ...whyOf('RUNNING'), meetingKey: 'other' })]).toEqual([
      'The search is waiting for its turn.', 'The search was stopped. What it found is kept. It took longer than a search may take.', 'The search could not go on. What it found is kept. It took more memory than a search may take.', '',
    ]);
  });

  it('asks about its meeting, keeps the focus there, and tells of each change', async () => {
    const page = shown(searchOf(null));
    await page.get('button').trigger('click');
    await flushPromises();
    expect([asked.act.mock.calls, document.activeElement === page.get('[role=group]').element, page.emitted('changed')]).toEqual([[[{ id: 'PlanSearch_1', meeting: 'first' }]], true, [[]]]);
    await page.setProps({ search: searchOf(whyOf('RUNNING'), false) });
    expect(announcement.value).toBe('The search goes on. What it has found so far is shown.');
    await page.setProps({ search: searchOf(whyOf('DONE')), isOpen: false });
    expect([announcement.value, buttons(page)]).toEqual(['The search is over.', []]);
  });

  it('is stopped by a button beside its meeting while it waits or goes on, keeps the focus there, and is asked for once more', async () => {
    const page = shown(searchOf(whyOf('QUEUED'), false));
    expect(buttons(page)).toEqual(['Stop the search Parquet']);
    await page.setProps({ search: searchOf(whyOf('RUNNING'), false) });
    await page.get('button').trigger('click');
    await flushPromises();
    expect([stopped.act.mock.calls, document.activeElement === page.get('[role=group]').element, page.emitted('changed'), asked.act.mock.calls]).toEqual([[[{ id: 'PlanSearch_1' }]], true, [[]], []]);
    await page.setProps({ search: searchOf(whyOf('STOPPED', 'ASKED')) });
    expect([page.get('p').text(), announcement.value, buttons(page)]).toEqual(['The search was stopped. What it found is kept.', 'The search was stopped. What it found is kept.', ['Look further Parquet']]);
  });

  it('says nothing against it where it was over by itself meanwhile, but where it is not there any more, and stops once more after a failure of the network', async () => {
    stopped.act.mockResolvedValueOnce({ stopPlanWhy: { outcome: 'TOO_LATE' } });
    const page = shown(searchOf(whyOf('RUNNING'), false));
    await page.get('button').trigger('click');
    await flushPromises();
    expect([page.find('[role=alert]').exists(), document.activeElement === page.get('[role=group]').element, page.emitted('changed')]).toEqual([false, true, [[]]]);
    stopped.act.mockResolvedValueOnce({ stopPlanWhy: { outcome: 'GONE' } });
    await page.get('button').trigger('click');
    await flushPromises();
    expect(page.get('[role=alert]').text()).toContain('no longer there');
    stopped.failure.value = { code: 'NETWORK' };
    await flushPromises();
    page.getComponent(ErrorNotice).vm.$emit('retry');
    await flushPromises();
    expect([stopped.act.mock.calls.length, asked.act.mock.calls.length]).toEqual([3, 0]);
  });

  it('says nothing aloud where another search is shown', async () => {
    const page = shown(searchOf(null));
    await page.setProps({ search: { ...searchOf(whyOf('RUNNING'), false), id: 'PlanSearch_2' } });
    expect(announcement.value).toBe('');
  });

  it('says why it was not done, and asks once more after a failure of the network', async () => {
    asked.act.mockResolvedValueOnce({ askPlanWhy: { outcome: 'TOO_MANY' } });
    const page = shown(searchOf(null));
    await page.get('button').trigger('click');
    await flushPromises();
    expect([page.get('[role=alert]').text(), document.activeElement === page.get('[role=group]').element]).toEqual(['Too many searches of this mission are already waiting or under way. Stop one of them first.', false]);
    asked.act.mockResolvedValueOnce(undefined);
    asked.failure.value = { code: 'NETWORK' };
    await flushPromises();
    page.getComponent(ErrorNotice).vm.$emit('retry');
    await flushPromises();
    expect(asked.act).toHaveBeenCalledTimes(2);
  });
});

import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';

import type { PlanMission } from './usePlan.ts';
import { type PlanShown, usePlanShown } from './usePlanShown.ts';

type Mission = Pick<PlanMission, 'id' | 'planSearches'>;
const missionOf = (...ids: readonly string[]): Mission => ({ id: 'Mission_1', planSearches: ids.map((id) => ({ id })) as unknown as PlanMission['planSearches'] });

/** A page at an address, with the mission once it is read. */
async function page(address: string, first?: Mission): Promise<{ shown: PlanShown; reads: (mission: Mission) => Promise<void>; router: Router }> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }] });
  await router.push(address);
  const mission = ref(first);
  let shown!: PlanShown;
  mount(defineComponent(() => {
    shown = usePlanShown(() => mission.value);
    return () => h('p');
  }), { global: { plugins: [router] } });
  return { shown, router, reads: async (now) => { mission.value = now; await flushPromises(); } };
}
const stateOf = ({ shown, isGone, newer }: PlanShown) => [shown.value, isGone.value, newer.value];

describe('the search that is shown', () => {
  it('is the one that the address names, asked for before the mission is read', async () => {
    const { shown, reads } = await page('/?search=a');
    expect(stateOf(shown)).toEqual(['a', false, undefined]);
    await reads(missionOf('b', 'a'));
    expect(stateOf(shown)).toEqual(['a', false, undefined]);
  });

  it('is none where the address names one that is not kept any more, or is of another mission', async () => {
    const { shown, reads } = await page('/?search=elsewhere');
    await reads(missionOf('a'));
    expect(stateOf(shown)).toEqual([undefined, true, undefined]);
  });

  it('stays where somebody else begins one, which is told until it is looked at', async () => {
    const { shown, reads, router } = await page('/', missionOf('a'));
    await reads(missionOf('theirs', 'a'));
    expect(stateOf(shown)).toEqual(['a', false, 'theirs']);
    await router.push('/?search=theirs');
    expect(stateOf(shown)).toEqual(['theirs', false, undefined]);
    await router.push('/');
    expect(stateOf(shown)).toEqual(['a', false, undefined]);
  });

  it('is one that was begun here, also before it is listed, and whatever somebody else begins then', async () => {
    const { shown, reads, router } = await page('/?search=a', missionOf('a'));
    await shown.begun('own');
    expect([...stateOf(shown), router.currentRoute.value.query]).toEqual(['own', false, undefined, { search: 'own' }]);
    await reads(missionOf('own', 'a'));
    await reads(missionOf('theirs', 'own', 'a'));
    expect(stateOf(shown)).toEqual(['own', false, 'theirs']);
  });

  it('is the last where the one that was the last is not kept any more, and the first that anybody begins where there was none', async () => {
    const kept = await page('/', missionOf('a'));
    await kept.reads(missionOf('c', 'b'));
    expect(stateOf(kept.shown)).toEqual(['c', false, undefined]);
    const none = await page('/', missionOf());
    expect(none.shown.shown.value).toBeUndefined();
    await none.reads(missionOf('theirs'));
    expect(stateOf(none.shown)).toEqual(['theirs', false, undefined]);
  });

  it('is of the mission alone that is shown', async () => {
    const { shown, reads } = await page('/', missionOf('a'));
    await reads({ ...missionOf('z'), id: 'Mission_2' });
    expect(stateOf(shown)).toEqual(['z', false, undefined]);
  });
});

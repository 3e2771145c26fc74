import { shallowMount } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { computed, nextTick, ref } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

import type * as Presence from '../accounts/presence.ts';
import { i18n, setLocale } from '../core/i18n/index.ts';
import { ErrorNotice } from '../core/ui/index.ts';
import type * as Subthemes from '../needs/useSubthemes.ts';
import type * as Vocabulary from '../vocabulary/index.ts';
import CommonNeedsPage from './CommonNeedsPage.vue';
import type * as CommonNeeds from './useCommonNeeds.ts';

const { asked } = vi.hoisted(() => ({ asked: {} as { groups: object; suggestions: object } }));
vi.mock('./useCommonNeeds.ts', async (original) => ({ ...(await original<typeof CommonNeeds>()), useGroupList: () => asked.groups, useSuggestions: () => asked.suggestions }));
vi.mock('../needs/useSubthemes.ts', async (original) => ({ ...(await original<typeof Subthemes>()), useSubthemes: () => computed(() => ({ all: [], of: () => [] })) }));
vi.mock('../accounts/presence.ts', async (original) => ({ ...(await original<typeof Presence>()), isSignedIn: ref(true) }));
vi.mock('../vocabulary/index.ts', async (original) => ({ ...(await original<typeof Vocabulary>()), useVocabulary: () => ref({ themes: [], audiences: [], countries: [] }) }));

const NONE = { totalCount: 0, pageInfo: {}, nodes: [] };
const answer = (data?: object) => ({ data: ref(data), isLoading: ref(data === undefined), failure: ref(), retry: vi.fn() });
const groupsFor = (groupNeeds: boolean) => ({ viewer: { can: { groupNeeds } }, commonNeeds: NONE, needsApart: { totalCount: 0 } });
const INTRO = 'p.lead';

async function shown(groups: ReturnType<typeof answer>) {
  asked.groups = groups;
  asked.suggestions = answer();
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'needs', component: { template: '' } }] });
  await router.push('/');
  return shallowMount(CommonNeedsPage, { global: { plugins: [i18n, router] } });
}

beforeEach(() => setLocale('en', ['account', 'commonNeeds', 'conditions', 'needs', 'prepare']));

test('nobody reads what the page is for before it is known whose it is: the adviser from then on, a post never', async () => {
  const groups = answer();
  const page = await shown(groups);
  expect(page.find(INTRO).exists()).toBe(false);
  groups.data.value = groupsFor(true);
  await nextTick();
  expect(page.find(INTRO).exists()).toBe(true);

  const others = answer();
  const closed = await shown(others);
  others.data.value = groupsFor(false);
  await nextTick();
  expect([closed.find(INTRO).exists(), closed.findComponent({ name: 'ClosedNotice' }).exists()]).toEqual([false, true]);
});

test('where the first answer fails that is said; where a later one does, the page stays', async () => {
  const groups = answer();
  const page = await shown(groups);
  [groups.isLoading.value, groups.failure.value] = [false, { code: 'NETWORK' }];
  await nextTick();
  expect([page.findComponent(ErrorNotice).exists(), page.find(INTRO).exists()]).toEqual([true, false]);
  [groups.data.value, groups.failure.value] = [groupsFor(true), undefined];
  await nextTick();
  [groups.data.value, groups.failure.value] = [undefined, { code: 'NETWORK' }];
  await nextTick();
  expect(page.find(INTRO).exists()).toBe(true);
});

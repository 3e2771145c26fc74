import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import RemoveCycle from './RemoveCycle.vue';
import type * as Monitoring from './useMonitoring.ts';
import { keepsIn } from './useMonitoring.ts';

const { perform } = vi.hoisted(() => ({ perform: vi.fn() }));
vi.mock('./useMonitoring.ts', async (original) => ({ ...(await original<typeof Monitoring>()), useRemoveCycle: () => ({ perform, isActing: ref(false), failure: ref() }) }));

type Viewer = Monitoring.CountryMonitoring['viewer'];
const viewer = (can: Partial<NonNullable<Viewer>['can']>, ...codes: string[]): Viewer =>
  ({ can: { enterNeedsAnywhere: false, followRecommendations: true, ...can }, memberships: codes.map((code) => ({ can: { enterNeeds: true }, country: { id: `Country_${code}`, code } })) });

test('the dates of a country are kept by its post and by the adviser, and by no post elsewhere', () => {
  expect([keepsIn(viewer({}, 'AL'), 'AL'), keepsIn(viewer({}, 'AL'), 'RS'), keepsIn(viewer({ enterNeedsAnywhere: true }), 'RS')]).toEqual([true, false, true]);
  expect([keepsIn(null, 'RS'), keepsIn(undefined, 'RS'), keepsIn(viewer({ followRecommendations: false }, 'RS'), 'RS')]).toEqual([false, false, false]);
});

const CYCLE = { key: 'k', body: 'GRETA', round: 4, version: 3 } as Monitoring.Cycle;

beforeEach(() => setLocale('en', ['costs', 'labels', 'monitoring', 'needs']));

test('a round is removed once it was asked for again; one that somebody has changed meanwhile stays, and that is said', async () => {
  const item = mount(RemoveCycle, { props: { cycle: CYCLE }, global: { plugins: [i18n] }, attachTo: document.body });
  await item.get('button').trigger('click');
  expect([item.text().includes('for good?'), document.activeElement?.textContent, perform.mock.calls.length]).toEqual([true, 'Keep it', 0]);
  perform.mockResolvedValueOnce('CONFLICT').mockResolvedValueOnce('DONE');
  await item.get('button').trigger('click');
  await flushPromises();
  expect([item.get('[role="alert"]').text(), item.emitted('changed')?.length, item.emitted('removed')]).toEqual(['Somebody else has changed these dates in the meantime.', 1, undefined]);
  await item.get('button').trigger('click');
  await item.get('button').trigger('click');
  await flushPromises();
  expect([perform.mock.lastCall, item.emitted('removed')?.length]).toEqual([[CYCLE], 1]);
  item.unmount();
});

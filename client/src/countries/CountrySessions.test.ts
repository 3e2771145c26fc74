import { mount, RouterLinkStub } from '@vue/test-utils';
import { beforeAll, expect, test } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import type { Session } from '../trainings/index.ts';
import CountrySessions from './CountrySessions.vue';

beforeAll(() => setLocale('en', ['countries', 'map']));

/** Where the links of the part lead. `sessions` are drawn by a part of their own. */
function ways(props: { readonly coming: readonly Session[]; readonly held: readonly Session[]; readonly isListed: boolean }): unknown[] {
  const part = mount(CountrySessions, { props: { code: 'XK', ...props }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub, SessionList: true } } });
  return part.findAllComponents(RouterLinkStub).map((way) => way.props('to'));
}

const one = [{ id: 'TrainingSession_1' } as Session];
const LIST = { name: 'trainings', query: { country: 'XK', over: 'YES' } };

test('the way to the list is shown where the list has sessions of the country: not where all that there is was put away', () => {
  expect([ways({ coming: [], held: one, isListed: false }), ways({ coming: [], held: [], isListed: false })]).toEqual([[], []]);
  expect([ways({ coming: [], held: one, isListed: true }), ways({ coming: one, held: [], isListed: true })]).toEqual([[LIST], [LIST]]);
  // What was called off is in neither, and in the list.
  expect(ways({ coming: [], held: [], isListed: true })).toEqual([LIST]);
});

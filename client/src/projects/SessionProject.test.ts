import { mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { computed, nextTick, ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import SessionProject from './SessionProject.vue';

const [data, failure, isLoading, retry] = [ref<object>(), ref<{ code: string }>(), ref(false), vi.fn()];
vi.mock('./useSessionProject.ts', () => ({
  useSessionProject: () => ({ data, failure: computed(() => failure.value), isLoading, retry }),
  useChooseSessionProject: () => ({ perform: vi.fn(), isActing: computed(() => false), failure: computed(() => undefined) }),
}));
vi.mock('../core/editing/index.ts', () => ({ useUnsaved: vi.fn() }));

const project = (id: string): object => ({ id, status: 'PROPOSED', title: { text: id, locale: 'en', isFallback: false, isOutdated: false } });
const answer = (belongsTo: string | null): object => ({ viewer: { can: { proposeProjects: true } }, trainingSession: { id: 'S', belongsTo: belongsTo && project(belongsTo) }, projects: { nodes: ['one', 'two', 'three'].map(project) } });
const shown = (): VueWrapper => mount(SessionProject, { props: { id: 'S' }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } } });
const choice = (page: VueWrapper): string => (page.get('select').element as HTMLSelectElement).value;

beforeEach(async () => {
  [data.value, failure.value, isLoading.value] = [undefined, undefined, false];
  retry.mockClear();
  await setLocale('en', ['projects', 'prepare']);
});

test('what failed to be read is told, and asked for again; where nothing failed nothing is told: the control', async () => {
  const page = shown();
  expect([page.find('[role="alert"]').exists(), page.find('section').exists()]).toEqual([false, false]);
  failure.value = { code: 'TIMEOUT' };
  await nextTick();
  await page.get('[role="alert"] button').trigger('click');
  expect(retry).toHaveBeenCalledOnce();
  [failure.value, data.value] = [undefined, answer('one')];
  await nextTick();
  expect([page.find('[role="alert"]').exists(), choice(page)]).toEqual([false, 'one']);
});

test('what is chosen and not saved stays, whatever is read meanwhile, and when that fails; what nobody has touched follows what is stored: the control', async () => {
  data.value = answer('one');
  const page = shown();
  data.value = answer('three');
  await nextTick();
  expect(choice(page)).toBe('three');
  await page.get('select').setValue('two');
  data.value = answer('one');
  await nextTick();
  expect([choice(page), page.get('a').text()]).toEqual(['two', 'one']);
  [data.value, failure.value] = [undefined, { code: 'TIMEOUT' }];
  await nextTick();
  expect([page.find('[role="alert"]').exists(), choice(page)]).toEqual([true, 'two']);
});

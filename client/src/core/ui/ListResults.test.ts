import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { i18n, setLocale } from '../i18n/index.ts';
import ListResults from './ListResults.vue';

const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }] });

const settled = { total: 2, count: '2 countries', empty: 'No country.', isLoading: false, failure: undefined };

function draw(props: Partial<InstanceType<typeof ListResults>['$props']>): ReturnType<typeof mount> {
  return mount(ListResults, { props: { ...settled, ...props }, slots: { default: '<ul><li>one</li></ul>' }, global: { plugins: [i18n, router] } });
}

describe('the results of a list', () => {
  beforeEach(() => setLocale('en'));

  it('say how many there are where assistive technology hears it', () => {
    expect(draw({}).find('[role="status"]').text()).toBe('2 countries');
  });

  it('are busy while they are awaited', () => {
    const list = draw({ total: undefined, isLoading: true });
    expect(list.attributes('aria-busy')).toBe('true');
    expect(list.find('.skeleton').exists()).toBe(true);
  });

  it('say what to do when there is none', () => {
    expect(draw({ total: 0 }).text()).toContain('No country.');
  });

  it.each([
    ['SERVICE_UNAVAILABLE', 'The service is not available at the moment.'], ['NETWORK', 'The server could not be reached.'],
  ] as const)('tell of %s in a sentence, and can be asked for again', async (code, sentence) => {
    const list = draw({ total: undefined, failure: { code } });
    expect(list.find('[role="alert"]').text()).toContain(sentence);
    await list.find('[role="alert"] button').trigger('click');
    expect(list.emitted('retry')).toHaveLength(1);
  });

  it('keep the focus where it was when the button that tries again goes away, and take it from nobody else', async () => {
    const failed = { total: undefined, failure: { code: 'NETWORK' } } as const;
    const list = mount(ListResults, { props: { ...settled, ...failed }, global: { plugins: [i18n, router] }, attachTo: document.body });
    list.find<HTMLElement>('[role="alert"] button').element.focus();
    await list.setProps({ ...failed, isLoading: true });
    expect(document.activeElement).toBe(list.find('.count').element);
    await list.setProps({ ...failed, isLoading: false });
    document.body.append(document.createElement('button'));
    document.body.querySelector<HTMLElement>(':scope > button')!.focus();
    await list.setProps({ ...settled, failure: undefined });
    expect(document.activeElement?.parentElement).toBe(document.body);
    list.unmount();
    document.body.replaceChildren();
  });

  it('are read from their beginning where the address holds a place that they do not have, its conditions kept', async () => {
    await router.push('/?country=AL&after=garbage');
    const list = draw({ total: undefined, failure: { code: 'BAD_USER_INPUT' } });
    expect(list.find('[role="alert"]').exists()).toBe(false);
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/?country=AL'));
  });

  it('leave an address alone that holds no place, and say what is wrong', async () => {
    await router.push('/?country=nowhere');
    expect(draw({ total: undefined, failure: { code: 'BAD_USER_INPUT' } }).find('[role="alert"]').exists()).toBe(true);
    expect(router.currentRoute.value.fullPath).toBe('/?country=nowhere');
  });

  it('give the reference of a fault of ours', () => {
    expect(draw({ failure: { code: 'INTERNAL_SERVER_ERROR', reference: 'f00d' } }).text()).toContain('f00d');
  });
});

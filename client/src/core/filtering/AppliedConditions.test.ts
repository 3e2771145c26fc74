import { mount } from '@vue/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { h, nextTick } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

import { i18n, setLocale } from '../i18n/index.ts';
import { inPage } from '../ui/pageNotes.fixture.ts';
import { AppliedConditions, wordOf } from './index.ts';

const text = (words: string) => ({ text: words, locale: 'en', isFallback: false, isOutdated: false });
const COUNTRIES = [{ code: 'AL', name: text('Albania'), nameNote: null }, { code: 'XK', name: text('Kosovo'), nameNote: text('A note on the name.') }];

beforeEach(() => setLocale('en', ['conditions']));

it('a country that is a condition has its star, and gives the page its note: the filters that say it are folded on a narrow page; one without a note gives none', async () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<i />' } }] });
  await router.push('/?country=XK');
  const notesOf = async (code: string): Promise<string[]> => {
    const page = mount(inPage(() => h(AppliedConditions, { conditions: [{ name: 'country', label: 'Country', value: wordOf(COUNTRIES, code) }] })), { global: { plugins: [i18n, router] } });
    await nextTick();
    return ['.condition', '.footnote'].flatMap((part) => page.findAll(part).map((one) => one.text()));
  };
  const kosovo = await notesOf('XK');
  expect([kosovo.at(-1), kosovo[0]?.includes('Kosovo*'), (await notesOf('AL')).length]).toEqual(['A note on the name.', true, 1]);
});

it('what else decides can keep the place of reading where it goes away', async () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<i />' } }] });
  await router.push('/');
  const more = ({ keepPlace }: { keepPlace: () => Promise<void> }) => h('button', { onClick: keepPlace }, 'Show more');
  const page = mount(AppliedConditions, { props: { conditions: [] }, slots: { default: more }, global: { plugins: [i18n, router] }, attachTo: document.body });
  await page.find('button').trigger('click');
  await nextTick();
  expect(document.activeElement).toBe(page.find('.conditions').element);
  page.unmount();
});

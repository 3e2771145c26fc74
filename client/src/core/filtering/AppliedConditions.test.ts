import { mount } from '@vue/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { i18n, setLocale } from '../i18n/index.ts';
import { AppliedConditions, wordOf } from './index.ts';

const text = (words: string) => ({ text: words, locale: 'en', isFallback: false, isOutdated: false });
const COUNTRIES = [{ code: 'AL', name: text('Albania'), nameNote: null }, { code: 'XK', name: text('Kosovo'), nameNote: text('A note on the name.') }];

beforeEach(() => setLocale('en', ['conditions']));

it('a country that is a condition has its star, and its note below: the filters that say it are folded on a narrow page; one without a note has none', async () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { template: '<i />' } }] });
  await router.push('/?country=XK');
  const notesOf = (code: string): string[] => mount(AppliedConditions, { props: { conditions: [{ name: 'country', label: 'Country', value: wordOf(COUNTRIES, code) }] }, global: { plugins: [i18n, router] } }).findAll('.condition, .footnote').map((one) => one.text());
  expect([notesOf('XK').at(-1), notesOf('XK')[0]?.includes('Kosovo*'), notesOf('AL').length]).toEqual(['* A note on the name.', true, 1]);
});

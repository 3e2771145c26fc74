import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { defineComponent, h } from 'vue';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { type SearchWords, useSearchWords } from './usePlanWords.ts';

async function words(): Promise<SearchWords> {
  await setLocale('en', ['plans', 'pins', 'missions']);
  let said!: SearchWords;
  mount(defineComponent(() => {
    said = useSearchWords();
    return () => h('p');
  }), { global: { plugins: [i18n] } });
  return said;
}

test.each([
  ['RUNNING', false, {}, 'The search goes on. What it has found so far is shown.'], ['RUNNING', true, {}, 'The search for the plan is over. What explains it is still being looked for.'], ['STOPPED', false, {}, 'The search was stopped. The best plan so far stays.'],
  ['STOPPED', true, {}, 'The plan is final. Its explanations were not finished.'], ['STOPPED', true, null, 'The search was stopped. The best plan so far stays.'], ['DONE', true, {}, 'The search is over.'],
] as const)('a search that is %s (final: %s, plan: %s) says so', async (state, isSolved, plan, sentence) => {
  expect((await words()).state({ state, isSolved, plan })).toBe(sentence);
});

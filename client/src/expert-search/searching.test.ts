import { mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick, reactive, ref } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import { readConditions } from '../core/list/index.ts';
import { SEARCH_CONDITIONS, type SearchConditions } from './searchFilter.ts';
import SearchFilters from './SearchFilters.vue';

const choice = (code: string): object => ({ code, name: { text: code, locale: 'en', isFallback: false } });
vi.mock('../vocabulary/index.ts', async (original) => ({
  ...(await original<object>()), useVocabulary: () => ref({ professions: [choice('JUDGE'), choice('PROSECUTOR')], languages: [choice('sr'), choice('en')], themes: [], countries: [] }),
}));

// Which missions there are is asked of the server.
vi.mock('../clearances/index.ts', () => ({ ClearanceMission: { inheritAttrs: false, render: () => null } }));

let typed: SearchConditions;

function open(query: Readonly<Record<string, string>>): VueWrapper {
  typed = reactive(readConditions(SEARCH_CONDITIONS, query));
  const form = mount(SearchFilters, { props: { 'modelValue': typed, 'onUpdate:modelValue': (now: SearchConditions) => form.setProps({ modelValue: now }) }, global: { plugins: [i18n] }, attachTo: document.body });
  return form;
}

beforeEach(() => setLocale('en', ['search', 'experts', 'conditions', 'dates', 'labels']));

describe('the conditions of a search', () => {
  it.each<Readonly<Record<string, string>>>([{ until: '2027-11-12' }, { cleared: 'yes' }])('(%j) need a first day: it is said, and nothing is asked for', async (query) => {
    const form = open(query);
    await form.find('form').trigger('submit');
    expect([form.emitted('apply'), form.text().includes('Enter the first day too.')]).toEqual([undefined, true]);
    expect(form.find('fieldset').element.contains(document.activeElement)).toBe(true);
    form.unmount();
  });

  it('are asked for where a first day is given, or nothing needs one', async () => {
    for (const query of [{}, { from: '2027-11-08', until: '2027-11-12', cleared: 'yes' }] as readonly Readonly<Record<string, string>>[]) {
      const form = open(query);
      await form.find('form').trigger('submit');
      expect([form.emitted('apply')?.length, form.text().includes('Enter the first day too.')]).toEqual([1, false]);
      form.unmount();
    }
  });

  it('lose the mission for which a clearance counts with the clearance', async () => {
    const form = open({ from: '2027-11-08', cleared: 'yes', mission: 'Mission_1' });
    await form.find('input[type="checkbox"]').setValue(false);
    expect([typed.cleared, typed.mission]).toEqual(['', '']);
    form.unmount();
  });

  it('lose another profession and language with the first', async () => {
    const form = open({ profession: 'JUDGE', orProfession: 'PROSECUTOR', language: 'sr', orLanguage: 'en' });
    const selects = form.findAll('select').filter((select) => ['JUDGE', 'sr'].includes(select.element.value));
    expect(selects).toHaveLength(2);
    for (const select of selects) await select.setValue('');
    await nextTick();
    const { profession, orProfession, language, orLanguage } = typed;
    expect([profession, orProfession, language, orLanguage]).toEqual(['', '', '', '']);
    form.unmount();
  });
});

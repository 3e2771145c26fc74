import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { h, nextTick } from 'vue';

import { wordOf } from '../filtering/index.ts';
import { ChosenField } from '../forms/index.ts';
import { i18n, setLocale } from '../i18n/index.ts';
import { LocalizedOption, SelectField } from './index.ts';
import { inPage } from './pageNotes.fixture.ts';

const text = (words: string, locale = 'en') => ({ text: words, locale, isFallback: locale !== 'en', isOutdated: false });
const note = text('A note on the name.');
const COUNTRIES = [{ code: 'AL', name: text('Albania'), nameNote: null }, { code: 'XK', name: text('Kosovo'), nameNote: note }];

function draw(field: typeof SelectField | typeof ChosenField, countries = COUNTRIES): ReturnType<typeof mount> {
  const options = () => countries.map(({ code, name, nameNote }) => h(LocalizedOption, { value: code, name, nameNote }));
  return mount(inPage(() => h(field as typeof ChosenField, { label: 'Country', ask: 'Choose', modelValue: '', countries }, options)), { global: { plugins: [i18n] } });
}

describe('a list of countries', () => {
  beforeEach(() => setLocale('en', ['conditions']));

  it('gives the name with a note its star, and its note to the page', async () => {
    for (const field of [SelectField, ChosenField]) {
      const page = draw(field);
      await nextTick();
      expect(page.findAll('option').slice(1).map((option) => option.text())).toEqual(['Albania', 'Kosovo*']);
      expect(page.findAll('.footnote').map((one) => one.text())).toEqual(['A note on the name.']);
    }
  });

  it('gives no note where none goes with a name', async () => {
    const page = draw(SelectField, COUNTRIES.slice(0, 1));
    await nextTick();
    expect(page.find('.footnote').exists()).toBe(false);
  });

  it('keeps the star before the language that the name is in', () => {
    const option = mount(LocalizedOption, { props: { value: 'XK', name: text('Kosovo', 'fr'), nameNote: note }, global: { plugins: [i18n] } });
    expect([option.text(), option.attributes('lang')]).toEqual(['Kosovo* [français]', 'fr']);
  });

  it('keeps the star where the choice is told of as a condition', () => {
    expect([wordOf(COUNTRIES, 'XK'), wordOf(COUNTRIES, 'AL'), wordOf(COUNTRIES, 'BG')]).toEqual([{ ...text('Kosovo*'), isStarred: true, nameNote: note }, text('Albania'), 'BG']);
  });
});

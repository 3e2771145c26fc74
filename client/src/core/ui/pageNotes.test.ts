/** The notes on names with a star stand at the end of the page, each once, for as long as a name needs it. */
import { mount, type VueWrapper } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';

import { i18n } from '../i18n/index.ts';
import CountryName from './CountryName.vue';
import { type LocalizedValue, starred } from './localized.ts';
import LocalizedText from './LocalizedText.vue';
import { NameNotes } from './nameNotes.ts';
import { PAGE_NOTES, useNotesBelow } from './pageNotes.ts';

const text = (words: string): LocalizedValue => ({ text: words, locale: 'en', isFallback: false, isOutdated: false });
const NOTE = text('A note on the name.');
const KOSOVO = { code: 'XK', name: text('Kosovo'), nameNote: NOTE };
const ALBANIA = { code: 'AL', name: text('Albania'), nameNote: null };
const shown = ref(true);

/** What a page draws that names countries in several ways. */
const Names = defineComponent(() => () => [
  h(CountryName, { country: KOSOVO }), h(CountryName, { country: ALBANIA }),
  shown.value ? [h(LocalizedText, { value: starred(KOSOVO.name, KOSOVO.nameNote) }), h(NameNotes, { countries: [KOSOVO, ALBANIA, KOSOVO] })] : [],
]);
const Page = defineComponent({
  props: { names: { type: Boolean, default: true } },
  setup(props) {
    const notes = useNotesBelow();
    return () => h('main', [props.names ? h(Names) : null, notes.value.length > 0 ? h('div', { id: PAGE_NOTES }, notes.value.map((value) => h('p', { class: 'name-note' }, value.text))) : null]);
  },
});
const draw = (component: typeof Page): VueWrapper => mount(component, { global: { plugins: [i18n] } });
const notesOf = (page: VueWrapper): string[] => page.findAll('.name-note').map((one) => one.text());

test('a page that names a country in three places has its note once, at its end, and each star is described by it', async () => {
  const page = draw(Page);
  await nextTick();
  expect(notesOf(page)).toEqual(['A note on the name.']);
  expect(page.find('main').element.lastElementChild!.id).toBe(PAGE_NOTES);
  expect(page.findAll('[aria-describedby]').map((one) => [one.text(), one.attributes('aria-describedby')])).toEqual([['Kosovo*', PAGE_NOTES], ['Kosovo*', PAGE_NOTES]]);
});

test('the control: a star whose country gives no note leaves the page without one', () => {
  const bare = mount(defineComponent(() => {
    const notes = useNotesBelow();
    return () => [h(LocalizedText, { value: starred(KOSOVO.name, KOSOVO.nameNote) }), ...notes.value.map((value) => h('p', { class: 'name-note' }, value.text))];
  }), { global: { plugins: [i18n] } });
  expect([bare.text(), notesOf(bare)]).toEqual(['Kosovo*', []]);
});

test('the note stays as long as one name needs it, and goes with the last', async () => {
  const page = draw(Page);
  shown.value = false;
  await nextTick();
  expect(notesOf(page)).toEqual(['A note on the name.']);
  await page.setProps({ names: false });
  await nextTick();
  expect(page.find(`#${PAGE_NOTES}`).exists()).toBe(false);
  shown.value = true;
});

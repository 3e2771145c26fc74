/** A country is named as the texts of a family name it: with their note, which says whose it is. */
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { defineComponent, h } from 'vue';

import { i18n } from '../i18n/index.ts';
import { type LocalizedValue, starred } from '../ui/localized.ts';
import { type NotedByContext, useNamedIn } from './index.ts';

const text = (words: string): LocalizedValue => ({ text: words, locale: 'en', isFallback: false, isOutdated: false });
const KOSOVO = { name: text('Kosovo'), nameNote: text('General'), nameNotes: [{ context: 'COUNCIL_OF_EUROPE', text: text('Of the Council') }, { context: 'UN', text: text('Of the UN') }] } satisfies NotedByContext & { name: LocalizedValue };
const ALBANIA = { name: text('Albania'), nameNote: null, nameNotes: [] };

/** What stands below a page for a country in a context. */
function noteIn(country: NotedByContext, context: Parameters<ReturnType<typeof useNamedIn>>[1]): readonly [lead: string | undefined, note: string | undefined] {
  let found: LocalizedValue | null = null;
  mount(defineComponent(() => {
    found = useNamedIn()(country, context).nameNote;
    return () => h('p');
  }), { global: { plugins: [i18n] } });
  const note = found as LocalizedValue | null;
  return [note?.lead === undefined ? undefined : 'lead', note?.text];
}

test('a family that has a note of its own puts it in the place of that of all other texts', () => {
  expect([noteIn(KOSOVO, 'COUNCIL_OF_EUROPE'), noteIn(KOSOVO, 'UN')]).toEqual([['lead', 'Of the Council'], ['lead', 'Of the UN']]);
});

test('texts of no family, and of one that has none, keep the note of all others, before which nothing stands', () => {
  expect([noteIn(KOSOVO, null), noteIn(KOSOVO, 'EU')]).toEqual([[undefined, 'General'], [undefined, 'General']]);
});

test('a country without a note has none, and no star', () => {
  expect([noteIn(ALBANIA, 'UN'), starred(ALBANIA.name, ALBANIA.nameNote).text]).toEqual([[undefined, undefined], 'Albania']);
});

import { expect, it } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';

import { type Texts, type Translating, useTranslating } from './useTranslating.ts';

/** What is typed in Albanian of something of which the page takes what is stored anew. */
async function translate(): Promise<{ form: Translating; take: (texts: Texts) => Promise<void> }> {
  const stored = ref<Texts>({ title: 'Titull', note: '' });
  const form = effectScope().run(() => useTranslating((locale) => (locale === 'sq' ? stored.value : {})))!;
  form.target.value = 'sq';
  await nextTick();
  return {
    form,
    take: async (texts) => {
      stored.value = texts;
      await nextTick();
    },
  };
}

it('shows what somebody else has written meanwhile beside what is typed, whatever it came with, and takes it where nothing is typed', async () => {
  const { form, take } = await translate();
  form.type('title', 'Imi');
  await take({ title: 'I tyre', note: 'Shënim' });
  expect([form.typed.value, form.theirs.value]).toEqual([{ title: 'Imi', note: 'Shënim' }, { title: 'I tyre' }]);
  form.takeTheirs('title');
  expect([form.typed.value.title, form.theirs.value, form.isDirty.value]).toEqual(['I tyre', {}, false]);
});

it('leaves what is typed as it is where what is stored has not changed', async () => {
  const { form, take } = await translate();
  form.type('title', 'Imi');
  await take({ title: 'Titull', note: '' });
  expect([form.typed.value.title, form.theirs.value]).toEqual(['Imi', {}]);
});

it('keeps beside what is typed what is not decided yet, whatever else is written meanwhile', async () => {
  const { form, take } = await translate();
  form.type('title', 'Imi');
  await take({ title: 'I tyre', note: '' });
  await take({ title: 'I tyre', note: 'Shënim' });
  expect([form.typed.value, form.theirs.value]).toEqual([{ title: 'Imi', note: 'Shënim' }, { title: 'I tyre' }]);
  form.adopt({ title: 'Imi', note: 'Shënim' }, true);
  expect([form.theirs.value, form.isDirty.value]).toEqual([{}, false]);
});

import { expect, it } from 'vitest';
import { computed, effectScope, nextTick, shallowRef } from 'vue';

import type { PreparingAnswer } from './answer.ts';
import { comparing } from './comparing.ts';
import { type Editor, useEditor } from './useEditor.ts';

interface Item {
  readonly key: string;
  readonly version: number;
  readonly text: string;
}
interface List {
  readonly id: string;
  readonly items: readonly Item[];
}

const STORED: Item = { key: 'k', version: 1, text: 'one' };

/** The form of `STORED` in a list that the page takes anew, and the versions that were sent. */
function edit(answers: (PreparingAnswer<List, never> | undefined)[] = []): { editor: Editor<List, { text: string }, 'text', never>; take: (item: Item) => Promise<void>; sent: number[] } {
  const list = shallowRef<List>({ id: 'l', items: [STORED] });
  const sent: number[] = [];
  const editor = effectScope().run(() => useEditor<List, Item, { text: string }, 'text', string, never>({
    doing: {
      perform: async (_list, { version }) => {
        sent.push(version);
        if (answers.length > 0) return answers.shift();
        return { outcome: 'DONE', faults: [], session: list.value };
      },
      isActing: computed(() => false), failure: computed(() => undefined),
    },
    session: () => list.value, start: STORED, keyOf: ({ key }) => key, itemsOf: ({ items }) => items, empty: () => ({ text: '' }), typedOf: ({ text }) => ({ text }), inputOf: ({ text }) => text, faultsOf: () => [], obstacle: () => undefined,
    ...comparing<{ text: string }, 'text'>(['text']),
  }))!;
  return {
    editor, sent,
    take: async (item) => {
      list.value = { id: 'l', items: [item] };
      await nextTick();
    },
  };
}

it('goes on with the newest version where nothing of what is typed has changed: whoever changed the rest is in no conflict with themselves', async () => {
  const { editor, take, sent } = edit();
  editor.typed.value = { text: 'mine' };
  await take({ ...STORED, version: 3 });
  await editor.save();
  expect([sent, editor.typed.value]).toEqual([[3], { text: 'one' }]);
});

it('stays with the version that was read where somebody else has changed what is typed here', async () => {
  const { editor, take, sent } = edit();
  editor.typed.value = { text: 'mine' };
  await take({ ...STORED, version: 3, text: 'theirs' });
  await editor.save();
  expect(sent).toEqual([1]);
});

const answered = (outcome: string, item: Item): PreparingAnswer<List, never> => ({ outcome, faults: [], session: { id: 'l', items: [item] } });

it('goes on from what was sent before where only the answer was lost: nobody else has changed anything', async () => {
  const { editor, sent } = edit([undefined, answered('CONFLICT', { ...STORED, version: 2, text: 'mine' }), answered('DONE', { ...STORED, version: 3, text: 'mine, and more' })]);
  editor.typed.value = { text: 'mine' };
  expect(await editor.save()).toBeUndefined();
  editor.typed.value = { text: 'mine, and more' };
  expect(await editor.save()).toMatchObject({ isSaved: true });
  expect([sent, editor.conflict.value, editor.typed.value]).toEqual([[1, 1, 2], undefined, { text: 'mine, and more' }]);
});

it('says that somebody else has changed it where what is stored is not what was sent, or was sent and answered: the controls', async () => {
  for (const first of [undefined, answered('DONE', { ...STORED, version: 2, text: 'mine' })]) {
    const { editor } = edit([first, answered('CONFLICT', { ...STORED, version: 5, text: first ? 'mine' : 'theirs' })]);
    editor.typed.value = { text: 'mine' };
    await editor.save();
    editor.typed.value = { text: 'mine, and more' };
    expect(await editor.save()).toMatchObject({ isSaved: false });
    expect(editor.conflict.value).toBeDefined();
  }
});

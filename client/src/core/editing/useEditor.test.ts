import { expect, it } from 'vitest';
import { computed, effectScope, nextTick, shallowRef } from 'vue';

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
function edit(): { editor: Editor<List, { text: string }, 'text', never>; take: (item: Item) => Promise<void>; sent: number[] } {
  const list = shallowRef<List>({ id: 'l', items: [STORED] });
  const sent: number[] = [];
  const editor = effectScope().run(() => useEditor<List, Item, { text: string }, 'text', string, never>({
    doing: {
      perform: async (_list, { version }) => {
        sent.push(version);
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

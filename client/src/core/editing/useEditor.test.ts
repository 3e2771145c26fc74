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

/** A form whose first sending is stored and has no answer; then somebody else may have changed it. */
function editLost(meanwhile?: string): { editor: Editor<List, { text: string }, 'text', never>; sent: string[] } {
  const sent: string[] = [];
  let stored: Item = STORED;
  const editor = effectScope().run(() => useEditor<List, Item, { text: string }, 'text', string, never>({
    doing: {
      perform: async (_list, { version }, text) => {
        sent.push(`${version} ${text}`);
        const isRead = version === stored.version;
        if (isRead) stored = { key: 'k', version: version + 1, text };
        if (sent.length > 1) return { outcome: isRead ? 'DONE' : 'CONFLICT', faults: [], session: { id: 'l', items: [stored] } };
        if (meanwhile !== undefined) stored = { key: 'k', version: 3, text: meanwhile };
        return undefined;
      },
      isActing: computed(() => false), failure: computed(() => undefined),
    },
    session: () => ({ id: 'l', items: [STORED] }), start: STORED, keyOf: ({ key }) => key, itemsOf: ({ items }) => items, empty: () => ({ text: '' }), typedOf: ({ text }) => ({ text }), inputOf: ({ text }) => text, faultsOf: () => [], obstacle: () => undefined,
    ...comparing<{ text: string }, 'text'>(['text']),
  }))!;
  return { editor, sent };
}

it('is in no conflict with what it has sent itself without an answer: what was typed since is stored on top of it', async () => {
  const { editor, sent } = editLost();
  editor.typed.value = { text: 'two' };
  expect(await editor.save()).toBeUndefined();
  editor.typed.value = { text: 'three' };
  expect(await editor.save()).toMatchObject({ isSaved: true });
  expect([sent, editor.conflict.value]).toEqual([['1 two', '1 three', '2 three'], undefined]);
});

it('is in conflict with what somebody else has stored meanwhile, also where its own sending had no answer: the control', async () => {
  const { editor, sent } = editLost('theirs');
  editor.typed.value = { text: 'two' };
  await editor.save();
  editor.typed.value = { text: 'three' };
  expect(await editor.save()).toMatchObject({ isSaved: false });
  expect([sent.length, editor.conflict.value?.theirs]).toEqual([2, { text: 'theirs' }]);
});

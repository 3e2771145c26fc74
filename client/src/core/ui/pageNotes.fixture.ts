import { type Component, defineComponent, h, type VNode } from 'vue';

import { useNotesBelow } from './pageNotes.ts';

/** A page that draws something, with the notes that its parts give to it below, as `.footnote`. */
export const inPage = (draw: () => VNode): Component => defineComponent(() => {
  const notes = useNotesBelow();
  return () => [draw(), ...notes.value.map((note) => h('p', { class: 'footnote' }, note.text))];
});

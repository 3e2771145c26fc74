import { defineComponent, type PropType } from 'vue';

import type { LocalizedValue } from './localized.ts';
import { useNotes } from './pageNotes.ts';

/** Gives the page the note that goes with the name of a country, wherever that is written with a star. */
export const NameNote = defineComponent({
  props: { note: { type: Object as PropType<LocalizedValue>, required: true } },
  setup(props) {
    useNotes(() => [props.note]);
    return () => null;
  },
});

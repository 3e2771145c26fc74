import { defineComponent, type PropType } from 'vue';

import type { NotedCountry } from './localized.ts';
import { useNotes } from './pageNotes.ts';

/** Gives the page the notes that go with the names of countries, wherever they are written with a star. */
export const NameNotes = defineComponent({
  props: { countries: { type: Array as PropType<readonly (NotedCountry | null | undefined)[]>, required: true } },
  setup(props) {
    useNotes(() => props.countries.flatMap((country) => country?.nameNote ?? []));
    return () => null;
  },
});

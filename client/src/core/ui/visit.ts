import { ref } from 'vue';

/** True once the reader has gone from the first page to another: only then is focus ours to move. */
export const hasMoved = ref(false);

/** What assistive technology is told in the live region of the page. */
export const announcement = ref('');

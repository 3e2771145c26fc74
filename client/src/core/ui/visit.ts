import { computed, ref } from 'vue';

/** True once the reader has gone from the first page to another: only then is focus ours to move. */
export const hasMoved = ref(false);

/**
 * True while a page is drawn as its document has it: by the build and, once, in the browser, which takes over what is
 * there. What only the browser knows shows afterwards.
 */
export const isFrame = ref(import.meta.env.SSR);

/** Where the site is, as it is printed with the addresses of its pages. */
export const origin = computed(() => (isFrame.value ? '' : location.origin));

/** What assistive technology is told in the live region of the page. */
export const announcement = ref('');

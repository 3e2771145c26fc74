/** Addresses on the web that people enter. */

/** With a host, and nobody's name before it. */
const ADDRESS = /^https?:\/\/[^\s\p{Cc}\p{Cf}\p{Cs}@/]+(?:[/?#][^\s\p{Cc}\p{Cf}\p{Cs}]*)?$/u;

/** Whether a text is one that may be shown as a link. */
export const isWebAddress = (text: string): boolean => ADDRESS.test(text) && URL.canParse(text);

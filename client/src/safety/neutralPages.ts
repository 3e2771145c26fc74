import type { Locale } from '@passerelle/shared/locales.ts';

/**
 * Where the quick exit leads: the first page of the encyclopaedia in the reader's language. Everybody may have it open,
 * it needs no consent and no question in its address, and it says nothing of why somebody came. Montenegrin has none of
 * its own: its readers are sent to the one that is written nearest to it.
 */
export const neutralPage = (locale: Locale): string => `https://${locale === 'cnr' ? 'sh' : locale.slice(0, 2)}.wikipedia.org/`;

/** What the tab is called while the neutral page is on its way: its own name. */
export const NEUTRAL_TITLE = 'Wikipedia';

import type { Locale } from '@passerelle/shared/locales.ts';

/**
 * Where the quick exit leads: the first page of the encyclopaedia in the reader's language. Everybody may have it open,
 * it needs no consent and no question in its address, and it says nothing of why somebody came. Montenegrin has none of
 * its own: its readers are sent to the one that is written nearest to it.
 */
export const NEUTRAL_PAGES: Readonly<Record<Locale, string>> = {
  fr: 'https://fr.wikipedia.org/',
  en: 'https://en.wikipedia.org/',
  sq: 'https://sq.wikipedia.org/',
  bs: 'https://bs.wikipedia.org/',
  bg: 'https://bg.wikipedia.org/',
  hr: 'https://hr.wikipedia.org/',
  el: 'https://el.wikipedia.org/',
  hu: 'https://hu.wikipedia.org/',
  mk: 'https://mk.wikipedia.org/',
  ro: 'https://ro.wikipedia.org/',
  'sr-Cyrl': 'https://sr.wikipedia.org/',
  'sr-Latn': 'https://sr.wikipedia.org/',
  cnr: 'https://sh.wikipedia.org/',
  sl: 'https://sl.wikipedia.org/',
  tr: 'https://tr.wikipedia.org/',
  uk: 'https://uk.wikipedia.org/',
};

/** What the tab is called while the neutral page is on its way: its own name. */
export const NEUTRAL_TITLE = 'Wikipedia';

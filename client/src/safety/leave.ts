import { NEUTRAL_TITLE } from './neutralPages.ts';

/**
 * Leaves the site for `address`, however slow the network is: the page disappears from the screen and from the tab at
 * once, its place in the history of the tab is taken by the neutral page, and the button "back" does not lead to it.
 * What no page can undo: the pages of this site that were open earlier in the same tab, and the history that the browser
 * keeps. How to erase those is told on the page about privacy.
 */
export function leave(address: string, page: Window = window): void {
  const { document } = page;
  document.documentElement.hidden = true;
  document.title = NEUTRAL_TITLE;
  document.head.querySelectorAll('link[rel="icon"], link[rel="alternate"]').forEach((link) => link.remove());
  // Until the neutral page has come, the address bar does not name what was read.
  page.history.replaceState(null, '', '/');
  page.location.replace(address);
}

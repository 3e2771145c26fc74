/**
 * Who goes back finds the focus on the link that they opened, as they find the place that they had scrolled to. To import it is enough. The router keeps with
 * each entry of the history where one went from there (`forward`); here is kept which of the links of that page to that address it was (`opened`).
 */

interface Left {
  readonly forward: string | null;
  readonly opened: number;
}

const headingNow = (): Element | null => document.querySelector('h1');
let heading = headingNow();
/** Whether another page was drawn, and its reader is still where it put them. */
let isNew = false;

const linksTo = (address: string | null): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`a[href="${CSS.escape(String(address))}"]`)];

/** Whether a click opens a page of the site in this tab. */
const opensHere = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent, link: Element): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && /^\/(?!\/)/.test(link.getAttribute('href') ?? '');

addEventListener('click', (click) => {
  const link = (click.target as Element).closest<HTMLElement>('a[href]');
  if (link && opensHere(click, link)) history.replaceState({ ...history.state, opened: linksTo(link.getAttribute('href')).indexOf(link) }, '');
}, true);

// A page that is opened puts the reader at its heading. There they wait until the link is drawn, unless they go on; where it no longer is, they stay.
new MutationObserver(() => {
  if (heading !== headingNow()) {
    heading = headingNow();
    isNew = true;
  }
  if (!isNew) return;
  // An entry has no state where a script has set it so.
  const { forward = null, opened = -1 } = (history.state ?? {}) as Partial<Left>;
  if (document.activeElement === heading) linksTo(forward)[opened]?.focus({ preventScroll: true });
  isNew = document.activeElement === heading;
}).observe(document.body, { childList: true, subtree: true });

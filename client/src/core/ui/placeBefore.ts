/** What can take the focus without being a stop, and says what stands below it. */
const PLACES = ':is(main, h1, h2, h3, .count)[tabindex="-1"]';

/** The nearest of the places to read on from that stand before, or around, a part of the page: the line of a list, a heading, the page itself. */
export function placeBefore(part: Element): HTMLElement | undefined {
  // 4 is DOCUMENT_POSITION_FOLLOWING.
  return [...document.querySelectorAll<HTMLElement>(PLACES)].findLast((place) => (place.compareDocumentPosition(part) & 4) > 0);
}

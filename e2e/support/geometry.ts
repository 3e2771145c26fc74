/** What can be seen to be wrong with where a page puts its words, measured in the browser. */
import type { Page } from '@playwright/test';

/**
 * What of the page's writing is cut, lies over other writing or leaves the window, each as a line to read; empty when all is
 * well. Of a field it is what is chosen, filled in or asked for in it. What scrolls by itself may be wider than its frame; the strip with the way out may lie over what scrolls under it.
 * `except` names, by a selector, what is not looked at.
 */
export function misplaced(page: Page, except = ''): Promise<string[]> {
  return page.evaluate((unseen) => {
    /** In signs. What somebody writes may be longer than its field, which scrolls; days, hours, numbers and codes are seen whole. */
    const LONGEST_VALUE = 12;
    const width = document.documentElement.clientWidth;
    const said = (text: string): string => `“${text.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}”`;

    interface Style { readonly isHidden: boolean; readonly scrolls: boolean; readonly floats: boolean; readonly clip: Element | undefined }
    const styles = new Map<Element, Style>();
    /** What an element's own style and those around it do to the writing in it. */
    function styleOf(element: Element): Style {
      const known = styles.get(element);
      if (known) return known;
      const { overflowX, overflowY, position, clipPath, opacity, visibility } = getComputedStyle(element);
      const around = element.parentElement ? styleOf(element.parentElement) : undefined;
      const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const made: Style = {
        // A box of one pixel is for those who listen; it is no place where writing could be cut.
        isHidden: around?.isHidden === true || visibility === 'hidden' || opacity === '0' || (position === 'absolute' && clipPath !== 'none'),
        scrolls: around?.scrolls === true || (element !== document.documentElement && element !== document.body && [overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll')),
        floats: around?.floats === true || position === 'fixed' || position === 'sticky',
        clip: (cuts(overflowX) || cuts(overflowY)) && element !== document.documentElement && element !== document.body ? element : around?.clip,
      };
      styles.set(element, made);
      return made;
    }

    interface Piece { readonly text: string; readonly node: Node; readonly style: Style; readonly box: DOMRect }
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!node.nodeValue?.trim() || !parent.checkVisibility() || parent.closest('option, script, style, title, desc')) continue;
      const style = styleOf(parent);
      if (style.isHidden || (unseen && parent.closest(unseen))) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 0) pieces.push({ text: node.nodeValue, node, style, box });
    }

    const found = new Set<string>();
    if (document.documentElement.scrollWidth > width) found.add(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);
    for (const { text, style, box } of pieces) {
      if (!style.scrolls && (box.left < -1 || box.right > width + 1)) found.add(`${said(text)} leaves the window`);
      const frame = style.clip?.getBoundingClientRect();
      if (frame && !style.scrolls && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2)) found.add(`${said(text)} is cut`);
    }
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
      if (!field.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || (unseen && field.closest(unseen))) continue;
      const shown = field instanceof HTMLSelectElement ? (field.size > 1 ? '' : field.selectedOptions[0]?.label ?? '') : field.value.length > LONGEST_VALUE ? '' : field.value || field.placeholder;
      if (!shown || ['checkbox', 'radio', 'file', 'hidden'].includes(field.type)) continue;
      // As large as what it shows: the very field beside itself, without anything to hold it but, where it takes several lines, its width.
      const free = field.cloneNode(true) as typeof field;
      free.value = field.value;
      free.removeAttribute('id');
      field.after(free);
      const isSelect = free instanceof HTMLSelectElement;
      Object.assign(free.style, {
        position: 'absolute', visibility: 'hidden', minInlineSize: '0', maxInlineSize: 'none', blockSize: 'auto', maxBlockSize: 'none',
        ...(isSelect ? { inlineSize: `${field.offsetWidth}px`, whiteSpace: 'normal' } : { inlineSize: 'auto', fieldSizing: 'content' }),
      });
      if (isSelect) free.replaceChildren(new Option(shown));
      if (isSelect ? free.offsetHeight > field.offsetHeight + 1 : free.offsetWidth > field.offsetWidth + 1) found.add(`${said(shown)} is cut in its field`);
      free.remove();
    }
    // Lines may come close: what counts is the middle of each, where the letters are.
    const resting = pieces.filter(({ style }) => !style.floats && !style.scrolls).map((piece) => {
      const { left, right, top, height } = piece.box;
      return { ...piece, left, right, top: top + height * 0.25, bottom: top + height * 0.75 };
    }).sort((a, b) => a.top - b.top);
    for (const [i, a] of resting.entries()) {
      for (let j = i + 1; j < resting.length && resting[j]!.top < a.bottom; j += 1) {
        const b = resting[j]!;
        if (a.node !== b.node && a.left < b.right - 2 && b.left < a.right - 2) found.add(`${said(a.text)} lies over ${said(b.text)}`);
      }
    }
    return [...found];
  }, except);
}

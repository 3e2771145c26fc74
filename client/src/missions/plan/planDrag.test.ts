import { afterEach, describe, expect, test, vi } from 'vitest';

import { draggable, quarterAt } from './planDrag.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HOUR = 3_600_000;

/** A timeline of 1,000 units that is drawn on 500 pixels, with a meeting that can be dragged and one that cannot. */
function timeline(): { graph: SVGSVGElement; free: Element; fixed: Element } {
  const graph = document.createElementNS(SVG, 'svg');
  Object.defineProperty(graph, 'viewBox', { value: { baseVal: { width: 1000 } } });
  graph.getBoundingClientRect = () => ({ width: 500 }) as DOMRect;
  const [free, fixed] = [document.createElementNS(SVG, 'g'), document.createElementNS(SVG, 'g')];
  free.dataset.meeting = 'free';
  free.append(document.createElementNS(SVG, 'text'));
  free.setPointerCapture = vi.fn<(id: number) => void>();
  graph.append(free, fixed);
  document.body.append(graph);
  return { graph, free, fixed };
}

const pointer = (target: Element, type: string, clientX: number): void => void target.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, button: 0 }));
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  document.body.replaceChildren();
});

function watched(): ReturnType<typeof timeline> & { over: ReturnType<typeof vi.fn>; dropped: ReturnType<typeof vi.fn>; left: ReturnType<typeof vi.fn> } {
  const parts = { ...timeline(), over: vi.fn(), dropped: vi.fn(), left: vi.fn() };
  ends.push(draggable(parts.graph, { perUnit: () => HOUR / 100, over: parts.over, dropped: parts.dropped, left: parts.left }));
  return parts;
}

describe('a meeting is dragged', () => {
  test('as far as the pointer goes, in the units of the drawing, and is let go there', () => {
    const { free, over, dropped, left } = watched();
    pointer(free.firstElementChild!, 'pointerdown', 100);
    pointer(free, 'pointermove', 150);
    expect([over.mock.lastCall, (free as SVGGElement).style.transform]).toEqual([['free', HOUR], 'translateX(100px)']);
    pointer(free, 'pointerup', 150);
    expect([dropped.mock.calls, left.mock.calls.length, (free as SVGGElement).style.transform]).toEqual([[['free', HOUR]], 0, '']);
  });

  test('not by a press that hardly moves, nor past Escape, nor where its hour is confirmed', () => {
    const { free, fixed, dropped, left } = watched();
    pointer(free, 'pointerdown', 100);
    pointer(free, 'pointermove', 103);
    pointer(free, 'pointerup', 103);
    pointer(free, 'pointerdown', 100);
    pointer(free, 'pointermove', 300);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    pointer(free, 'pointerup', 300);
    pointer(fixed, 'pointerdown', 100);
    pointer(fixed, 'pointermove', 300);
    pointer(fixed, 'pointerup', 300);
    expect([dropped.mock.calls.length, left.mock.calls.length]).toEqual([0, 1]);
  });

  test('and is left where it was only once it has been dragged: a press changes nothing', () => {
    const { free, over, dropped, left } = watched();
    pointer(free, 'pointerdown', 100);
    pointer(free, 'pointerup', 102);
    expect([over.mock.calls.length, left.mock.calls.length]).toEqual([0, 0]);
    pointer(free, 'pointerdown', 100);
    pointer(free, 'pointermove', 200);
    pointer(free, 'pointermove', 101);
    pointer(free, 'pointerup', 101);
    expect([over.mock.calls.length, dropped.mock.calls.length, left.mock.calls.length]).toEqual([1, 0, 1]);
  });

  test('by no finger, which scrolls', () => {
    const { free, over, dropped } = watched();
    const touch = Object.assign(new MouseEvent('pointerdown', { bubbles: true, clientX: 100, button: 0 }), { pointerType: 'touch' });
    free.dispatchEvent(touch);
    pointer(free, 'pointermove', 300);
    pointer(free, 'pointerup', 300);
    expect([over.mock.calls.length, dropped.mock.calls.length]).toEqual([0, 0]);
  });

  test('to a quarter of an hour', () => expect(new Date(quarterAt(Date.parse('2027-11-09T09:00:00Z'), 37 * 60_000)).toISOString()).toBe('2027-11-09T09:30:00.000Z'));
});

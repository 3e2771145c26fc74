/** Dragging a meeting along the timeline, by a mouse or a pen: a finger scrolls. Whoever uses a keyboard or a finger types the hour in the form beside it, which does the same. */
import { holding, STILL } from './planHold.ts';

/** Hours are dragged to quarters, in milliseconds. */
const QUARTER = 900_000;

/** So much later than a moment, to the quarter of an hour, in milliseconds since 1970. */
export const quarterAt = (startsAt: number, later: number): number => Math.round((startsAt + later) / QUARTER) * QUARTER;

interface Dragging {
  /** How many milliseconds a unit of the width of the drawing is. */
  readonly perUnit: () => number;
  /** A meeting is dragged over so much time, in milliseconds; it has been, and is let go there. */
  readonly over: (meeting: string, later: number) => void;
  readonly dropped: (meeting: string, later: number) => void;
  /** It was dragged, and is let go where it was. */
  readonly left: () => void;
}

/** Lets meetings of a timeline be dragged; gives what ends that. */
export function draggable(graph: SVGSVGElement, { perUnit, over, dropped, left }: Dragging): () => void {
  /** Units of the drawing in a pixel. */
  const scale = (): number => graph.viewBox.baseVal.width / Math.max(1, graph.getBoundingClientRect().width);
  const put = (mark: SVGGElement, by: number): void => void (mark.style.transform = by === 0 ? '' : `translateX(${by * scale()}px)`);
  const of = (mark: SVGGElement, by: number): readonly [string, number] => [mark.dataset.meeting!, by * scale() * perUnit()];
  return holding<SVGGElement>(graph, {
    takes: ({ pointerType }, on) => {
      const mark = pointerType === 'touch' ? null : on.closest<SVGGElement>('[data-meeting]');
      return mark ? { thing: mark, by: mark } : undefined;
    },
    moves: (mark, { clientX }, from) => {
      const by = clientX - from.clientX;
      put(mark, by);
      if (Math.abs(by) > STILL) over(...of(mark, by));
    },
    drops: (mark, { clientX }, from) => {
      const by = clientX - from.clientX;
      put(mark, 0);
      if (Math.abs(by) > STILL) dropped(...of(mark, by));
      else left();
    },
    leaves: (mark) => {
      put(mark, 0);
      left();
    },
  });
}

/** Dragging a meeting along the timeline, by a mouse or a pen: a finger scrolls. Whoever uses a keyboard or a finger types the hour in the form beside it, which does the same. */

/** Hours are dragged to quarters, in milliseconds. */
const QUARTER = 900_000;
/** A press that moves no farther is no drag, in pixels. */
const STILL = 4;

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

interface Held {
  readonly mark: SVGGElement;
  readonly meeting: string;
  readonly from: number;
  by: number;
  /** Whether it has been dragged, and was no press. */
  isDragged: boolean;
}

/** Lets meetings of a timeline be dragged; gives what ends that. */
export function draggable(graph: SVGSVGElement, { perUnit, over, dropped, left }: Dragging): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let held: Held | undefined;
  /** Units of the drawing in a pixel. */
  const scale = (): number => graph.viewBox.baseVal.width / Math.max(1, graph.getBoundingClientRect().width);
  const later = ({ by }: Held): number => by * scale() * perUnit();
  const letGo = (): Held | undefined => {
    const was = held;
    held = undefined;
    if (was) was.mark.style.transform = '';
    return was;
  };
  const cancel = (): void => {
    if (letGo()?.isDragged) left();
  };
  graph.addEventListener('pointerdown', ({ target, button, clientX, pointerId, pointerType }) => {
    const mark = button === 0 && pointerType !== 'touch' && target instanceof Element ? target.closest<SVGGElement>('[data-meeting]') : null;
    if (!mark) return;
    held = { mark, meeting: mark.dataset.meeting!, from: clientX, by: 0, isDragged: false };
    mark.setPointerCapture(pointerId);
  }, { signal });
  graph.addEventListener('pointermove', ({ clientX }) => {
    if (!held) return;
    held.by = clientX - held.from;
    held.mark.style.transform = `translateX(${held.by * scale()}px)`;
    if (Math.abs(held.by) <= STILL) return;
    held.isDragged = true;
    over(held.meeting, later(held));
  }, { signal });
  graph.addEventListener('pointerup', () => {
    const was = letGo();
    if (was && Math.abs(was.by) > STILL) dropped(was.meeting, later(was));
    else if (was?.isDragged) left();
  }, { signal });
  graph.addEventListener('pointercancel', cancel, { signal });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') cancel();
  }, { signal });
  return () => ending.abort();
}

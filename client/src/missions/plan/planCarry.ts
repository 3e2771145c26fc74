/**
 * Somebody, or a meeting, is carried by a grip and let go on something, by a mouse, a pen or a finger. The grip alone is held, so that a finger scrolls everywhere else. Near to the upper and lower edge of the window
 * the page scrolls by itself. Whoever uses a keyboard has a form and buttons that do the same.
 */
import { holding } from './planHold.ts';

/** Who or what is carried: a person, and from which meeting where it was from one; or a meeting. Both as keys. */
export interface Carried {
  readonly person: string | undefined;
  readonly meeting: string | undefined;
}

/** Where it is let go: the key of a meeting or a place of the board, and on whom of the meeting. */
export interface Onto {
  readonly onto: string;
  readonly instead: string | undefined;
}

interface Carrying {
  readonly named: (carried: Carried) => string;
  /** What would come of it, in words; undefined where it cannot be let go. */
  readonly said: (carried: Carried, onto: Onto) => string | undefined;
  readonly dropped: (carried: Carried, onto: Onto) => void;
}

/** So near to an edge of the window, and by so much in each picture, in pixels. */
const [EDGE, STEP] = [56, 10];

/** Lets what has a grip on the board be carried; gives what ends that. */
export function carriable(board: HTMLElement, { named, said, dropped }: Carrying): () => void {
  /** What is read beside the pointer while something is carried. */
  const tag = document.createElement('div');
  tag.className = 'plan-carried';
  tag.ariaHidden = 'true';
  let [x, y, isScrolling] = [0, 0, false];
  let now: Carried | undefined;
  let [here, onto]: [Element?, Onto?] = [];

  const mark = (place?: Element, at?: Onto): void => {
    here?.removeAttribute('data-here');
    place?.setAttribute('data-here', '');
    [here, onto] = [place, at];
  };
  /** Marks what stands under the pointer, and takes it. */
  const look = (carried: Carried): void => {
    const under = document.elementFromPoint(x, y);
    const instead = under?.closest<HTMLElement>('[data-instead]')?.dataset.instead;
    tag.textContent = named(carried);
    mark();
    for (let place = under?.closest<HTMLElement>('[data-onto]'); place && board.contains(place); place = place.parentElement?.closest<HTMLElement>('[data-onto]')) {
      const at = { onto: place.dataset.onto!, instead };
      const words = said(carried, at);
      if (words === undefined) continue;
      tag.textContent = words;
      return mark(place, at);
    }
  };
  const scroll = (): void => {
    const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
    isScrolling = now !== undefined && by !== 0;
    if (!now || !isScrolling) return;
    scrollBy({ top: by, behavior: 'instant' });
    look(now);
    requestAnimationFrame(scroll);
  };
  const end = (): void => {
    now = undefined;
    tag.remove();
    mark();
  };

  return holding<Carried>(board, {
    takes: (_, on) => {
      const grip = on.closest<HTMLElement | SVGElement>('[data-grip]');
      return grip ? { thing: { person: grip.dataset.grip || undefined, meeting: grip.dataset.of }, by: grip } : undefined;
    },
    moves: (carried, { clientX, clientY }) => {
      if (!now) board.append(tag);
      [now, x, y] = [carried, clientX, clientY];
      tag.style.translate = `${x}px ${y}px`;
      look(carried);
      if (!isScrolling) scroll();
    },
    drops: (carried) => {
      const at = onto;
      end();
      if (at) dropped(carried, at);
    },
    leaves: end,
  });
}

/** What is held by a mouse, a pen or a finger, and let go somewhere else. Escape lets it go where it was. */

/** A press that moves no farther moves nothing, in pixels. */
export const STILL = 4;

/** `takes`: what a press takes hold of, and the element that has it; undefined for nothing. The others are told of it once it has been moved: that it is moved on, let go, or left where it was. */
interface Holding<Thing> {
  readonly takes: (event: PointerEvent, on: Element) => { readonly thing: Thing; readonly by: Element } | undefined;
  readonly moves: (thing: Thing, event: PointerEvent, from: PointerEvent) => void;
  readonly drops: (thing: Thing, event: PointerEvent, from: PointerEvent) => void;
  readonly leaves: (thing: Thing) => void;
}

/** Lets things be held in an element; gives what ends that. */
export function holding<Thing>(within: HTMLElement | SVGElement, { takes, moves, drops, leaves }: Holding<Thing>): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let held: { readonly thing: Thing; readonly from: PointerEvent; isMoved: boolean } | undefined;
  const letGo = (): typeof held => {
    const was = held;
    held = undefined;
    return was?.isMoved ? was : undefined;
  };
  const leave = (): void => {
    const was = letGo();
    if (was) leaves(was.thing);
  };
  const hear = (type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'lostpointercapture', act: (event: PointerEvent) => void): void => within.addEventListener(type, (event) => act(event as PointerEvent), { signal });
  hear('pointerdown', (event) => {
    const taken = event.button === 0 && !held && event.target instanceof Element ? takes(event, event.target) : undefined;
    if (!taken) return;
    held = { thing: taken.thing, from: event, isMoved: false };
    taken.by.setPointerCapture(event.pointerId);
  });
  hear('pointermove', (event) => {
    if (!held || held.from.pointerId !== event.pointerId) return;
    held.isMoved ||= Math.hypot(event.clientX - held.from.clientX, event.clientY - held.from.clientY) > STILL;
    if (held.isMoved) moves(held.thing, event, held.from);
  });
  hear('pointerup', (event) => {
    if (!held || held.from.pointerId !== event.pointerId) return;
    const was = letGo();
    if (was) drops(was.thing, event, was.from);
  });
  hear('pointercancel', leave);
  // What had it may be gone before it is let go, as when another plan is shown.
  hear('lostpointercapture', leave);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') leave();
  }, { signal });
  return () => {
    leave();
    ending.abort();
  };
}

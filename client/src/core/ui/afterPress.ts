/** What moves a page waits until the pointer that is pressed is let go, so that the press still lands where it was meant to. */

/** What ends a press: a drag ends without the pointer being let go. */
const ENDS = ['pointerup', 'pointercancel', 'dragend'] as const;
let isPressed = false;

const press = (is: boolean) => (): void => void (isPressed = is);
// Frames are drawn where there is no document, when the product is built.
if (typeof document !== 'undefined') {
  document.addEventListener('pointerdown', press(true), { capture: true, passive: true });
  for (const end of ENDS) document.addEventListener(end, press(false), { capture: true, passive: true });
}

/** Does `act` at once, or, while a pointer is pressed, after the click that ends the press. */
export function afterPress(act: () => void): void {
  if (!isPressed) {
    act();
    return;
  }
  const ends = new AbortController();
  const done = (): void => {
    ends.abort();
    setTimeout(act);
  };
  for (const end of ENDS) document.addEventListener(end, done, { signal: ends.signal });
}

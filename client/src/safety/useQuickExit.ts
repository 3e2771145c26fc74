import { onBeforeUnmount, onMounted } from 'vue';

import { locale } from '../core/i18n/index.ts';
import { leave } from './leave.ts';
import { neutralPage } from './neutralPages.ts';
import { countPresses } from './presses.ts';

/** Gives the way out, and opens it also when Escape is pressed three times, whatever has the focus. */
export function useQuickExit(): () => void {
  const isThird = countPresses();
  let hasLeft = false;

  function exit(): void {
    hasLeft = true;
    leave(neutralPage(locale.value));
  }

  function onKey({ key, repeat, timeStamp }: KeyboardEvent): void {
    if (key === 'Escape' && !repeat && isThird(timeStamp)) exit();
  }

  // A browser may give back, by the button "back", the very page that was left: it is left again.
  function onShow({ persisted }: PageTransitionEvent): void {
    if (persisted && hasLeft) exit();
  }

  onMounted(() => {
    // Before any menu or field hears of the key, and stops it.
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('pageshow', onShow);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey, { capture: true });
    window.removeEventListener('pageshow', onShow);
  });
  return exit;
}

import { onBeforeUnmount, onMounted, watch } from 'vue';

/** How long a page that shows files that wait is left alone, in milliseconds: at first, and at most, while the scanner is away. */
const PAUSES = [2_000, 60_000] as const;

/** Asks anew, ever less often, while something waits until it was checked and the page is in sight. For composables only. */
export function useWhileHeld(isHeld: () => boolean, ask: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause: number = PAUSES[0];

  function later(): void {
    clearTimeout(timer);
    if (!isHeld() || document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      ask();
      pause = Math.min(pause * 1.5, PAUSES[1]);
      later();
    }, pause);
  }
  function soon(): void {
    pause = PAUSES[0];
    later();
  }

  onMounted(() => {
    watch(isHeld, soon, { immediate: true });
    document.addEventListener('visibilitychange', soon);
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', soon);
  });
}

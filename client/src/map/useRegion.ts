import { type Ref, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue';

import address from './generated/region.generated.json?url';
import type { Region } from './region.ts';

let coming: Promise<Region> | undefined;

/** The drawing is data, not a script: the browser has nothing to compile, and asks for it once. */
async function fetchRegion(): Promise<Region> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`No map: ${response.status}`);
  return (await response.json()) as Region;
}

/** The map of the region, once it has come; `isMissing` when it could not be loaded. It is a file of its own: few pages show it. */
export function useRegion(): { readonly region: Ref<Region | undefined>; readonly isMissing: Ref<boolean> } {
  const region = shallowRef<Region>();
  const isMissing = ref(false);
  const asked = (coming ??= fetchRegion());
  asked.then(
    (drawn) => (region.value = drawn),
    () => {
      // Another page may ask for it anew by now.
      if (coming === asked) coming = undefined;
      isMissing.value = true;
    },
  );
  return { region, isMissing };
}

/** How wide an element is, in CSS pixels; 0 until it has been laid out. The browser says so itself: to ask would have it lay out the page at once. */
export function useWidth(element: Readonly<Ref<Element | null>>): Ref<number> {
  const width = ref(0);
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(([entry]) => {
    if (entry) width.value = entry.contentRect.width;
  });
  onMounted(() => element.value && observer?.observe(element.value));
  onBeforeUnmount(() => observer?.disconnect());
  return width;
}

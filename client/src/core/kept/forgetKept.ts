import { KEPT_KEY_ENDS } from '@passerelle/shared/kept.ts';

/** In milliseconds. */
const PATIENCE = 2_000;

/**
 * Removes what this browser keeps of a check-in page: the key first, without which the list of names cannot be read, then the list with
 * the page, and what opens it without a network. Never throws: a browser that keeps nothing has nothing to remove.
 */
export async function forgetKept(): Promise<void> {
  document.cookie = KEPT_KEY_ENDS;
  // Without the key nothing of it can be read: nobody waits long for the rest.
  await Promise.race([removeKept(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

async function removeKept(): Promise<void> {
  try {
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    const names = (await globalThis.caches?.keys()) ?? [];
    await Promise.all([...workers.map((worker) => worker.unregister()), ...names.map((name) => caches.delete(name))]);
  } catch {
    // Where storage is refused, nothing was kept.
  }
}

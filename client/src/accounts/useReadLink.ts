import { nextTick, type Ref, shallowRef, useTemplateRef, watch } from 'vue';

import { useSecret } from './secret.ts';

/** A page that was reached by the link of a mail, and shows what the link is for before anything is done. */
export interface ReadLink<Found> {
  /** What the link holds; undefined without one, and once it was used. */
  readonly secret: Ref<string | undefined>;
  /** What it is for; undefined before it was read. It stays where reading once more fails. */
  readonly found: Ref<Found | undefined>;
  /** Reads it, once more where what is shown is no longer so. */
  readonly read: () => Promise<void>;
  /** Something was told: the element of the template that is called `result` takes the focus. */
  readonly tell: () => Promise<void>;
  /** The link has been used: it is forgotten, and that is told. */
  readonly use: () => Promise<void>;
}

/** What pages have in common that read what the link of a mail is for, and then do something once. */
export function useReadLink<Found>(ask: (secret: string) => Promise<Found | undefined>): ReadLink<Found> {
  const secret = useSecret();
  const found = shallowRef<Found>();
  const result = useTemplateRef<HTMLElement>('result');

  async function read(): Promise<void> {
    const held = secret.value;
    if (held === undefined || import.meta.env.SSR) return;
    const answer = await ask(held);
    // Another link was followed meanwhile, in the same window: it is the one that is read.
    if (secret.value !== held) return read();
    if (answer !== undefined) found.value = answer;
  }

  async function tell(): Promise<void> {
    await nextTick();
    result.value?.focus();
  }

  async function use(): Promise<void> {
    secret.value = undefined;
    await tell();
  }

  watch(secret, (now) => {
    // Nothing of another link is shown, nor what the same one held when it was followed before.
    if (now !== undefined) found.value = undefined;
    return read();
  }, { immediate: true });
  return { secret, found, read, tell, use };
}

import { type AnyVariables, stringifyDocument, type TypedDocumentNode } from '@urql/vue';
import { onBeforeUnmount, onMounted, watch } from 'vue';

import { locale } from '../i18n/index.ts';

/** How long a stream that was refused is left alone, in milliseconds: from, and at most. */
const PAUSES = [4_000, 120_000] as const;

/** The address of a stream: a document of the build goes by its hash. */
function addressOf(document: TypedDocumentNode<unknown, never> & { readonly documentId?: string }, variables: unknown): string {
  const what: Record<string, string> = document.documentId ? { documentId: document.documentId } : { query: stringifyDocument(document) };
  return `/graphql/stream?${new URLSearchParams({ locale: locale.value, ...what, variables: JSON.stringify(variables) }).toString()}`;
}

/**
 * Subscribes while the page is shown and in sight, and gives `take` what is told. For what a page can do without: a stream that cannot
 * be had is tried again later, and nothing is said of it. `missed` is called once one is there again: what changed in between was told to nobody. `variables`
 * that are undefined subscribe to nothing. For composables only.
 */
export function useLive<Data, Variables extends AnyVariables>(subscription: TypedDocumentNode<Data, Variables>, variables: () => Variables | undefined, take: (data: Data) => void, missed?: () => void): void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause: number = PAUSES[0];
  let isLost = false;

  function close(): void {
    clearTimeout(timer);
    if (source) isLost = true;
    source?.close();
    source = undefined;
  }

  function later(): void {
    close();
    timer = setTimeout(open, pause * (0.5 + Math.random()));
    pause = Math.min(pause * 2, PAUSES[1]);
  }

  function open(): void {
    close();
    const given = variables();
    if (given === undefined || document.visibilityState !== 'visible') return;
    const opened = new EventSource(addressOf(subscription as never, given));
    source = opened;
    opened.addEventListener('next', ({ data }: MessageEvent<string>) => {
      const { data: told, errors } = JSON.parse(data) as { data?: Data; errors?: unknown };
      if (errors || !told) return;
      pause = PAUSES[0];
      take(told);
    });
    // What was subscribed to is over, or no longer for who asks: the server says which when it is asked again.
    opened.addEventListener('complete', later);
    opened.addEventListener('open', () => {
      if (isLost) missed?.();
      isLost = false;
    });
    opened.addEventListener('error', () => {
      isLost = true;
      // A connection that was lost is made again by the browser; a refusal is not.
      if (opened.readyState === EventSource.CLOSED) later();
    });
  }

  /** What is out of sight is not listened to: a browser has few connections for one site. */
  function look(): void {
    if (document.visibilityState === 'visible') open();
    else close();
  }

  onMounted(() => {
    watch(() => JSON.stringify(variables() ?? null), () => {
      open();
      isLost = false;
    }, { immediate: true });
    document.addEventListener('visibilitychange', look);
    addEventListener('online', open);
  });
  onBeforeUnmount(() => {
    close();
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', open);
  });
}

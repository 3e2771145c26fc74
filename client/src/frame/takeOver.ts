import { type App, type Component, createApp, createSSRApp } from 'vue';

import { beginDrawing, isFrame, turn } from '../core/ui/index.ts';

/** What is done around the start of an application. */
export interface Start {
  /** Before it, one after the other: the last one resolves when the page of the address can be drawn. */
  readonly prepare: readonly ((app: App) => Promise<void> | void)[];
  /** What the page will need and takes a browser long to do for the first time; done before it shows more than its frame. */
  readonly warmUp: () => unknown;
}

/**
 * Starts the application in its place. The frame that came with the document becomes a part of it as it stands: nothing is
 * drawn twice, and what has the focus keeps it. Where the address asks for more than the frame shows, it is drawn anew.
 * Each step is a turn of its own: in between the browser can answer.
 */
export async function takeOver(root: Component, place: Element, { search, hash }: Pick<Location, 'search' | 'hash'>, { prepare, warmUp }: Start): Promise<void> {
  const isKept = place.childElementCount > 0 && search === '' && hash === '';
  const app = (isKept ? createSSRApp : createApp)(root);
  for (const step of prepare) {
    await turn();
    await step(app);
  }
  await turn();
  isFrame.value = isKept;
  app.mount(place);
  if (!isKept) return;
  const end = beginDrawing();
  await turn();
  warmUp();
  await turn();
  isFrame.value = false;
  end();
}

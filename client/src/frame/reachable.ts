/** In milliseconds: what takes longer to come is not waited for. */
const PATIENCE = 5_000;
/** What a reader does who goes on by themselves. */
const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Whether the page is, or within some seconds becomes, so long that it can be scrolled to `top` (CSS pixels); not where its reader has gone on meanwhile. */
export function reachable(top: number): Promise<boolean> {
  const isLong = (): boolean => document.documentElement.scrollHeight - innerHeight >= top;
  if (isLong()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (is: boolean): void => {
      over.abort();
      growth.disconnect();
      resolve(is);
    };
    const over = new AbortController();
    const growth = new ResizeObserver(() => {
      if (isLong()) end(true);
    });
    growth.observe(document.body);
    const late = setTimeout(() => end(false), PATIENCE);
    over.signal.addEventListener('abort', () => clearTimeout(late));
    for (const act of ACTS) addEventListener(act, () => end(false), { capture: true, signal: over.signal });
  });
}

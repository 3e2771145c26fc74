/** The looks that a reader can choose; `auto` is what the device asks for. */
export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;

/** One of the looks that a reader can choose. */
export type Theme = (typeof THEMES)[number];

/** The name under which a chosen look is stored. */
export const KEY = 'theme';

/**
 * Gives the document the look that was chosen on an earlier visit, before anything of it is seen, and its own letters if the browser has
 * kept them: it has when this script was sent in no byte. The build writes this function, with its arguments, into a script of its own, which runs before every other: it can use nothing else.
 */
export function firstLook(key: string, looks: readonly string[]): void {
  try {
    const stored = localStorage.getItem(key);
    if (stored !== null && looks.includes(stored)) document.documentElement.dataset.theme = stored;
  } catch {
    // Storage is closed to the page: it has the look of the device.
  }
  const own = (document.currentScript as HTMLScriptElement | null)?.src ?? '';
  const [sent] = performance.getEntriesByName(own) as PerformanceResourceTiming[];
  if (sent?.transferSize === 0) document.documentElement.dataset.letters = 'own';
}

/** The script that shows the first look. */
export function firstLookScript(): string {
  return `(${firstLook.toString()})(${JSON.stringify(KEY)}, ${JSON.stringify(THEMES.filter((look) => look !== 'auto'))});\n`;
}

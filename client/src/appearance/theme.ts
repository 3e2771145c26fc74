import { type Ref, ref } from 'vue';

import { KEY, type Theme, THEMES } from './looks.ts';

/** The look of the page. */
export const theme: Ref<Theme> = ref('auto');

/** Gives the page the look that was chosen on an earlier visit. */
export function restoreTheme(): void {
  const stored = read();
  show(THEMES.find((known) => known === stored) ?? 'auto');
}

/**
 * Gives the page a look, and keeps it for the next visit. It is the one thing the site ever stores with a visitor, and
 * only because they ask for it: choosing `auto` erases it.
 */
export function chooseTheme(chosen: Theme): void {
  show(chosen);
  try {
    if (chosen === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, chosen);
  } catch {
    // Storage is closed to the page: the look holds until the page is closed.
  }
}

function show(chosen: Theme): void {
  theme.value = chosen;
  if (chosen === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Who may act on what is kept about them, how long things last and wait, and what may be written. */

/** Whether somebody may correct, ask about and erase what is kept about them: an invented person is everybody's who signs in as them. */
export function mayActOnOwnData({ isDemonstration }: { readonly isDemonstration: boolean }): boolean {
  return !isDemonstration;
}

/** For how many minutes the link to a new address can be used. */
export const ADDRESS_LINK_LASTS = 60;

/** How many days before an unused account goes its person is written to, and how many days must have passed since that mail left. */
export const WARNED_BEFORE = 45;
export const WARNED_AT_LEAST = 30;

/** In characters. */
export const LONGEST_NAME = 200;
export const LONGEST_TEXT = 5_000;

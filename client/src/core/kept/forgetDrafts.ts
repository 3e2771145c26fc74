import { DRAFT_KEY_ENDS, DRAFTS } from '@passerelle/shared/kept.ts';

/** Removes what this browser keeps of what somebody was typing: the key first, without which nothing of it can be read. For who signs out; whoever signs in again finds what they typed. Never throws. */
export function forgetDrafts(): void {
  document.cookie = DRAFT_KEY_ENDS;
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(DRAFTS)) localStorage.removeItem(name);
  } catch {
    // Where storage is refused, nothing was kept.
  }
}

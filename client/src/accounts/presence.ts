/**
 * Whether somebody may be signed in. The cookie of a session is not for scripts to see, so the document says whether one
 * came with its request: a visitor pays no question to the API and loads nothing of accounts. What the session is worth,
 * the API says (`useViewer`). Signing in and out open the next page anew (`startAnew`), so this never turns true.
 */
import { computed, ref } from 'vue';

import { isFrame } from '../core/ui/index.ts';
import { facts } from '../service/index.ts';

const hasSession = ref(facts?.isSignedIn ?? true);

/** Whether a session came with the document, even if it lets its person do nothing before the second step. */
export const broughtSession = facts?.isSignedIn ?? true;

/** Whether a session came with the document and has not been found to be over. A frame is drawn for visitors. */
export const isSignedIn = computed(() => hasSession.value && !isFrame.value);

/** Whether nobody is signed in, as far as is known: as the frame has it, too. Where it is not known yet, neither this nor `isSignedIn` is true. */
export const isVisitor = computed(() => !hasSession.value);

/** Says that the session is over. */
export function nobodyIsSignedIn(): void {
  hasSession.value = false;
}

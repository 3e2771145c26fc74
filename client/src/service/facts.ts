import type { Facts } from '@passerelle/shared/frame.ts';

/** What the server told with the document; undefined when it told nothing, as a development server does. */
export const facts: Facts | undefined = import.meta.env.SSR ? { hasDemonstrationData: true, hasAgentSignIn: false, isSignedIn: false } : told();

function told(): Facts | undefined {
  const text = document.getElementById('facts')?.textContent;
  return text ? (JSON.parse(text) as Facts) : undefined;
}

/**
 * Being signed in, for stories that are about what comes then. How people ask for a link, find it and confirm it is told by
 * `accounts.spec.ts`, `sign-in.spec.ts` and `keys.spec.ts`.
 */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, type Page } from '@playwright/test';
import { ask } from './api.ts';
import { askForLink } from './mailbox.ts';
import { networkOf } from './network.ts';

const CONFIRM = 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }';
/** How often somebody asks for a link when another story, which signs in as the same person, has used the one they had. */
const ATTEMPTS = 3;

/** Signs somebody in who needs no second step: the page is theirs from the next address on. */
export async function signIn(page: Page, locale: Locale, email: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [, secret] = (await askForLink(page.request, locale, email)).split('#');
    const { confirmSignIn } = await ask<{ confirmSignIn: { isSignedIn: boolean } }>(page.request, locale, CONFIRM, { variables: { secret }, headers: networkOf(email) });
    if (confirmSignIn.isSignedIn) return;
  }
  expect(null, `${email} could not sign in`).toBe(email);
}

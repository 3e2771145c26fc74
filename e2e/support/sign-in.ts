/**
 * Being signed in, for stories that are about what comes then. How people ask for a link, find it and confirm it is told by
 * `accounts.spec.ts`, `sign-in.spec.ts` and `keys.spec.ts`.
 */
import type { Locale } from '@passerelle/shared/locales.ts';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { ask } from './api.ts';
import { linksTo, linkTo } from './mailbox.ts';
import { networkOf } from './network.ts';
import { settled } from './page.ts';

const CONFIRM = '/sign-in/confirm';
const ASK_FOR_LINK = 'mutation ($email: EmailAddress!, $proof: String) { requestSignInLink(email: $email, proof: $proof) { minutes } }';
const CONFIRM_SIGN_IN = 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }';
/** How often somebody asks for a link when another story, which signs in as the same person, has used the one they had. */
const ATTEMPTS = 3;

/** The work that a form which anybody may send asks for, done; null where none is asked for. */
async function proof(request: APIRequestContext): Promise<string | null> {
  const { proofChallenge } = await ask<{ proofChallenge: { challenge: string } | null }>(request, 'en', '{ proofChallenge { challenge } }');
  if (!proofChallenge) return null;
  const challenge = JSON.parse(proofChallenge.challenge) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return JSON.stringify({ challenge, solution: { counter: solution!.counter, derivedKey: solution!.derivedKey } });
}

/** Has a link sent to somebody, in a language; gives its path and fragment. */
async function askForLink(request: APIRequestContext, locale: Locale, email: string): Promise<string> {
  const before = await linksTo(request, email, CONFIRM);
  await ask(request, locale, ASK_FOR_LINK, { variables: { email, proof: await proof(request) }, headers: networkOf(email) });
  return linkTo(request, email, CONFIRM, before);
}

/** Signs somebody in who needs no second step: the page is theirs from the next address on. */
export async function signIn(page: Page, locale: Locale, email: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const link = await askForLink(page.request, locale, email);
    const { confirmSignIn } = await ask<{ confirmSignIn: { isSignedIn: boolean } }>(page.request, locale, CONFIRM_SIGN_IN, { variables: { secret: link.split('#')[1]! }, headers: networkOf(email) });
    if (confirmSignIn.isSignedIn) return;
  }
  expect(null, `${email} could not sign in`).toBe(email);
}

/** Signs in by a link as far as it leads, in the browser: confirms it there. */
export async function followLink(page: Page, locale: Locale, email: string): Promise<void> {
  await page.goto(await askForLink(page.request, locale, email));
  await settled(page);
  await page.locator('main form button').click();
}

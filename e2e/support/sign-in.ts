/**
 * Being signed in, for stories that are about what comes then. How people ask for a link, find it and confirm it is told by
 * `accounts.spec.ts`, `sign-in.spec.ts` and `keys.spec.ts`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@passerelle/shared/locales.ts';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { ask } from './api.ts';
import { askForLink } from './mailbox.ts';
import { networkOf } from './network.ts';
import { settled } from './page.ts';

const CONFIRM = 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }';
/** How often somebody asks for a link when another story, which signs in as the same person, has used the one they had. */
const ATTEMPTS = 3;

/** Signs somebody in who needs no second step: the page is theirs from the next address on. */
export async function signIn(page: Pick<Page, 'request'>, locale: Locale, email: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [, secret] = (await askForLink(page.request, locale, email)).split('#');
    const { confirmSignIn } = await ask<{ confirmSignIn: { isSignedIn: boolean } }>(page.request, locale, CONFIRM, { variables: { secret }, headers: networkOf(email) });
    if (confirmSignIn.isSignedIn) return;
  }
  expect(null, `${email} could not sign in`).toBe(email);
}

/**
 * The same in the session of an earlier story, where it is still good: links to one address are counted, and many stories are about
 * the same few people. Not for stories that sign out, or that do what asks who somebody is.
 */
export async function signInAgain(page: Page, locale: Locale, email: string): Promise<void> {
  const file = join(process.env.E2E_DATA!, `signed-in-${email}.json`);
  if (existsSync(file)) await page.context().addCookies(JSON.parse(readFileSync(file, 'utf8')) as Parameters<ReturnType<Page['context']>['addCookies']>[0]);
  const { viewer } = await ask<{ viewer: { email: string } | null }>(page.request, locale, '{ viewer { email } }');
  if (viewer?.email === email) return;
  await signIn(page, locale, email);
  writeFileSync(file, JSON.stringify(await page.context().cookies()));
}

/** What stories have opened, and which of them: whoever comes next closes what an earlier one has left. */
const opened = new Map<BrowserContext, string>();

async function closeWhatIsLeft(story: string): Promise<void> {
  for (const [context, of] of opened) {
    if (of === story) continue;
    opened.delete(context);
    await context.close();
  }
}

/** A browser of their own, in which somebody of the demonstration is signed in. */
export async function visitOf(browser: Browser, locale: Locale, who: string): Promise<Page> {
  const { testId } = test.info();
  await closeWhatIsLeft(testId);
  const context = await browser.newContext({ extraHTTPHeaders: networkOf(who) });
  opened.set(context, testId);
  const page = await context.newPage();
  await signInAgain(page, locale, `${who}@passerelle.example`);
  return page;
}

/** The same at their desk. */
export async function deskOf(browser: Browser, locale: Locale, who: string): Promise<Page> {
  const page = await visitOf(browser, locale, who);
  await page.goto(`/${locale}/desk`);
  await settled(page);
  return page;
}

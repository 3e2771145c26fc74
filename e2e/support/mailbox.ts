/**
 * The links in the mails of the demonstration, as the API has them that the page of the mailbox asks. What people see of it
 * is told by `accounts.spec.ts` and `mailbox.spec.ts`.
 */
import type { Locale } from '@passerelle/shared/locales.ts';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { ask } from './api.ts';
import { networkOf } from './network.ts';
import { settled } from './page.ts';
import { proof } from './proof.ts';

const CONFIRM = '/sign-in/confirm';
const ASK_FOR_LINK = 'mutation ($email: EmailAddress!, $proof: String) { requestSignInLink(email: $email, proof: $proof) { minutes } }';

interface Mail {
  readonly to: string;
  /** Null once what it held is erased. */
  readonly text: string | null;
}

/** The path and the fragment of the links to `path` in the mails to somebody, newest first. */
export async function linksTo(request: APIRequestContext, email: string, path: string): Promise<string[]> {
  const { localMailbox } = await ask<{ localMailbox: Mail[] }>(request, 'en', '{ localMailbox { to text } }');
  return localMailbox.filter(({ to }) => to === email).flatMap(({ text }) => text?.match(/https?:\/\/\S+/g) ?? [])
    .map((address) => new URL(address)).filter(({ pathname }) => pathname.endsWith(path)).map(({ pathname, hash }) => pathname + hash);
}

/** Waits for the link to `path` that somebody is sent: another than those `before` it, since they may have been sent one earlier. */
export async function linkTo(request: APIRequestContext, email: string, path: string, before: readonly string[] = []): Promise<string> {
  let link: string | undefined;
  await expect.poll(async () => {
    link = (await linksTo(request, email, path)).find((found) => !before.includes(found));
    return link;
  }, { message: `a link to ${path} for ${email}`, intervals: [100], timeout: 20_000 }).toBeDefined();
  return link!;
}

/** Has a link to sign in sent to somebody, in a language; gives its path and fragment. */
export async function askForLink(request: APIRequestContext, locale: Locale, email: string): Promise<string> {
  const before = await linksTo(request, email, CONFIRM);
  await ask(request, locale, ASK_FOR_LINK, { variables: { email, proof: await proof(request) }, headers: networkOf(email) });
  return linkTo(request, email, CONFIRM, before);
}

/** Signs in by a link as far as it leads: confirms it in the browser. Who is alone in using an address is not led astray by the links of others. */
export async function followLink(page: Page, locale: Locale, email: string): Promise<void> {
  await page.goto(await askForLink(page.request, locale, email));
  await settled(page);
  await page.locator('main form button').click();
}

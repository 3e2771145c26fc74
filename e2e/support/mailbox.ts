/**
 * The links in the mails of the demonstration, as the API has them that the page of the mailbox asks. What people see of it
 * is told by `accounts.spec.ts` and `mailbox.spec.ts`.
 */
import { type APIRequestContext, expect } from '@playwright/test';
import { ask } from './api.ts';

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

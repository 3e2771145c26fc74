/** Registrations, and the mails about them. */
import { expect, type Page } from '@playwright/test';
import { ask } from './api.ts';
import { settled } from './page.ts';

interface Session {
  readonly id: string;
  readonly state: string;
  readonly format: string;
  readonly needsValidation: boolean;
  readonly registrationUntil: string | null;
  readonly places: number;
  readonly placesLeft: number;
  readonly version: number;
  readonly startsAt: string;
}

/** The sessions on the spot that people can be registered for, the last first; those that the demonstration fills are the next ones. */
export async function openSessions(page: Page, needsValidation: boolean): Promise<Session[]> {
  const fields = 'id state format needsValidation registrationUntil places placesLeft version startsAt';
  const { trainingSessions } = await ask<{ trainingSessions: { nodes: Session[] } }>(page.request, 'fr', `{ trainingSessions(first: 100, sort: LATEST) { nodes { ${fields} } } }`);
  return trainingSessions.nodes.filter((session) => session.state === 'OPEN' && session.format === 'ON_SITE' && session.needsValidation === needsValidation
    && (session.registrationUntil === null || Date.parse(session.registrationUntil) > Date.now()));
}

export const person = (page: Page, n: number) => page.locator('.person-fields').nth(n - 1);
export const row = (page: Page, name: string) => page.locator('.member-row', { hasText: name }).first();

/** Fills in the name and the address of the person `n`, by the keyboard. */
export async function type(page: Page, n: number, name: string, email: string): Promise<void> {
  await person(page, n).locator('input[type="text"]').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(email);
}

/** The text of the newest mail to an address that has these words. */
export async function mailTo(page: Page, locale: string, email: string, words: RegExp): Promise<ReturnType<Page['locator']>> {
  const mail = page.locator('.mail', { hasText: email }).filter({ hasText: words }).first();
  await expect(async () => {
    await page.goto(`/${locale}/mailbox`);
    await settled(page);
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  return mail;
}

/** Sessions whose places change while people look at them, made by the API. */
import { type Browser, expect, type Page } from '@playwright/test';
import { ask } from './api.ts';
import { settled } from './page.ts';
import { announced } from './sessions.ts';

const REGISTER = 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome people { outcome } } }';

/** A session of this story alone, announced, without validation: its id. */
export const announcedOn = (adviser: Page, places: number, day: string): Promise<string> =>
  announced(adviser, 'fr', { title: `Places qui changent, ${day}`, theme: 'ASSISTANCE', format: 'HYBRID', starts: `${day}T09:00`, ends: `${day}T17:00`, places });

/** Registers somebody for a session, by the API. */
export async function registerOne(coordinator: Page, id: string, email: string): Promise<void> {
  const { viewer } = await ask<{ viewer: { registersFor: { organisation: { id: string } }[] } }>(coordinator.request, 'fr', '{ viewer { registersFor { organisation { id } } } }');
  const input = {
    session: id, organisation: viewer.registersFor[0]!.organisation.id, submission: crypto.randomUUID(), hasConsent: true,
    people: [{ name: 'Проба Пробна', email, locale: 'mk', mode: 'ON_SITE' }],
  };
  expect(await ask(coordinator.request, 'fr', REGISTER, { variables: { input } })).toMatchObject({ registerParticipants: { outcome: 'DONE' } });
}

export async function visitor(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(path);
  await settled(page);
  return page;
}

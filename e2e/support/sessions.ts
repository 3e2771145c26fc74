/** Sessions that stories are told about, made by the API. */
import { randomUUID } from 'node:crypto';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Page } from '@playwright/test';
import { ask } from './api.ts';

const CREATE = 'mutation ($key: UUID!, $input: SessionInput!) { createSession(key: $key, input: $input) { outcome faults { field fault } session { id } } }';
const OPEN = 'mutation ($id: ID!) { openSession(id: $id) { outcome } }';

/** What is said of a session where its story does not say it: a day in Skopje, without validation. */
const SESSION = {
  summary: '', programme: [], theme: 'IDENTIFICATION', audiences: [], format: 'ON_SITE', country: 'MK', town: 'Скопје', timeZone: 'Europe/Skopje', places: 20, needsValidation: false, trainers: [], workingLanguages: [], interpretation: [],
};

/** What a story says of its session; the times are those of its clock (`2027-05-10T09:00`). */
export interface Said extends Readonly<Record<string, unknown>> {
  readonly title: string;
  readonly starts: string;
  readonly ends: string;
}

/** A draft that is made by whoever is signed in on `page`, in their language; its id. */
export async function drafted(page: Page, locale: Locale, said: Said): Promise<string> {
  const { createSession } = await ask<{ createSession: { session: { id: string } | null } }>(page.request, locale, CREATE, { variables: { key: randomUUID(), input: { ...SESSION, sourceLocale: locale, ...said } } });
  if (!createSession.session) throw new Error(`${said.title}: ${JSON.stringify(createSession)}`);
  return createSession.session.id;
}

/** The same, announced. */
export async function announced(page: Page, locale: Locale, said: Said): Promise<string> {
  const id = await drafted(page, locale, said);
  await ask(page.request, locale, OPEN, { variables: { id } });
  return id;
}

/** Needs and groups of them that stories are told about, made by the API. */
import { randomUUID } from 'node:crypto';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Page } from '@playwright/test';
import { ask } from './api.ts';

const ENTER = 'mutation ($key: UUID!, $input: NeedInput!) { saveNeed(key: $key, version: 0, input: $input) { outcome faults { field fault } need { id } } }';
const ACCEPT = 'mutation ($key: UUID!, $needs: [NeedReadInput!]!, $input: CommonNeedInput!) { acceptCommonNeed(key: $key, needs: $needs, input: $input) { outcome faults { field fault } commonNeed { id } } }';

/** What a story says of its need. */
export interface SaidNeed extends Readonly<Record<string, unknown>> {
  readonly country: string;
  readonly sourceLocale: Locale;
  readonly theme: string;
  readonly title: string;
  readonly text: string;
}

/** A need that the adviser, who is signed in on `page`, enters for a country; its id. */
export async function enteredNeed(page: Page, said: SaidNeed): Promise<string> {
  const { saveNeed } = await ask<{ saveNeed: { need: { id: string } | null } }>(page.request, 'fr', ENTER, { variables: { key: randomUUID(), input: { furtherThemes: [], pillar: 'PROSECUTION', audiences: ['MAGISTRATES'], criteria: [], links: [], ...said } } });
  if (!saveNeed.need) throw new Error(`${said.title}: ${JSON.stringify(saveNeed)}`);
  return saveNeed.need.id;
}

/** A group of needs that nobody has changed yet, in French; its id. */
export async function acceptedGroup(page: Page, title: string, needs: readonly string[]): Promise<string> {
  const { acceptCommonNeed } = await ask<{ acceptCommonNeed: { commonNeed: { id: string } | null } }>(page.request, 'fr', ACCEPT, { variables: { key: randomUUID(), needs: needs.map((id) => ({ id, version: 1 })), input: { sourceLocale: 'fr', title, why: 'Le même manque partout.' } } });
  if (!acceptCommonNeed.commonNeed) throw new Error(`${title}: ${JSON.stringify(acceptCommonNeed)}`);
  return acceptCommonNeed.commonNeed.id;
}

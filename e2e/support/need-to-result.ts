/** A request that answers a need, made by the API. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask } from './api.ts';

/** A request of the officer for what answers a need; its id. */
export async function requested(page: Page, need: string, subject: string): Promise<string> {
  const input = { sourceLocale: 'sq', kind: 'TRAINING', country: 'AL', theme: 'ASSISTANCE', audiences: [], criteria: [], wishedFrom: null, wishedUntil: null, need, subject, text: 'Kërkojmë një trajnim.' };
  const { sendCooperationRequest } = await ask<{ sendCooperationRequest: { request: { id: string } } }>(page.request, 'sq', 'mutation ($key: UUID!, $input: CooperationRequestInput!) { sendCooperationRequest(key: $key, input: $input) { request { id } } }', { variables: { key: randomUUID(), input } });
  return sendCooperationRequest.request.id;
}

import type { TypedDocumentNode } from '@urql/vue';
import { parse } from 'graphql';
import { afterEach, expect, it, vi } from 'vitest';

import { askAhead } from './askAhead.ts';
import { clientFor } from './client.ts';

const QUERY = parse('query Ahead { service { hasDemonstrationData } }') as TypedDocumentNode<object, Record<string, never>>;

afterEach(() => vi.unstubAllGlobals());

it('an answer asked for ahead is at hand afterwards', async () => {
  const fetched = vi.fn(() => Promise.resolve(Response.json({ data: { service: { hasDemonstrationData: true, __typename: 'Service' } } })));
  vi.stubGlobal('fetch', fetched);
  await askAhead(QUERY, {}, 'el', 10_000);
  expect(clientFor('el').readQuery(QUERY, {})?.data).toMatchObject({ service: { hasDemonstrationData: true } });
  expect(fetched).toHaveBeenCalledOnce();
});

it('a server that fails or does not answer keeps nothing back', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('down')));
  await askAhead(QUERY, {}, 'uk', 10_000);
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  await askAhead(QUERY, {}, 'hu', 1);
});

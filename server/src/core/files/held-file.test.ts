/** What is answered in the place of a file that waits is in the language of whoever asks, a page for a browser and a line for any other. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellHeld } from './held-file.ts';
import { HELD_WORDS } from './texts.ts';

const server = createServer(tellHeld);
const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';

beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => void server.close());

async function askFor(path: string, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly type: string | null; readonly language: string | null; readonly text: string; readonly policy: string | null }> {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
  const { status, headers: of } = response;
  return { status, type: of.get('content-type'), language: of.get('content-language'), text: await response.text(), policy: of.get('content-security-policy') };
}

test.each(LOCALE_TAGS)('a browser is shown a page in %s, in which nothing runs', async (locale) => {
  const { status, type, language, text, policy } = await askFor('/documents/x', { 'accept': BROWSER, 'accept-language': locale });
  expect([status, type, language]).toEqual([423, 'text/html; charset=utf-8', locale]);
  for (const part of [`<html lang="${locale}">`, ...Object.values(HELD_WORDS[locale])]) expect(text).toContain(part);
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
});

test('the language of the address comes before that of the browser', async () => {
  expect((await askFor('/documents/x?locale=el', { 'accept-language': 'mk' })).text).toBe(`${HELD_WORDS.el.held}\n`);
});

test('whoever is no browser is told in a line', async () => {
  expect(await askFor('/documents/x', { 'accept': '*/*', 'accept-language': 'mk' })).toMatchObject({ status: 423, type: 'text/plain; charset=utf-8', language: 'mk', text: `${HELD_WORDS.mk.held}\n` });
});

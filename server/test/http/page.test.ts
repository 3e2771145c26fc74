/** Which document of the built page an address is given. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpServer } from '../../src/core/http/index.ts';

const PAGES = [['country', '^\\/(fr|sr-Latn)\\/countries\\/([A-Z]{2})\\/?$'], ['home', '^\\/(fr|sr-Latn)\\/?$'], ['not-found', '^\\/(fr|sr-Latn)(?:\\/(.*))?\\/?$']];

let folder: string;
let server: Server;

async function serve(built: string): Promise<Server> {
  const made = createHttpServer({ graphql: () => undefined, ready: () => Promise.resolve(), logError: () => undefined, pageFolder: built, hsts: false });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return made;
}

const get = (from: Server, path: string): Promise<Response> => fetch(`http://127.0.0.1:${(from.address() as AddressInfo).port}${path}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-page-'));
  await writeFile(join(folder, 'index.html'), 'any');
  for (const locale of ['fr', 'sr-Latn']) {
    await mkdir(join(folder, 'pages', locale), { recursive: true });
    for (const [name] of PAGES) await writeFile(join(folder, 'pages', locale, `${name}.html`), `${name} in ${locale}`);
  }
  await writeFile(join(folder, 'pages.json'), JSON.stringify(PAGES));
  server = await serve(folder);
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe('an address', () => {
  test.each([
    ['/fr', 'home in fr'], ['/sr-Latn/', 'home in sr-Latn'], ['/fr/countries/RO?show=SESSIONS', 'country in fr'],
    ['/fr/countries/Romania', 'not-found in fr'], ['/sr-Latn/no/such/page', 'not-found in sr-Latn'],
    ['/', 'any'], ['/de/countries/RO', 'any'], ['/sr-latn', 'any'],
  ])('%s is given the document: %s', async (path, expected) => {
    const response = await get(server, path);
    expect([response.status, await response.text()]).toEqual([200, expected]);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('cache-control')).toBe('public, no-cache');
  });

  test('cannot name a document outside of the list', async () => {
    expect(await (await get(server, '/fr/..%2f..%2fpages.json')).text()).toBe('not-found in fr');
  });
});

test('a build without documents of its own has one for all', async () => {
  await rm(join(folder, 'pages.json'));
  const plain = await serve(folder);
  expect(await (await get(plain, '/fr/countries/RO')).text()).toBe('any');
  plain.close();
});

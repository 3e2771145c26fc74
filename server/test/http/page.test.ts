/** Which document of the built page an address is given. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ADDRESS_MARK, type Facts, FACTS_PLACE, inDemonstration, UNLISTED } from '@passerelle/shared/frame.ts';
import { createHttpServer } from '../../src/core/http/index.ts';

const PAGES = [['country', '^\\/(fr|sr-Latn)\\/countries\\/([A-Z]{2})\\/?$'], ['home', '^\\/(fr|sr-Latn)\\/?$'], ['not-found', '^\\/(fr|sr-Latn)(?:\\/(.*))?\\/?$']];

/** Reads Serbian in Latin letters best. */
const READER = { 'accept-language': 'sr-Latn-RS, fr;q=0.5' };

let folder: string;
let server: Server;

type Known = Omit<Facts, 'isSignedIn'>;

const none = (): Promise<Known> => Promise.reject(new Error('down'));

async function serve(built: string, facts: () => Promise<Known> = none): Promise<Server> {
  const made = createHttpServer({ graphql: () => undefined, ready: () => Promise.resolve(), logError: () => undefined, page: { folder: built, facts, bringsSession: ({ cookie }) => cookie?.includes('session=') === true }, hsts: false });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return made;
}

const get = (from: Server, path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`http://127.0.0.1:${(from.address() as AddressInfo).port}${path}`, { headers, redirect: 'manual' });

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
  ])('%s is given the document: %s', async (path, expected) => {
    const response = await get(server, path, READER);
    expect([response.status, await response.text()]).toEqual([200, expected]);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('cache-control')).toBe('public, no-cache');
  });

  test.each([
    ['/', '/sr-Latn'], ['/?from=mail', '/sr-Latn?from=mail'], ['/countries/RO?show=SESSIONS', '/sr-Latn/countries/RO?show=SESSIONS'], ['/de/countries/RO', '/sr-Latn/countries/RO'],
    ['/de', '/sr-Latn'], ['/sr-latn', '/sr-Latn'], ['/FR/', '/fr'], ['/fra/countries/RO', '/fr/countries/RO'],
  ])('%s, which names no language or none of ours, leads to the page in that of the reader: %s', async (path, to) => {
    const { status, headers } = await get(server, path, READER);
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([303, to, 'no-store']);
    expect(headers.get('vary')).toContain('Accept-Language');
    expect((await get(server, to)).status).toBe(200);
  });

  test('leads within the site, whatever it looks like', async () => {
    for (const path of ['//evil.example', '//evil.example/countries/RO', '/\\evil.example', '/%2f%2fevil.example/', '/%0d%0alocation:%20https:%2f%2fevil.example']) {
      const { status, headers } = await get(server, path, READER);
      expect([path, status, headers.get('location')]).toEqual([path, 404, null]);
    }
    expect((await get(server, '//', READER)).headers.get('location')).toBe('/sr-Latn');
  });

  test.each([
    ['/fr/countries/Romania', 'not-found in fr', 'Cookie'], ['/sr-Latn/no/such/page', 'not-found in sr-Latn', 'Cookie'],
    ['/foo', 'not-found in sr-Latn', 'Cookie, Accept-Language'], ['/foo/bar?next=/fr', 'not-found in sr-Latn', 'Cookie, Accept-Language'],
    ['/countries/Romania', 'not-found in sr-Latn', 'Cookie, Accept-Language'], ['/de/countries/Romania', 'not-found in sr-Latn', 'Cookie, Accept-Language'],
    ['/fra/countries/Romania', 'not-found in fr', 'Cookie, Accept-Language'], ['/.well-known/nothing', 'not-found in sr-Latn', 'Cookie, Accept-Language'],
  ])('%s, at which no page is, says so with its status and in the language of the reader: %s', async (path, expected, vary) => {
    const response = await get(server, path, READER);
    expect([response.status, await response.text()]).toEqual([404, expected]);
    expect(Object.fromEntries(['content-type', 'cache-control', 'x-robots-tag'].map((name) => [name, response.headers.get(name)])))
      .toEqual({ 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    expect(response.headers.get('vary')).toContain(vary);
  });

  test('is not that of what the build writes documents from', async () => {
    for (const path of ['/index.html', '/pages.json', '/pages/fr/home.html']) expect([path, await (await get(server, path, READER)).text()]).toEqual([path, 'not-found in sr-Latn']);
  });

  test.each(['/assets/gone.js', '/favicon.ico', '/wp-login.php', '/somebody.example'])('%s, which is asked for as a file, is not a page', async (path) => {
    const response = await get(server, path, READER);
    expect([response.status, await response.text()]).toEqual([404, 'Not found\n']);
  });

  test('cannot name a document outside of the list', async () => {
    expect(await (await get(server, '/fr/..%2f..%2fpages.json')).text()).toBe('not-found in fr');
  });
});

describe('the document of an address', () => {
  const FRAME = `<head>${FACTS_PLACE}</head>${inDemonstration('<p>Invented</p>')}<a href="/fr/countries/${ADDRESS_MARK}">fr</a>${' '.repeat(1_500)}`;
  let demonstration: Server;
  let facts = async (): Promise<Known> => ({ hasDemonstrationData: true, hasAgentSignIn: false });

  beforeAll(async () => {
    await writeFile(join(folder, 'pages/fr/country.html'), FRAME);
    demonstration = await serve(folder, () => facts());
  });

  afterAll(() => void demonstration.close());

  test('is completed with what the server knows and the address says', async () => {
    const text = await (await get(demonstration, '/fr/countries/RO?show=SESSIONS')).text();
    expect(text).toContain('"hasDemonstrationData":true');
    expect(text).toContain('<p>Invented</p><a href="/fr/countries/RO">');
  });

  test('says whether a session came with the request, and is then kept by nobody', async () => {
    const visitors = await get(demonstration, '/fr/countries/RO', { cookie: 'other=1' });
    const own = await get(demonstration, '/fr/countries/RO', { cookie: 'session=1', 'if-none-match': visitors.headers.get('etag')! });
    expect(await visitors.text()).toContain('"isSignedIn":false');
    expect([own.status, own.headers.get('cache-control'), own.headers.get('etag')]).toEqual([200, 'no-store', null]);
    expect(await own.text()).toContain('"isSignedIn":true');
    for (const { headers } of [visitors, own]) expect(headers.get('vary')).toContain('Cookie');
  });

  test('travels compressed, and not again to those who have it', async () => {
    const { url } = await get(demonstration, '/fr/countries/RO');
    const first = await fetch(url, { headers: { 'accept-encoding': 'br' } });
    expect(first.headers.get('content-encoding')).toBe('br');
    const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await fetch(url.replace('RO', 'BG'), { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(other.status).toBe(200);
  });

  test('does not wait for a database that does not answer', async () => {
    facts = () => new Promise(() => undefined);
    const text = await (await get(demonstration, '/fr/countries/RO')).text();
    expect(text).not.toContain('hasDemonstrationData');
    expect(text).not.toContain('Invented');
  });

  test('that search engines leave out says so in its header too, as long as it says so itself', async () => {
    const robots = async (headers = {}): Promise<string | null> => (await get(demonstration, '/fr', headers)).headers.get('x-robots-tag');
    const write = (head: string): Promise<void> => writeFile(join(folder, 'pages/fr/home.html'), `<head>${head}</head>`);
    expect(await robots()).toBeNull();
    await write(UNLISTED);
    expect([await robots(), await robots({ cookie: 'session=1' })]).toEqual(['noindex', 'noindex']);
    await write('');
    expect(await robots()).toBeNull();
  });

  test('that was deleted is not found', async () => {
    await rm(join(folder, 'pages/sr-Latn/country.html'));
    expect((await get(demonstration, '/sr-Latn/countries/RO')).status).toBe(404);
  });
});

test('a build without documents of its own has one for all', async () => {
  await rm(join(folder, 'pages.json'));
  const plain = await serve(folder);
  for (const path of ['/fr/countries/RO', '/no/such/page']) expect(await (await get(plain, path)).text()).toBe('any');
  plain.close();
});

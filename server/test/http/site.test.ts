/** robots.txt, sitemap.xml and security.txt: what they say, and what a request cannot make them say. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask, NOBODY, type RawAnswer, raw, type TestServer, testServer } from './harness.ts';

const PUBLIC_URL = 'https://passerelle.example';
const FILES = ['/robots.txt', '/sitemap.xml', '/.well-known/security.txt'] as const;
const HOSTILE = [
  'evil.example', 'evil.example:443', 'localhost.evil.example', 'localhost@evil.example', 'evil.example#localhost', '127.0.0.1.evil.example',
  'localhost:80@evil.example', 'localhost:999999', 'localhost"><script>', '[::1]evil.example', 'passerelle.example.evil.example', '',
];
const OPERATOR = { name: 'Ambassade', director: null, contact: 'mailto:a@passerelle.example', host: null, securityContact: 'mailto:security@passerelle.example' };

const silent = testServer();
let named: TestServer;
let unnamed: TestServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-site-'));
  await mkdir(join(folder, 'client/dist'), { recursive: true });
  await writeFile(join(folder, 'client/dist/public-pages.json'), JSON.stringify(['', '/countries', '/contact']));
  named = await silent().beside({}, { publicUrl: PUBLIC_URL, operator: OPERATOR, projectFolder: folder });
  unnamed = await silent().beside({}, { projectFolder: folder });
});
afterAll(() => rm(folder, { recursive: true }));

function see(server: { port: number }, path: string, host: string, more = ''): Promise<RawAnswer> {
  return raw(server, (socket) => void socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n${more}\r\n`));
}

describe('robots.txt', () => {
  test('lets everybody read everything and names the sitemap', async () => {
    const { status, text, head } = await see(named, '/robots.txt', 'localhost');
    expect([status, text]).toEqual([200, `User-agent: *\nAllow: /\nSitemap: ${PUBLIC_URL}/sitemap.xml\n`]);
    expect(head).toMatch(/content-type: text\/plain; charset=utf-8/i);
  });

  test('names no sitemap where the site does not know its own address', async () => {
    expect((await see(unnamed, '/robots.txt', 'passerelle.example')).text).toBe('User-agent: *\nAllow: /\n');
  });
});

describe('sitemap.xml', () => {
  test('has each page and each country in sixteen languages, each with seventeen alternates', async () => {
    const { status, head, text } = await see(named, '/sitemap.xml', 'localhost');
    expect(status).toBe(200);
    expect(head).toMatch(/content-type: application\/xml; charset=utf-8/i);
    const places = [...text.matchAll(/<loc>(.+)<\/loc>/g)].map((match) => match[1]!);
    expect(places).toHaveLength((3 + 16) * 16);
    expect(new Set(places).size).toBe(places.length);
    for (const tag of LOCALE_TAGS) expect(places).toEqual(expect.arrayContaining([`${PUBLIC_URL}/${tag}`, `${PUBLIC_URL}/${tag}/contact`, `${PUBLIC_URL}/${tag}/countries/XK`]));
    const entry = text.split('<url>').find((part) => part.includes(`<loc>${PUBLIC_URL}/sr-Latn/countries</loc>`))!;
    const alternates = [...entry.matchAll(/hreflang="(.+)" href="(.+)"/g)].map((match) => [match[1], match[2]]);
    expect(alternates).toEqual([...LOCALE_TAGS.map((tag) => [tag, `${PUBLIC_URL}/${tag}/countries`]), ['x-default', `${PUBLIC_URL}/countries`]]);
  });

  test('is taken from the machine it runs on, where nobody else can be sent', async () => {
    for (const host of [`localhost:${unnamed.port}`, '127.0.0.1', '[::1]:4000']) {
      expect((await see(unnamed, '/sitemap.xml', host)).text).toContain(`<loc>http://${host}/fr/countries</loc>`);
    }
  });

  test('does not exist where the site does not know its own address', async () => {
    expect((await see(unnamed, '/sitemap.xml', 'passerelle.example')).status).toBe(404);
  });
});

describe('security.txt', () => {
  test('says whom to write to, in what languages, where it stands, and is valid for less than a year', async () => {
    const { status, text } = await see(named, '/.well-known/security.txt', 'localhost');
    expect(status).toBe(200);
    const lines = text.trim().split('\n').map((line) => line.split(/: (.*)/s));
    expect(lines.map(([name]) => name)).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical']);
    expect(Object.fromEntries(lines)).toMatchObject({ Contact: 'mailto:security@passerelle.example', Canonical: `${PUBLIC_URL}/.well-known/security.txt` });
    const days = (Date.parse(lines[1]![1]!) - Date.now()) / 86_400_000;
    expect(lines[1]![1]).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(365);
  });

  test('stays valid however long the server has been running', async () => {
    const later = Date.now() + 5 * 365 * 86_400_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    const { text } = await see(named, '/.well-known/security.txt', 'localhost');
    vi.restoreAllMocks();
    expect(Date.parse(/Expires: (.+)/.exec(text)![1]!)).toBeGreaterThan(later);
  });

  test('does not exist without a contact, for it would be invalid, and the log says so from the start', async () => {
    expect(await see(unnamed, '/.well-known/security.txt', 'localhost')).toMatchObject({ status: 404, text: 'Not found\n' });
    const told = async (operator: typeof OPERATOR | typeof NOBODY): Promise<string[]> => {
      const { log } = await silent().beside({}, { publicUrl: PUBLIC_URL, isDevelopment: false, operator, projectFolder: folder });
      return log.map(({ msg }) => msg).filter((msg) => msg.includes('security.txt'));
    };
    expect(await told(NOBODY)).toEqual([expect.stringContaining('SECURITY_CONTACT')]);
    expect(await told(OPERATOR), 'said, it is not missed').toEqual([]);
  });
});

describe('a hostile Host header', () => {
  test.each(HOSTILE)('%j is written nowhere', async (host) => {
    for (const server of [named, unnamed]) {
      for (const path of FILES) {
        const answer = await see(server, path, host, 'x-forwarded-host: evil.example\r\nforwarded: host=evil.example;proto=https\r\n');
        expect(`${answer.head}${answer.text}`).not.toMatch(/evil|<script|999999/);
        if (server === unnamed) expect(answer.text).not.toContain('http');
      }
    }
  });

  test('does not spoil what others are answered', async () => {
    await see(named, '/sitemap.xml', 'evil.example');
    await see(unnamed, '/sitemap.xml', 'localhost:1');
    expect((await see(unnamed, '/sitemap.xml', 'localhost:2')).text).not.toContain('localhost:1/');
    expect((await see(named, '/robots.txt', 'localhost:3')).text).not.toContain('localhost');
  });

  test('control: a server that believes its Host header is noticed', async () => {
    const believer = createServer((request, response) => response.end(`Sitemap: https://${request.headers.host}/sitemap.xml`));
    await new Promise<void>((resolve) => believer.listen(0, '127.0.0.1', resolve));
    const { text } = await see({ port: (believer.address() as AddressInfo).port }, '/robots.txt', 'evil.example');
    believer.close();
    expect(() => expect(text).not.toMatch(/evil/)).toThrow();
  });
});

describe('the operator', () => {
  const QUERY = '{ service { operator { name director contact host securityContact } } }';

  test('is who the configuration says, and nobody where it says nothing', async () => {
    expect((await ask(named, QUERY)).data).toEqual({ service: { operator: OPERATOR } });
    expect((await ask(unnamed, QUERY)).data).toEqual({ service: { operator: NOBODY } });
  });
});

test('each file is only read', async () => {
  for (const path of FILES) {
    const answer = await raw(named, (socket) => void socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`));
    expect([answer.status, answer.head.includes('allow: GET, HEAD')]).toEqual([405, true]);
  }
});

/** The headers of every class of response, by every method; and the page's files. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpServer } from '../../src/core/http/index.ts';
import { raw, type TestServer, testServer } from './harness.ts';
import { CSP, expectHeaders, HSTS, OF_DOCUMENTS, reporting, SECURITY, see, UNLISTED } from './headers.ts';

const server = testServer();
let withHsts: TestServer;

let folder: string;
let pages: Server;
let page: { port: number };
const logged: unknown[] = [];

beforeAll(async () => {
  withHsts = await server().beside({}, { hsts: true });
  folder = await mkdtemp(join(tmpdir(), 'passerelle-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Page</title>');
  await writeFile(join(folder, 'assets/app-1a2b3c.js'), 'export {};');
  await writeFile(join(folder, 'assets/gone-1a2b3c.js'), 'export {};');
  await writeFile(join(folder, '.secret'), 'secret');
  await writeFile(join(folder, 'robots.txt'), 'User-agent: *');
  pages = createHttpServer({ graphql: () => Promise.reject(new Error('select secret from nothing')), ready: () => Promise.reject(new Error('down')), logError: (error) => logged.push(error), page: { folder, facts: () => Promise.reject(new Error('down')) }, hsts: false });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  page = { port: (pages.address() as AddressInfo).port };
});

afterAll(async () => {
  pages.close();
  pages.closeAllConnections();
  await rm(folder, { recursive: true });
});

const JSON_TYPE = 'content-type: application/json\r\n';
const get = (query: string, more = ''): string => `/graphql?query=${encodeURIComponent(query)}${more}`;

/** Class of response → how it is asked for → its status by GET, HEAD, POST, PUT, DELETE and OPTIONS. */
const API: Readonly<Record<string, readonly [path: string, statuses: readonly number[], post?: string]>> = {
  'an answer': [get('{ countries { code } }'), [200, 200, 200, 405, 405, 405], '{"query":"{ countries { code } }"}'],
  'an answer in part': ['/graphql?query=query($n:String="x"){countries{code}__type(name:$n){name}}&variables={"n":null}', [200, 200, 200, 405, 405, 405], '{"query":"query($n:String=\\"x\\"){countries{code}__type(name:$n){name}}","variables":{"n":null}}'],
  'an error of GraphQL': [get('{'), [400, 400, 400, 405, 405, 405], '{"query":"{"}'],
  'an unknown locale': [get('{ countries { code } }', '&locale=de'), [400, 400, 400, 400, 400, 400], '{}'],
  'an unknown document': ['/graphql?documentId=x', [404, 404, 404, 405, 405, 405], '{"documentId":"x"}'],
  'a request for nothing': ['/graphql', [400, 400, 400, 405, 405, 405], ''],
  'the probe of life': ['/livez', [200, 200, 405, 405, 405, 405]],
  'the probe of readiness': ['/readyz', [200, 200, 405, 405, 405, 405]],
  'the register of personal data': ['/data-register.json', [200, 200, 405, 405, 405, 405]],
  'nothing there': ['/nothing', [404, 404, 404, 404, 404, 404]],
  'no page in development': ['/', [404, 404, 404, 404, 404, 404]],
};
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'] as const;

const table = Object.entries(API).flatMap(([name, [path, statuses, body = '']]) => METHODS.map((method, i) => [name, method, statuses[i]!, path.replaceAll('"', '%22'), body] as const));

describe('the API and the probes', () => {
  test.each(table)('%s by %s has status %i and all headers', async (_name, method, status, path, body) => {
    const isRead = method === 'GET' || method === 'HEAD';
    const answer = await see(server(), method, path, isRead ? '' : JSON_TYPE, isRead ? '' : body);
    expect(answer.status).toBe(status);
    expectHeaders(answer, path.startsWith('/graphql') ? { ...SECURITY, ...UNLISTED } : SECURITY);
    if (status === 405) expect(answer.headers.allow).toMatch(/^GET, HEAD/);
    expect(answer.headers['cache-control']).toBe(/^\/(graphql|data-register)/.test(path) && isRead && status === 200 && !path.includes('__type') ? 'public, no-cache' : 'no-store');
    expect(answer.headers['content-type']).toMatch(/; charset=utf-8$/);
    if (method === 'HEAD') expect(answer.text).toBe('');
  });

  test('the addresses of agents, where there are any, lead on by GET and HEAD, with a cookie for the one that begins', async () => {
    // Nothing is at that port: whoever begins is led back.
    const agents = await server().beside({}, { publicUrl: 'https://passerelle.example', agentProvider: { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b', algorithm: 'RS256', guaranteesEmail: false, secondFactor: [] } });
    const leading = { ...SECURITY, 'cache-control': 'no-store', 'content-length': '0' };
    for (const [path, to] of [['/sign-in/agent?locale=hu', '/hu/sign-in?agent=unavailable&back=%2Fhu%2Faccount'], ['/sign-in/agent/callback?locale=hu&code=x&state=y', '/hu/sign-in?agent=expired'], ['/sign-in/agent/out?locale=hu&state=y', '/hu/sign-in']]) {
      const answer = await see(agents, 'GET', path!);
      expect([path, answer.status, answer.headers.location]).toEqual([path, 303, to]);
      expectHeaders(answer, { ...leading, location: to! });
      expectHeaders(await see(agents, 'HEAD', path!), { ...leading, location: '/hu/sign-in' });
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
        const refused = await see(agents, method, path!);
        expect([method, refused.status, refused.headers.allow]).toEqual([method, 405, 'GET, HEAD']);
        expectHeaders(refused);
      }
    }
  });

  test.each(['/graphql?query={countries{code}}', '/livez', '/nothing', '/graphql?locale=de'])('HTTPS only is asked for where it is switched on, and nowhere else: %s', async (path) => {
    expectHeaders(await see(withHsts, 'GET', path), { ...SECURITY, ...(path.startsWith('/graphql') && UNLISTED), 'strict-transport-security': HSTS });
    expect((await see(server(), 'GET', path)).headers).not.toHaveProperty('strict-transport-security');
  });

  test('304 has them too, and no body', async () => {
    const { headers } = await see(server(), 'GET', '/graphql?query={countries{code}}');
    const again = await see(server(), 'GET', '/graphql?query={countries{code}}', `if-none-match: ${headers.etag}\r\n`);
    expect([again.status, again.text]).toEqual([304, '']);
    expectHeaders(again, { ...SECURITY, ...UNLISTED });
  });

  test.each<[number, string]>([[400, 'nonsense\r\n\r\n'], [431, `GET / HTTP/1.1\r\nx: ${'x'.repeat(50_000)}\r\n\r\n`],
    // These Node answers by itself, unless it is told not to.
    [400, 'GET /livez HTTP/1.1\r\nconnection: close\r\n\r\n'], [417, 'GET /livez HTTP/1.1\r\nhost: localhost\r\nexpect: tea\r\nconnection: close\r\n\r\n']])('what is no HTTP, or asks for what there is not, gets them with its %i', async (status, text) => {
    const answer = await raw(server(), (socket) => void socket.write(text));
    expect(answer.status).toBe(status);
    expectHeaders({ ...answer, headers: Object.fromEntries(answer.head.split('\r\n').slice(1).map((line) => line.split(/: (.*)/s) as [string, string]).map(([name, value]) => [name.toLowerCase(), value])) });
  });
});

describe('the page', () => {
  const FILES: Readonly<Record<string, readonly [path: string, status: number, cache: string, type: RegExp]>> = {
    'the page': ['/', 200, 'public, no-cache', /^text\/html;charset=utf-8$/],
    'the page at another address': ['/fr/pays/RO?x=1', 200, 'public, no-cache', /^text\/html/],
    'a file under its hashed name': ['/assets/app-1a2b3c.js', 200, 'public, max-age=31536000, immutable', /^text\/javascript/],
    'another file': ['/robots.txt', 200, 'public, no-cache', /^text\/plain/],
    'a hashed file that is not there': ['/assets/app-000000.js', 404, 'no-store', /^text\/plain/],
    'a file without an ending that is not there': ['/assets/nothing', 404, 'no-store', /^text\/plain/],
    'a file that is not there': ['/favicon.png', 404, 'no-store', /^text\/plain/],
    'a path out of the folder': ['/../../../etc/passwd', 200, 'public, no-cache', /^text\/html/],
    'a path out of the folder in percents': ['/%2e%2e/%2e%2e/etc/passwd', 200, 'public, no-cache', /^text\/html/],
    'a broken percent': ['/%E0%A4%A', 200, 'public, no-cache', /^text\/html/],
    'NUL': ['/assets%00/x', 200, 'public, no-cache', /^text\/html/],
    'the probe of life': ['/livez', 200, 'no-store', /^text\/plain/],
    'the probe of readiness, not ready': ['/readyz', 503, 'no-store', /^text\/plain/],
  };

  test.each(Object.entries(FILES))('%s has its status and all headers', async (_name, [path, status, cache, type]) => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await see(page, method, path);
      expect(answer.status).toBe(status);
      expectHeaders(answer, String(type).includes('html') ? OF_DOCUMENTS : SECURITY);
      expect(answer.headers['cache-control']).toBe(cache);
      expect(answer.headers['content-type']).toMatch(type);
      expect(answer.text.includes('root:')).toBe(false);
      if (method === 'HEAD') expect(answer.text).toBe('');
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await see(page, method, path, '', 'body');
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
      expectHeaders(answer);
    }
  });

  test('a document that the browser has already keeps its policy, and it closes more than that of files', async () => {
    const { headers } = await see(page, 'GET', '/');
    const again = await see(page, 'GET', '/', `if-none-match: ${headers.etag}\r\n`);
    expect([again.status, again.headers['permissions-policy']]).toEqual([304, headers['permissions-policy']]);
    expect((await see(page, 'GET', '/index.html')).headers['permissions-policy']).toBe(headers['permissions-policy']);
    for (const name of ['display-capture', 'serial', 'unload']) expect([headers['permissions-policy']!.includes(`${name}=()`), SECURITY['permissions-policy']!.includes(name)]).toEqual([true, false]);
  });

  test('hidden files are not shown', async () => {
    for (const path of ['/.secret', '/%2esecret', '/assets/../.secret']) expect((await see(page, 'GET', path)).text).not.toContain('secret');
  });

  test('a fault that nobody caught is a bare 500 with all headers, and is logged', async () => {
    const answer = await see(page, 'GET', '/graphql?query={countries{code}}');
    expect([answer.status, answer.text]).toEqual([500, 'Something went wrong on the server\n']);
    expectHeaders(answer, { ...SECURITY, ...UNLISTED });
    expect(String(logged.at(-1))).toContain('secret');
  });

  test('a range that ends before it begins, or is none, does not stop the server', async () => {
    for (const range of ['bytes=5-2', 'bytes=-1', 'bytes=0-', 'bytes=x-y', 'bytes=99999-', 'bytes=1-2,3-4', `bytes=${'9'.repeat(400)}-`]) {
      const answer = await see(page, 'GET', '/assets/app-1a2b3c.js', `range: ${range}\r\n`);
      expect([range, answer.status, answer.text]).toEqual([range, 200, 'export {};']);
    }
    // Left to itself, sirv throws.
    const thrown: unknown[] = [];
    const bare = createServer((request, response) => {
      try {
        sirv(folder)(request, response);
      } catch (error) {
        thrown.push(error);
        response.destroy();
      }
    });
    await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
    await see({ port: (bare.address() as AddressInfo).port }, 'GET', '/assets/app-1a2b3c.js', 'range: bytes=5-2\r\n');
    bare.close();
    expect(String(thrown[0])).toContain('out of range');
  });

  test('a file that was deleted after the start ends its response and not the server', async () => {
    await rm(join(folder, 'assets/gone-1a2b3c.js'));
    await see(page, 'GET', '/assets/gone-1a2b3c.js');
    expect((await see(page, 'GET', '/livez')).status).toBe(200);
  });
});

test('no answer asks a browser to report of its visitor', async () => {
  for (const path of ['/graphql?query={countries{code}}', '/livez', '/data-register.json', '/nothing']) expect([path, reporting(await see(server(), 'GET', path))]).toEqual([path, []]);
  for (const path of ['/', '/fr/countries/RO', '/assets/app-1a2b3c.js', '/assets/nothing']) expect([path, reporting(await see(page, 'GET', path))]).toEqual([path, []]);
});

describe('controls', () => {
  test('a server that asks for reports is noticed', async () => {
    const bare = createServer((_request, response) => response.setHeader('reporting-endpoints', 'csp="/reports"').setHeader('content-security-policy', `${CSP};report-to csp`).end());
    await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
    const answer = await see({ port: (bare.address() as AddressInfo).port }, 'GET', '/');
    bare.close();
    expect(reporting(answer)).toEqual(['reporting-endpoints', 'content-security-policy']);
  });

  test('a server without our headers is noticed', async () => {
    const bare = createServer((_request, response) => response.setHeader('x-powered-by', 'Node').setHeader('set-cookie', 'a=1').end());
    await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
    const answer = await see({ port: (bare.address() as AddressInfo).port }, 'GET', '/');
    bare.close();
    expect(() => expectHeaders(answer)).toThrow();
    expect(() => expectHeaders(answer, {})).toThrow(/x-powered-by|set-cookie/);
  });
});

/** Methods, headers and addresses: what they may do, and what they cannot. */
import { createServer, maxHeaderSize } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ask, get, LEAKS, raw, send, testServer } from './harness.ts';

const server = testServer();

const QUERY = '{ countries { code name { text } } }';
const MUTATION = 'mutation { signOut { ended } }';

describe('methods', () => {
  test('GET and POST answer the same', async () => {
    const [got, posted] = [await get(server(), { query: QUERY, locale: 'fr' }), await ask(server(), QUERY)];
    expect(got.status).toBe(200);
    expect(got.text).toBe(posted.text);
  });

  test('HEAD answers what GET does, without its body', async () => {
    const path = `/graphql?${new URLSearchParams({ query: QUERY, locale: 'fr' }).toString()}`;
    const [got, head] = [await send(server(), path), await send(server(), path, { method: 'HEAD' })];
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    for (const name of ['etag', 'content-type', 'content-language', 'cache-control', 'vary']) expect([name, head.headers.get(name)]).toEqual([name, got.headers.get(name)]);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY'])('%s is refused, and says which are not', async (method) => {
    const answer = await send(server(), '/graphql', { method, headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect({ status: answer.status, allow: answer.headers.get('allow'), code: answer.code }).toEqual({ status: 405, allow: 'GET, HEAD, POST', code: 'BAD_REQUEST' });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  test('a mutation is done by POST only', async () => {
    const answer = await get(server(), { query: MUTATION });
    expect({ status: answer.status, code: answer.code }).toEqual({ status: 405, code: 'BAD_REQUEST' });
    expect(answer.headers.get('allow')).toBe('POST');
    expect((await ask(server(), MUTATION)).data).toEqual({ signOut: { ended: 0 } });
  });

  test.each(['x-http-method-override', 'x-http-method', 'x-method-override'])('%s changes nothing', async (name) => {
    expect((await get(server(), { query: MUTATION }, { [name]: 'POST' })).status).toBe(405);
    expect((await get(server(), { query: QUERY }, { [name]: 'DELETE' })).status).toBe(200);
    expect((await get(server(), { query: MUTATION, _method: 'POST' }, {})).status).toBe(405);
    expect((await ask(server(), QUERY, {}, { [name]: 'DELETE' })).status).toBe(200);
  });

  test('a body that comes with GET is not read', async () => {
    const body = JSON.stringify({ query: '{ themes { code } }' });
    const answer = await raw(server(), (socket) => void socket.write(
      `GET /graphql?query=${encodeURIComponent(QUERY)} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('countries');
  });
});

describe('parameters of the address', () => {
  test.each<[string, Record<string, string> | string, string]>([
    ['no document', {}, 'BAD_REQUEST'], ['an empty document', { query: '' }, 'BAD_REQUEST'], ['variables that are no JSON', { query: QUERY, variables: '{' }, 'BAD_REQUEST'],
    ['variables that are a list', { query: QUERY, variables: '[]' }, 'BAD_REQUEST'], ['extensions that are no JSON', { query: QUERY, extensions: 'x' }, 'BAD_REQUEST'],
    ['two documents', `query=${encodeURIComponent(QUERY)}&query=${encodeURIComponent(QUERY)}`, 'BAD_REQUEST'],
    ['a lone surrogate in variables', { query: QUERY, variables: '{"a":"\\ud800"}' }, 'BAD_USER_INPUT'], ['NUL in variables', { query: QUERY, variables: '{"a":"\\u0000"}' }, 'BAD_USER_INPUT'],
    ['broken percents', 'query=%E0%A4%A&x=%', 'GRAPHQL_PARSE_FAILED'], ['a document that is none', { query: '}{' }, 'GRAPHQL_PARSE_FAILED'],
  ])('%s is refused', async (_name, parameters, code) => {
    const answer = await send(server(), `/graphql?${typeof parameters === 'string' ? parameters : new URLSearchParams(parameters).toString()}`);
    expect({ status: answer.status, code: answer.code }).toEqual({ status: 400, code });
    expect(answer.text).not.toMatch(LEAKS);
  });

  test('an answer in a type that there is not is refused', async () => {
    for (const accept of ['text/html', 'application/xml', 'image/*']) {
      expect(await get(server(), { query: QUERY }, { accept })).toMatchObject({ status: 406, code: 'BAD_REQUEST' });
    }
    expect((await get(server(), { query: QUERY }, { accept: 'text/html, */*;q=0.1' })).status).toBe(200);
  });
});

describe('headers', () => {
  test('of 100 KB are refused with 431, and the connection ends', async () => {
    const answer = await raw(server(), (socket) => void socket.write(`GET /graphql HTTP/1.1\r\nhost: localhost\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`));
    expect(answer.status).toBe(431);
    expect(answer.head).toContain('x-content-type-options: nosniff');
    expect(answer.head).toContain('connection: close');
    const shorter = await raw(server(), (socket) => void socket.write(`GET /livez HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx-long: ${'x'.repeat(maxHeaderSize - 1_000)}\r\n\r\n`));
    expect(shorter.status).toBe(200);
  });

  test('an address of 100 KB is refused with 431', async () => {
    expect((await raw(server(), (socket) => void socket.write(`GET /graphql?query=${'x'.repeat(100_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`))).status).toBe(431);
  });

  test.each([
    'GET /livez HTTP/1.1\r\n\r\n', 'GET /livez HTTP/9.9\r\nhost: x\r\n\r\n', 'GET  HTTP/1.1\r\n\r\n', 'nonsense\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00', 'GET /livez HTTP/1.1\r\nhost : x\r\n\r\n',
    'GET /livez HTTP/1.1\r\nhost: x\r\nbad\0name: x\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n12345',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: xchunked\r\n\r\n0\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n',
  ])('what is no HTTP is refused and never answered twice: %j', async (text) => {
    const answer = await raw(server(), (socket) => void socket.write(text, 'latin1'));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/HTTP\/1\.1/);
    expect(answer.text).not.toMatch(LEAKS);
  });

  test('a request hidden in the body of another is not answered', async () => {
    const hidden = 'GET /livez HTTP/1.1\r\nhost: x\r\n\r\n';
    const smuggled = await raw(server(), (socket) => void socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: ${hidden.length + 5}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`));
    expect(smuggled.text).not.toContain('alive');
    // The same two requests one after the other, which is allowed, are both answered.
    const pipelined = await raw(server(), (socket) => void socket.write(`${hidden}GET /livez HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`));
    expect(pipelined.text.match(/alive/g)).toHaveLength(2);
    expect(`${pipelined.head}${pipelined.text}`.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  });

  test('a forged Host, Forwarded or X-Forwarded-For changes nothing', async () => {
    const path = `/graphql?${new URLSearchParams({ query: QUERY, locale: 'fr' }).toString()}`;
    const plain = await raw(server(), (socket) => void socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`));
    const forged = await raw(server(), (socket) => void socket.write(
      `GET ${path} HTTP/1.1\r\nhost: evil.example\r\nx-forwarded-host: evil.example\r\nx-forwarded-for: 127.0.0.1, 10.0.0.1\r\nforwarded: for=127.0.0.1;host=evil.example\r\nx-forwarded-proto: https\r\nx-real-ip: ::1\r\nx-original-url: /admin\r\nx-rewrite-url: /admin\r\nconnection: close\r\n\r\n`));
    expect(plain.status).toBe(200);
    const withoutDate = (head: string): string => head.replace(/\r\ndate:.*/i, '');
    expect(withoutDate(forged.head)).toBe(withoutDate(plain.head));
    expect(forged.text).toBe(plain.text);
    expect(`${forged.head}${forged.text}`).not.toContain('evil');
    expect(JSON.stringify(server().log)).not.toContain('evil');
  });

  test('an address with a scheme and a host, as proxies get it, is the one of its path', async () => {
    const path = `/graphql?${new URLSearchParams({ query: QUERY }).toString()}`;
    expect((await raw(server(), (socket) => void socket.write(`GET http://evil.example${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`))).status).toBe(200);
    expect((await raw(server(), (socket) => void socket.write('GET http://evil.example/nothing HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'))).status).toBe(404);
    expect((await raw(server(), (socket) => void socket.write('CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example:443\r\n\r\n'))).status).not.toBe(200);
  });

  test('an upgrade is not made', async () => {
    const answer = await raw(server(), (socket) => {
      socket.once('data', () => socket.end());
      socket.write('GET /livez HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-key: eA==\r\nsec-websocket-version: 13\r\n\r\n');
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('alive\n');
  });

  test('a client that waits to be told to go on is told so', async () => {
    const body = JSON.stringify({ query: QUERY });
    const answer = await raw(server(), (socket) => {
      socket.once('data', () => socket.write(body));
      socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\nexpect: 100-continue\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`);
    });
    expect(answer.head).toContain('100 Continue');
    expect(answer.text).toContain('HTTP/1.1 200 OK');
  });
});

describe('controls', () => {
  test('a bare server of Node answers without any of our headers, and reads an address with a host as a path', async () => {
    const bare = createServer((request, response) => response.end(request.url));
    await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
    const { port } = bare.address() as AddressInfo;
    const answer = await raw({ port }, (socket) => void socket.write('GET http://evil.example/graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'));
    bare.close();
    expect(answer.text).toContain('evil.example');
    expect(answer.head).not.toContain('nosniff');
  });
});

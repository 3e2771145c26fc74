/** Bodies that are too long, too slow, packed or not JSON, and the connections they come by. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAX_VISITOR_BODY } from '../../src/core/http/request-body.ts';
import { type Answer, ask, LEAKS, post, raw, type RawAnswer, send, type TestServer, testServer } from './harness.ts';

const server = testServer();

/** A server without limits of its own, and one that waits a moment only. */
let unlimited: TestServer;
let impatient: TestServer;

beforeAll(async () => {
  unlimited = await server().beside({ requestLimits: { body: 200e6, values: 1e9 } });
  impatient = await server().beside({ timeouts: { request: 600, headers: 300, check: 50 } });
});

const QUERY = JSON.stringify({ query: '{ countries { code } }' });

function expectRefusal(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
  expect(answer.text).not.toMatch(LEAKS);
  expect(answer.headers.get('cache-control')).toBe('no-store');
}

function expectRawRefusal(answer: RawAnswer, status: number, code: string): void {
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code } }] });
  expect(answer.head.toLowerCase()).toContain('connection: close');
  expect(answer.head.toLowerCase()).toContain("content-security-policy: default-src 'none'");
}

const head = (headers: string, path = '/graphql?locale=fr', method = 'POST'): string => `${method} ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${headers}\r\n\r\n`;

/** Writes `total` bytes of spaces as fast as they are taken, until the connection closes. */
async function pour(socket: Socket, total: number, frame = (bytes: Buffer): Buffer | string => bytes): Promise<void> {
  const bytes = Buffer.alloc(64 * 1024, ' ');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  for (let sent = 0; sent < total && socket.writable; sent += bytes.length) {
    if (!socket.write(frame(bytes))) await Promise.race([once(socket, 'drain').catch(() => undefined), closed]);
  }
}

describe('a long body', () => {
  test('of 2 MB, all of it a comment, is refused', async () => {
    const body = JSON.stringify({ query: `{ countries { code } } # ${'x'.repeat(2_000_000)}` });
    expectRefusal(await post(server(), body), 413, 'PAYLOAD_TOO_LARGE');
    expect((await post(unlimited, body)).status).toBe(200);
  });

  test('is refused from its first byte past the limit, and not before', async () => {
    const padded = (length: number): string => QUERY.padEnd(length);
    expect((await post(server(), padded(MAX_VISITOR_BODY))).status).toBe(200);
    expectRefusal(await post(server(), padded(MAX_VISITOR_BODY + 1)), 413, 'PAYLOAD_TOO_LARGE');
  });

  test('of 100 MB that says so is refused before it comes', async () => {
    const answer = await raw(server(), (socket) => void socket.write(head('content-length: 100000000')));
    expectRawRefusal(answer, 413, 'PAYLOAD_TOO_LARGE');
    expect(answer.lasted).toBeLessThan(3_000);
  });

  test('of 100 MB that does not say so is refused after the limit, and its connection ends', async () => {
    const answer = await raw(server(), async (socket) => {
      socket.write(head('transfer-encoding: chunked'));
      await pour(socket, 100e6, (bytes) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]));
    });
    expectRawRefusal(answer, 413, 'PAYLOAD_TOO_LARGE');
    expect(answer.written).toBeLessThan(20e6);
    expect(answer.lasted).toBeLessThan(5_000);
  });

  test('of 10 MB is read to its end where the limit allows it', async () => {
    const answer = await raw(unlimited, async (socket) => {
      socket.write(head(`connection: close\r\ncontent-length: ${QUERY.length + 10 * 1024 * 1024}`) + QUERY);
      await pour(socket, 10 * 1024 * 1024);
    });
    expect(answer.status).toBe(200);
  });

  test('does not disturb others: they are answered while it comes', async () => {
    const pouring = raw(server(), async (socket) => {
      socket.write(head('content-length: 100000000'));
      await pour(socket, 100e6);
    });
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(server(), '{ countries { code } }')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await pouring).status).toBe(413);
  });
});

describe('a packed body', () => {
  const bomb = gzipSync(Buffer.alloc(50e6, ' '));

  test.each(['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip', 'x-nothing'])('is refused unopened: %s', async (encoding) => {
    expectRefusal(await post(server(), bomb, { 'content-encoding': encoding }), 415, 'BAD_REQUEST');
    expectRefusal(await post(unlimited, bomb, { 'content-encoding': encoding }), 415, 'BAD_REQUEST');
  });

  test('that is not packed may say so', async () => {
    expect((await post(server(), QUERY, { 'content-encoding': 'identity' })).status).toBe(200);
  });
});

describe('a slow request', () => {
  const drip = (text: string, every: number) => async (socket: Socket): Promise<void> => {
    for (const character of text) {
      if (!socket.writable) return;
      socket.write(character);
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  };

  test('whose body comes byte by byte is cut with 408', async () => {
    const answer = await raw(impatient, async (socket) => {
      socket.write(head('content-length: 1000'));
      await drip(' '.repeat(1_000), 20)(socket);
    });
    expect(answer.status).toBe(408);
    expect(answer.head).toContain('content-security-policy');
    expect(answer.lasted).toBeGreaterThan(500);
    expect(answer.lasted).toBeLessThan(5_000);
  });

  test('whose headers come byte by byte is cut with 408', async () => {
    const answer = await raw(impatient, drip(head(`x-long: ${'x'.repeat(1_000)}`), 20));
    expect(answer.status).toBe(408);
    expect(answer.lasted).toBeLessThan(5_000);
  });

  test('is waited for where there is time', async () => {
    const answer = await raw(server(), async (socket) => {
      socket.write(head(`connection: close\r\ncontent-length: ${QUERY.length}`));
      await drip(QUERY, 20)(socket);
    });
    expect(answer.status).toBe(200);
    expect(answer.lasted).toBeGreaterThan(600);
  });

  test('that ends in the middle of its body leaves nothing behind', async () => {
    await raw(server(), (socket) => {
      socket.write(head('content-length: 1000'));
      setTimeout(() => socket.destroy(), 50);
    });
    await raw(server(), (socket) => void socket.end(head('content-length: 1000')));
    expect((await ask(server(), '{ countries { code } }')).status).toBe(200);
    expect(server().log.filter(({ err }) => err)).toEqual([]);
  });
});

describe('a body that is not JSON in UTF-8', () => {
  const utf16 = Buffer.from(`\ufeff${QUERY}`, 'utf16le');

  test.each<[string, string | Uint8Array]>([
    ['nothing', ''], ['blanks', '  '], ['no JSON', '{ "query": '], ['trailing garbage', `${QUERY}x`], ['two documents', `${QUERY}${QUERY}`], ['a comment', `/* */${QUERY}`],
    ['a trailing comma', '{"query":"{ countries { code } }",}'], ['single quotes', "{'query':'{ countries { code } }'}"], ['NUL at its end', `${QUERY}\0`],
    ['invalid UTF-8', Buffer.concat([Buffer.from('{"query":"{ countries { code } } #'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])],
    ['overlong UTF-8', Buffer.concat([Buffer.from('{"query":"{ countries { code } } #'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])],
    ['a surrogate in UTF-8', Buffer.concat([Buffer.from('{"query":"{ countries { code } } #'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')])],
    ['half a character', Buffer.from(`${QUERY}é`).subarray(0, -1)],
    ['UTF-16', utf16], ['UTF-16 without a mark', utf16.subarray(2)], ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0])],
    ['a string', '"{ countries { code } }"'], ['null', 'null'], ['a number', '1'], ['an empty object', '{}'],
    ['a document of another form', JSON.stringify({ query: { kind: 'Document' } })], ['variables as text', JSON.stringify({ query: '{ countries { code } }', variables: '{}' })],
    ['variables as a list', JSON.stringify({ query: '{ countries { code } }', variables: [] })], ['extensions as text', JSON.stringify({ query: '{ countries { code } }', extensions: 'x' })],
    ['brackets without end', '['.repeat(50_000)],
  ])('%s is refused', async (_name, body) => {
    expectRefusal(await post(server(), body), 400, 'BAD_REQUEST');
  });

  test('a mark of byte order before UTF-8 is passed over', async () => {
    expect((await post(server(), `\ufeff${QUERY}`)).status).toBe(200);
  });

  test('of a key that comes twice the last one counts, and prototypes are out of reach', async () => {
    const twice = await post(server(), '{"query":"{ themes { code } }","query":"{ countries { code } }","variables":{"a":1},"variables":{}}');
    expect(Object.keys(twice.data!)).toEqual(['countries']);
    const escaped = await post(server(), '{"query":"{ themes { code } }","\\u0071uery":"{ countries { code } }"}');
    expect(Object.keys(escaped.data!)).toEqual(['countries']);
    await post(server(), '{"query":"{ countries { code } }","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"variables":{"__proto__":{"polluted":true}}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expectRefusal(await post(server(), '{"__proto__":{"query":"{ countries { code } }"}}'), 400, 'BAD_REQUEST');
  });
});

describe('a body of another type', () => {
  const form = new URLSearchParams({ query: '{ countries { code } }' }).toString();

  test.each([
    ['text/plain', QUERY], ['text/plain;charset=UTF-8', QUERY], ['application/x-www-form-urlencoded', form], ['application/x-www-form-urlencoded', QUERY],
    ['multipart/form-data; boundary=x', `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${QUERY}\r\n--x--\r\n`], ['application/graphql', '{ countries { code } }'],
    ['application/jsonp', QUERY], ['text/json', QUERY], ['application/json; charset=utf-16', QUERY], ['application/json; charset=utf-7', QUERY], ['application/json; charset=latin1', QUERY],
    ['json', QUERY], ['/', QUERY], ['text/plain, application/json', QUERY], ['text/plain; x=application/json', QUERY],
  ])('%s is refused', async (type, body) => {
    expectRefusal(await post(server(), body, { 'content-type': type }), 415, 'BAD_REQUEST');
  });

  test('none is refused too', async () => {
    expectRefusal(await send(server(), '/graphql', { method: 'POST', body: Buffer.from(QUERY) }), 415, 'BAD_REQUEST');
  });

  test.each(['application/json', 'Application/JSON', 'application/json;charset=utf-8', 'application/json; charset="UTF-8"', 'application/json; profile=x'])('%s is read', async (type) => {
    expect((await post(server(), QUERY, { 'content-type': type })).status).toBe(200);
  });
});

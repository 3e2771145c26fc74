/** How much is read of whoever is not signed in, and that what they may still ask is looked at before it is read. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { MAX_BODY, MAX_VISITOR_BODY } from '../../src/core/http/request-body.ts';
import { PEOPLE, signIn } from '../permissions/roles.ts';
import { ask, post, raw, type RawAnswer, send, testServer, UNLIMITED } from './harness.ts';

const links: SignInLink[] = [];
const OPTIONS = { sendLink: async (link: SignInLink): Promise<void> => void links.push(link), signInLimits: UNLIMITED };
const server = testServer(OPTIONS);
const QUERY = JSON.stringify({ query: '{ countries { code } }' });
let scac: Record<string, string>;

beforeAll(async () => {
  scac = await signIn(server(), links, PEOPLE.scac);
});

const told = async (length: number, headers: Record<string, string> = {}): Promise<unknown> => {
  const { status, code } = await post(server(), QUERY.padEnd(length), headers);
  return code ? [status, code] : status;
};
const head = (headers: string, path = '/graphql'): string => `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept: text/event-stream, application/json\r\n${headers}\r\n\r\n`;
const codeOf = ({ status, text }: RawAnswer): unknown => [status, (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code];

describe('a body', () => {
  test('of a visitor is a quarter of what somebody signed in may send', async () => {
    expect(MAX_VISITOR_BODY * 4).toBe(MAX_BODY);
    expect([await told(MAX_VISITOR_BODY), await told(MAX_VISITOR_BODY + 1)]).toEqual([200, [413, 'PAYLOAD_TOO_LARGE']]);
    expect([await told(MAX_BODY, scac), await told(MAX_BODY + 1, scac)]).toEqual([200, [413, 'PAYLOAD_TOO_LARGE']]);
  });

  test('of a visitor that does not say how long it is is read no further', async () => {
    const answer = await raw(server(), (socket) => {
      socket.write(head('transfer-encoding: chunked'));
      // It has no end: who waits for that says nothing.
      for (let sent = 0; sent <= MAX_VISITOR_BODY; sent += 16_384) socket.write(`4000\r\n${' '.repeat(16_384)}\r\n`);
    });
    expect(codeOf(answer)).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  test('of somebody whose session is over is too large for nobody: they are told to sign in', async () => {
    const over = await signIn(server(), links, PEOPLE.ssi);
    expect(await told(MAX_VISITOR_BODY + 1, over)).toBe(200);
    await ask(server(), 'mutation { signOut { ended } }', {}, over);
    expect(await told(MAX_VISITOR_BODY + 1, over)).toEqual([401, 'UNAUTHENTICATED']);
    expect(await told(MAX_VISITOR_BODY, over)).toBe(200);
    // Of any other cookie nobody says that it was a session.
    expect(await told(MAX_VISITOR_BODY + 1, { cookie: 'other=x' })).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  test('of a stream is a visitor’s, whoever asks', async () => {
    const body = JSON.stringify({ query: 'subscription { nothing }' });
    const open = async (length: number): Promise<unknown> => (await send(server(), '/graphql/stream', { method: 'POST', body: body.padEnd(length), headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...scac } })).code;
    expect([await open(MAX_VISITOR_BODY), await open(MAX_VISITOR_BODY + 1)]).toEqual(['GRAPHQL_VALIDATION_FAILED', 'PAYLOAD_TOO_LARGE']);
  });
});

describe('whoever has asked too often', () => {
  /** Says that a body comes, which does not; a server that waits for it answers 408. */
  const announced = async (limit: number, path: string): Promise<unknown> => {
    const narrow = await server().beside({ ...OPTIONS, timeouts: { request: 1_500, headers: 1_000, check: 50 } }, { visitorLimit: limit, trustedProxies: ['loopback'] });
    const from = `x-forwarded-for: 203.0.113.${limit}`;
    await post(narrow, QUERY, { 'x-forwarded-for': `203.0.113.${limit}` });
    const answer = await raw(narrow, (socket) => void socket.write(head(`${from}\r\ncontent-length: 100000`, path)));
    return answer.status === 408 ? 408 : codeOf(answer);
  };

  test.each(['/graphql', '/graphql/stream'])('is told so before anything of their body has come: %s', async (path) => {
    await server().database.orm.em.fork().execute('delete from rate_limit');
    expect(await announced(1, path)).toEqual([429, 'RATE_LIMITED']);
    // Whoever may ask still is waited for.
    expect(await announced(9, path)).toBe(408);
  });
});

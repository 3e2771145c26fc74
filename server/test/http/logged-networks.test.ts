/** No line of the log, and nothing that is written beside it, says from where somebody came: not of those who sign in, are refused, or meet an error. */
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { ask, get, post, raw, send, testServer } from './harness.ts';

const [ANNA, NAME] = ['anna@example.org', 'Zephyrine Quixada'];
/** Where people come from, by what a proxy says and by the connection itself. */
const COMES_FROM = ['203.0.113.77', '2001:db8:77:1::9'] as const;
const NETWORK = /203\.0\.113\.77|2001:0?db8:0?0?77|127\.0\.0\.1|::1\b|::ffff:/i;

const links: SignInLink[] = [];
/** What a log with all that it could say of a request has. */
const tellingAll: string[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link) }, { demonstration: false, trustedProxies: ['loopback'] }, {
  '/told': (request, response) => {
    pino({ serializers: pino.stdSerializers }, { write: (line: string) => void tellingAll.push(line) }).info({ req: request });
    response.end();
  },
});
const sql = (text: string): Promise<unknown> => server().database.orm.em.fork().execute(text);

const besides: unknown[] = [];
beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, method).mockImplementation((...said: unknown[]) => void besides.push(said.map(String)));
});
afterEach(() => vi.restoreAllMocks());

test.each(COMES_FROM)('whoever comes from %s is in no line', async (network) => {
  // The line that says where the server listens is of nobody.
  const before = server().log.length;
  const from = { 'x-forwarded-for': network };
  await sql(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'Anna', '${ANNA}', now(), now()) on conflict do nothing`);
  await sql(`alter table audit_entry add constraint nobody_called_so check (after is distinct from '${NAME}')`);
  try {
    // Somebody signs in,
    links.length = 0;
    await ask(server(), 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email: ANNA }, from);
    const { secret } = await vi.waitUntil(() => links[0], { timeout: 20_000 });
    const confirm = (one: string) => ask(server(), 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret: one }, from);
    const answer = await confirm(secret);
    expect(answer.data).toEqual({ confirmSignIn: { isSignedIn: true } });
    const own = { ...from, cookie: answer.headers.getSetCookie()[0]!.split(';', 1)[0]! };
    // meets an error,
    expect((await ask(server(), 'mutation ($name: String!) { correctName(name: $name) { name } }', { name: NAME }, own)).code).toBe('INTERNAL_SERVER_ERROR');
    // and is refused: by the limit, by the rules, by what a request must be.
    let code: string | undefined;
    for (let n = 0; n < 30; n += 1) ({ code } = await confirm('a'.repeat(32)));
    expect(code).toBe('RATE_LIMITED');
    expect((await ask(server(), 'mutation { signOut { ended } }', {}, { ...from, cookie: 'passerelle.session=wrong' })).data).toEqual({ signOut: { ended: 0 } });
    expect((await ask(server(), 'mutation { removeAuthenticator { isRemoved } }', {}, from)).code).toBeDefined();
    expect((await post(server(), '{ not json', from)).status).toBe(400);
    expect((await get(server(), { query: '{' }, from)).status).toBe(400);
    for (const path of ['/calendar/own/wrong.ics', '/export/participants.csv?session=x', '/my-data.json', '/nowhere']) expect((await send(server(), path, { headers: from })).status).toBeGreaterThanOrEqual(400);
    expect((await raw(server(), (socket) => void socket.end(`GET / HTTP/1.1\r\nhost: x\r\nx-forwarded-for: ${network}\r\n wrong\u0000\r\n\r\n`))).status).toBe(400);
    await raw(server(), (socket) => void (socket.write(`POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: ${network}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`), setTimeout(() => socket.destroy(), 50)));
  } finally {
    await sql('alter table audit_entry drop constraint nobody_called_so');
  }
  const lines = server().log.slice(before);
  expect(lines.map(({ msg }) => msg)).toContain('An operation failed');
  expect(lines.filter((line) => NETWORK.test(JSON.stringify(line)))).toEqual([]);
  expect(besides.filter((said) => NETWORK.test(String(said)))).toEqual([]);
});

test('a log that tells all of a request would say it: that is what is looked for', async () => {
  await send(server(), '/told', { headers: { 'x-forwarded-for': COMES_FROM[0] } });
  expect(tellingAll.join()).toMatch(NETWORK);
  expect(tellingAll.join()).toContain('203.0.113.77');
});

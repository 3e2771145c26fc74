/** Nobody learns from asking for a link who has an account: not from the answer, nor from what is done before it. How long it takes is measured by `npm run timing`. */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { PEOPLE } from '../permissions/roles.ts';
import { type Answer, ask, testServer, UNLIMITED } from './harness.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

const ADDRESSES = {
  'somebody has': PEOPLE.adviser,
  'somebody has who is suspended': PEOPLE.ssi,
  'nobody has': 'nobody@passerelle.example',
  'nobody has, of a length of its own': `${'n'.repeat(60)}@nowhere.example`,
};

/** The statements that the server sent to the database, those of the worker apart. */
const statements: string[] = [];

beforeEach(async () => {
  await server().database.orm.em.fork().execute('update person set suspended_at = now() where email = ?', [PEOPLE.ssi]);
  links.length = 0;
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function query(this: pg.Client, ...args: unknown[]) {
    const [config] = args as [string | { text: string }];
    const { application_name: name } = (this as unknown as { connectionParameters: { application_name?: string } }).connectionParameters;
    if (name !== 'passerelle-jobs') statements.push(typeof config === 'string' ? config : config.text);
    return send.apply(this, args) as never;
  });
});
afterEach(() => vi.restoreAllMocks());

const request = (email: string): Promise<Answer> => ask(server(), 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
const quiet = (): Promise<void> => vi.waitFor(async () => {
  const before = statements.length;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(statements).toHaveLength(before);
}, { timeout: 10_000 });

/** The answer, and what the database was asked before and after it. */
async function asked(email: string): Promise<{ answer: object; before: string[]; after: string[] }> {
  await quiet();
  statements.length = 0;
  const { status, headers, text } = await request(email);
  const before = statements.splice(0);
  await quiet();
  return { answer: { status, text, headers: Object.fromEntries([...headers].filter(([name]) => name !== 'date')) }, before, after: statements.splice(0) };
}

describe('asking for a link for an address', () => {
  test.each(Object.entries(ADDRESSES))('that %s is answered the same, after the same statements', async (_who, email) => {
    // The first one of a connection also makes it.
    await request('first@passerelle.example');
    const nobody = await asked('somebody.else@passerelle.example');
    const { answer, before } = await asked(email);
    expect(answer).toEqual(nobody.answer);
    expect(before).toEqual(nobody.before);
    expect(before.length).toBeGreaterThan(0);
  });

  test('is known to be seen to afterwards, where there is somebody: the statements show it', async () => {
    const [somebody, nobody] = [await asked(PEOPLE.adviser), await asked(ADDRESSES['nobody has'])];
    expect(links.map(({ to }) => to)).toEqual([PEOPLE.adviser]);
    expect(somebody.after.length).toBeGreaterThan(nobody.after.length);
    expect(nobody.after).toEqual([expect.stringContaining('from link_request'), 'begin', expect.stringContaining('from person where id'), 'commit', expect.stringContaining('delete from link_request')]);
  });
});

/** Nobody learns who has an account from what takes an address: not from the answer, nor from what is done before it. How long it takes is measured by `npm run timing`. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { PEOPLE, signIn } from '../permissions/roles.ts';
import { type Answer, ask, testServer, UNLIMITED } from './harness.ts';

const links: SignInLink[] = [];
const NO_LIMIT = { points: 1e6, seconds: 1 };
const ownDataLimits = { dataFile: NO_LIMIT, addressChange: NO_LIMIT, addressLink: NO_LIMIT, dataRequest: NO_LIMIT };
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED, ownDataLimits });
const sql = (text: string, values: unknown[] = []): Promise<unknown> => server().database.orm.em.fork().execute(text, values);

const ADDRESSES = {
  'somebody has': PEOPLE.adviser,
  'somebody has who is suspended': PEOPLE.ssi,
  'nobody has': 'nobody@passerelle.example',
  'nobody has, of a length of its own': `${'n'.repeat(60)}@nowhere.example`,
};

/** The statements that the server sent to the database, those of the worker apart. */
const statements: string[] = [];

beforeEach(async () => {
  await sql('update person set suspended_at = now() where email = ?', [PEOPLE.ssi]);
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

/** What else takes an address, with who sends it: what is asked of the address alone is answered the same for all. */
const FORMS: Readonly<Record<string, readonly [from: string | null, document: string, variables: (email: string) => Record<string, unknown>]>> = {
  'asking for access': [null, 'mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { days } }', (email) => ({
    input: { organisationName: 'Novi most', country: 'RS', name: 'Ana Nova', email, role: 'NGO_MEMBER', message: 'We work on prevention in schools.', locale: 'sr-Latn' },
  })],
  'inviting by an embassy': [PEOPLE.scac, 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { outcome days } }', (email) => ({
    input: { email, name: 'Ana Nova', role: 'NGO_COORDINATOR', organisation, locale: 'sr-Latn', submission: randomUUID() },
  })],
  'inviting by the adviser': [PEOPLE.assistant, 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { outcome days } }', (email) => ({
    input: { email, name: 'Ana Nova', role: 'EXPERT', locale: 'fr', submission: randomUUID() },
  })],
  'another address for oneself': [PEOPLE.ngoMember, 'mutation ($email: EmailAddress!) { requestAddress(email: $email) { minutes } }', (email) => ({ email })],
};
let organisation: string;

describe.each(Object.entries(FORMS))('%s, with an address', (_what, [from, document, variables]) => {
  let headers: Record<string, string> = {};
  const send = (email: string): Promise<Answer> => ask(server(), document, variables(email), headers);
  /** The statements without their values: what is written of an address is its own. */
  const kinds = (texts: readonly string[]): string[] => texts.map((text) => text.replaceAll(/'(?:[^']|'')*'/g, '…'));

  beforeAll(async () => {
    await sql('update person set is_demonstration = false where email = ?', [PEOPLE.ngoMember]);
    const [{ slug }] = (await sql('select m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?', [PEOPLE.ngoMember])) as [{ slug: string }];
    organisation = `Organisation_${slug}`;
    if (from !== null) headers = await signIn(server(), links, from);
  });

  /** The answer, and what the database was asked before it. */
  async function sent(email: string): Promise<{ answer: object; kinds: string[] }> {
    await quiet();
    statements.length = 0;
    const { status, headers, text } = await send(email);
    return { answer: { status, text, headers: Object.fromEntries([...headers].filter(([name]) => name !== 'date')) }, kinds: kinds(statements.splice(0)) };
  }

  test('is answered the same, after the same statements, whoever has it', { timeout: 120_000 }, async () => {
    await send('first@ngo.example');
    const nobody = await sent('somebody.else@ngo.example');
    expect(nobody.answer).toMatchObject({ status: 200, text: expect.not.stringContaining('errors') as string });
    expect(nobody.kinds).toContainEqual(expect.stringContaining('insert into mail'));
    // What the clock starts now and then asks something of its own meanwhile: a difference that is one stays through all tries.
    for (const [who, email] of Object.entries(ADDRESSES)) await vi.waitFor(async () => expect(await sent(email), who).toEqual(await sent(`somebody.${randomUUID()}@ngo.example`)), { timeout: 25_000, interval: 1 });
  });
});

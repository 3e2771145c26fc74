/** The work that asking for a link takes, through the whole server and by two of them. */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { type Answer, ask, get, type TestServer, testServer, UNLIMITED } from './harness.ts';

const WORK = { proofOfWork: 2 };
const EMAIL = 'scac.rs@passerelle.example';
const CHALLENGE = '{ proofChallenge { challenge expiresAt } }';

const links: SignInLink[] = [];
const OPTIONS = { sendLink: async (link: SignInLink): Promise<void> => void links.push(link), signInLimits: UNLIMITED };
const server = testServer(OPTIONS, WORK);
let beside: TestServer;

beforeAll(async () => {
  beside = await server().beside(OPTIONS, WORK);
});

async function proofFrom(from: TestServer): Promise<string> {
  const { challenge: text } = (await get(from, { query: CHALLENGE })).data!.proofChallenge as { challenge: string };
  const challenge = JSON.parse(text) as Parameters<typeof solveChallenge>[0]['challenge'];
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

const request = (at: TestServer, proof?: string): Promise<Answer> =>
  ask(at, 'mutation ($email: EmailAddress!, $proof: String) { requestSignInLink(email: $email, proof: $proof) { minutes } }', { email: EMAIL, proof });

describe('asking for a link', () => {
  test('is refused without a proof, and nobody is looked for', async () => {
    const { status, code, data } = await request(server());
    expect({ status, code, data: data ?? null }).toEqual({ status: 403, code: 'PROOF_REQUIRED', data: null });
    expect(links).toEqual([]);
  });

  test('is done with one', async () => {
    expect((await request(server(), await proofFrom(server()))).data).toEqual({ requestSignInLink: { minutes: 10 } });
    await expect.poll(() => links.map(({ to }) => to), { timeout: 20_000 }).toEqual([EMAIL]);
  });

  test('is done once with one, whichever process is asked', async () => {
    const proof = await proofFrom(server());
    expect((await request(beside, proof)).code).toBeUndefined();
    expect((await request(server(), proof)).code).toBe('PROOF_REQUIRED');
    expect((await request(beside, proof)).code).toBe('PROOF_REQUIRED');
  });

  test('is done once with one, however often one document asks', async () => {
    const proof = await proofFrom(server());
    const { data, errors } = await ask(server(), `mutation ($proof: String) { ${[0, 1, 2].map((n) => `a${n}: requestSignInLink(email: "${EMAIL}", proof: $proof) { minutes }`).join(' ')} }`, { proof });
    expect(data ?? null).toBeNull();
    expect(errors!.every(({ extensions }) => extensions.code === 'PROOF_REQUIRED')).toBe(true);
  });

  test('takes no proof of a server with another secret', async () => {
    const foreign = await server().beside(OPTIONS, { ...WORK, signInSecret: 'the secret of somebody else'.repeat(2) });
    expect((await request(server(), await proofFrom(foreign))).code).toBe('PROOF_REQUIRED');
  });
});

test('a challenge is another each time, and kept by nobody', async () => {
  const answers = [await get(server(), { query: CHALLENGE }), await get(server(), { query: CHALLENGE })];
  for (const { headers } of answers) expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
  expect(answers[0]!.text).not.toBe(answers[1]!.text);
});

test('where none is asked for, a link is sent without', async () => {
  const open = await server().beside(OPTIONS, { proofOfWork: 0 });
  expect((await get(open, { query: CHALLENGE })).text).toBe('{"data":{"proofChallenge":null}}\n');
  expect((await request(open)).code).toBeUndefined();
});

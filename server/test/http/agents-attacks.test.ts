/** What must not sign anybody in: a provider, or somebody between it and us, that says what it should not. Each fails alone; without it, one is signed in. */
import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import { UnsecuredJWT } from 'jose';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, SITE } from './agents/browser.ts';
import { Double, type Signer, type Twist } from './agents/double.ts';
import { agentWorld, outcomeIn } from './agents/world.ts';
import { UNLIMITED } from './harness.ts';

const double = new Double();
const world = agentWorld(async () => {
  const { issuer } = await double.start();
  return { issuer, clientId: Double.CLIENT, clientSecret: 'a secret of the double', algorithm: 'RS256', guaranteesEmail: false, secondFactor: ['eidas2'] };
});
afterAll(() => double.stop());
beforeEach(() => {
  double.twist = {};
});

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const unsigned: Signer = (claims) => Promise.resolve(new UnsecuredJWT(claims).encode());
const byPublicKey: Signer = (claims) =>
  double.signed({ alg: 'HS256', key: createSecretKey(Buffer.from(double.keys.publicKey.export({ format: 'pem', type: 'spki' }))) })(claims);
const byStranger: Signer = (claims) => double.signed({ key: stranger })(claims);
const byElliptic: Signer = (claims) => double.signed({ alg: 'ES256', key: double.elliptic, kid: 'elliptic' })(claims);
const seconds = (from: number): number => Math.floor(Date.now() / 1000) + from;

const TWISTS: Readonly<Record<string, () => Twist>> = {
  'the nonce of another attempt': () => ({ idToken: { nonce: 'a'.repeat(43) } }),
  'no nonce': () => ({ idToken: { nonce: undefined } }),
  'no signature': () => ({ signIdToken: unsigned }),
  'a signature by HS256 with the public key': () => ({ signIdToken: byPublicKey }),
  'a signature by the client secret': () => ({ signIdToken: double.signed({ alg: 'HS256', key: createSecretKey(Buffer.from('a secret of the double')) }) }),
  'a signature by another key under the known name': () => ({ signIdToken: byStranger }),
  'a signature by a key of its own, by another algorithm than was agreed': () => ({ signIdToken: byElliptic }),
  'a signature by a key it does not publish': () => ({ signIdToken: double.signed({ kid: 'unknown' }) }),
  'another audience': () => ({ idToken: { aud: 'another' } }),
  'two audiences, and not for whom of them': () => ({ idToken: { aud: [Double.CLIENT, 'another'] } }),
  'another issuer': () => ({ idToken: { iss: 'https://evil.example' } }),
  'what is over': () => ({ idToken: { exp: seconds(-120), iat: seconds(-600) } }),
  'what is yet to come': () => ({ idToken: { nbf: seconds(300) } }),
  'no end': () => ({ idToken: { exp: undefined } }),
  'nobody': () => ({ idToken: { sub: undefined } }),
  'of the person: another than in the token': () => ({ userInfo: { sub: 'sub-boris' } }),
  'of the person: nobody': () => ({ userInfo: { sub: undefined } }),
  'of the person: no signature, as JSON': () => ({ userInfoType: 'application/json', signUserInfo: (claims) => Promise.resolve(JSON.stringify(claims)) }),
  'of the person: no signature, as a token': () => ({ signUserInfo: unsigned }),
  'of the person: a signature by HS256 with the public key': () => ({ signUserInfo: byPublicKey }),
  'of the person: a signature by another key': () => ({ signUserInfo: byStranger }),
  'of the person: by another algorithm than was agreed': () => ({ signUserInfo: byElliptic }),
  'of the person: to another audience': () => ({ userInfo: { aud: 'another' } }),
  'of the person: to nobody': () => ({ userInfo: { aud: undefined } }),
  'of the person: by another issuer': () => ({ userInfo: { iss: 'https://evil.example' } }),
  'of the person: by nobody': () => ({ userInfo: { iss: undefined } }),
  'of the person: what is over': () => ({ userInfo: { exp: seconds(-120) } }),
};

/** Begins in a browser, and gives the address that the provider would send it back to. */
async function begun(browser: Browser): Promise<URL> {
  const { searchParams } = new URL((await browser.open('/sign-in/agent?locale=fr&back=/fr/trainings')).location!);
  double.nonce = searchParams.get('nonce')!;
  return new URL(`${SITE}/sign-in/agent/callback?${new URLSearchParams({ code: 'code', state: searchParams.get('state')!, iss: double.issuer }).toString()}`);
}

async function expectNobody(browser: Browser): Promise<void> {
  expect(await world().viewer(browser)).toBeNull();
  expect(await world().kept()).toMatchObject({ sessions: 0, bound: 0 });
  expect([...browser.cookies().keys()]).not.toContain('__Host-passerelle');
}

describe('the provider says', () => {
  test('what it should, and somebody is signed in; the token endpoint was told the secret, the code and its verifier in the body', async () => {
    const browser = world().browser();
    expect((await browser.open((await begun(browser)).href)).location).toBe(`${SITE}/fr/trainings`);
    expect(await world().viewer(browser)).toMatchObject({ name: 'Anna' });
    expect(Object.fromEntries(double.posted)).toEqual({
      grant_type: 'authorization_code', code: 'code', redirect_uri: `${SITE}/sign-in/agent/callback`, client_id: Double.CLIENT, client_secret: 'a secret of the double',
      code_verifier: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
  });

  test.each(Object.entries(TWISTS))('%s: nobody is signed in, and the page says that it does not hold', async (_name, twist) => {
    const browser = world().browser();
    const callback = await begun(browser);
    double.twist = twist();
    expect((await browser.open(callback.href)).location).toBe(`${SITE}/fr/sign-in?agent=failed&back=%2Ffr%2Ftrainings`);
    await expectNobody(browser);
    expect(JSON.stringify(world().server.log)).not.toMatch(/anna@example\.org|sub-anna/);
  });

  test('at its own address that it is another: nobody is sent there', async () => {
    double.twist = { metadata: { issuer: 'https://evil.example' } };
    const other = await world().server.beside({ signInLimits: UNLIMITED }, { agentProvider: { issuer: double.issuer, clientId: 'x', clientSecret: 'y', algorithm: 'RS256', guaranteesEmail: false, secondFactor: [] } });
    const answer = await fetch(`${other.address}/sign-in/agent?locale=fr`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/fr/sign-in?agent=failed&back=%2Ffr%2Faccount');
  });
});

describe('somebody comes back', () => {
  const changed = (change: (search: URLSearchParams) => void) => async (callback: URL): Promise<string> => {
    change(callback.searchParams);
    return callback.href;
  };
  const BROKEN: Readonly<Record<string, [string, (callback: URL) => Promise<string>]>> = {
    'without a state': ['expired', changed((search) => search.delete('state'))],
    'with a short state': ['expired', changed((search) => search.set('state', search.get('state')!.slice(0, 31)))],
    'with a state of their own': ['expired', changed((search) => search.set('state', 'a'.repeat(43)))],
    'with two states': ['expired', changed((search) => search.append('state', search.get('state')!))],
    'with more than any provider says': ['expired', changed((search) => search.set('more', 'a'.repeat(4_000)))],
    'from another provider (RFC 9207)': ['failed', changed((search) => search.set('iss', 'https://evil.example'))],
    'from a provider that does not say who it is, though it promised to': ['failed', changed((search) => search.delete('iss'))],
    'with two codes': ['failed', changed((search) => search.append('code', 'another'))],
    'without a code': ['failed', changed((search) => search.delete('code'))],
    'with a token in the address': ['failed', changed((search) => search.set('id_token', 'a.b.c'))],
    'with an answer in another form': ['failed', changed((search) => search.set('response', 'a.b.c'))],
    'with an error that the provider does not have': ['failed', changed((search) => search.set('error', '<script>'))],
    'with the provider’s own error': ['unavailable', changed((search) => search.set('error', 'server_error'))],
  };

  test.each(Object.entries(BROKEN))('%s: nobody is signed in', async (_name, [outcome, change]) => {
    const browser = world().browser();
    const answer = await browser.open(await change(await begun(browser)));
    expect(outcomeIn(answer.location)).toBe(outcome);
    expect(answer.location).not.toContain('script');
    await expectNobody(browser);
  });

  test('with something more that nobody asked for: it changes nothing', async () => {
    const browser = world().browser();
    const callback = await begun(browser);
    callback.searchParams.set('session_state', 'x');
    expect((await browser.open(callback.href)).location).toBe(`${SITE}/fr/trainings`);
  });

  test('in another browser than the one that went: nobody is signed in, and the first still can be', async () => {
    const [browser, other, fresh] = [world().browser(), world().browser(), world().browser()];
    await begun(other);
    const callback = await begun(browser);
    for (const wrong of [other, fresh]) {
      expect(outcomeIn((await wrong.open(callback.href)).location)).toBe('expired');
      await expectNobody(wrong);
    }
    expect((await browser.open(callback.href)).location).toBe(`${SITE}/fr/trainings`);
  });

  test('twice, with the cookie of the first time: only once somebody is signed in', async () => {
    const browser = world().browser();
    const callback = await begun(browser);
    const secret = browser.cookies().get('__Host-passerelle-agent')!;
    const answers = await Promise.all(Array.from({ length: 10 }, () => browser.open(callback.href, { headers: { cookie: `__Host-passerelle-agent=${secret}` } })));
    expect(answers.filter(({ location }) => location === `${SITE}/fr/trainings`)).toHaveLength(1);
    expect(answers.filter(({ location }) => outcomeIn(location) === 'expired')).toHaveLength(9);
    expect((await world().kept()).sessions).toBe(1);
  });

  test('after more than ten minutes: it is over', async () => {
    const browser = world().browser();
    const callback = await begun(browser);
    await world().sql(`update sign_in_attempt set expires_at = now() - interval '1 second'`);
    expect(outcomeIn((await browser.open(callback.href)).location)).toBe('expired');
    await expectNobody(browser);
  });

  test('by another method than GET: nothing begins and nothing ends', async () => {
    const browser = world().browser();
    const callback = await begun(browser);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await browser.open(callback.href, { method })).status).toBe(405);
    for (const path of ['/sign-in/agent?locale=fr', callback.href]) expect((await browser.open(path, { method: 'HEAD' })).location).toBe(`${SITE}/fr/sign-in`);
    expect(await world().kept()).toEqual({ sessions: 0, bound: 0, attempts: 1 });
  });
});

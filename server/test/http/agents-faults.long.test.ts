/** A provider that is slow, down or broken, and one that changes its keys: people get a sentence, soon, and never wait for ever. */
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Browser, SITE } from './agents/browser.ts';
import { Double } from './agents/double.ts';
import { agentWorld, outcomeIn } from './agents/world.ts';
import { ask, UNLIMITED } from './harness.ts';

const double = new Double();
const settings = { clientId: Double.CLIENT, clientSecret: 'a secret of the double', algorithm: 'RS256', guaranteesEmail: false, secondFactor: [] } as const;
/** In seconds: long enough for a machine with much to do. */
const PATIENCE = 1;
const world = agentWorld(async () => ({ issuer: (await double.start()).issuer, ...settings }), PATIENCE);
afterAll(() => double.stop());
beforeEach(() => {
  double.twist = {};
});
afterEach(() => void vi.useRealTimers());

async function signIn(browser: Browser = world().browser()): Promise<string> {
  const { searchParams } = new URL((await browser.open('/sign-in/agent?locale=fr')).location!);
  double.nonce = searchParams.get('nonce')!;
  const { location } = await browser.open(`/sign-in/agent/callback?${new URLSearchParams({ code: 'code', state: searchParams.get('state')!, iss: double.issuer }).toString()}`);
  return outcomeIn(location) ?? location!.replace(SITE, '');
}

/** In milliseconds: on a machine that has much else to do, and long before a provider answers that is slow. */
const SOON = 10_000;

const FAULTS = ['slow', 'stalled', 'cut', 500, 503] as const;

describe('a provider that fails', () => {
  // The first of all: nothing is known of it yet.
  test.each(FAULTS)('at its own address (%s) leads back with a sentence, soon, and remembers nothing', async (fault) => {
    double.twist = { faults: { '/.well-known/openid-configuration': fault } };
    const begun = Date.now();
    const browser = world().browser();
    const answer = await browser.open('/sign-in/agent?locale=hu&back=/hu/trainings');
    expect(answer.location).toBe(`${SITE}/hu/sign-in?agent=unavailable&back=%2Fhu%2Ftrainings`);
    expect(Date.now() - begun).toBeLessThan(SOON);
    expect(browser.cookies().size).toBe(0);
    expect((await world().kept()).attempts).toBe(0);
  });

  test.each(['/token', '/userinfo', '/jwks'].flatMap((path) => FAULTS.map((fault) => [path, fault] as const)))('at %s (%s) leads back with a sentence, soon', async (path, fault) => {
    // A server of its own for the keys, which are kept once they are known.
    double.twist = { faults: { [path]: fault } };
    const begun = Date.now();
    const other = path === '/jwks' ? await world().server.beside({ providerPatience: PATIENCE, signInLimits: UNLIMITED }, { publicUrl: SITE, agentProvider: { issuer: double.issuer, ...settings } }) : world().server;
    expect(await signIn(new Browser(other.address))).toBe('unavailable');
    expect(Date.now() - begun).toBeLessThan(path === '/jwks' ? 2 * SOON : SOON);
    expect((await world().kept()).sessions).toBe(0);
  });

  test('is let in again as soon as it answers', async () => {
    expect(await signIn()).toBe('/fr/account');
  });

  test('is not blamed for a fault of ours, which is logged; people get their sentence all the same', async () => {
    await world().sql('alter table sign_in_attempt rename to sign_in_attempt_away');
    const answer = await world().browser().open('/sign-in/agent?locale=fr');
    await world().sql('alter table sign_in_attempt_away rename to sign_in_attempt');
    expect(outcomeIn(answer.location)).toBe('unavailable');
    expect(world().server.log.some(({ msg }) => msg === 'Signing an agent in failed')).toBe(true);
  });

  test('of ours, when the language of somebody cannot be read, signs nobody in who is told that it failed', async () => {
    await world().sql('delete from sign_in_session');
    const browser = world().browser();
    await world().sql('alter table person rename column locale to locale_away');
    const outcome = await signIn(browser);
    await world().sql('alter table person rename column locale_away to locale');
    expect(outcome).toBe('unavailable');
    expect((await world().kept()).sessions).toBe(0);
    expect(await signIn(browser)).toBe('/fr/account');
  });

  test('when somebody signs out keeps nobody signed in', async () => {
    const browser = world().browser();
    await signIn(browser);
    const other = await world().server.beside({ providerPatience: PATIENCE }, { publicUrl: SITE, agentProvider: { issuer: double.issuer, ...settings } });
    double.twist = { faults: { '/.well-known/openid-configuration': 'slow' } };
    const begun = Date.now();
    expect((await ask(other, 'mutation { signOut { ended goOn } }', {}, browser.headers)).data).toEqual({ signOut: { ended: 1, goOn: null } });
    expect(Date.now() - begun).toBeLessThan(SOON);
    expect((await world().kept()).sessions).toBe(0);
  });
});

describe('a provider that changes its keys', () => {
  test('is asked for them once more when a key is unknown, a minute after the last time at the earliest', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(await signIn()).toBe('/fr/account');
    vi.setSystemTime(Date.now() + 400_000);
    expect(await signIn()).toBe('/fr/account');
    const asked = double.asked['/jwks']!;
    double.rotate();
    expect(await signIn()).toBe('failed');
    expect(double.asked['/jwks']).toBe(asked);
    vi.setSystemTime(Date.now() + 61_000);
    expect(await signIn()).toBe('/fr/account');
    expect(double.asked['/jwks']).toBe(asked + 1);
    expect(await signIn()).toBe('/fr/account');
    expect(double.asked['/jwks']).toBe(asked + 1);
  });

  test('is asked what it says of itself once an hour, and what was known counts while it does not answer', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(await signIn()).toBe('/fr/account');
    const asked = double.asked['/.well-known/openid-configuration']!;
    vi.setSystemTime(Date.now() + 3_700_000);
    double.twist = { faults: { '/.well-known/openid-configuration': 503 } };
    expect(await signIn()).toBe('/fr/account');
    double.twist = {};
    expect(await signIn()).toBe('/fr/account');
    expect(double.asked['/.well-known/openid-configuration']).toBeGreaterThan(asked);
  });
});

describe('somebody who tries too often', () => {
  test('is told to wait', async () => {
    const limited = await world().server.beside({ signInLimits: { ...UNLIMITED, tryPerNetwork: { points: 3, seconds: 60 } } }, { publicUrl: SITE, agentProvider: { issuer: double.issuer, ...settings } });
    const browser = new Browser(limited.address);
    await world().sql('delete from rate_limit');
    for (let n = 0; n < 3; n += 1) expect((await browser.open('/sign-in/agent?locale=fr')).location).toContain('/authorize');
    expect(outcomeIn((await browser.open('/sign-in/agent?locale=fr')).location)).toBe('often');
    expect(outcomeIn((await browser.open('/sign-in/agent/callback?code=x&state=y')).location)).toBe('often');
  });

  test('is refused at every address before the database is asked', async () => {
    const narrow = await world().server.beside({ signInLimits: UNLIMITED }, { publicUrl: SITE, visitorLimit: 4, agentProvider: { issuer: double.issuer, ...settings } });
    await world().sql('delete from rate_limit');
    const browser = new Browser(narrow.address);
    const outcomes: (string | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) outcomes.push(outcomeIn((await browser.open('/sign-in/agent/out?state=x')).location));
    expect(outcomes).toEqual([undefined, undefined, undefined, undefined, 'often', 'often']);
    expect(outcomeIn((await browser.open('/sign-in/agent?locale=fr')).location)).toBe('often');
  });
});

/** Signing in at a real provider, with a browser that follows by hand; and out of it again. */
import { afterAll, describe, expect, test } from 'vitest';
import type { AgentProvider } from '../../src/agents/index.ts';
import { type Browser, SITE } from './agents/browser.ts';
import { startProvider, type TestProvider } from './agents/provider.ts';
import { agentWorld, ANNA, outcomeIn } from './agents/world.ts';
import { ask, testServer } from './harness.ts';

const PEOPLE = [
  { sub: 'sub-anna', email: 'Anna@Example.org', acr: 'eidas2' },
  { sub: 'sub-boris', email: 'boris@example.org', acr: 'eidas1-mfa' },
  { sub: 'sub-nobody', email: 'nobody@example.org', acr: 'eidas1' },
] as const;
const running: TestProvider[] = [];
afterAll(async () => void (await Promise.all(running.map((provider) => provider.close()))));

async function known(algorithm: AgentProvider['algorithm']): Promise<AgentProvider> {
  const provider = await startProvider({ site: SITE, algorithm, people: PEOPLE });
  running.push(provider);
  const { issuer, clientId, clientSecret } = provider;
  return { issuer, clientId, clientSecret, algorithm, guaranteesEmail: true, secondFactor: ['eidas2', 'eidas3'] };
}

/** Goes to the provider from the page to sign in, says who it is there, and comes back. */
async function signIn(browser: Browser, sub: string, back = '/sr-Cyrl/countries?x=1'): Promise<Awaited<ReturnType<Browser['follow']>>> {
  const asked = await browser.follow(`/sign-in/agent?locale=sr-Cyrl&back=${encodeURIComponent(back)}`);
  const path = asked.text.includes('<li>') ? `${asked.address}?as=${sub}` : asked.address;
  return browser.follow(path, /^https:\/\/passerelle\.example\/(?!sign-in\/)/);
}

describe.each(['RS256', 'ES256'] as const)('a provider that signs by %s', (algorithm) => {
  const world = agentWorld(() => known(algorithm));

  test('signs in who has an account, whole, and leads them back to where they wanted to go', async () => {
    const browser = world().browser();
    const back = await signIn(browser, 'sub-anna');
    expect([back.status, back.address]).toEqual([303, `${SITE}/sr-Cyrl/countries?x=1`]);
    expect(back.cookies).toEqual([
      expect.stringMatching(/^__Host-passerelle=[^;]+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      'draft-key=; Path=/; Max-Age=0; SameSite=Strict',
      'kept-key=; Path=/; Max-Age=0; SameSite=Strict',
      '__Host-passerelle-agent=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
    ]);
    expect(await world().viewer(browser)).toMatchObject({ name: 'Anna', agentIdentity: { refusedAt: null }, sessions: [{ isCurrent: true, userAgent: expect.stringMatching(/^Test\//) as string }] });
    expect(await world().kept()).toEqual({ sessions: 1, bound: 1, attempts: 0 });
    const { rows } = await world().sql('select s.key, p.email_verified as verified, a.account_id as sub from sign_in_session s join person p on p.id = s.person_id join sign_in_account a on a.person_id = p.id');
    expect(rows).toEqual([{ key: 'PROVIDER', verified: true, sub: 'sub-anna' }]);
  });

  test('signs nobody in who has no account, and gives them none', async () => {
    const browser = world().browser();
    const back = await signIn(browser, 'sub-nobody');
    expect(back.address).toBe(`${SITE}/sr-Cyrl/sign-in?agent=refused&back=%2Fsr-Cyrl%2Fcountries%3Fx%3D1`);
    expect(await world().viewer(browser)).toBeNull();
    expect(await world().kept()).toEqual({ sessions: 0, bound: 0, attempts: 0 });
    expect((await world().sql(`select from person where email = 'nobody@example.org'`)).rowCount).toBe(0);
  });
});

describe('a sign-in', () => {
  const world = agentWorld(() => known('RS256'));

  test('asks for what is needed and nothing else, with secrets that are new each time', async () => {
    const [first, second] = await Promise.all([0, 1].map(async () => new URL((await world().browser().open('/sign-in/agent?locale=fr')).location!)));
    expect(first!.origin + first!.pathname).toBe(`${running.at(-1)!.issuer}/authorize`);
    expect([...first!.searchParams.keys()].sort()).toEqual(['claims', 'client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state']);
    expect(Object.fromEntries(first!.searchParams)).toMatchObject({
      claims: '{"id_token":{"acr":null}}', client_id: 'passerelle', code_challenge_method: 'S256', redirect_uri: `${SITE}/sign-in/agent/callback`, response_type: 'code', scope: 'openid email',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first!.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
      expect(first!.searchParams.get(name)).not.toBe(second!.searchParams.get(name));
    }
  });

  test('keeps nothing that could be used by who reads the table', async () => {
    const browser = world().browser();
    const address = (await browser.open('/sign-in/agent?locale=uk&back=/uk/trainings')).location!;
    const { rows } = await world().sql('select key, locale, back, extract(epoch from expires_at - now()) as lasts from sign_in_attempt');
    expect(rows).toEqual([{ key: expect.stringMatching(/^[\w-]{43}$/) as string, locale: 'uk', back: '/uk/trainings', lasts: expect.anything() as unknown }]);
    expect(Number((rows[0] as { lasts: string }).lasts)).toBeCloseTo(600, -1);
    const { key } = rows[0] as { key: string };
    expect([address, ...browser.cookies().values()].join()).not.toContain(key);
  });

  test.each([['eidas2', true], ['eidas3', true], ['eidas1-mfa', false], ['eidas1', false], ['eidas0-mfa', false]])('at the level %s counts as two factors: %s', async (acr, counts) => {
    const provider = running.at(-1)!;
    provider.people = [{ sub: 'sub-anna', email: 'anna@example.org', acr }];
    await signIn(world().browser(), 'sub-anna');
    provider.people = PEOPLE;
    expect((await world().sql('select key from sign_in_session')).rows).toEqual([{ key: counts ? 'PROVIDER' : null }]);
  });

  test.each([['eidas2', '/fr/trainings', true], ['eidas1-mfa', '/fr/sign-in/second-step', false]])('of an embassy, who must have a key, at the level %s leads to %s', async (acr, place, isDone) => {
    await world().sql(`insert into member (uuid, person_id, role, country_code, since) values ('019abc00-0000-7000-8000-00000000000b', $1, 'SCAC', 'AL', '2026-01-01')`, [ANNA]);
    const provider = running.at(-1)!;
    provider.people = [{ sub: 'sub-anna', email: 'anna@example.org', acr }];
    const browser = world().browser();
    const { address } = await signIn(browser, 'sub-anna', '/fr/trainings');
    provider.people = PEOPLE;
    expect(address.replace('/sr-Cyrl/', '/fr/')).toBe(SITE + place);
    expect((await world().viewer(browser))?.name).toBe(isDone ? 'Anna' : undefined);
    const { data } = await ask(world().server, '{ secondStep { isDue isFresh } }', {}, browser.headers);
    expect(data).toEqual({ secondStep: { isDue: !isDone, isFresh: true } });
  });

  test.each([['eidas2', '/hr/trainings?x=1#y'], ['eidas1-mfa', '/hr/sign-in/second-step']])('leads on in the language that somebody has chosen, at the level %s to %s', async (acr, place) => {
    await world().sql(`insert into member (uuid, person_id, role, country_code, since) values ('019abc00-0000-7000-8000-00000000000b', $1, 'SCAC', 'AL', '2026-01-01')`, [ANNA]);
    await world().sql(`update person set locale = 'hr' where id = $1`, [ANNA]);
    const provider = running.at(-1)!;
    provider.people = [{ sub: 'sub-anna', email: 'anna@example.org', acr }];
    const { address } = await signIn(world().browser(), 'sub-anna', '/fr/trainings?x=1#y');
    provider.people = PEOPLE;
    expect(address).toBe(SITE + place);
  });

  test('ends the session that the browser had before, whoever’s it was', async () => {
    const browser = world().browser();
    await signIn(browser, 'sub-boris');
    const { cookie } = browser.headers;
    browser.cookies(running.at(-1)!.issuer).clear();
    await signIn(browser, 'sub-anna');
    expect((await world().kept()).sessions).toBe(1);
    expect((await ask(world().server, '{ viewer { name } }', {}, { cookie })).data).toEqual({ viewer: null });
    expect(await world().viewer(browser)).toMatchObject({ name: 'Anna' });
  });

  test('is listed, ended and over as any other session', async () => {
    const browser = world().browser();
    await signIn(browser, 'sub-anna');
    await world().sql(`update sign_in_session set last_seen_at = now() - interval '721 minutes'`);
    expect(await world().viewer(browser)).toBeNull();
    expect((await world().kept()).sessions).toBe(0);
  });

  test('that somebody turns back from says so', async () => {
    const browser = world().browser();
    const asked = await browser.follow('/sign-in/agent?locale=fr');
    const back = await browser.follow(`${asked.address}?cancel`, /^https:\/\/passerelle\.example\/(?!sign-in\/)/);
    expect(outcomeIn(back.address)).toBe('cancelled');
  });

  test('whose code was used already is over', async () => {
    const browser = world().browser();
    const asked = await browser.follow('/sign-in/agent?locale=fr');
    const callback = (await browser.follow(`${asked.address}?as=sub-anna`, /\/sign-in\/agent\/callback/)).address;
    expect((await browser.open(callback)).location).toBe(`${SITE}/fr/account`);
    const thief = world().browser();
    const own = new URL((await thief.open('/sign-in/agent?locale=fr')).location!);
    const stolen = new URL(callback);
    stolen.searchParams.set('state', own.searchParams.get('state')!);
    expect(outcomeIn((await thief.open(stolen.href)).location)).toBe('expired');
    expect((await world().kept()).sessions).toBe(1);
  });

  test('leads back to pages of this site only', async () => {
    const places = ['//evil.example', '/\\evil.example', 'https://evil.example', 'https://passerelle.example@evil.example/', '/fr/%0d%0aset-cookie:a=b', '/fr/\r\nset-cookie: a=b', '/@evil.example', 'javascript:alert(1)', '/graphql?query={a}', '/sign-in/agent', '/.//evil.example', ''];
    for (const back of places) {
      const browser = world().browser();
      const page = await signIn(browser, 'sub-anna', back);
      expect({ back, origin: new URL(page.address).origin, isPage: /^\/(fr|sr-Cyrl)\//.test(new URL(page.address).pathname) }).toEqual({ back, origin: SITE, isPage: true });
      expect(page.headers.get('location')).toMatch(/^\/[\x21-\x7e]*$/);
      expect(page.cookies.join()).not.toContain('a=b');
    }
  });
});

describe('signing out', () => {
  const world = agentWorld(() => known('RS256'));
  const signOut = async (browser: Browser) => (await ask(world().server, 'mutation { signOut { ended goOn } }', {}, browser.headers)).data!.signOut as { ended: number; goOn: string | null };

  test('ends the session here, leads through the provider, which knows whom, and back', async () => {
    const browser = world().browser();
    await signIn(browser, 'sub-anna');
    const { ended, goOn } = await signOut(browser);
    expect([ended, (await world().kept()).sessions]).toEqual([1, 0]);
    const there = new URL(goOn!);
    expect([...there.searchParams.keys()].sort()).toEqual(['client_id', 'id_token_hint', 'post_logout_redirect_uri', 'state']);
    expect(there.searchParams.get('state')).toMatch(/^[\w-]{43}$/);
    const question = await browser.open(goOn!);
    const [, action] = /action="([^"]+)"/.exec(question.text)!;
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(question.text)!;
    const left = await browser.open(action!, { method: 'POST', body: new URLSearchParams({ xsrf: xsrf!, logout: 'yes' }) });
    expect(left.location).toBe(`${SITE}/sign-in/agent/out?state=${there.searchParams.get('state')}`);
    expect((await browser.open(left.location!)).location).toBe(`${SITE}/fr/sign-in?out`);
    // Used up, and unknown to the provider from now on.
    expect((await browser.open(left.location!)).location).toBe(`${SITE}/fr/sign-in`);
    expect((await browser.follow('/sign-in/agent?locale=fr')).text).toContain('<li>');
  });

  test('of a session that came by a link leads nowhere else', async () => {
    const browser = world().browser();
    await signIn(browser, 'sub-anna');
    await world().sql('update sign_in_session set id_token = null');
    expect(await signOut(browser)).toEqual({ ended: 1, goOn: null });
  });
});

describe('without a provider', () => {
  const server = testServer();

  test('there are no addresses for it, and the API says so', async () => {
    for (const path of ['/sign-in/agent', '/sign-in/agent/callback', '/sign-in/agent/out']) expect((await fetch(server().address + path)).status).toBe(404);
    expect((await ask(server(), '{ service { hasAgentSignIn } }')).data).toEqual({ service: { hasAgentSignIn: false } });
  });
});

/** Whom the provider may be believed to have recognised: matched by address once, by its own name for them from then on. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { SignInDesk } from '../../src/accounts/desk.ts';
import { openSignInPool } from '../../src/accounts/sign-in.ts';
import { admit } from '../../src/agents/admission.ts';
import { Browser, SITE } from './agents/browser.ts';
import { Double } from './agents/double.ts';
import { agentWorld, ANNA, BORIS, outcomeIn } from './agents/world.ts';
import { ask, UNLIMITED } from './harness.ts';

const double = new Double();
const settings = { clientId: Double.CLIENT, clientSecret: 'a secret of the double', algorithm: 'RS256', guaranteesEmail: false, secondFactor: [] } as const;
const world = agentWorld(async () => ({ issuer: (await double.start()).issuer, ...settings }));
afterAll(() => double.stop());

const USUAL = { sub: 'sub-anna', email: 'anna@example.org', email_verified: true };
beforeEach(() => {
  double.person = USUAL;
});

/** What comes of a sign-in as somebody: where it leads, and whether a session began. */
async function signIn(browser: Browser = world().browser(), person: Double['person'] = double.person): Promise<string> {
  double.person = person;
  const { searchParams } = new URL((await browser.open('/sign-in/agent?locale=fr')).location!);
  double.nonce = searchParams.get('nonce')!;
  const { location } = await browser.open(`/sign-in/agent/callback?${new URLSearchParams({ code: 'code', state: searchParams.get('state')!, iss: double.issuer }).toString()}`);
  return outcomeIn(location) ?? location!.replace(SITE, '');
}

const trail = async (): Promise<string[]> => (await world().sql(`
  select concat_ws(' ', coalesce(b.name, 'nobody'), e.action, e.subject, a.name, e.part) as line from audit_entry e
  left join person b on b.id = e.by_id left join person a on a.id = e.about_id where e.subject = 'IDENTITY' order by e.at`)).rows.map(({ line }: { line: string }) => line);

describe('an address', () => {
  test('finds the person once, whatever letters it is written in; from then on their name there does', async () => {
    expect(await signIn(world().browser(), { ...USUAL, email: 'ANNA@Example.org' })).toBe('/fr/account');
    expect(await trail()).toEqual(['Anna ADDED IDENTITY Anna']);
    await world().sql(`update person set email = 'anna.new@example.org' where id = $1`, [ANNA]);
    expect(await signIn(world().browser(), { ...USUAL, email: 'other@example.org' })).toBe('/fr/account');
    expect(await signIn(world().browser(), { sub: 'sub-anna' })).toBe('/fr/account');
    expect(await world().kept()).toMatchObject({ sessions: 3, bound: 1 });
    expect((await world().sql('select distinct person_id as id from sign_in_session')).rows).toEqual([{ id: ANNA }]);
  });

  test.each([['that the provider does not stand for', { email_verified: false }], ['of which it does not say so', { email_verified: undefined }], ['in words', { email_verified: 'true' }], ['that is none', { email: ['anna@example.org'] }], ['that is not there', { email: undefined }]])('%s finds nobody', async (_what, change) => {
    expect(await signIn(world().browser(), { ...USUAL, ...change })).toBe('refused');
    expect(await world().kept()).toMatchObject({ sessions: 0, bound: 0 });
  });

  test('is believed without its word where the operator says that the provider guarantees addresses; not against it', async () => {
    const other = await world().server.beside({}, { publicUrl: SITE, agentProvider: { issuer: double.issuer, ...settings, guaranteesEmail: true } });
    expect(await signIn(new Browser(other.address), { ...USUAL, email_verified: undefined })).toBe('/fr/account');
    await world().sql('delete from sign_in_account');
    expect(await signIn(new Browser(other.address), { ...USUAL, email_verified: false })).toBe('refused');
  });

  test('never leads a second identity in: it is refused, noted, told to the person, and the first still works', async () => {
    await signIn();
    const browser = world().browser();
    expect(await signIn(browser, { ...USUAL, sub: 'sub-thief' })).toBe('changed');
    expect(await world().viewer(browser)).toBeNull();
    expect(await trail()).toEqual(['Anna ADDED IDENTITY Anna', 'nobody CHANGED IDENTITY Anna refused_at']);
    expect(await signIn(browser, USUAL)).toBe('/fr/account');
    expect(await world().viewer(browser)).toMatchObject({ name: 'Anna', agentIdentity: { refusedAt: expect.stringMatching(/^\d{4}-/) as string } });
    expect((await world().sql('select account_id as sub from sign_in_account')).rows).toEqual([{ sub: 'sub-anna' }]);
  });
});

describe('an identity', () => {
  test('is one person’s, even when its address is another’s by now', async () => {
    await signIn();
    expect(await signIn(world().browser(), { ...USUAL, email: 'boris@example.org' })).toBe('/fr/account');
    expect((await world().sql('select distinct person_id as id from sign_in_session')).rows).toEqual([{ id: ANNA }]);
    expect((await world().sql('select from sign_in_account where person_id = $1', [BORIS])).rowCount).toBe(0);
  });

  test('that comes many times at once for the first time is bound once, and signs in each time', async () => {
    const identity = { issuer: double.issuer, subject: 'sub-anna', email: 'anna@example.org', hasSecondFactor: false, idToken: 'x' };
    const pool = openSignInPool(world().server.database.app);
    const desk = new SignInDesk(pool, undefined as never, 'x'.repeat(32), UNLIMITED);
    const admissions = await Promise.all(Array.from({ length: 12 }, () => admit(desk, identity)));
    await pool.end();
    expect(admissions).toEqual(admissions.map(() => ({ person: ANNA })));
    expect(await world().kept()).toMatchObject({ bound: 1 });
  });
});

describe('whoever is suspended', () => {
  test.each([['bound', true], ['not bound', false]])('and %s is answered as somebody unknown: byte for byte', async (_what, isBound) => {
    if (isBound) await signIn();
    await world().sql('update person set suspended_at = now() where id = $1', [ANNA]);
    const answers = [];
    for (const person of [USUAL, { ...USUAL, sub: 'sub-nobody', email: 'nobody@example.org' }]) {
      const browser = world().browser();
      double.person = person;
      const { searchParams } = new URL((await browser.open('/sign-in/agent?locale=fr')).location!);
      double.nonce = searchParams.get('nonce')!;
      const { status, headers, text } = await browser.open(`/sign-in/agent/callback?${new URLSearchParams({ code: 'code', state: searchParams.get('state')!, iss: double.issuer }).toString()}`);
      const { date: _date, ...rest } = Object.fromEntries(headers);
      answers.push({ status, rest, text });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]!.rest.location).toBe('/fr/sign-in?agent=refused&back=%2Ffr%2Faccount');
  });

  test('is out of the session that the provider opened, with the next request', async () => {
    const browser = world().browser();
    await signIn(browser);
    await world().sql('update person set suspended_at = now() where id = $1', [ANNA]);
    expect(await world().viewer(browser)).toBeNull();
  });
});

describe('a person', () => {
  const unbind = async (browser: Browser) => (await ask(world().server, 'mutation { unbindAgent { isUnbound } }', {}, browser.headers)).data!.unbindAgent;

  test('takes their identity away; the next one with their address takes its place, and both stand in the trail', async () => {
    const browser = world().browser();
    await signIn(browser);
    expect(await unbind(browser)).toEqual({ isUnbound: true });
    expect(await unbind(browser)).toEqual({ isUnbound: false });
    expect(await world().viewer(browser)).toMatchObject({ agentIdentity: null });
    expect(await signIn(world().browser(), { ...USUAL, sub: 'sub-new-post' })).toBe('/fr/account');
    expect(await trail()).toEqual(['Anna ADDED IDENTITY Anna', 'Anna REMOVED IDENTITY Anna', 'Anna ADDED IDENTITY Anna']);
  });

  test('who has signed in long ago does so only after they have shown that it is them', async () => {
    const browser = world().browser();
    await signIn(browser);
    await world().sql(`update sign_in_session set created_at = now() - interval '11 minutes'`);
    expect((await ask(world().server, 'mutation { unbindAgent { isUnbound } }', {}, browser.headers)).code).toBe('STEP_UP_REQUIRED');
    expect(await world().kept()).toMatchObject({ bound: 1 });
  });

  test('takes nobody else’s away, and sees nobody else’s', async () => {
    const [anna, boris] = [world().browser(), world().browser()];
    await signIn(anna);
    await signIn(boris, { sub: 'sub-boris', email: 'boris@example.org', email_verified: true });
    expect(await unbind(boris)).toEqual({ isUnbound: true });
    expect(await world().viewer(anna)).toMatchObject({ agentIdentity: { refusedAt: null } });
    expect(await world().viewer(boris)).toMatchObject({ agentIdentity: null });
  });
});

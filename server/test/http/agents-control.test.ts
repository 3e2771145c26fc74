/** The control of the attacks: with the checks of the library taken away, what should not sign anybody in does. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { SITE } from './agents/browser.ts';
import { Double, type Twist } from './agents/double.ts';
import { agentWorld } from './agents/world.ts';

vi.mock('openid-client', async (original) => ({ ...(await original<object>()), enableNonRepudiationChecks: () => undefined }));

const double = new Double();
const world = agentWorld(async () => ({
  issuer: (await double.start()).issuer, clientId: Double.CLIENT, clientSecret: 'a secret of the double', algorithm: 'RS256', guaranteesEmail: false, secondFactor: [],
}));
afterAll(() => double.stop());

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const FORGED: Readonly<Record<string, () => Twist>> = {
  'a signature by another key under the known name': () => ({ signIdToken: double.signed({ key: stranger }) }),
  'of the person: a signature by another key': () => ({ signUserInfo: double.signed({ key: stranger }) }),
};

test.each(Object.entries(FORGED))('%s would sign somebody in', async (_name, twist) => {
  const browser = world().browser();
  const { searchParams } = new URL((await browser.open('/sign-in/agent?locale=fr')).location!);
  double.nonce = searchParams.get('nonce')!;
  double.twist = twist();
  expect((await browser.open(`/sign-in/agent/callback?${new URLSearchParams({ code: 'code', state: searchParams.get('state')!, iss: double.issuer }).toString()}`)).location).toBe(`${SITE}/fr/account`);
  expect(await world().viewer(browser)).toMatchObject({ name: 'Anna' });
});

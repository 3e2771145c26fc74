/** What the provider is asked, by what it says that it knows. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Double } from '../../test/http/agents/double.ts';
import { IdentityProvider } from './identity-provider.ts';

const CALLBACK = 'https://passerelle.example/sign-in/agent/callback';
const SECRETS = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) };
const double = new Double();
beforeAll(() => double.start());
afterAll(() => double.stop());

test.each([
  ['knows PKCE is sent a challenge, and shown what it was made of', ['S256'], true],
  ['does not say that it knows PKCE is sent nothing that it may not know', undefined, false],
  ['knows another PKCE than ours is sent nothing that it may not know', ['plain'], false],
])('a provider that %s', async (_name, methods, isSent) => {
  double.twist = { metadata: { code_challenge_methods_supported: methods } };
  double.nonce = SECRETS.nonce;
  const provider = new IdentityProvider({ issuer: double.issuer, clientId: Double.CLIENT, clientSecret: 'a secret of the double', algorithm: 'RS256', guaranteesEmail: false, secondFactor: [] });
  const asked = new URL(await provider.begin(SECRETS, CALLBACK)).searchParams;
  expect([asked.has('code_challenge'), asked.has('code_challenge_method')]).toEqual([isSent, isSent]);
  const search = new URLSearchParams({ code: 'code', state: SECRETS.state, iss: double.issuer });
  expect(await provider.complete(new URL(`${CALLBACK}?${search.toString()}`), SECRETS)).toMatchObject({ subject: 'sub-anna', email: 'anna@example.org' });
  expect(double.posted.get('code_verifier')).toBe(isSent ? SECRETS.verifier : null);
});

import { expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import type { SignInLink } from './sign-in.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('of what a browser says of itself as much is kept as tells which it is, however much it sends', async () => {
  const agents = async (sent: string): Promise<(string | null)[]> => {
    await ask(server(), 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email: PEOPLE.ngoMember });
    const { secret } = await vi.waitUntil(() => links.pop(), { timeout: 20_000 });
    await ask(server(), 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret }, { 'user-agent': sent });
    return (await server().database.orm.em.fork().execute<{ agent: string | null }[]>('select s.user_agent as agent from sign_in_session s join person p on p.id = s.person_id where p.email = ? order by s.created_at', [PEOPLE.ngoMember])).map(({ agent }) => agent);
  };
  expect(await agents('Firefox')).toEqual(['Firefox']);
  expect(await agents(`Firefox ${'x'.repeat(5_000)}`)).toEqual(['Firefox', `Firefox ${'x'.repeat(392)}`]);
});

/** Who is signed in without a link is signed in as by one: most tests begin there. */
import { expect, test } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { PEOPLE, signEverybodyIn, signIn } from './roles.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

const sql = <T>(statement: string): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(statement);
/** What is stored of the sessions of the adviser, but for what is each one's own. */
const stored = (): Promise<unknown[]> => sql(`
  select to_jsonb(s) - '{id,token,created_at,updated_at,last_seen_at,expires_at}'::text[] as row, extract(epoch from s.expires_at - s.created_at)::int as seconds, length(s.token) as length
  from sign_in_session s join person p on p.id = s.person_id where p.email = '${PEOPLE.adviser}' order by s.created_at`);
const noted = (): Promise<unknown[]> => sql(`select by_id, action, subject from audit_entry e join person p on p.id = e.about_id where p.email = '${PEOPLE.adviser}' and subject = 'SESSION'`);

test('a session that is written is kept, noted and asked with as one that a link began', async () => {
  const byLink = await signIn(server(), links, PEOPLE.adviser);
  const { adviser, suspended } = await signEverybodyIn(server());
  const [began, written, ...more] = await stored();
  expect(more).toEqual([]);
  expect(written).toEqual(began);
  const [ofLink, ofWritten, ...others] = await noted();
  expect(ofLink).toMatchObject({ action: 'ADDED' });
  expect(ofWritten).toEqual(ofLink);
  expect(others).toEqual([]);
  const viewer = async (headers: Record<string, string>): Promise<unknown> => (await ask(server(), '{ viewer { name email } }', {}, headers)).data;
  expect(await viewer(adviser)).toEqual(await viewer(byLink));
  expect(await viewer(adviser)).toMatchObject({ viewer: { email: PEOPLE.adviser } });
  expect(await viewer(suspended)).toMatchObject({ viewer: null });
  expect(await viewer({ cookie: `${adviser.cookie!.slice(0, -3)}x%3D` })).toMatchObject({ viewer: null });
});

/** What the tables hold to, whatever a service forgets: who sees, writes and changes invitations. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { transactAs } from '../core/database/index.ts';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../orm.ts';
import { inviteToSession } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let session: string;
let orm: MikroORM;

/** A statement of the application as somebody: how many rows it gave, or what the database says. */
async function as(email: string | null, statement: string, values: unknown[] = []): Promise<number | string> {
  const [person] = email === null ? [] : await owner<{ id: string }>(server(), 'select id from person where email = ?', [email]);
  try {
    return await transactAs(orm, person?.id ?? null)(async (em) => (await em.execute<unknown[]>(statement, values)).length);
  } catch (error) {
    return (error as { cause?: Error }).cause?.message ?? (error as Error).message;
  }
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  session = await addSession(server(), { places: 5, country: 'RS' });
  orm = await MikroORM.init(ormOptions(server().database.app));
  await inviteToSession(server(), headers.scac, session, [{ email: 'ana@ministry.example', isAuthority: true }]);
  return () => orm.close();
});

test('those who prepare the session see them, and nobody else', async () => {
  const seen = async (email: string | null) => as(email, 'select from session_invitation where session_uuid = ?', [session]);
  for (const email of [PEOPLE.adviser, PEOPLE.assistant, PEOPLE.scac, PEOPLE.ssi]) expect([email, await seen(email)]).toEqual([email, 1]);
  for (const email of [PEOPLE.scacElsewhere, PEOPLE.ngoCoordinator, PEOPLE.authority, PEOPLE.expert, PEOPLE.translator, null]) expect([email, await seen(email)]).toEqual([email, 0]);
});

test('nobody writes one in the name of another, for themselves, or answered already', async () => {
  const add = (email: string, of: string, more = 'null') => as(email, `insert into session_invitation (uuid, session_uuid, email, name, locale, country_code, sector, invited_by_id, submission, secret_hash, accepted_at)
    select gen_random_uuid(), ?, ?, 'N', 'fr', 'RS', 'AUTHORITY', (select id from person where email = ?), gen_random_uuid(), gen_random_uuid()::text, ${more} returning 1`, [session, of, email]);
  expect(await add(PEOPLE.scac, 'new@ministry.example')).toBe(1);
  for (const refused of [await add(PEOPLE.scac, PEOPLE.scac), await add(PEOPLE.scac, 'answered@ministry.example', 'now()'), await add(PEOPLE.scacElsewhere, 'other@ministry.example'), await add(PEOPLE.ngoCoordinator, 'other@ministry.example')]) expect(String(refused)).toContain('row-level security');
});

test('nobody answers but by the functions that are given the secret, and nothing is taken away', async () => {
  expect(String(await as(PEOPLE.adviser, `update session_invitation set accepted_at = now() where session_uuid = ? returning 1`, [session]))).toContain('row-level security');
  expect(await as(PEOPLE.ngoCoordinator, `update session_invitation set revoked_at = now() where session_uuid = ? returning 1`, [session])).toBe(0);
  expect(await as(PEOPLE.adviser, 'delete from session_invitation where session_uuid = ? returning 1', [session])).toBe(0);
  expect(await as(PEOPLE.adviser, `select from invitation_of('nothing')`)).toBe(0);
  expect(await as(null, 'select from registered_under(?, ?)', [session, 'ana@ministry.example'])).toBe(0);
  await owner(server(), 'alter table session_invitation disable row level security');
  expect(await as(PEOPLE.ngoCoordinator, 'select from session_invitation where session_uuid = ?', [session])).toBe(2);
});

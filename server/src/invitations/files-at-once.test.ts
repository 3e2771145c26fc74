/** A file that comes by a link while the invitation is taken back, or answered: nothing is left of it. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { askingForFiles, bring, storedOf } from '../registrations/answer-files.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { invitationOf, invitationSecret, inviteToSession } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let n = 0;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

/** What is told of a file that comes while the invitation ends, and how many rows are left of it; `isHeld` says whether it is waited for. */
async function broughtMeanwhile(ended: 'revoked_at' | 'accepted_at', isHeld: boolean): Promise<unknown[]> {
  const { session, asked } = await askingForFiles(server(), headers.adviser, { file: {} }, { inDays: 40 + (n += 2) });
  const email = `meanwhile${n}@ministry.example`;
  await inviteToSession(server(), headers.adviser, session, [{ email, name: 'Ana', locale: 'mk', isAuthority: true }]);
  const secret = await invitationSecret(server(), email);
  const ending = server().database.orm.em.fork();
  await ending.begin();
  await ending.execute(`update session_invitation set ${ended} = now() where uuid = ?`, [await invitationOf(server(), session, email)]);
  const coming = bring(server(), headers.visitor, asked.file!.id, { secret });
  await (isHeld ? untilWaiting(server().database) : coming);
  await ending.commit();
  const { outcome, key } = await coming;
  return [outcome, await storedOf(server(), key)];
}

test.each(['revoked_at', 'accepted_at'] as const)('a file that comes by a link while its invitation ends (%s) is told that it is too late', async (ended) => {
  expect(await broughtMeanwhile(ended, true)).toEqual(['TOO_LATE', [0, 0]]);
});

test('the control: where the invitation is not held, the file waits by a link that is over', async () => {
  const [row] = await owner<{ is: string }>(server(), `select pg_get_functiondef('hold_invitation_of_link()'::regprocedure) as is`);
  expect(row!.is).toContain(' for share');
  await owner(server(), row!.is.replace(' for share', ''));
  try {
    expect(await broughtMeanwhile('revoked_at', false)).toEqual(['DONE', [1, 1]]);
  } finally {
    await owner(server(), row!.is);
  }
});

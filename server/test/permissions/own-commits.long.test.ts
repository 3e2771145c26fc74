/** The same as `commits.long.test.ts` of what is done with a secret, with what is somebody's own, or with a file: the way to the database ends at the commit. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { type Behind, type Came, cutAt, type Cutting, serverBehind } from './commit-cuts.ts';
import { OWN_ACTS, type OwnAct } from './own-acts.ts';
import { untilNothingIsTimed } from './picture.ts';
import { type Headers, signEverybodyIn } from './roles.ts';

const cut = vi.hoisted((): Cutting => ({ when: null, proxy: undefined }));
vi.mock('../../src/core/database/transact.ts', async (original) => ({ transactAs: (await import('./commit-cuts.ts')).cutting((await original<{ transactAs: never }>()).transactAs, cut) }));

const links: SignInLink[] = [];
let behind: Behind;
let headers: Headers;

beforeAll(async () => {
  behind = await serverBehind(links);
  cut.proxy = behind.proxy;
  headers = await signEverybodyIn(behind.server);
}, 120_000);

afterAll(() => behind.close());

/** What whoever asks again is told, in other words than that it is done: that it was done before. */
const AGAIN: Readonly<Record<string, string>> = { acceptInvitation: 'USED', answerEvaluation: 'ALREADY', revokeCalendarLink: 'false' };

/** What is kept of when it was last asked for is another then. */
const LAST: Readonly<Record<string, readonly string[]>> = { chooseSheet: ['expert'] };

/** Of these files a first transaction asks, with a lock, whether they may come, before another keeps them: cut at the first nothing is made, and sent again they are. */
const ASKED_FIRST: Readonly<Record<string, readonly string[]>> = {
  '/mission-photos/': ['audit_entry', 'mission_photo', 'mission_photo_translation'],
  '/documents/': ['audit_entry', 'session_document', 'session_document_file', 'session_document_translation'],
};

const titled = (acts: readonly OwnAct[]) => acts.map((one) => [[one.of, one.what].filter(Boolean).join(' '), one] as const);

/** What came of one of them, done three times, once it was made ready. */
async function cutOf({ prepare, done }: OwnAct, letBy: number): Promise<Pick<Came, 'unmade' | 'made' | 'remade' | 'commitsCut'> & { readonly again: string }> {
  const act = await prepare(behind.server, headers);
  await untilNothingIsTimed(behind.server);
  const { told: [before, after, again], ...came } = await cutAt(behind, cut, act, { letBy });
  expect([before, after].filter((told) => told === done)).toEqual([]);
  const { unmade, made, remade, commitsCut } = came;
  return { again, unmade, made, remade, commitsCut };
}

describe('when the way ends at the commit', () => {
  test.each(titled(OWN_ACTS))('%s', { timeout: 60_000 }, async (_title, one) => {
    const { of, done } = one;
    const isKept = of in ASKED_FIRST;
    const came = await cutOf(one, isKept ? 1 : 0);
    expect(came).toEqual({ again: AGAIN[of] ?? done, unmade: [], made: expect.arrayContaining(isKept ? [...ASKED_FIRST[of]!] : [expect.any(String)]), remade: LAST[of] ?? [], commitsCut: 2 });
  });

  test.each(titled(OWN_ACTS.filter(({ of }) => of in ASKED_FIRST)))('of what asks first whether it may be done: %s', { timeout: 60_000 }, async (_title, one) => {
    expect(await cutOf(one, 0)).toEqual({ again: one.done, unmade: [], made: [], remade: ASKED_FIRST[one.of], commitsCut: 2 });
  });
});

/** The same as `commits.long.test.ts` of what is done with a secret, with what is somebody's own, or with a file: the way to the database ends at the commit. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SignInLink } from '../../src/accounts/index.ts';
import { type Behind, cutAt, type Cutting, serverBehind } from './commit-cuts.ts';
import { OWN_ACTS } from './own-acts.ts';
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
  headers = await signEverybodyIn(behind.server, links);
}, 120_000);

afterAll(() => behind.close());

/** What whoever asks again is told, in other words than that it is done: that it was done before. */
const AGAIN: Readonly<Record<string, string>> = { acceptInvitation: 'USED', answerEvaluation: 'ALREADY', revokeCalendarLink: 'false' };

/** What is kept of when it was last asked for is another then. */
const LAST: Readonly<Record<string, readonly string[]>> = { chooseSheet: ['expert'] };

/** Of these files the first transaction asks alone, with a lock, whether they may come: cut there nothing is made, and sent again they are. */
const ASKED_FIRST: Readonly<Record<string, readonly string[]>> = {
  '/mission-photos/': ['audit_entry', 'mission_photo', 'mission_photo_translation'],
  '/documents/': ['audit_entry', 'session_document', 'session_document_file', 'session_document_translation'],
};

describe('when the way ends at the commit', () => {
  test.each(OWN_ACTS.map((one) => [[one.of, one.what].filter(Boolean).join(' '), one] as const))('%s', { timeout: 60_000 }, async (_title, { of, prepare, done }) => {
    const act = await prepare(behind.server, headers);
    await untilNothingIsTimed(behind.server);
    const { told: [before, after, again], unmade, made, remade, commitsCut } = await cutAt(behind, cut, act);
    expect([before, after].filter((told) => told === done)).toEqual([]);
    expect({ again, unmade, remade, commitsCut }).toEqual({ again: AGAIN[of] ?? done, unmade: [], remade: LAST[of] ?? ASKED_FIRST[of] ?? [], commitsCut: 2 });
    expect(made.length > 0).toBe(!(of in ASKED_FIRST));
  });
});

/** Inviting, and sending an invitation again, asked for again under the same key since the answer was lost. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { accept, act, invite, mailsTo, ngoOf, outcomeOf, owner, secretTo } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const NEW = 'new.person@ngo.example';
let headers: Headers;
let ngo: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const idOf = async (email: string): Promise<string> => `Invitation_${(await sql<{ uuid: string }>('select uuid from invitation where email = ? order by created_at desc', [email]))[0]!.uuid}`;

/** Sends an invitation again. */
const resend = (id: string, submission: string): Promise<Answer> => act(server(), headers.ssi, 'resendInvitation', id, `, submission: "${submission}"`);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(async () => {
  await sql('delete from invitation where not is_demonstration');
  await sql('delete from person where email = ?', [NEW]);
});

describe('asked for again, since its answer was lost', () => {
  const KEY = '5b1c8f0e-7d3a-4c26-9e41-2a6b90d4f173';
  const invited = (submission: string, email = NEW): Promise<Answer> => invite(server(), headers.scac, { email, role: 'NGO_COORDINATOR', organisation: ngo, submission });
  const state = async (): Promise<{ rows: unknown[]; mails: unknown[] }> => ({ rows: await sql('select secret_hash, withdrawn_at, sent_at from invitation where email = ?', [NEW]), mails: await mailsTo(server(), NEW) });

  beforeEach(() => sql('delete from mail where recipient = ?', [NEW]));

  test('an invitation is sent once, at once too, and is told in the same words; under another key it is another', async () => {
    const [one, two] = await Promise.all([invited(KEY), invited(KEY.toUpperCase())]);
    const before = await state();
    const again = await invited(KEY);
    expect([two.text, again.text]).toEqual([one.text, one.text]);
    expect([before.rows.length, before.mails.length, await state()]).toEqual([1, 1, before]);
    // The control: another key takes its place, with another mail.
    await invited(randomUUID());
    const after = await state();
    expect([after.rows.length, after.mails.length]).toEqual([2, 2]);
  });

  test('what is sent under the same key to somebody else is sent', async () => {
    await invited(KEY);
    expect(outcomeOf(await invited(KEY, 'other.person@ngo.example'))).toBe('SENT');
    expect(await sql('select from invitation where email = ?', ['other.person@ngo.example'])).toHaveLength(1);
  });

  test('it is sent again once, and what was accepted meanwhile is told as done', async () => {
    await invited(randomUUID());
    const id = await idOf(NEW);
    expect((await Promise.all([resend(id, KEY), resend(id, KEY)])).map(outcomeOf)).toEqual(['DONE', 'DONE']);
    const before = await state();
    expect(outcomeOf(await resend(id, KEY))).toBe('DONE');
    expect([before.mails.length, await state()]).toEqual([2, before]);
    expect(outcomeOf(await accept(server(), await secretTo(server(), NEW)))).toBe('ACCEPTED');
    expect(outcomeOf(await resend(id, KEY))).toBe('DONE');
    // The control: another key is too late by now.
    expect(outcomeOf(await resend(id, randomUUID()))).toBe('TOO_LATE');
  });

  test('one that was withdrawn since, or is too old, is told as that and not sent; another key sends it: the control', async () => {
    await invited(KEY);
    const former = await secretTo(server(), NEW);
    expect(outcomeOf(await act(server(), headers.ssi, 'withdrawInvitation', await idOf(NEW)))).toBe('DONE');
    const before = await state();
    expect([outcomeOf(await invited(KEY)), await state()]).toEqual(['WITHDRAWN', before]);
    const next = randomUUID();
    expect([outcomeOf(await invited(next)), outcomeOf(await invited(KEY))]).toEqual(['SENT', 'WITHDRAWN']);
    await sql(`update invitation set expires_at = now() - interval '1 minute' where email = ? and withdrawn_at is null`, [NEW]);
    const old = await state();
    expect([outcomeOf(await invited(next)), await state()]).toEqual(['EXPIRED', old]);
    const last = randomUUID();
    expect(outcomeOf(await invited(last))).toBe('SENT');
    expect([outcomeOf(await accept(server(), former)), outcomeOf(await accept(server(), await secretTo(server(), NEW)))]).toEqual(['WITHDRAWN', 'ACCEPTED']);
    const accepted = await state();
    expect([outcomeOf(await invited(last)), outcomeOf(await invited(next)), await state()]).toEqual(['SENT', 'WITHDRAWN', accepted]);
  });

  test('no key sends it twice, though a newer one came after; a new one does: the control', async () => {
    await invited(KEY);
    const id = await idOf(NEW);
    const [first, second] = [randomUUID(), randomUUID()];
    expect([outcomeOf(await resend(id, first)), outcomeOf(await resend(id, second))]).toEqual(['DONE', 'DONE']);
    const before = await state();
    expect([outcomeOf(await resend(id, first)), outcomeOf(await resend(id, second)), outcomeOf(await resend(id, KEY)), await state()]).toEqual(['DONE', 'DONE', 'DONE', before]);
    expect([outcomeOf(await resend(id, randomUUID())), (await state()).mails.length]).toEqual(['DONE', before.mails.length + 1]);
  });

  test('what was sent again and withdrawn since is not told as sent; while it holds it is: the control', async () => {
    await invited(randomUUID());
    const id = await idOf(NEW);
    expect([outcomeOf(await resend(id, KEY)), outcomeOf(await resend(id, KEY))]).toEqual(['DONE', 'DONE']);
    expect(outcomeOf(await act(server(), headers.scac, 'withdrawInvitation', id))).toBe('DONE');
    expect(outcomeOf(await resend(id, KEY))).toBe('TOO_LATE');
  });
});

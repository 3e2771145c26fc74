/** When files of answers go, from their tables and from whoever had a link; and how the person whose answer it is has theirs. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { checkFile } from '../core/files/check-file.ts';
import { pdf } from '../core/files/files.fixture.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { askingForFiles, bring, fetchFile, storedOf, withFile } from './answer-files.fixture.ts';
import { cameOf, registerWith } from './answers.fixture.ts';
import { registrationJobs } from './registrations.jobs.ts';
import { act, idOf, owner, type SessionWanted } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let organisation: string;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const forget = () => registrationJobs('https://passerelle.example').find(({ name }) => name === 'answers.forget')!.handler({} as never, { em: server().database.orm.em.fork() } as never);

interface Kept {
  readonly session: string;
  readonly key: string;
  readonly email: string;
  /** Of the registration. */
  readonly id: string;
}

/** Somebody who is registered with a file. */
async function kept({ email = `gone${(n += 1)}@ngo.example`, retentionDays = 30, ...wanted }: { readonly email?: string; readonly retentionDays?: number } & Partial<SessionWanted> = {}): Promise<Kept> {
  const { session, asked } = await askingForFiles(server(), headers.adviser, { file: { retentionDays } }, { inDays: 40 + (n += 1), ...wanted });
  const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
  expect(cameOf(await registerWith(server(), headers.ngoCoordinator, { session, organisation, people: { [email]: [withFile(asked.file!, key)] } }))).toBe('DONE');
  expect([await storedOf(server(), key), (await fetchFile(server(), headers.adviser, key)).status]).toEqual([[1, 1], 200]);
  return { session, key, email, id: await idOf(server(), session, email) };
}

/** That nothing is there any more, neither for whoever had the address of the file. */
async function expectGone(key: string): Promise<void> {
  expect([await storedOf(server(), key), (await fetchFile(server(), headers.adviser, key)).status, (await fetchFile(server(), headers.ngoCoordinator, key)).status]).toEqual([[0, 0], 404, 404]);
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  organisation = await ngoOf(server(), 'RS');
});

describe('a file that is part of an answer goes, with its row and what is in it,', () => {
  test('when its registration is withdrawn, or refused; the other answers stay', async () => {
    const withdrawn = await kept();
    expect(await act(server(), headers.ngoCoordinator, 'withdrawRegistration', withdrawn.id)).toBe('DONE WITHDRAWN');
    await expectGone(withdrawn.key);
    const refused = await kept({ country: 'RS', needsValidation: true });
    expect(await act(server(), headers.scac, 'refuseRegistration', refused.id, ', reason: "N"')).toBe('DONE REFUSED');
    await expectGone(refused.key);
    const other = await kept();
    expect(await storedOf(server(), other.key)).toEqual([1, 1]);
  });

  test('when its time is over, and no sooner', async () => {
    const { session, key } = await kept({ retentionDays: 10 });
    for (const [days, there] of [[9, 1], [10, 0]] as const) {
      await sql('update training_session set starts_at = now() - make_interval(days => ?, hours => 5), ends_at = now() - make_interval(days => ?) where uuid = ?', [days, days, session]);
      await forget();
      expect(await storedOf(server(), key), `${days} days`).toEqual([there, there]);
    }
    await expectGone(key);
  });

  test('with the person, with their registration and with the session', async () => {
    const [person, session] = [await kept(), await kept()];
    await sql('delete from participant where email = ?', [person.email]);
    await expectGone(person.key);
    await sql('delete from training_session where uuid = ?', [session.session]);
    await expectGone(session.key);
  });

  test('and follows the address of its person until then', async () => {
    const { id, key } = await kept();
    await sql(`update registration set email = 'corrected@ngo.example' where uuid = ?`, [id]);
    expect(await sql('select email from answer_file where uuid = ?', [key])).toEqual([{ email: 'corrected@ngo.example' }]);
  });
});

describe('a file that waits goes', () => {
  test('after a day, when its bringer signs out, takes it away or is gone; nobody else takes it away', async () => {
    const { asked } = await askingForFiles(server(), headers.adviser, { file: {} });
    const remove = (key: string, who = headers.ngoCoordinator) => ask(server(), 'mutation ($id: ID!) { removeAnswerFile(id: $id) { isGone } }', { id: `AnswerFile_${key}` }, who);
    const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
    await remove(key, headers.ngoMember);
    expect(await storedOf(server(), key)).toEqual([1, 1]);
    expect((await remove(key)).data).toEqual({ removeAnswerFile: { isGone: true } });
    await expectGone(key);

    const old = (await bring(server(), headers.ngoCoordinator, asked.file!.id)).key;
    for (const [hours, there] of [[23, 1], [24, 0]] as const) {
      await sql('update answer_file set brought_at = now() - make_interval(hours => ?) where uuid = ?', [hours, old]);
      await forget();
      expect(await storedOf(server(), old)).toEqual([there, there]);
    }

    const browser = await signIn(server(), links, PEOPLE.ngoCoordinator);
    const waiting = (await bring(server(), browser, asked.file!.id)).key;
    // A session has another key once its person has shown that it is them.
    await sql(`update sign_in_session set id = gen_random_uuid() where id = (select sign_in_id from answer_file where uuid = ?)`, [waiting]);
    expect(await storedOf(server(), waiting)).toEqual([1, 1]);
    await sql('delete from sign_in_session where id = (select sign_in_id from answer_file where uuid = ?)', [waiting]);
    await expectGone(waiting);
  });

  test('after a day for who registers too, before it was cleaned away', async () => {
    const { session, asked } = await askingForFiles(server(), headers.adviser, { file: {} });
    const { key } = await bring(server(), headers.ngoCoordinator, asked.file!.id);
    await sql(`update answer_file set brought_at = now() - interval '25 hours' where uuid = ?`, [key]);
    expect(cameOf(await registerWith(server(), headers.ngoCoordinator, { session, organisation, people: { 'late@ngo.example': [withFile(asked.file!, key)] } }))).toBe('INVALID 0 FILE_GONE');
  });
});

describe('the person whose answer it is', () => {
  test('finds it in what is kept about them, and has the file once they have shown that it is them', async () => {
    const { key, email } = await kept({ email: PEOPLE.expert });
    const { tables } = (await (await fetch(`${server().address}/my-data.json`, { headers: headers.expert })).json()) as { tables: { name: string; rows: Record<string, unknown>[] }[] };
    expect(tables.find(({ name }) => name === 'answer_file')!.rows).toEqual([expect.objectContaining({ uuid: key, name: 'Потврда', kind: 'PDF', email, size: expect.any(Number) as number })]);
    const response = await fetchFile(server(), headers.expert, key);
    expect([response.status, Buffer.from(await response.arrayBuffer()).equals((await checkFile(pdf())).bytes)]).toEqual([200, true]);
    await sql(`update sign_in_session set created_at = now() - interval '1 hour', key_shown_at = case when key is not null then now() - interval '1 hour' end where person_id = (select id from person where email = ?)`, [PEOPLE.expert]);
    const stale = await fetchFile(server(), headers.expert, key);
    expect([stale.status, ((await stale.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code]).toEqual([403, 'STEP_UP_REQUIRED']);
    await sql('delete from participant where email = ?', [email]);
    expect((await fetchFile(server(), headers.expert, key)).status).toBe(404);
  });
});

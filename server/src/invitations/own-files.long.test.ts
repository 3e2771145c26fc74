/** What whoever is invited has of the files that they brought by their link: they take them away as often as they like, and find them among what is kept about them. */
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import type { Question } from '../questions/world.fixture.ts';
import { askingForFiles, bring, fetchFile, storedOf, withFile } from '../registrations/answer-files.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { acceptByLink, acceptedAs, invitationSecret, inviteToSession, readLink } from './world.fixture.ts';

const DAY = 86_400;
const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);

interface Invited {
  readonly session: string;
  readonly secret: string;
  readonly question: Question;
}

/** Somebody who is invited to a session that asks for a file. */
async function invited(email = `own${(n += 1)}@ministry.example`): Promise<Invited> {
  const { session, asked } = await askingForFiles(server(), headers.adviser, { file: {} }, { inDays: 40 + (n += 2) });
  await inviteToSession(server(), headers.adviser, session, [{ email, name: 'Ana', locale: 'mk', isAuthority: true }]);
  return { session, secret: await invitationSecret(server(), email), question: asked.file! };
}

async function brought({ secret, question }: Invited): Promise<string> {
  const { key, outcome } = await bring(server(), headers.visitor, question.id, { secret });
  expect(outcome).toBe('DONE');
  return key;
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

test('whoever takes away what is theirs uses up no try at a secret; whoever tries others does, and is then refused with any', { timeout: 120_000 }, async () => {
  const limited = await server().beside({ signInLimits: { ...UNLIMITED, tryPerNetwork: { points: 3, seconds: DAY } } });
  const remove = async (key: string, secret: string): Promise<unknown> => {
    const { data, code } = await ask(limited, 'mutation ($id: ID!, $secret: String) { removeAnswerFile(id: $id, secret: $secret) { isGone } }', { id: `AnswerFile_${key}`, secret });
    return code ?? (data!.removeAnswerFile as { isGone: boolean }).isGone;
  };
  const one = await invited();
  for (let turn = 0; turn < 4; turn += 1) {
    const key = await brought(one);
    // Once more is done already.
    expect([await remove(key, one.secret), await remove(key, one.secret), await storedOf(server(), key)]).toEqual([true, true, [0, 0]]);
  }
  expect(await readLink(limited, one.secret)).toMatchObject({ state: 'SENT' });
  const key = await brought(one);
  expect([await remove(key, 'x'.repeat(32)), await remove(key, 'y'.repeat(32)), await remove(key, 'z'.repeat(32))]).toEqual([true, true, 'RATE_LIMITED']);
  expect([await remove(key, one.secret), await storedOf(server(), key)]).toEqual(['RATE_LIMITED', [1, 1]]);
});

describe('who is invited and has an account', () => {
  /** The files among what is kept about them. */
  async function ownFiles(): Promise<unknown[]> {
    const { tables } = (await (await fetch(`${server().address}/my-data.json`, { headers: headers.expert })).json()) as { tables: { name: string; rows: Record<string, unknown>[] }[] };
    return tables.find(({ name }) => name === 'answer_file')!.rows.map(({ uuid }) => uuid);
  }

  test('finds a file that waits by their link among what is kept about them as soon as it is there, and has it; nobody else does', async () => {
    const key = await brought(await invited(PEOPLE.expert));
    expect([await ownFiles(), (await fetchFile(server(), headers.expert, key)).status]).toEqual([[key], 200]);
    expect([(await fetchFile(server(), headers.adviser, key)).status, (await fetchFile(server(), headers.ngoMember, key)).status]).toEqual([404, 404]);
    await sql('alter policy answer_file_my_data on answer_file using (false)');
    try {
      // The control: without the rule it is missing.
      expect([await ownFiles(), (await fetchFile(server(), headers.expert, key)).status]).toEqual([[], 404]);
    } finally {
      await sql(`alter policy answer_file_my_data on answer_file using (acts_for('my-data') and link_hash is not null and email = (select p.email from person p where p.id = acting_person()))`);
    }
    await sql('delete from answer_file where uuid = ?', [key]);
  });

  test('finds it when the account comes after the file', async () => {
    const email = `later${(n += 1)}@ministry.example`;
    const key = await brought(await invited(email));
    const [before] = await sql<{ email: string }>('select email from person where email = ?', [PEOPLE.expert]);
    await sql('alter table person disable trigger user');
    try {
      // Whoever has the address now is who is invited.
      await sql('update person set email = ? where email = ?', [email, PEOPLE.expert]);
      expect(await ownFiles()).toEqual([key]);
    } finally {
      await sql('update person set email = ? where email = ?', [before!.email, email]);
      await sql('alter table person enable trigger user');
    }
  });
});

/** How many rows are left of a file with which somebody registers while their address becomes another one, which ends the invitation but waits for no file that is held. */
async function leftMeanwhile(): Promise<unknown> {
  const email = `moved${(n += 1)}@ministry.example`;
  const one = await invited(email);
  const key = await brought(one);
  const ending = new pg.Client({ connectionString: server().database.owner });
  await ending.connect();
  try {
    await ending.query('begin');
    await ending.query('select from training_session where uuid = $1 for no key update', [one.session]);
    const registering = acceptByLink(server(), one.secret, { answers: [withFile(one.question, key)] });
    await untilWaiting(server().database);
    await ending.query('update session_invitation set email = $2, revoked_at = now() where email = $1', [email, `new-${email}`]);
    await ending.query('commit');
    expect((await registering).outcome).toBe('REVOKED');
  } finally {
    await ending.end();
  }
  return storedOf(server(), key);
}

test('of a file that is held while the address of who is invited becomes another one nothing is left', async () => {
  expect(await leftMeanwhile()).toEqual([0, 0]);
});

test('the control: where whoever held it leaves it, it waits under an address that is nobody’s', async () => {
  await sql('alter policy answer_file_removed_by_link on answer_file using (false)');
  try {
    expect(await leftMeanwhile()).toEqual([1, 1]);
  } finally {
    await sql('alter policy answer_file_removed_by_link on answer_file using (registration_uuid is null and link_hash = acting_link())');
  }
});

test('what is held when the session closes waits on, as the session may open again', async () => {
  const one = await invited();
  const key = await brought(one);
  await sql(`update training_session set stage = 'CLOSED' where uuid = ?`, [one.session]);
  expect([await acceptedAs(server(), one.secret, { answers: [withFile(one.question, key)] }), await storedOf(server(), key)]).toEqual(['CLOSED', [1, 1]]);
});

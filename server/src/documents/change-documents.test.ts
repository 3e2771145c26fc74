/** Changing what is said of a document: by whom, when two do at once, and in the tables without any reader. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { whileHeld } from '../trainings/at-once.fixture.ts';
import { changeDocument, type DocumentBack, documentIn, type DocumentRead } from './documents.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const PREPARE_IN_SERBIA: readonly Role[] = ['adviser', 'assistant', 'scac', 'ssi'];
let headers: Headers;
let session: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  session = await addSession(server(), { places: 5, country: 'RS' });
});

/** A document of a session for its trainers, without a file: its key. */
const added = (to = session): Promise<string> => documentIn(server(), to);

/** Changes a document that was read at `version`: what came of it. Throws the code of the error where there is one. */
const change = (role: Role, key: string, version: number, input: Readonly<Record<string, unknown>> = {}, of = session): Promise<DocumentBack> => changeDocument(server(), headers[role], of, { key, version, ...input });

const titleOf = async (key: string): Promise<unknown> => (await owner(server(), 'select x.title, x.locale from session_document_translation x join session_document d on d.uuid = x.document_uuid where d.uuid = ? and x.locale = d.source_locale', [key]))[0];

const found = ({ session: one }: DocumentBack, key: string): DocumentRead | undefined => one?.documents.find(({ id }) => id === `SessionDocument_${key}`);

describe('what is said of a document', () => {
  test('is changed by those who prepare its session, and by nobody else', async () => {
    const key = await added();
    const changed = await change('scac', key, 1);
    expect([changed.outcome, found(changed, key)]).toMatchObject(['DONE', { version: 2, title: { text: 'Programme', locale: 'fr' }, locale: 'fr', visibility: 'EVERYBODY' }]);
    for (const role of ROLES.filter((one) => !PREPARE_IN_SERBIA.includes(one))) {
      const tried = change(role, key, 2, { title: 'Autre' });
      if (role === 'visitor' || role === 'suspended') await expect(tried, role).rejects.toThrow('UNAUTHENTICATED');
      else expect((await tried).outcome, role).toBe('NOT_ALLOWED');
    }
    expect(await titleOf(key)).toEqual({ title: 'Programme', locale: 'fr' });
  });

  test('decides at once who is given its file', async () => {
    const key = await added();
    await owner(server(), `insert into session_document_file (document_uuid, bytes) values (?, 'x')`, [key]);
    const given = async (): Promise<number> => (await fetch(`${server().address}/documents/SessionDocument_${key}`, { headers: headers.authority })).status;
    const statuses = [await given(), await change('adviser', key, 1).then(given), await change('adviser', key, 2, { visibility: 'TRAINERS' }).then(given)];
    expect(statuses).toEqual([404, 200, 404]);
  });

  test('has a title of one line that tells of nobody; signs that nobody sees are left out of it', async () => {
    const key = await added();
    for (const title of [' ', 'x'.repeat(201), 'a\nb', '\u202E\u200B']) expect((await change('adviser', key, 1, { title })).outcome).toBe('TITLE');
    await expect(change('adviser', key, 1, { title: 'Ana, 17 ans, +355 69 234 5678' })).rejects.toThrow('VICTIM_DATA');
    expect(found(await change('adviser', key, 1, { title: ' a\u202Egpj.exe\u200B ' }), key)).toMatchObject({ version: 2, title: { text: 'agpj.exe' } });
  });

  test('is there no more where it was taken away, or belongs to another session', async () => {
    const [key, other] = [await added(), await addSession(server(), { places: 5, country: 'RS' })];
    expect((await change('adviser', key, 1, {}, other)).outcome).toBe('GONE');
    await owner(server(), 'delete from session_document where uuid = ?', [key]);
    expect((await change('adviser', key, 1)).outcome).toBe('GONE');
    expect((await change('adviser', key, 1, {}, randomUUID())).outcome).toBe('GONE');
  });

  test('by two people who have read the same is changed by the first; the second sees what it is now, and loses nothing', async () => {
    const key = await added();
    expect((await change('adviser', key, 1, { title: 'Un' })).outcome).toBe('DONE');
    const second = await change('scac', key, 1, { title: 'Deux' });
    expect([second.outcome, found(second, key)]).toMatchObject(['CONFLICT', { version: 2, title: { text: 'Un' } }]);
    // What is so already stays so: an answer that was lost on the way is no conflict with oneself.
    expect((await change('scac', key, 1, { title: 'Un' })).outcome).toBe('DONE');
    expect((await change('scac', key, 2, { title: 'Deux' })).outcome).toBe('DONE');
  });

  test('at the same moment is changed by one, and the other is told', async () => {
    const key = await added();
    expect(await whileHeld(server(), ['session_document', key], [() => change('adviser', key, 1, { title: 'Un' }), () => change('scac', key, 1, { title: 'Deux' })])).toEqual(['CONFLICT', 'DONE']);
  });

  test('stands in the trail with what it was', async () => {
    const own = await addSession(server(), { places: 5, country: 'RS' });
    await change('scac', await added(own), 1, {}, own);
    expect(await owner(server(), `select part, before, after from audit_entry where subject = 'SESSION_DOCUMENT' and action = 'CHANGED' and object = ? and by_id = (select id from person where email = ?) order by part`, [own, PEOPLE.scac])).toEqual([
      { part: 'source_locale', before: 'mk', after: 'fr' }, { part: 'visibility', before: 'TRAINERS', after: 'EVERYBODY' },
    ]);
  });

  test('is kept from others by the rules of its table, whoever writes it in SQL; without them it is not', async () => {
    const key = await added();
    const reached = async (role: Role): Promise<number | null> => {
      const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE[role as keyof typeof PEOPLE]]);
      return asPerson(person!.id, async (client) => (await client.query(`update session_document set visibility = 'EVERYBODY' where uuid = $1`, [key])).rowCount);
    };
    for (const role of ROLES.filter((one) => one !== 'visitor')) expect([role, await reached(role)]).toEqual([role, PREPARE_IN_SERBIA.includes(role) ? 1 : 0]);
    // The control.
    await owner(server(), 'alter table session_document disable row level security');
    expect(await reached('authority')).toBe(1);
    await owner(server(), 'alter table session_document enable row level security');
  });
});

/** What documents are called in other languages than their own: by whom it is said, how it is read, and in the tables without any reader. */
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { asPersonIn } from '../../test/permissions/as-person.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { addSession, owner } from '../registrations/world.fixture.ts';
import { whileHeld } from '../trainings/at-once.fixture.ts';
import { bringDocument, changeDocument, type DocumentBack, documentIn, type DocumentRead, documentsOf, translateDocument } from './documents.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const asPerson = asPersonIn(() => server().database);
const PREPARE_IN_SERBIA: readonly Role[] = ['adviser', 'assistant', 'scac', 'ssi'];
const TRANSLATE: readonly Role[] = [...PREPARE_IN_SERBIA, 'translator'];
let headers: Headers;
let session: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  session = await addSession(server(), { places: 5, country: 'RS' });
});

const fresh = (stage = 'OPEN'): Promise<string> => addSession(server(), { places: 5, country: 'RS', stage });
/** A document in French that is for everybody, without a file: its key. */
const added = (to = session, visibility = 'EVERYBODY'): Promise<string> => documentIn(server(), to, { visibility, title: 'Programme', locale: 'fr' });
const say = (role: Role, key: string, { of = session, version = 1, locale = 'sr-Latn', title = 'Program' } = {}): Promise<DocumentBack> => translateDocument(server(), headers[role], of, { key, version, locale, title });
const change = (key: string, version: number, of = session, changes: Readonly<Record<string, string>> = {}): Promise<DocumentBack> => changeDocument(server(), headers.adviser, of, { key, version, title: 'Programme', locale: 'fr', visibility: 'EVERYBODY', ...changes });
const found = ({ session: one }: DocumentBack, key: string): DocumentRead => one!.documents.find(({ id }) => id === `SessionDocument_${key}`)!;
const readIn = async (locale: string, key: string, of = session): Promise<DocumentRead> => (await documentsOf(server(), headers.adviser, of, locale)).find(({ id }) => id === `SessionDocument_${key}`)!;

describe('the title of a document', () => {
  test('is said in other languages by those who prepare the session and by translators, and by nobody else', async () => {
    for (const role of ROLES) {
      const tried = say(role, await added());
      if (role === 'visitor' || role === 'suspended') await expect(tried, role).rejects.toThrow('UNAUTHENTICATED');
      else expect((await tried).outcome, role).toBe(TRANSLATE.includes(role) ? 'DONE' : 'NOT_ALLOWED');
    }
  });

  test('is read in the reader’s language, else in the nearest with its mark; what stands in for it is no translation', async () => {
    const { key } = await bringDocument(server().address, headers.adviser, session, { title: 'Programme', locale: 'fr' });
    const back = await say('translator', key);
    expect([back.outcome, found(back, key).version]).toEqual(['DONE', 2]);
    expect((await readIn('sr-Latn', key)).title).toEqual({ text: 'Program', locale: 'sr-Latn', isFallback: false, isOutdated: false });
    const inGreek = await readIn('el', key);
    expect([inGreek.locale, inGreek.title]).toMatchObject(['fr', { text: 'Programme', locale: 'fr', isFallback: true }]);
    expect(inGreek.texts).toEqual([{ locale: 'fr', title: 'Programme', isSource: true, isOutdated: false }, { locale: 'sr-Latn', title: 'Program', isSource: false, isOutdated: false }]);
  });

  test('is marked in other languages once it has changed, until it is said there anew; whom the document is for is no title', async () => {
    const key = await added();
    await say('adviser', key);
    await change(key, 2, session, { visibility: 'REGISTERED' });
    expect((await readIn('sr-Latn', key)).title.isOutdated).toBe(false);
    await change(key, 3, session, { title: 'Programme du matin' });
    expect((await readIn('sr-Latn', key)).title).toMatchObject({ text: 'Program', isOutdated: true });
    // The same words again: they are right still.
    expect((await say('scac', key, { version: 4 })).outcome).toBe('DONE');
    expect((await readIn('sr-Latn', key)).title).toMatchObject({ text: 'Program', isOutdated: false });
  });

  test('that was said to be in the wrong language is in the right one alone', async () => {
    const key = await added();
    expect(found(await change(key, 1, session, { locale: 'ro' }), key).texts).toEqual([{ locale: 'ro', title: 'Programme', isSource: true, isOutdated: false }]);
  });

  test('is translated into none but another language, as one line that tells of nobody; an empty one is missing there', async () => {
    const key = await added();
    expect((await say('translator', key, { locale: 'fr', title: 'Autre' })).outcome).toBe('LOCALE');
    for (const title of ['x'.repeat(201), 'a\nb']) expect((await say('translator', key, { title })).outcome).toBe('TITLE');
    await expect(say('translator', key, { title: 'Ana, 17 godina, +355 69 234 5678' })).rejects.toThrow('VICTIM_DATA');
    await say('translator', key, { title: ' Pro\u202Egram\u200B ' });
    expect((await readIn('sr-Latn', key)).title.text).toBe('Program');
    expect(found(await say('translator', key, { version: 2, title: ' ' }), key).texts.map(({ locale }) => locale)).toEqual(['fr']);
  });

  test('is said once by two who have read the same: the second sees what it is now', async () => {
    const key = await added();
    await say('translator', key);
    const second = await say('scac', key, { title: 'Raspored' });
    expect([second.outcome, found(second, key).texts[1]]).toMatchObject(['CONFLICT', { title: 'Program' }]);
    expect((await say('scac', key)).outcome).toBe('DONE');
    expect((await change(key, 1, session, { title: 'Autre' })).outcome).toBe('CONFLICT');
  });

  test('at the same moment is said by one, and the other is told; without the lock neither is', async () => {
    const both = async (): Promise<string[]> => {
      const key = await added();
      return whileHeld(server(), ['session_document', key], [() => say('translator', key), () => say('scac', key, { locale: 'mk', title: 'Програма' })]);
    };
    expect(await both()).toEqual(['CONFLICT', 'DONE']);
    const [{ was }] = await owner<{ was: string }>(server(), `select pg_get_functiondef('hold_to_translate(uuid)'::regprocedure) as was`) as [{ was: string }];
    await owner(server(), was.replace('for update', ''));
    expect(await both()).toEqual(['DONE', 'DONE']);
    await owner(server(), was);
  });

  test('of a document that is not for translators, of a draft or of another session is none for them', async () => {
    const [draft, other] = [await fresh('DRAFT'), await fresh()];
    expect((await say('translator', await added(session, 'REGISTERED'))).outcome).toBe('GONE');
    expect((await say('translator', await added(draft), { of: draft })).outcome).toBe('GONE');
    expect((await say('translator', await added(), { of: other })).outcome).toBe('GONE');
    expect((await say('scac', await added(session, 'TRAINERS'))).outcome).toBe('DONE');
  });

  test('is translated after the session by those who prepare it', async () => {
    const over = await fresh();
    await owner(server(), `update training_session set starts_at = now() - interval '3 days', ends_at = now() - interval '1 day', registration_until = null where uuid = ?`, [over]);
    const key = await added(over);
    expect([(await say('translator', key, { of: over })).outcome, (await say('scac', key, { of: over })).outcome]).toEqual(['TOO_LATE', 'DONE']);
  });

  test('stands in the trail with what was said, for the first time, anew, and no longer', async () => {
    const own = await fresh();
    const key = await added(own);
    for (const [n, title] of ['Program', 'Raspored', ''].entries()) await say('translator', key, { of: own, version: n + 1, title });
    await change(key, 4, own, { title: 'Déroulé' });
    const entries = await owner<{ said: string }>(server(), `select concat_ws(' ', part, coalesce(before, '-'), coalesce(after, '-')) as said from audit_entry where subject = 'SESSION_DOCUMENT' and object = ? order by at`, [own]);
    expect(entries.map(({ said }) => said)).toEqual(['title.sr-Latn - Program', 'title.sr-Latn Program Raspored', 'title.sr-Latn Raspored -', 'title.fr Programme Déroulé']);
  });
});

describe('in the tables', () => {
  const DENIED = '42501';
  const WRITE = `insert into session_document_translation (document_uuid, locale, title) values ($1, $2, 'x') on conflict (document_uuid, locale) do update set title = 'x'`;
  /** Does something as somebody, and undoes it: how many rows it reached, or the code with which it was refused. */
  async function as(role: Role, statement: string, values: unknown[]): Promise<number | string> {
    const [person] = role === 'visitor' ? [] : await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE[role]]);
    return asPerson(person?.id, (client) => client.query(statement, values).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!));
  }

  test('a title is written in another language by those who prepare the session and by translators, in its own by the first alone; without the rules by everybody', async () => {
    const key = await added();
    for (const role of ROLES.filter((one) => one !== 'visitor')) {
      expect([role, await as(role, WRITE, [key, 'sr-Latn'])]).toEqual([role, TRANSLATE.includes(role) ? 1 : DENIED]);
      expect([role, await as(role, WRITE, [key, 'fr'])]).toEqual([role, PREPARE_IN_SERBIA.includes(role) ? 1 : DENIED]);
    }
    expect(await as('translator', WRITE, [await added(session, 'TRAINERS'), 'sr-Latn'])).toBe(DENIED);
    // The control.
    await owner(server(), 'alter table session_document_translation disable row level security');
    expect(await as('ngoMember', WRITE, [key, 'fr'])).toBe(1);
    await owner(server(), 'alter table session_document_translation enable row level security');
  });

  test('a title is seen by whoever sees the document, by whatever way; without the rules by everybody', async () => {
    const key = await added(session, 'TRAINERS');
    const seen = (role: Role): Promise<number | string> => as(role, 'select from session_document_translation where document_uuid = $1', [key]);
    const node = async (role: Role): Promise<unknown> => (await ask(server(), 'query ($id: ID!) { node(id: $id) { ... on SessionDocument { title { text } texts { title } } } }', { id: `SessionDocument_${key}` }, headers[role])).data!.node;
    expect([await seen('scac'), await seen('translator'), await seen('authority'), await node('translator')]).toEqual([1, 0, 0, null]);
    expect(await node('scac')).toEqual({ title: { text: 'Programme' }, texts: [{ title: 'Programme' }] });
    // The control.
    await owner(server(), 'alter table session_document_translation disable row level security');
    expect(await seen('authority')).toBe(1);
    await owner(server(), 'alter table session_document_translation enable row level security');
  });

  test('the version of a document is raised by those who may translate it; if everybody were a translator, by everybody', async () => {
    const [key, hidden] = [await added(), await added(session, 'TRAINERS')];
    const raised = async (role: Role, of: string): Promise<number> => {
      const [person] = await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE[role as keyof typeof PEOPLE]]);
      return asPerson(person!.id, async (client) => {
        await client.query('select note_document_translation($1, $2)', [session, of]);
        return (await client.query<{ version: number }>('select version from session_document where uuid = $1', [of])).rows[0]?.version ?? 0;
      });
    };
    for (const role of ROLES.filter((one) => one !== 'visitor' && one !== 'suspended')) expect([role, await raised(role, key)]).toEqual([role, TRANSLATE.includes(role) ? 2 : 1]);
    expect(await raised('scac', hidden)).toBe(2);
    expect(await as('translator', 'update session_document set version = 9 where uuid = $1', [key])).toBe(0);
    const [{ was }] = await owner<{ was: string }>(server(), `select pg_get_functiondef('translates(uuid,uuid)'::regprocedure) as was`) as [{ was: string }];
    await owner(server(), 'create or replace function translates(who uuid, the_session uuid) returns boolean language sql stable security definer set search_path = public, pg_temp return true');
    expect(await raised('ngoMember', key)).toBe(2);
    await owner(server(), was);
  });

  test('a document is never without a title in its own language', async () => {
    const key = await added();
    await expect(owner(server(), `delete from session_document_translation where document_uuid = ? and locale = 'fr'`, [key])).rejects.toThrow(/missing in its source language/);
  });
});

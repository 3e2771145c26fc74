/** Where a protected organisation is stands in no paper: whichever comes first, the paper, the host of the meeting or that the organisation is protected, and whatever comes at the same moment. With a control each. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { readPdf } from '../core/pdf/read-pdf.fixture.ts';
import { saveMeeting, translateMeeting } from '../meetings/meetings.fixture.ts';
import { keyOf, owner } from '../missions/world.fixture.ts';
import { fileOf, makePaper, papersFor, papersWorld, type World } from './papers.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const SHELTER = 't-secret-house';
let headers: Headers;
let world: World;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  world = await papersWorld(server(), headers.adviser);
  await sql('delete from organisation where slug = ?', [SHELTER]);
  await sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values (?, 'RS', 'NGO', 'fr', 'T', false, true, true, true) returning slug)
    insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`, [SHELTER]);
});

const protect = (isProtected: boolean): Promise<string> => sql('update organisation set is_protected = ? where slug = ?', [isProtected, SHELTER]).then(() => 'DONE');
/** Saves the meeting of both, as it was read at `version`. */
const save = (version: number, changes: Readonly<Record<string, unknown>>) => saveMeeting(server(), headers.scac, world.belgrade, { key: world.both, version, subject: 'Équipes communes', day: '2098-11-10', starts: '10:00', languages: [{ language: 'sr', atLeast: 'B2' }], ...changes });
const HOST = { organisation: `Organisation_${SHELTER}`, hostName: '' };
const PLACE = { placeName: 'Bureau', placeAddress: 'Savska 17' };
const KINDS = ['PROGRAMME_POST', 'INTERPRETER', 'INVITATION', 'PROGRAMME_PERSON'] as const;

/** Makes every paper that has the meeting. */
async function makeAll(): Promise<string[]> {
  const about = { PROGRAMME_POST: keyOf(world.belgrade), INTERPRETER: keyOf(world.belgrade), INVITATION: world.both, PROGRAMME_PERSON: world.own };
  const keys: string[] = [];
  for (const kind of KINDS) keys.push((await makePaper(server(), headers.adviser, kind, about[kind])).paper!.key);
  return keys;
}

/** What says where it is: of the files, of what the API tells the adviser and the post, and of the table. */
async function where(keys: readonly string[]): Promise<string[]> {
  const SAID = /Bureau|Savska|Lilas|Lilac/;
  const found: string[] = [];
  for (const key of keys) {
    const [pdf, html, ics] = await Promise.all((['pdf', 'html', 'ics'] as const).map((form) => fileOf(server(), headers.adviser, key, form)));
    if (SAID.test(`${(await readPdf(pdf!.bytes)).text} ${html!.bytes.toString()} ${ics!.bytes.toString()}`)) found.push('file');
  }
  for (const role of ['adviser', 'scac'] as const) if (SAID.test((await papersFor(server(), headers[role], { mission: world.mission, leg: world.belgrade })).text)) found.push('API');
  if ((await sql(`select from mission_paper where facts::text ~ 'Bureau|Savska|Lilas|Lilac'`)).length > 0) found.push('table');
  return [...new Set(found)];
}

describe('a meeting whose host becomes one that is protected', () => {
  beforeEach(async () => {
    expect((await save(2, { hostName: 'Mme P.', note: 'Entrée : 12 rue des Lilas.', ...PLACE })).outcome).toBe('DONE');
    expect((await translateMeeting(server(), headers.scac, world.belgrade, { key: world.both, version: 3, locale: 'en', subject: 'Teams, 12 Lilac Street', note: 'Ring.' })).outcome).toBe('DONE');
  });

  test('leaves its address in no earlier paper, and in nothing that is said to have changed; another host leaves it there: the control', async () => {
    const keys = await makeAll();
    expect((await save(4, { hostName: 'Mme Q.', note: 'Entrée : 12 rue des Lilas.', ...PLACE })).outcome).toBe('DONE');
    expect(await where(keys)).toEqual(['file', 'table']);
    expect((await translateMeeting(server(), headers.scac, world.belgrade, { key: world.both, version: 5, locale: 'en', subject: 'Teams', note: 'Ring.' })).outcome).toBe('DONE');
    expect((await save(6, HOST)).outcome).toBe('DONE');
    expect(await where(keys)).toEqual([]);
    // What is no address stays.
    expect(await sql(`select distinct x -> 'subject' ->> 'fr' as subject from mission_paper p, jsonb_array_elements(p.facts -> 'meetings') x where x ->> 'key' = ?`, [world.both])).toEqual([{ subject: 'Équipes communes' }]);
    expect(await sql(`select from mission_paper p, jsonb_array_elements(p.facts -> 'meetings') x where x ->> 'key' = ? and x -> 'note' ->> 'en' = 'Ring.'`, [world.both])).not.toEqual([]);
  });

  test('has no place in what is read of a paper that still holds one; where what is read is not looked at it has: the control', async () => {
    const keys = await makeAll();
    await sql('alter table meeting disable trigger meeting_hides_places_of_papers');
    expect((await translateMeeting(server(), headers.scac, world.belgrade, { key: world.both, version: 4, locale: 'en', subject: 'Teams', note: '' })).outcome).toBe('DONE');
    expect((await save(5, HOST)).outcome).toBe('DONE');
    await sql('alter table meeting enable trigger meeting_hides_places_of_papers');
    const said = async (): Promise<boolean> => /Bureau|Savska/.test((await fileOf(server(), headers.adviser, keys[2]!, 'html')).bytes.toString() + (await papersFor(server(), headers.scac, { mission: world.mission, leg: world.belgrade })).text);
    expect(await said()).toBe(false);
    await otherwise('places_hidden(uuid)', [/from place p where exists .*$/m, 'from place p where false'], async () => expect(await said()).toBe(true));
  });

  test('and is protected only then: its place goes from the earlier papers too, by the host that it has now', async () => {
    await protect(false);
    const keys = await makeAll();
    expect((await translateMeeting(server(), headers.scac, world.belgrade, { key: world.both, version: 4, locale: 'en', subject: '', note: '' })).outcome).toBe('DONE');
    expect((await save(5, { ...HOST, ...PLACE })).outcome).toBe('DONE');
    expect((await sql(`select from mission_paper where facts::text ~ 'Savska'`)).length).toBe(KINDS.length);
    await protect(true);
    expect([await sql(`select from mission_paper where facts::text ~ 'Savska'`), /Bureau|Savska/.test((await fileOf(server(), headers.adviser, keys[0]!, 'html')).bytes.toString())]).toEqual([[], false]);
  });
});

/** A function as it would be otherwise, while something is done. */
async function otherwise(signature: string, [is, other]: readonly [is: RegExp, other: string], work: () => Promise<void>): Promise<void> {
  const [{ now }] = (await sql<{ now: string }>('select pg_get_functiondef(?::regprocedure) as now', [signature])) as [{ now: string }];
  expect(now).toMatch(is);
  await sql(now.replace(is, other));
  await work();
  await sql(now);
}

const HOLDS = ['hold_places()', [/SELECT pg_advisory_xact_lock_shared\([^;]*\) AS \w+;/, 'SELECT null::void;']] as const;
const [AFTER, BEFORE] = ['organisation_hides_places_of_papers', 'organisation_a_places_of_papers'];
/** While papers are looked for before meetings. */
async function papersFirst(work: () => Promise<void>): Promise<void> {
  await sql(`alter trigger ${AFTER} on organisation rename to ${BEFORE}`);
  await work();
  await sql(`alter trigger ${BEFORE} on organisation rename to ${AFTER}`);
}

describe('of a paper that is made and an organisation that is protected at the same moment', () => {
  /** The paper is made, and not yet given, when the organisation is protected: whether its place stands in the paper. */
  const both = async (): Promise<unknown[]> => {
    await protect(false);
    world = await papersWorld(server(), headers.adviser);
    await save(2, { ...HOST, ...PLACE });
    await sql(`create or replace function t_wait() returns trigger language plpgsql as $body$ begin perform pg_advisory_xact_lock(4711); return null; end $body$`);
    await sql('create or replace trigger "zz_waits" after insert on mission_paper for each row execute function t_wait()');
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute('select pg_advisory_xact_lock(4711)');
    const made = makePaper(server(), headers.adviser, 'INVITATION', world.both);
    await untilWaiting(server().database);
    const isProtected = protect(true);
    await Promise.race([untilWaiting(server().database, 2), isProtected]);
    await em.rollback();
    const came = [(await made).outcome, await isProtected, (await sql(`select from mission_paper where facts::text ~ 'Savska'`)).length];
    await sql('drop trigger "zz_waits" on mission_paper');
    return came;
  };

  test('the second finds what the first did: by the lock that both take, and by the order in which they are looked for; with neither the place stays: the control', async () => {
    expect(await both()).toEqual(['DONE', 'DONE', 0]);
    await papersFirst(async () => expect(await both()).toEqual(['DONE', 'DONE', 0]));
    await otherwise(...HOLDS, async () => {
      expect(await both()).toEqual(['DONE', 'DONE', 0]);
      await papersFirst(async () => expect(await both()).toEqual(['DONE', 'DONE', 1]));
    });
  });
});

test('whoever protects an organisation has no paper in hand while they wait for a mission; looked for before the meetings, one of two is broken off: the control', async () => {
  const both = async (): Promise<unknown[]> => {
    await protect(false);
    world = await papersWorld(server(), headers.adviser);
    await save(2, { ...HOST, ...PLACE });
    const { key } = (await makePaper(server(), headers.adviser, 'INVITATION', world.both)).paper!;
    const em = server().database.orm.em.fork();
    await em.begin();
    await em.execute('select from mission where uuid = ? for update', [keyOf(world.mission)]);
    const isProtected = protect(true).catch(({ code }: { code?: string }) => code);
    await untilWaiting(server().database);
    const changed = await em.execute('update mission_paper set made_at = made_at where uuid = ?', [key]).then(() => 'DONE', ({ code }: { code?: string }) => code);
    await (changed === 'DONE' ? em.commit() : em.rollback());
    return [changed, await isProtected];
  };
  expect(await both()).toEqual(['DONE', 'DONE']);
  await papersFirst(async () => expect(await both()).toContain('40P01'));
});

/** What the tables of what has become of recommendations hold to, whatever a service forgets. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { rowsAs } from '../../test/permissions/rows-as.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { OF_SERBIA, progressOf, translateProgress } from './progress.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let orm: MikroORM;
let serbian: string;

const personOf = async (email: string): Promise<string> => (await owner<{ id: string }>(server(), 'select id from person where email = ?', [email]))[0]!.id;

const as = (email: string | null, ...statements: string[]): Promise<number | string> => rowsAs(orm, server().database, email, ...statements);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  await owner(server(), 'delete from recommendation_progress');
  serbian = await progressOf(server(), headers.scac);
  await progressOf(server(), headers.adviser, { slug: 'al-r1-8', sourceLocale: 'fr', seen: 'Rien de connu.', status: 'NOT_STARTED' });
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});

const TABLES = ['recommendation_progress', 'recommendation_progress_translation', 'recommendation_progress_link'];

test('the rules of the tables hide entries from whoever does not follow; without them a post sees those of others: the control', async () => {
  for (const table of TABLES) {
    for (const email of [PEOPLE.ngoCoordinator, PEOPLE.authority, PEOPLE.expert, PEOPLE.international, PEOPLE.translator, PEOPLE.suspended, null]) expect([table, email, await as(email, `select from ${table}`)]).toEqual([table, email, 0]);
    expect([table, await as(PEOPLE.scac, `select from ${table}`), await as(PEOPLE.adviser, `select from ${table}`)]).toEqual([table, 1, 2]);
    await owner(server(), `alter table ${table} disable row level security`);
    expect([table, await as(PEOPLE.scac, `select from ${table}`)]).toEqual([table, 2]);
    await owner(server(), `alter table ${table} enable row level security`);
  }
});

const NEW = '00000000-0000-4000-8000-0000000000b1';
const entered = (person: string, { slug = OF_SERBIA, invented = true, position = 2, at = 'clock_timestamp()' } = {}): string =>
  `insert into recommendation_progress (uuid, recommendation_slug, position, status, as_of, source_locale, entered_by_id, entered_as, is_demonstration, entered_at)
   values ('${NEW}', '${slug}', ${position}, 'UNDER_WAY', '2026-01-01', 'fr', '${person}', 'SCAC', ${invented}, ${at})`;
const WORDS = `insert into recommendation_progress_translation (progress_uuid, locale, seen) values ('${NEW}', 'fr', 'Vu.')`;

describe('an entry', () => {
  test('is made by who acts for the country, as themselves, now, on their side, and with its words', async () => {
    const [scac, adviser] = [await personOf(PEOPLE.scac), await personOf(PEOPLE.adviser)];
    const refused = 'new row violates row-level security policy for table "recommendation_progress"';
    expect(await as(PEOPLE.scac, entered(scac, { slug: 'al-r1-8' }), WORDS)).toBe(refused);
    expect(await as(PEOPLE.scac, entered(adviser), WORDS)).toBe(refused);
    expect(await as(PEOPLE.scac, entered(scac, { invented: false }), WORDS)).toBe(refused);
    expect(await as(PEOPLE.scac, entered(scac, { at: `'2026-02-01'` }), WORDS)).toBe(refused);
    expect(await as(PEOPLE.scac, entered(scac, { at: `now() + interval '1 hour'` }), WORDS)).toBe(refused);
    expect(await as(PEOPLE.authority, entered(await personOf(PEOPLE.authority)), WORDS)).toBe(refused);
    expect(await as(PEOPLE.scac, entered(scac))).toContain('the seen of this recommendation_progress is missing in its source language');
    expect(await as(PEOPLE.scac, entered(scac, { position: 1 }), WORDS)).toContain('recommendation_progress_one_after_another');
    expect(await as(PEOPLE.scac, entered(scac), WORDS, 'select 1/0')).toBe('division by zero');
  });

  test('is changed and taken away by nobody, nor its words in its own language, nor its links', async () => {
    for (const email of [PEOPLE.scac, PEOPLE.adviser]) {
      expect(await as(email, `update recommendation_progress set status = 'IMPLEMENTED' where uuid = '${serbian}'`)).toContain('what was said of a recommendation stays');
      expect(await as(email, `update recommendation_progress set entered_by_id = null where uuid = '${serbian}'`)).toContain('what was said of a recommendation stays');
      expect(await as(email, `delete from recommendation_progress where uuid = '${serbian}' returning 1`)).toBe(0);
      expect(await as(email, `update recommendation_progress_translation set seen = 'X' where progress_uuid = '${serbian}' returning 1`)).toBe(0);
      expect(await as(email, `delete from recommendation_progress_translation where progress_uuid = '${serbian}' returning 1`)).toBe(0);
      expect(await as(email, `update recommendation_progress_link set label = 'X' where progress_uuid = '${serbian}' returning 1`)).toBe(0);
      expect(await as(email, `delete from recommendation_progress_link where progress_uuid = '${serbian}' returning 1`)).toBe(0);
      expect(await as(email, `insert into recommendation_progress_link (progress_uuid, position, url, label) values ('${serbian}', 9, 'https://example.org', 'L')`)).toContain('row-level security');
    }
    expect(await as(PEOPLE.scacElsewhere, `insert into recommendation_progress_translation (progress_uuid, locale, seen) values ('${serbian}', 'mk', 'X')`)).toContain('row-level security');
  });

  test('without these rules is taken away by whoever reads it: the control', async () => {
    await owner(server(), 'alter table recommendation_progress disable row level security');
    expect(await as(PEOPLE.scacElsewhere, `delete from recommendation_progress where uuid = '${serbian}' returning 1`, 'select 1/0')).toBe('division by zero');
    expect(await as(PEOPLE.scacElsewhere, `delete from recommendation_progress where uuid = '${serbian}' returning 1`)).toBe(1);
    await owner(server(), 'alter table recommendation_progress enable row level security');
    serbian = await progressOf(server(), headers.scac);
  });
});

test('who made one is forgotten once they are gone, and not before', async () => {
  const [{ id }] = (await owner<{ id: string }>(server(), `insert into person (id, email, name, locale, created_at, updated_at) values (gen_random_uuid(), 'gone@passerelle.example', 'Gone', 'fr', now(), now()) returning id`)) as [{ id: string }];
  await server().database.orm.em.fork().transactional(async (em) => {
    await em.execute(entered(id));
    await em.execute(WORDS);
  });
  await expect(owner(server(), 'update recommendation_progress set entered_by_id = null where uuid = ?', [NEW])).rejects.toThrow('what was said of a recommendation stays');
  await owner(server(), 'delete from person where id = ?', [id]);
  expect(await owner(server(), 'select entered_by_id from recommendation_progress where uuid = ?', [NEW])).toEqual([{ entered_by_id: null }]);
  await owner(server(), 'delete from recommendation_progress where uuid = ?', [NEW]);
});

test('the journal tells what is said in another language, from the first time on', async () => {
  for (const [version, seen] of [[1, 'Vu.'], [2, 'Vu de près.'], [3, '']] as const) expect((await translateProgress(server(), headers.adviser, serbian, { version, seen })).outcome).toBe('DONE');
  expect(await owner(server(), `select part, before, after from audit_entry where subject = 'RECOMMENDATION_PROGRESS' and object = ? and action = 'CHANGED' order by at`, [serbian])).toEqual([
    { part: 'seen.fr', before: null, after: 'Vu.' }, { part: 'seen.fr', before: 'Vu.', after: 'Vu de près.' }, { part: 'seen.fr', before: 'Vu de près.', after: null }]);
});

test('the journal tells that one was entered, by whom', async () => {
  expect(await owner(server(), `select a.action, a.object from audit_entry a where a.subject = 'RECOMMENDATION_PROGRESS' and a.object = ? and a.action = 'ADDED'`, [serbian])).toHaveLength(1);
});

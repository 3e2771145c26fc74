/** What runs as the owner of the tables is of no use to whoever is made to run other SQL than ours. */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';

const database = testDatabase('full');
const PERSON = '019abc00-0000-7000-8000-0000000000c1';
let app: pg.Client;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => database().orm.em.fork().execute<T[]>(text, values);
const purpose = (name: string): Promise<unknown> => app.query(`select set_config('passerelle.purpose', $1, false), set_config('passerelle.person', $2, false)`, [name, PERSON]);

beforeEach(async () => {
  await sql(`insert into person (id, name, email, created_at, updated_at, warned_at) values (?, 'Somebody', 'somebody@example.org', now(), now(), now())`, [PERSON]);
  app = new pg.Client({ connectionString: database().app });
  await app.connect();
});
afterEach(async () => {
  await app.end();
  await sql('delete from person where id = ?', [PERSON]);
});

describe('a function that runs as the owner', () => {
  const DEFINERS = `select oid::regprocedure::text as name, coalesce(array_to_string(proconfig, ','), '') as config from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`;

  test('looks for its tables among ours, and among passing ones last', async () => {
    const definers = await sql<{ name: string; config: string }>(DEFINERS);
    expect(definers.length).toBeGreaterThan(15);
    expect(definers.filter(({ config }) => config !== 'search_path=public, pg_temp').map(({ name }) => name)).toEqual([]);
  });

  test('writes the trail into the trail, whatever passing table has its name', async () => {
    const trail = (): Promise<unknown[]> => sql(`select from audit_entry where about_id = ? and part = 'name'`, [PERSON]);
    const rename = async (name: string): Promise<void> => {
      await app.query('begin');
      await app.query(`select set_config('passerelle.purpose', 'my-data', true), set_config('passerelle.person', $1, true)`, [PERSON]);
      await app.query('update person set name = $1 where id = acting_person()', [name]);
      await app.query('commit');
    };
    await app.query('create temp table audit_entry (like public.audit_entry including defaults); grant all on audit_entry to public');
    await rename('Nobody saw it');
    expect(await trail()).toHaveLength(1);
    // The control: with the path that these functions had, the passing table takes it.
    await sql('alter function record_change() set search_path = public');
    await rename('Nobody has seen it');
    expect([(await trail()).length, (await app.query('select from audit_entry')).rowCount]).toEqual([1, 1]);
    await sql('alter function record_change() set search_path = public, pg_temp');
  });
});

test('somebody who is named is erased by retention, and by nothing else', async () => {
  const erase = `select erase_unused('${PERSON}', 'mark', now() + interval '1 hour', interval '0', interval '0') as done`;
  const isThere = async (): Promise<boolean> => (await sql('select from person where id = ?', [PERSON])).length === 1;
  for (const other of ['', 'mail', 'sign-in', 'my-data']) {
    await purpose(other);
    expect((await app.query(erase)).rows).toEqual([{ done: false }]);
  }
  expect(await isThere()).toBe(true);
  await purpose('retention');
  expect((await app.query(erase)).rows).toEqual([{ done: true }]);
  expect(await isThere()).toBe(false);
});

describe('a view that is its owner’s', () => {
  test('is read, and nothing is changed through it: the rules of its table do not hold there', async () => {
    const views = await sql<{ name: string }>(`select relname as name from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace and not coalesce('security_invoker=true' = any (reloptions), false)`);
    expect(views.map(({ name }) => name).sort()).toEqual(['announced_session', 'attendee', 'contact_person', 'demonstration_account', 'done_mission', 'leg_person', 'likely_double', 'listed_expert', 'meeting_person', 'mode_places', 'need_leg', 'own_capacity', 'own_journey', 'own_leg', 'own_leg_contact', 'own_leg_text', 'own_meeting', 'own_meeting_language', 'own_meeting_text', 'place_count', 'public_provision', 'published_organisation', 'published_organisation_translation', 'queued_job', 'training_record', 'unreachable_mail', 'unserved_service']);
    await sql(`insert into mail (uuid, recipient, locale, template, subject) values (gen_random_uuid(), 'invented@passerelle.example', 'fr', 'signInLink', 'Subject')`);
    const kept = (): Promise<unknown[]> => sql('select (select count(*) from mail) as mails, (select count(*) from person) as people, (select string_agg(recipient, \',\') from mail) as recipients, (select count(*) from training_session) as sessions, (select count(*) from organisation) as organisations, (select count(*) from expert where vouched_by = \'x\') as experts, (select count(*) from expert) as all_experts');
    expect(await sql('select from training_session')).not.toEqual([]);
    const before = await kept();
    for (const { name } of views) await app.query(`delete from ${name}`).catch(() => undefined);
    await app.query(`update unreachable_mail set recipient = 'somebody@example.org'`).catch(() => undefined);
    await app.query(`update listed_expert set vouched_by = 'x'`).catch(() => undefined);
    expect(await kept()).toEqual(before);
    await sql('drop rule unreachable_mail_delete on unreachable_mail');
    await app.query('delete from unreachable_mail');
    expect(await kept()).not.toEqual(before);
    await sql('create rule unreachable_mail_delete as on delete to unreachable_mail do instead nothing');
  });
});

test('whoever is suspended is no adviser to the rules of rows, whatever role they have', async () => {
  await sql(`insert into member (uuid, person_id, role, since) values (gen_random_uuid(), ?, 'ADVISER', '2026-01-01')`, [PERSON]);
  await purpose('');
  const seen = async (): Promise<number[]> => [(await app.query('select from person')).rowCount!, (await app.query('select from audit_entry')).rowCount!];
  expect((await seen()).every((rows) => rows > 1)).toBe(true);
  await sql('update person set suspended_at = now() where id = ?', [PERSON]);
  expect(await seen()).toEqual([1, 0]);
});

test('the rules of rows ask once for a statement whether the adviser asks: for each row of a year it takes longer than a statement may', async () => {
  const rules = await sql<{ name: string; rule: string }>(`select tablename || '.' || policyname as name, coalesce(qual, '') || coalesce(with_check, '') as rule from pg_policies where coalesce(qual, '') || coalesce(with_check, '') ~ 'is_adviser'`);
  expect(rules.length).toBeGreaterThan(5);
  expect(rules.filter(({ rule }) => rule.replaceAll(/select is_adviser\(\)/gi, '').includes('is_adviser()')).map(({ name }) => name)).toEqual([]);
});

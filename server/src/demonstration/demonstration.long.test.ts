import type { MikroORM } from '@mikro-orm/postgresql';
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import { copyDatabase, testDatabase } from '../../test/database.ts';
import { fillDatabase } from '../prepare.ts';
import { fillDemonstration, isDemonstration, removeDemonstration, SMALL } from './index.ts';

const database = testDatabase('full');

async function rows<T>(text: string): Promise<T[]> {
  return database().orm.em.execute<T[]>(text);
}

describe('the demonstration', () => {
  test('has at least 120 experts and 60 sessions, all marked as invented', async () => {
    const [count] = await rows<{ experts: number; sessions: number; marked: boolean }>(`
      select (select count(*)::int from expert) as experts, (select count(*)::int from training_session) as sessions,
        (select bool_and(is_demonstration) from expert) and (select bool_and(is_demonstration) from training_session) as marked`);
    expect(count!.experts).toBeGreaterThanOrEqual(120);
    expect(count!.sessions).toBeGreaterThanOrEqual(60);
    expect(count!.marked).toBe(true);
  });

  test('has sessions past and to come, in all sixteen countries and online', async () => {
    const [count] = await rows<object>(`
      select count(distinct country_code)::int as countries, bool_or(country_code is null and format = 'ONLINE') as online,
        bool_or(starts_at < now()) as past, bool_or(starts_at > now()) as coming from training_session`);
    expect(count).toEqual({ countries: 16, online: true, past: true, coming: true });
  });

  test('leaves sessions untranslated in every language, so that fallback is real', async () => {
    const missing = await rows<{ locale: string }>(`
      select l as locale from unnest(array['${LOCALE_TAGS.join("','")}']) l where exists (
        select from training_session t where not exists (select from training_session_translation x where x.session_uuid = t.uuid and x.locale = l and x.title <> ''))`);
    expect(missing).toHaveLength(16);
  });

  test('has outdated translations, mixed teams of trainers, and working and interpretation languages', async () => {
    const [found] = await rows<object>(`
      select exists (select from training_session_translation x join training_session t on t.uuid = x.session_uuid where x.source_version < t.source_version) as outdated,
        exists (select session_uuid from session_trainer x join expert e on e.uuid = x.expert_uuid group by 1 having count(distinct profession_code) > 1) as mixed,
        (select count(distinct use)::int from session_language) as uses`);
    expect(found).toEqual({ outdated: true, mixed: true, uses: 2 });
  });

  test('keeps some names back: not everybody has agreed to be named', async () => {
    const [count] = await rows<{ hidden: number; open: number }>(`
      select count(*) filter (where name_visibility <> 'PUBLIC')::int as hidden, count(*) filter (where name_visibility = 'PUBLIC')::int as open from expert`);
    expect(count!.hidden).toBeGreaterThan(20);
    expect(count!.open).toBeGreaterThan(20);
  });

  test('has an evaluation with enough answers to be shown, and one with too few, of which nothing is kept', async () => {
    const [found] = await rows<object>(`
      select count(*) filter (where e.answered >= 11)::int as shown, count(*) filter (where e.closed_at is not null and e.answered is null)::int as withheld, (select count(distinct session_uuid)::int from evaluation_result) as kept,
        bool_and(e.asked = (select count(distinct p.registration_uuid) from presence p where p.session_uuid = e.session_uuid and p.state = 'PRESENT')) as there from session_evaluation e where e.opened_at is not null`);
    expect(found).toEqual({ shown: 1, withheld: 1, kept: 1, there: true });
  });

  test('has clearances for one mission: known to their expert, of one that is over, not told yet, for some of its days, with and without a document, and of a mission that was given up', async () => {
    const found = await rows<object>(`
      select m.stage, c.from_on > m.starts_on or c.until_on < m.ends_on as "isPart", f.size is not null as "hasFile" from clearance c join mission m on m.uuid = c.mission_uuid
      left join clearance_file f on f.clearance_uuid = c.uuid order by m.starts_on, c.from_on, c.until_on`);
    expect(found).toEqual([
      { stage: 'CLOSED', isPart: false, hasFile: false }, { stage: 'GIVEN_UP', isPart: false, hasFile: false }, { stage: 'CONSULTED', isPart: false, hasFile: true },
      { stage: 'CONSULTED', isPart: true, hasFile: true }, { stage: 'CONSULTED', isPart: false, hasFile: false }, { stage: 'AGREED', isPart: false, hasFile: true },
    ]);
    const told = await database().orm.em.transactional(async (em) => {
      await em.execute(`select set_config('passerelle.person', person_id::text, true) from expert where person_id is not null`);
      return em.execute<object[]>('select m.stage from clearance c join mission m on m.uuid = c.mission_uuid where is_told_of_mission(c.mission_uuid, c.expert_uuid) order by 1');
    });
    expect(told).toEqual([{ stage: 'AGREED' }, { stage: 'CLOSED' }]);
  });

  test('has sessions held in both ways that say how many places there are in each, of which those that are left are all that are left; and some that do not say it', async () => {
    const said = `(select session_uuid as uuid, sum(places)::int as places, sum(places_left)::int as left, count(*)::int as ways from mode_places group by 1)`;
    const [found] = await rows<{ right: boolean; coming: number; silent: number; held: number }>(`
      select bool_and(m.ways = 2 and m.places = s.places and m.left = s.places - s.places_taken) as right, count(*) filter (where s.stage = 'OPEN' and s.starts_at > now())::int as coming, count(*) filter (where m.left < m.places)::int as held,
        (select count(*)::int from training_session where format = 'HYBRID' and stage <> 'DRAFT' and uuid not in (select session_uuid from mode_places)) as silent
      from ${said} m join training_session s using (uuid)`);
    expect(found!.right).toBe(true);
    for (const count of [found!.coming, found!.held, found!.silent]) expect(count).toBeGreaterThan(0);
  });

  test('has a document that waits to be looked at for viruses, of a session that people take part in or will', async () => {
    const held = await rows<object>(`
      select d.visibility, s.is_demonstration as invented, f.bytes is not null as is_there, c.brought_by_id as by from file_check c join session_document d on d.uuid = c.document_uuid join session_document_file f on f.document_uuid = d.uuid
        join training_session s on s.uuid = d.session_uuid where c.checked_at is null`);
    expect(held).toEqual([{ visibility: 'REGISTERED', invented: true, is_there: true, by: null }]);
  });

  test('is filled once only', async () => {
    expect(await fillDemonstration(database().orm.em.fork())).toBe('THERE');
  });

  test('comes back the same for the same day', async () => {
    const today = new Date('2027-03-01T00:00:00Z');
    const em = database().orm.em;
    const print = `select md5(string_agg((to_jsonb(t) - 'changed_at')::text, '|' order by uuid)) as hash from training_session t`;
    const fill = async (): Promise<unknown> => {
      expect(await removeDemonstration(em.fork())).toBe(SMALL.experts + SMALL.sessions);
      expect(await fillDemonstration(em.fork(), SMALL, today)).toBe('FILLED');
      return rows(print);
    };
    await removeDemonstration(em.fork());
    await fillDemonstration(em.fork(), SMALL, today);
    const first = await rows(print);
    expect(await fill()).toEqual(first);
  });
});

describe('the people to sign in as', () => {
  const people = () => rows<{ email: string }>('select email from person where is_demonstration order by email');

  test('are one for each role and country, at addresses that no mail can reach', async () => {
    const roles = await rows<{ role: string; countries: number; people: number }>(`
      select role, count(*)::int as people, count(distinct coalesce(m.country_code, o.country_code))::int as countries
      from member m left join organisation o on o.slug = m.organisation_slug group by role order by role`);
    for (const role of ['AUTHORITY', 'SCAC', 'SSI']) expect(roles).toContainEqual({ role, people: 16, countries: 16 });
    for (const role of ['ADVISER', 'ASSISTANT', 'EXPERT', 'TRANSLATOR']) expect(roles).toContainEqual({ role, people: 1, countries: 0 });
    for (const role of ['NGO_COORDINATOR', 'NGO_MEMBER']) expect(roles).toContainEqual({ role, people: 16, countries: 16 });
    for (const { email } of await people()) expect(email).toMatch(/@passerelle\.example$/);
    expect(await rows('select from audit_entry')).toEqual([]);
  });

  test('are of an invented association, which says so and is marked, only where the directory has none', async () => {
    const invented = await rows<{ country: string; names: string[] }>(`
      select o.country_code as country, array_agg(x.name order by x.locale) as names from organisation o join organisation_translation x on x.organisation_slug = o.slug
      where o.is_demonstration and o.is_published group by 1 order by 1`);
    const lacking = await rows<{ country: string }>(`select code as country from country where code not in (select country_code from organisation where kind = 'NGO' and country_code is not null and not is_demonstration) order by 1`);
    expect(invented.map(({ country }) => ({ country }))).toEqual(lacking);
    expect(invented).toEqual([{ country: 'HU', names: ['Demonstration association (invented)', 'Association de démonstration (fictive)', 'Mintaegyesület (kitalált)'] }]);
  });

  test('come to a demonstration that was filled without them, once', async () => {
    const before = await people();
    await database().orm.em.execute('delete from person');
    for (let time = 0; time < 2; time += 1) {
      expect(await fillDemonstration(database().orm.em.fork())).toBe('THERE');
      expect(await people()).toEqual(before);
    }
  });
});

describe('taking it away', () => {
  /** All that stands in each table, but when it was written. */
  async function dump({ orm }: { readonly orm: MikroORM }): Promise<Record<string, unknown>> {
    const tables = await orm.em.fork().execute<{ name: string }[]>(`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'mikro_orm_migrations' order by 1`);
    const content: Record<string, unknown> = {};
    for (const { name } of tables) {
      const [row] = await orm.em.fork().execute<[{ all: unknown }]>(`select coalesce(jsonb_agg(j order by j), '[]') as all from (select to_jsonb(t) - '{changed_at,created_at,updated_at,imported_at,at,uuid}'::text[] as j from "${name}" t) x`);
      content[name] = row.all;
    }
    return content;
  }

  test('leaves what a database has that never was one, whatever guests have done in it', async () => {
    const never = await copyDatabase('empty');
    try {
      expect(await fillDatabase(never.orm, { demonstration: false })).toEqual({ isImported: true, demonstration: 'NONE' });
      const { orm } = database();
      const as = (text: string): Promise<unknown> => orm.em.fork().execute(text);
      // Guests make an account with a key that outlives the invented people, change what is real, and make what is not marked.
      await as(`insert into person (id, name, email, created_at, updated_at) values ('019abc00-0000-7000-8000-0000000000d1', 'Ghost', 'ghost@ngo.example', now(), now())`);
      await as(`insert into member (uuid, person_id, role, since) values (gen_random_uuid(), '019abc00-0000-7000-8000-0000000000d1', 'ASSISTANT', current_date)`);
      await as(`update organisation set is_protected = not is_protected, is_published = not is_published where not is_demonstration`);
      await as(`update training_session set is_demonstration = false`);
      await as(`insert into mail (uuid, recipient, locale, template, subject, text, html, key) values (gen_random_uuid(), 'ghost@ngo.example', 'fr', 'signInLink', 's', 't', 'h', 'k')`);
      expect(await dump(database())).not.toEqual(await dump(never));
      const [invented] = await rows<{ count: number }>('select (select count(*)::int from expert) + (select count(*)::int from training_session) as count');
      expect(await removeDemonstration(orm.em.fork())).toBe(invented!.count);
      expect(await dump(database())).toEqual(await dump(never));
      expect([await isDemonstration(orm.em.fork()), await removeDemonstration(orm.em.fork())]).toEqual([false, undefined]);
    } finally {
      await never.drop();
    }
  });

  test('is refused where somebody real has come in all the same, since nobody can tell what is theirs', async () => {
    await fillDemonstration(database().orm.em.fork());
    await rows('alter table person disable trigger person_reachable');
    await rows(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'Claire', 'claire@diplomatie.gouv.fr', now(), now())`);
    await expect(removeDemonstration(database().orm.em.fork())).rejects.toThrow('Begin with an empty database');
  });
});

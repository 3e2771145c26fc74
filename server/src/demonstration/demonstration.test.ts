import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { fillDemonstration, hasDemonstration, removeDemonstration, SMALL } from './index.ts';

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

  test('is filled once only', async () => {
    expect(await fillDemonstration(database().orm.em.fork())).toBe(false);
  });

  test('is removed whole and touches nothing else, and comes back the same for the same day', async () => {
    const today = new Date('2027-03-01T00:00:00Z');
    const em = database().orm.em;
    const others = 'select (select count(*)::int from organisation where not is_demonstration) + (select count(*)::int from recommendation) + (select count(*)::int from term_name) as count';
    const before = await rows(others);
    expect(await removeDemonstration(em.fork())).toBe(SMALL.experts + SMALL.sessions);
    expect(await hasDemonstration(em.fork())).toBe(false);
    expect(await rows(others)).toEqual(before);
    expect(await rows(`select slug from organisation where is_demonstration or slug ~ '^demonstration'`)).toEqual([]);

    const print = `select md5(string_agg((to_jsonb(t) - 'changed_at')::text, '|' order by uuid)) as hash from training_session t`;
    await fillDemonstration(em.fork(), SMALL, today);
    const first = await rows(print);
    await removeDemonstration(em.fork());
    await fillDemonstration(em.fork(), SMALL, today);
    expect(await rows(print)).toEqual(first);
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
    for (const { people: count, countries } of roles.filter(({ role }) => role.startsWith('NGO_'))) expect(count).toBe(countries);
    for (const { email } of await people()) expect(email).toMatch(/@passerelle\.example$/);
    expect(await rows('select from audit_entry')).toEqual([]);
  });

  test('come to a demonstration that was filled without them, once', async () => {
    const before = await people();
    await database().orm.em.execute('delete from person');
    for (let time = 0; time < 2; time += 1) {
      expect(await fillDemonstration(database().orm.em.fork())).toBe(false);
      expect(await people()).toEqual(before);
    }
  });

  test('go with the demonstration, and what they did', async () => {
    await database().orm.em.execute('delete from audit_entry');
    await database().orm.em.execute(`update person set locale = 'el' where email = 'adviser@passerelle.example'`);
    await removeDemonstration(database().orm.em.fork());
    expect(await people()).toEqual([]);
    expect(await rows('select from audit_entry')).toEqual([]);
  });
});

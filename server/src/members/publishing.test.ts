/** Publishing organisations: by those who answer for their country, and nobody else; what nobody has published is seen by those whom it concerns. */
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, OUTSIDERS, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { ngoOf, outcomeOf, owner } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const SLUG = 'new-most';
const ID = `Organisation_${SLUG}`;
/** Who decides about an organisation in Serbia. */
const DECIDE: readonly Role[] = ['scac', 'ssi', 'assistant', 'adviser'];
let headers: Headers;
/** One that is published. */
let ngo: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const publish = (by: Role, locale = 'sr-Latn', id = ID): Promise<Answer> =>
  ask(server(), 'mutation ($id: ID!, $locale: Locale!) { publishOrganisation(id: $id, locale: $locale) { outcome } }', { id, locale }, headers[by]);
const unpublish = (by: Role, id = ID): Promise<Answer> => ask(server(), 'mutation ($id: ID!) { unpublishOrganisation(id: $id) { outcome } }', { id }, headers[by]);
const protect = (by: Role, isProtected: boolean, id = ID): Promise<Answer> =>
  ask(server(), 'mutation ($id: ID!, $isProtected: Boolean!) { protectOrganisation(id: $id, isProtected: $isProtected) { outcome } }', { id, isProtected }, headers[by]);
const found = async (by: Role): Promise<unknown> => {
  const { data } = await ask(server(), `{ organisation(id: "${ID}") { isPublished name { text locale } } node(id: "${ID}") { id } organisations(filter: { search: "probni most" }) { totalCount } }`, {}, headers[by]);
  return [data!.organisation, data!.node !== null, (data!.organisations as { totalCount: number }).totalCount];
};
const state = async (): Promise<unknown> => (await sql('select is_published as "isPublished", is_protected as "isProtected", source_locale as locale from organisation where slug = ?', [SLUG]))[0];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(async () => {
  await sql('delete from organisation where slug = ?', [SLUG]);
  await server().database.orm.em.fork().transactional(async (em) => {
    await em.execute(
      `insert into organisation (slug, country_code, kind, website, source_locale, source, is_verified, is_published) values (?, 'RS', 'NGO', 'https://probni-most.example', 'fr', 'Named by the organisation itself', false, false)`, [SLUG]);
    await em.execute(`insert into organisation_translation (organisation_slug, locale, name) values (?, 'fr', 'Probni most')`, [SLUG]);
  });
});

describe('an organisation', () => {
  test.each(ROLES)('is published and taken back by %s only if they decide about it; to all others it is as one that is not there', async (role) => {
    const [published, absent] = [await publish(role), await publish(role, 'sr-Latn', 'Organisation_nobody')];
    if (DECIDE.includes(role)) {
      expect(outcomeOf(published)).toBe('DONE');
      expect(await state()).toEqual({ isPublished: true, isProtected: true, locale: 'sr-Latn' });
      expect(outcomeOf(await publish(role))).toBe('DONE');
      expect(outcomeOf(await unpublish(role))).toBe('DONE');
    } else {
      expect(published.text).toBe(absent.text);
      await sql('update organisation set is_published = true where slug = ?', [SLUG]);
      expect((await unpublish(role)).text).toBe((await unpublish(role, 'Organisation_nobody')).text);
      expect((await protect(role, false)).text).toBe((await protect(role, false, 'Organisation_nobody')).text);
      expect(await state()).toEqual({ isPublished: true, isProtected: true, locale: 'fr' });
      await sql('update organisation set is_published = false where slug = ?', [SLUG]);
    }
    expect(await state()).toMatchObject({ isPublished: false });
  });

  test('is seen by visitors in the lists once it is published, its name in the language it is written in; and no more once it is taken back', async () => {
    expect([await found('visitor'), await found('scac')]).toEqual([[null, false, 0], [{ isPublished: false, name: { text: 'Probni most', locale: 'fr' } }, true, 1]]);
    await publish('ssi');
    expect(await found('visitor')).toEqual([{ isPublished: true, name: { text: 'Probni most', locale: 'sr-Latn' } }, true, 1]);
    await unpublish('adviser');
    expect(await found('visitor')).toEqual([null, false, 0]);
  });

  test('that works in several countries is the adviser’s to decide about, and keeps no place secret', async () => {
    const [{ slug }] = (await sql<{ slug: string }>(`select slug from organisation where kind = 'INTERNATIONAL' and country_code is null limit 1`)) as [{ slug: string }];
    const id = `Organisation_${slug}`;
    for (const by of ['scac', 'ssi', 'international'] as const) expect(outcomeOf(await unpublish(by, id))).toBe('GONE');
    expect(outcomeOf(await unpublish('assistant', id))).toBe('DONE');
    expect(outcomeOf(await protect('adviser', true, id))).toBe('GONE');
    expect(outcomeOf(await publish('adviser', 'en', id))).toBe('DONE');
  });

  test('whose name tells who a person is, is not published; nor is one asked for', async () => {
    await sql(`update organisation_translation set name = 'Most 0101990100102' where organisation_slug = ?`, [SLUG]);
    expect((await publish('scac')).code).toBe('VICTIM_DATA');
    expect(await state()).toMatchObject({ isPublished: false });
    const asked = await ask(server(), 'mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { days } }', {
      input: { organisationName: 'Most 0101990100102', country: 'RS', name: 'Ana', email: 'ana@ngo.example', role: 'NGO_MEMBER', message: '', locale: 'sr-Latn' },
    });
    expect(asked.code).toBe('VICTIM_DATA');
  });

  test('says to those who decide about it what is decided, and to nobody else', async () => {
    await sql('update organisation set is_published = true where slug = ?', [SLUG]);
    for (const role of ROLES) {
      const { data } = await ask(server(), `{ organisation(id: "${ID}") { office { isProtected nameLocale can { publish unpublish protect } } } }`, {}, headers[role]);
      expect(data, role).toEqual({ organisation: { office: DECIDE.includes(role) ? { isProtected: true, nameLocale: 'fr', can: { publish: false, unpublish: true, protect: true } } : null } });
    }
  });

  test('whose people may be shown in public shows those who chose so; protected again, nobody', async () => {
    const id = `Organisation_${ngo}`;
    const people = async (): Promise<unknown> => ((await ask(server(), `{ organisation(id: "${id}") { people { email } } }`)).data!.organisation as { people: unknown }).people;
    await sql(`update person set contact_visibility = 'PUBLIC', email_visibility = 'PUBLIC' where email = ?`, [PEOPLE.ngoMember]);
    expect(await people()).toEqual([]);
    expect(outcomeOf(await protect('scac', false, id))).toBe('DONE');
    expect(await people()).toEqual([{ email: PEOPLE.ngoMember }]);
    expect(outcomeOf(await protect('adviser', true, id))).toBe('DONE');
    expect(await people()).toEqual([]);
  });

  test('leaves in the trail who decided what about it', async () => {
    await sql('delete from audit_entry');
    await publish('ssi');
    await protect('scac', false);
    await unpublish('adviser');
    const { data } = await ask(server(), '{ auditEntries(filter: { subjects: [ORGANISATION] }) { nodes { by { email } organisation { id } part before after } } }', {}, headers.adviser);
    const entry = (by: keyof typeof PEOPLE, part: string, before: string, after: string): object => ({ by: { email: PEOPLE[by] }, organisation: { id: ID }, part, before, after });
    expect((data!.auditEntries as { nodes: unknown[] }).nodes).toEqual(expect.arrayContaining([
      entry('ssi', 'is_published', 'false', 'true'), entry('ssi', 'source_locale', 'fr', 'sr-Latn'), entry('scac', 'is_protected', 'true', 'false'), entry('adviser', 'is_published', 'true', 'false'),
    ]));
  });

  test('by two at once is published once', async () => {
    await sql('delete from audit_entry');
    expect((await Promise.all([publish('scac'), publish('ssi')])).map(outcomeOf)).toEqual(['DONE', 'DONE']);
    expect(await sql(`select from audit_entry where part = 'is_published'`)).toHaveLength(1);
  });
});

describe('the rules of the tables', () => {
  /** How many rows a statement reaches as somebody, or the code with which it was refused; it is undone. */
  async function reached(role: Role, statement: string): Promise<number | string> {
    const client = new pg.Client({ connectionString: server().database.app });
    await client.connect();
    try {
      await client.query('begin');
      const [person] = OUTSIDERS.includes(role) ? [] : await sql<{ id: string }>('select id from person where email = ?', [PEOPLE[role as keyof typeof PEOPLE]]);
      if (person) await client.query(`select set_config('passerelle.person', $1, true)`, [person.id]);
      return await client.query(statement).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!);
    } finally {
      await client.query('rollback');
      await client.end();
    }
  }
  const SEEN = `select from organisation where slug = '${SLUG}'`;
  const NAMED = `select from organisation_translation where organisation_slug = '${SLUG}'`;
  const CHANGED = `update organisation set is_published = true where slug = '${SLUG}'`;
  const ADDED = `insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published) values ('x', 'RS', 'NGO', 'fr', 's', false, false)`;

  test.each(ROLES)('let %s see and change an organisation that nobody has published only if they decide about it', async (role) => {
    const due = DECIDE.includes(role) ? 1 : 0;
    expect([await reached(role, SEEN), await reached(role, NAMED), await reached(role, CHANGED)]).toEqual([due, due, due]);
    expect(await reached(role, `delete from organisation where slug = '${SLUG}'`)).toBe(0);
    // Advisers decide about requests only where no embassy does.
    expect(await reached(role, ADDED)).toBe(['scac', 'ssi'].includes(role) ? 1 : '42501');
    expect(await reached(role, ADDED.replace('false)', 'true)'))).toBe('42501');
    expect(await reached(role, `select from organisation where is_published`)).toBeGreaterThan(20);
  });

  test('are what hides it: without them all see it', async () => {
    for (const table of ['organisation', 'organisation_translation']) await sql(`alter table ${table} disable row level security`);
    expect([await reached('visitor', SEEN), await reached('visitor', NAMED), await reached('visitor', CHANGED)]).toEqual([1, 1, 1]);
    for (const table of ['organisation', 'organisation_translation']) await sql(`alter table ${table} enable row level security`);
  });
});

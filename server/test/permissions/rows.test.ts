/** What the rules of the tables let each role see and change of members, invitations and requests, asked without any reader. */
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import { PEOPLE } from './roles.ts';
import { asPersonIn } from './as-person.ts';

const database = testDatabase('full');
const asPerson = asPersonIn(database);
type Person = keyof typeof PEOPLE;
const ids = new Map<Person, string>();

/** Does something as somebody, and undoes it. */
const as = <T>(who: Person | null, work: (client: pg.Client) => Promise<T>): Promise<T> => asPerson(who && ids.get(who), work);

const countOf = (who: Person | null, from: string): Promise<number> => as(who, async (client) => Number((await client.query<{ count: string }>(`select count(*) from ${from}`)).rows[0]!.count));
const all = async (from: string): Promise<number> => Number((await database().orm.em.fork().execute<{ count: string }[]>(`select count(*) from ${from}`))[0]!.count);
const own = `(select m.* from member m where m.person_id = acting_person()) x`;
const OTHERS = `network_member where person_id is distinct from acting_person()`;
/** How many rows were changed, or the code with which it was refused. */
const change = (who: Person, statement: string, values: unknown[] = []): Promise<number | string> =>
  as(who, async (client) => client.query(statement, values).then(({ rowCount }) => rowCount ?? 0, (error: pg.DatabaseError) => error.code!));

beforeAll(async () => {
  for (const [role, email] of Object.entries(PEOPLE)) {
    const [row] = await database().orm.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [email]);
    ids.set(role as Person, row!.id);
  }
  await database().orm.em.fork().execute('update person set suspended_at = now() where email = ?', [PEOPLE.suspended]);
});

/** How many rows each sees: of others who are members, of invitations and of requests. `ALL` there are. */
const SEEN: Readonly<Record<Person, readonly [members: number | 'ALL', invitations: number | 'ALL', requests: number]>> = {
  ngoMember: [0, 0, 0], ngoCoordinator: [1, 1, 0], expert: [0, 0, 0], authority: [0, 0, 0], international: [0, 0, 0], translator: [0, 0, 0],
  scac: [2, 1, 2], ssi: [2, 1, 2], scacElsewhere: [2, 1, 2], assistant: ['ALL', 'ALL', 0], adviser: ['ALL', 'ALL', 0], suspended: [0, 0, 0],
};

describe.each(Object.entries(SEEN) as [Person, (typeof SEEN)[Person]][])('%s', (who, [members, invitations, requests]) => {
  test('sees the rows of those whom they answer for', async () => {
    expect(await countOf(who, OTHERS)).toBe(members === 'ALL' ? (await all('member')) - 1 : members);
    expect(await countOf(who, own)).toBe(1);
    expect(await countOf(who, 'invitation')).toBe(invitations === 'ALL' ? await all('invitation') : invitations);
    expect(await countOf(who, 'access_request')).toBe(requests);
  });

  test('reads no name of anybody else', async () => {
    expect(await countOf(who, 'person')).toBe(members === 'ALL' ? await all('person') : members + 1);
  });
});

test('a visitor sees no row', async () => {
  for (const table of ['member', 'person', 'network_member', 'invitation', 'access_request']) expect(await countOf(null, table)).toBe(0);
});

test.each(['invitation', 'access_request', 'member', 'person'])('the rules of %s are what hides its rows: without them all are seen', async (table) => {
  const em = database().orm.em.fork();
  await em.execute(`alter table ${table} disable row level security`);
  expect(await countOf(null, table)).toBe(await all(table));
  await em.execute(`alter table ${table} enable row level security`);
});

describe('the database refuses', () => {
  const INVITE = `insert into invitation (uuid, name, email, role, country_code, organisation_slug, locale, invited_by_id, secret_hash, expires_at)
    values (gen_random_uuid(), 'N', 'n@ngo.example', $1, $2, $3, 'fr', coalesce($4::uuid, acting_person()), gen_random_uuid()::text, now())`;
  const DENIED = '42501';
  const ngo = async (country: string): Promise<string> => (await database().orm.em.fork().execute<{ slug: string }[]>(`select max(slug) as slug from organisation where kind = 'NGO' and country_code = ? and is_published`, [country]))[0]!.slug;

  test('to send invitations to where who asks may not invite, or in the name of others', async () => {
    const [serbian, albanian] = [await ngo('RS'), await ngo('AL')];
    expect(await change('scac', INVITE, ['NGO_COORDINATOR', null, serbian, null])).toBe(1);
    expect(await change('scac', INVITE, ['NGO_COORDINATOR', null, albanian, null])).toBe(DENIED);
    expect(await change('scac', INVITE, ['NGO_COORDINATOR', null, serbian, ids.get('ssi')])).toBe(DENIED);
    expect(await change('scac', INVITE, ['NGO_MEMBER', null, serbian, null])).toBe(DENIED);
    expect(await change('scac', INVITE, ['SSI', 'RS', null, null])).toBe(DENIED);
    expect(await change('ngoCoordinator', INVITE, ['NGO_MEMBER', null, serbian, null])).toBe(1);
    expect(await change('ngoCoordinator', INVITE, ['NGO_MEMBER', null, albanian, null])).toBe(DENIED);
    for (const who of ['ngoMember', 'expert', 'authority', 'translator', 'suspended'] as const) expect(await change(who, INVITE, ['NGO_MEMBER', null, serbian, null])).toBe(DENIED);
    expect(await change('adviser', INVITE, ['SSI', 'RS', null, null])).toBe(1);
    expect(await change('adviser', INVITE, ['NGO_COORDINATOR', null, serbian, null])).toBe(DENIED);
    expect(await change('assistant', INVITE, ['ASSISTANT', null, null, null])).toBe(DENIED);
    expect(await change('adviser', INVITE, ['ADVISER', null, null, null])).toBe(DENIED);
  });

  test('to change the roles of others, and one’s own upwards', async () => {
    expect(await change('ngoCoordinator', `update member set suspended_at = now()`)).toBe(2);
    expect(await change('scacElsewhere', `update member set suspended_at = now() where person_id = '${ids.get('ngoMember')}'`)).toBe(0);
    expect(await change('ngoMember', `update member set role = 'NGO_COORDINATOR'`)).toBe(0);
    expect(await change('ngoCoordinator', `update member set role = 'SCAC', country_code = 'RS' where person_id = acting_person()`)).toBe(DENIED);
    expect(await change('assistant', `update member set role = 'ADVISER'`)).toBe(DENIED);
    expect(await change('scac', `update person set name = 'x'`)).toBe(0);
    for (const table of ['member', 'person', 'invitation', 'access_request']) expect(await change('adviser', `delete from ${table}`)).toBe(0);
  });

  test('to decide about requests of other countries', async () => {
    const decide = (who: Person): Promise<number | string> => change(who, `update access_request set decision = 'APPROVED', decided_at = now() where country_code = 'RS'`);
    expect(await Promise.all((['scac', 'scacElsewhere', 'ngoCoordinator', 'adviser'] as const).map(decide))).toEqual([2, 0, 0, 0]);
    expect(await change('scac', `update access_request set country_code = 'AL'`)).toBe(DENIED);
  });
});

/** A request that names an organisation which is here already: who decides says which it is, and two make one. */
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { decideAccessRequest } from './access-requests.service.ts';
import { ANA, BOJAN, requestsAt } from './requests.fixture.ts';
import { ngoOf, outcomeOf, owner } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const { decide, asked, alike, forget } = requestsAt(server, () => headers);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});
beforeEach(forget);

test('brings two who named the same new organisation to one, however it is written, also when both are let in at once', async () => {
  const coming = async (): Promise<string[]> => Promise.all([await asked(), await asked({ email: BOJAN, organisationName: 'NOVI  Móst' })].map(async (id, n) => outcomeOf(await decide(n === 0 ? 'scac' : 'ssi', id)) as string));
  const organisations = (): Promise<{ slug: string; roles: string[] }[]> => sql(
    `select o.slug, array(select m.role from member m join person p on p.id = m.person_id where m.organisation_slug = o.slug and p.email in (?, ?) order by 1) as roles from organisation o where not o.is_published`, [ANA, BOJAN]);
  // The second is told of the organisation that the first has added, and lets in to that one.
  expect((await coming()).sort()).toEqual(['DECIDED', 'LIKE_ANOTHER']);
  const [{ uuid }] = (await sql<{ uuid: string }>('select uuid from access_request where decision is null and email in (?, ?)', [ANA, BOJAN])) as [{ uuid: string }];
  const [joins] = await alike('scac', `AccessRequest_${uuid}`);
  expect(outcomeOf(await decide('scac', `AccessRequest_${uuid}`, 'APPROVED', '', { joins: joins! }))).toBe('DECIDED');
  expect(await organisations()).toMatchObject([{ roles: ['NGO_COORDINATOR', 'NGO_MEMBER'] }]);
  // The control: under another name it is another.
  await sql('delete from access_request where email = ?', [BOJAN]);
  await sql('delete from person where email = ?', [BOJAN]);
  expect(outcomeOf(await decide('scac', await asked({ email: BOJAN, organisationName: 'Novi mostovi' })))).toBe('DECIDED');
  expect(await organisations()).toHaveLength(2);
});

test('joins an organisation that was published since, or was here under its acronym, once who decides was told of it', async () => {
  const [published] = await sql<{ slug: string; name: string }>('select o.slug, x.name from organisation o join organisation_translation x on x.organisation_slug = o.slug and x.locale = o.source_locale where o.slug = ?', [ngo]);
  await sql(`update organisation set acronym = 'ZZQ' where slug = ?`, [ngo]);
  for (const name of [`  ${published!.name.toUpperCase()}`, 'zzq']) {
    for (const table of ['access_request', 'person']) await sql(`delete from ${table} where email = ?`, [ANA]);
    const id = await asked({ organisationName: name });
    expect(await alike('scac', id)).toEqual([`Organisation_${ngo}`]);
    for (const which of [{}, { notThese: ['Organisation_nobody'] }, { joins: 'Organisation_nobody' }]) expect(outcomeOf(await decide('scac', id, 'APPROVED', '', which))).toBe('LIKE_ANOTHER');
    expect(await sql('select from person where email = ?', [ANA])).toEqual([]);
    expect(outcomeOf(await decide('scac', id, 'APPROVED', '', { joins: `Organisation_${ngo}` }))).toBe('DECIDED');
    expect(await sql('select m.role, m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?', [ANA])).toEqual([{ role: 'NGO_MEMBER', slug: ngo }]);
  }
  expect(await sql('select from organisation where not is_published')).toEqual([]);
});

test('is for another organisation of the same name where who decides says so; one of another country has nothing to do with it', async () => {
  const [{ name }] = (await sql<{ name: string }>('select x.name from organisation_translation x where x.organisation_slug = ? limit 1', [ngo])) as [{ name: string }];
  expect(outcomeOf(await decide('scac', await asked({ organisationName: name }), 'APPROVED', '', { notThese: [`Organisation_${ngo}`] }))).toBe('DECIDED');
  expect(await sql('select from organisation where not is_published')).toHaveLength(1);
  const elsewhere = await asked({ email: BOJAN, organisationName: name, country: 'AL' });
  expect(await alike('scacElsewhere', elsewhere)).toEqual([]);
  expect(outcomeOf(await decide('scacElsewhere', elsewhere))).toBe('DECIDED');
});

test('makes nobody answer for those who were there before by naming their organisation as a new one; who chose it from the directory gets what they asked for', async () => {
  const roleOf = async (email: string): Promise<unknown> => (await sql('select m.role from member m join person p on p.id = m.person_id where p.email = ?', [email]))[0];
  await decide('scac', await asked());
  const second = await asked({ email: BOJAN, organisationName: 'NOVI MOST', role: 'NGO_COORDINATOR' });
  await decide('scac', second, 'APPROVED', '', { joins: (await alike('scac', second))[0]! });
  expect([await roleOf(ANA), await roleOf(BOJAN)]).toEqual([{ role: 'NGO_COORDINATOR' }, { role: 'NGO_MEMBER' }]);
  // The control: an officer who reads that it is one of the directory, and as what they ask to come, gives that.
  for (const table of ['access_request', 'person']) await sql(`delete from ${table} where email = ?`, [BOJAN]);
  await decide('scac', await asked({ email: BOJAN, organisation: `Organisation_${ngo}`, organisationName: null, country: null, role: 'NGO_COORDINATOR' }));
  expect(await roleOf(BOJAN)).toEqual({ role: 'NGO_COORDINATOR' });
});

/** Two requests for the same new organisation are decided while each waits for the other to have looked for organisations of that name, for half a second at most. */
async function decideTogether(keep: (text: string) => boolean): Promise<string[]> {
  const keys = [await asked(), await asked({ email: BOJAN })].map((id) => id.slice('AccessRequest_'.length));
  const orm = await MikroORM.init(ormOptions(server().database.app));
  let looked = 0;
  const outcomes = await Promise.all([PEOPLE.scac, PEOPLE.ssi].map(async (email, n) => {
    const [{ id }] = (await sql<{ id: string }>('select id from person where email = ?', [email])) as [{ id: string }];
    return transactAs(orm, id)((em) => {
      const execute = async (text: string, values?: unknown[]): Promise<unknown> => {
        if (!keep(text)) return [];
        const rows = await em.execute(text, values);
        if (text.includes('named_alike')) {
          looked += 1;
          await vi.waitUntil(() => looked === 2, { timeout: 500 }).catch(() => undefined);
        }
        return rows;
      };
      return decideAccessRequest({ execute } as unknown as EntityManager, { person: id, origin: 'http://localhost' }, keys[n]!, { decision: 'APPROVED', reason: '', joins: null, notThese: [] });
    });
  }));
  await orm.close();
  return outcomes.sort();
}

test('it is the lock that lets two make one: without it two would be added', async () => {
  expect(await decideTogether(() => true)).toEqual(['DECIDED', 'LIKE_ANOTHER']);
  expect(await sql('select from organisation where not is_published')).toHaveLength(1);
  await forget();
  expect(await decideTogether((text) => !text.includes('7266008'))).toEqual(['DECIDED', 'DECIDED']);
  expect(await sql('select from organisation where not is_published')).toHaveLength(2);
});

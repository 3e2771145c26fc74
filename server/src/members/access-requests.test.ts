/** Asking for access and deciding about it, by the API. */
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { decideAccessRequest } from './access-requests.service.ts';
import { ANA, requestsAt } from './requests.fixture.ts';
import { mailsTo, ngoOf, outcomeOf, owner, secretTo } from './world.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const { request, confirm, decide, asked, forget } = requestsAt(server, () => headers);
const seenBy = async (by: keyof Headers): Promise<{ id: string; email: string }[]> =>
  ((await ask(server(), '{ accessRequests(first: 50) { nodes { id email } } }', {}, headers[by])).data!.accessRequests as { nodes: { id: string; email: string }[] }).nodes.filter(({ email }) => email === ANA);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
});

beforeEach(forget);

test.each(['organisationName', 'name', 'organisationWebsite'])('what tells who a person is is not stored, nor sent on, in the line for %s either', async (field) => {
  const number = '0101990100102';
  const answer = await request({ [field]: field === 'organisationWebsite' ? `https://ngo.example/${number}` : `Ana ${number}` });
  expect([answer.code, answer.errors![0]!.extensions.params]).toMatchObject(['VICTIM_DATA', { field }]);
  expect(JSON.stringify([answer.text, server().log, await sql('select * from access_request'), await sql('select * from mail')])).not.toContain(number);
});

describe('a request', () => {
  test('is seen by nobody, and makes no account, before its address was shown to work', async () => {
    await request();
    for (const by of ['scac', 'ssi', 'adviser'] as const) expect(await seenBy(by)).toEqual([]);
    expect(await sql('select from person where email = ?', [ANA])).toEqual([]);
    expect((await confirm(await secretTo(server(), ANA))).data).toEqual({ confirmAccessRequest: { isConfirmed: true } });
    expect(await seenBy('scac')).toHaveLength(1);
  });

  test('tells the embassy of the country once, each in their language, and without a word of it', async () => {
    await sql(`update person set locale = 'el' where email = ?`, [PEOPLE.ssi]);
    await asked();
    await confirm(await secretTo(server(), ANA));
    expect([await mailsTo(server(), PEOPLE.scac), await mailsTo(server(), PEOPLE.ssi)]).toMatchObject([[{ template: 'accessRequested', locale: 'fr' }], [{ template: 'accessRequested', locale: 'el' }]]);
    for (const to of [PEOPLE.scacElsewhere, PEOPLE.adviser]) expect(await mailsTo(server(), to)).toEqual([]);
    expect(JSON.stringify(await mailsTo(server(), PEOPLE.scac))).not.toMatch(/Ana|Novi most|prevention|ngo\.example/);
  });

  test('is answered the same whoever has the address', async () => {
    const [known, unknown] = [await request({ email: PEOPLE.expert }), await request()];
    expect(unknown.text).toBe(known.text);
    await sql('delete from access_request where email = ?', [PEOPLE.expert]);
  });

  test.each([
    [{ message: 'The girl, 17-year-old girl from Niš, 0101990100102' }, 'VICTIM_DATA'], [{ name: '' }, 'BAD_USER_INPUT'], [{ organisationName: null }, 'BAD_USER_INPUT'], [{ country: 'FR' }, 'BAD_USER_INPUT'],
    [{ organisation: 'Organisation_nobody' }, 'BAD_USER_INPUT'], [{ organisationWebsite: 'javascript:alert(1)' }, 'BAD_USER_INPUT'], [{ role: 'ADVISER' }, 'BAD_USER_INPUT'], [{ message: 'x'.repeat(2_001) }, 'BAD_USER_INPUT'],
  ])('is refused with %o: %s', async (input, code) => {
    expect((await request(input)).code).toBe(code);
    expect(await sql('select from access_request where email = ?', [ANA])).toEqual([]);
    expect(await sql('select from mail')).toEqual([]);
  });

  test('is not confirmed by a link that is unknown or four days old', async () => {
    await request();
    expect((await confirm('a'.repeat(32))).data).toEqual({ confirmAccessRequest: { isConfirmed: false } });
    await sql(`update access_request set created_at = now() - interval '4 days' where email = ?`, [ANA]);
    expect((await confirm(await secretTo(server(), ANA))).data).toEqual({ confirmAccessRequest: { isConfirmed: false } });
  });

  test('goes to the adviser where no embassy has an account', async () => {
    await sql(`update member set until = current_date - 1 where country_code = 'RS' and role in ('SCAC', 'SSI')`);
    const id = await asked();
    expect([await seenBy('adviser'), await seenBy('scac')].map(({ length }) => length)).toEqual([1, 0]);
    expect(await mailsTo(server(), PEOPLE.adviser)).toMatchObject([{ template: 'accessRequested' }]);
    expect(outcomeOf(await decide('scac', id))).toBe('GONE');
    expect(outcomeOf(await decide('adviser', id))).toBe('DECIDED');
    await sql(`update member set until = null where country_code = 'RS'`);
  });
});

describe('a request that is approved', () => {
  test('adds the organisation, which only those see whom it concerns, and its first person as who coordinates it', async () => {
    const id = await asked({ organisationWebsite: 'https://novi-most.example' });
    expect(outcomeOf(await decide('scac', id))).toBe('DECIDED');
    const [row] = await sql<{ role: string; slug: string; verified: boolean }>(
      'select m.role, m.organisation_slug as slug, p.email_verified as verified from member m join person p on p.id = m.person_id where p.email = ?', [ANA]);
    expect(row).toMatchObject({ role: 'NGO_COORDINATOR', verified: true });
    const organisation = async (by: keyof Headers) => (await ask(server(), `{ organisation(id: "Organisation_${row!.slug}") { name { text } } }`, {}, headers[by])).data!.organisation;
    expect([await organisation('scac'), await organisation('adviser')]).toEqual(Array(2).fill({ name: { text: 'Novi most' } }));
    for (const by of ['visitor', 'expert', 'scacElsewhere', 'ngoCoordinator'] as const) expect(await organisation(by)).toBeNull();
    const { data } = await ask(server(), '{ organisations(filter: { search: "novi most" }) { totalCount } node(id: "Organisation_X") { id } }'.replace('X', row!.slug));
    expect(data).toEqual({ organisations: { totalCount: 0 }, node: null });
    expect((await mailsTo(server(), ANA))[0]).toMatchObject({ template: 'accessGranted', locale: 'sr-Latn' });
  });

  test('tells what who decided has written, where they have', async () => {
    expect(outcomeOf(await decide('scac', await asked(), 'APPROVED', 'Welcome <both>.'))).toBe('DECIDED');
    const [mail] = await mailsTo(server(), ANA);
    expect(mail).toMatchObject({ template: 'accessGrantedReason', locale: 'sr-Latn' });
    expect(mail!.text).toContain('Welcome <both>.');
  });

  test('for an organisation that somebody coordinates gives the role that was asked for', async () => {
    const id = await asked({ organisation: `Organisation_${ngo}`, organisationName: null, country: null });
    expect(outcomeOf(await decide('ssi', id))).toBe('DECIDED');
    expect(await sql('select m.role, m.organisation_slug as slug from member m join person p on p.id = m.person_id where p.email = ?', [ANA])).toEqual([{ role: 'NGO_MEMBER', slug: ngo }]);
  });

  test('by two at once is decided by one; the other is told, and it counts once', async () => {
    for (let time = 0; time < 5; time += 1) {
      const id = await asked();
      const outcomes = (await Promise.all([decide('scac', id), decide('ssi', id)])).map(outcomeOf).sort();
      expect(outcomes).toEqual(['DECIDED', 'TOO_LATE']);
      expect(await sql('select from member m join person p on p.id = m.person_id where p.email = ?', [ANA])).toHaveLength(1);
      expect(await sql('select from organisation where not is_published')).toHaveLength(1);
      await sql('delete from access_request where email = ?', [ANA]);
      await sql('delete from organisation where not is_published');
      await sql('delete from person where email = ?', [ANA]);
    }
  });

  test('again by the same person is as approved once', async () => {
    const id = await asked();
    expect([await decide('scac', id), await decide('scac', id), await decide('scac', id, 'REFUSED', 'No.')].map(outcomeOf)).toEqual(['DECIDED', 'DECIDED', 'TOO_LATE']);
    expect((await mailsTo(server(), ANA)).filter(({ template }) => template === 'accessGranted')).toHaveLength(1);
  });
});

/** Two officers whose decisions are read at the same time, each waiting for the other to have read, for half a second at most. */
async function decideTogether(lock: string): Promise<string[]> {
  const key = (await asked()).slice('AccessRequest_'.length);
  const orm = await MikroORM.init(ormOptions(server().database.app));
  let read = 0;
  const outcomes = await Promise.all([PEOPLE.scac, PEOPLE.ssi].map(async (email) => {
    const [{ id }] = (await sql<{ id: string }>('select id from person where email = ?', [email])) as [{ id: string }];
    return transactAs(orm, id)((em) => {
      const execute = async (text: string, values?: unknown[]): Promise<unknown> => {
        const rows = await em.execute(text.replace('for update', lock), values);
        if (text.includes('for update')) {
          read += 1;
          await vi.waitUntil(() => read === 2, { timeout: 500 }).catch(() => undefined);
        }
        return rows;
      };
      return decideAccessRequest({ execute } as unknown as EntityManager, { person: id, origin: 'http://localhost' }, key, { decision: 'REFUSED', reason: 'Later.', joins: null, notThese: [] });
    });
  }));
  await orm.close();
  return outcomes.sort();
}

test('it is the lock that lets one of two win: without it both would have decided', async () => {
  expect(await decideTogether('for update')).toEqual(['DECIDED', 'TOO_LATE']);
  await sql('delete from access_request where email = ?', [ANA]);
  expect(await decideTogether('')).toEqual(['DECIDED', 'DECIDED']);
});

test('one that is approved with a reason: they are told it', async () => {
  expect(outcomeOf(await decide('scac', await asked(), 'APPROVED', 'Bring the statutes when we meet.'))).toBe('DECIDED');
  const [mail] = await mailsTo(server(), ANA);
  expect(mail).toMatchObject({ template: 'accessGrantedReason', locale: 'sr-Latn' });
  expect(mail!.text).toContain('Bring the statutes when we meet.');
});

test('is approved by whoever has shown lately that it is them, and refused without', async () => {
  const id = await asked();
  await sql(`update sign_in_session set created_at = now() - interval '11 minutes' from person p where p.id = person_id and p.email = ?`, [PEOPLE.scac]);
  expect((await decide('scac', id)).code).toBe('STEP_UP_REQUIRED');
  expect([await sql('select decision from access_request where email = ?', [ANA]), await sql('select from person where email = ?', [ANA])]).toEqual([[{ decision: null }], []]);
  expect(outcomeOf(await decide('scac', id, 'REFUSED', 'Please write to us first.'))).toBe('DECIDED');
  await sql('update sign_in_session set created_at = now()');
});

describe('a request that is refused', () => {
  test('has a reason, which they are told in their language, and makes no account', async () => {
    const id = await asked();
    expect((await decide('scac', id, 'REFUSED')).code).toBe('BAD_USER_INPUT');
    expect((await decide('scac', id, 'REFUSED', 'A 17-year-old girl from Niš, 0101990100102')).code).toBe('VICTIM_DATA');
    expect(outcomeOf(await decide('scac', id, 'REFUSED', 'Please write to us first.'))).toBe('DECIDED');
    const [mail] = await mailsTo(server(), ANA);
    expect(mail).toMatchObject({ template: 'accessRefused', locale: 'sr-Latn' });
    expect(mail!.text).toContain('Please write to us first.');
    expect(await sql('select from person where email = ?', [ANA])).toEqual([]);
  });
});

describe('officers of another country', () => {
  test('are answered as if there were none: byte for byte', async () => {
    const id = await asked();
    for (const by of ['scacElsewhere', 'ngoCoordinator', 'expert', 'adviser'] as const) {
      const absent = await decide(by, 'AccessRequest_00000000-0000-0000-0000-000000000000');
      expect((await decide(by, id)).text).toBe(absent.text);
      const node = (one: string) => ask(server(), 'query ($id: ID!) { node(id: $id) { ... on AccessRequest { email } } }', { id: one }, headers[by]);
      expect((await node(id)).text).toBe((await node('AccessRequest_00000000-0000-0000-0000-000000000000')).text);
    }
    expect(outcomeOf(await decide('scac', id))).toBe('DECIDED');
  });
});

test('who asks is counted, by address and by network', async () => {
  await sql('delete from rate_limit');
  const limited = await server().beside({ signInLimits: { ...UNLIMITED, requestPerAddress: { points: 2, seconds: 60 }, requestPerNetwork: { points: 3, seconds: 60 } } });
  const from = (email: string) => ask(limited, 'mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { days } }', { input: { organisationName: 'N', country: 'RS', name: 'N', email, role: 'NGO_MEMBER', message: '', locale: 'fr' } });
  const codes = [];
  for (const email of [ANA, ANA.toUpperCase(), ANA, 'other@ngo.example']) codes.push((await from(email)).code);
  expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED']);
});

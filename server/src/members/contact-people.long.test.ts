/** Who is shown as working for an organisation: those who agreed, to those whom they chose, by every path and by the view itself. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { givenTo, seenBy, SEES } from '../../test/permissions/people.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import type { Visibility } from '../core/consent/index.ts';
import { ngoOf, owner } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;
let name: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const choose = (contact: Visibility | null, address: Visibility): Promise<unknown> =>
  sql('update person set contact_visibility = ?, email_visibility = ? where email = ?', [contact, address, PEOPLE.ngoMember]);
const MEMBER = `person_id = (select id from person where email = '${PEOPLE.ngoMember}')`;
const text = async (role: Role): Promise<string> => (await ask(server(), `{ organisation(id: "Organisation_${ngo}") { people { name email role isDemonstration } } }`, {}, headers[role])).text;

/** Holds every path and the view to whether a role sees the person, and their address. */
async function expectSeen(role: Role, isSeen: boolean, hasAddress = false): Promise<void> {
  const due = isSeen ? [{ name, email: hasAddress ? PEOPLE.ngoMember : null }] : [];
  expect(await givenTo(server(), role, ngo), `${role} by the view`).toEqual(due);
  for (const [path, found] of Object.entries(await seenBy(server(), headers, role, ngo))) expect(found, `${role} by ${path}`).toEqual(due);
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
  [{ name }] = (await sql<{ name: string }>('select name from person where email = ?', [PEOPLE.ngoMember])) as [{ name: string }];
});

beforeEach(async () => {
  await sql(`update person set contact_visibility = null, email_visibility = 'ADVISER', suspended_at = case when email = ? then now() end`, [PEOPLE.suspended]);
  await sql(`update member set suspended_at = null, since = '2026-01-01', until = null`);
  await sql('update organisation set is_published = true, is_protected = false where slug = ?', [ngo]);
});

describe('somebody who works for an organisation', () => {
  test('is shown to nobody, the adviser included, before they have said so', { timeout: 30_000 }, async () => {
    await sql(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'New', 'new@example.org', now(), now())`);
    expect(await sql(`select contact_visibility, email_visibility from person where email = 'new@example.org'`)).toEqual([{ contact_visibility: null, email_visibility: 'ADVISER' }]);
    await choose(null, 'PUBLIC');
    for (const role of ROLES) await expectSeen(role, false);
  });

  test.each(Object.entries(SEES) as [Visibility, readonly Role[]][])('who chose %s is shown to those, by every path, and to nobody else', { timeout: 60_000 }, async (choice, those) => {
    await choose(choice, 'ADVISER');
    for (const role of ROLES) await expectSeen(role, those.includes(role), SEES.ADVISER.includes(role));
  });

  test.each(Object.entries(SEES) as [Visibility, readonly Role[]][])('who chose %s for their address shows it to those, and never to somebody who does not see them', { timeout: 60_000 }, async (choice, those) => {
    for (const contact of ['PUBLIC', 'POST'] as const) {
      await choose(contact, choice);
      for (const role of ROLES) await expectSeen(role, SEES[contact].includes(role), those.includes(role));
    }
  });

  test('of an organisation that is protected is shown in public to nobody, whatever they chose', { timeout: 60_000 }, async () => {
    await sql('update organisation set is_protected = true where slug = ?', [ngo]);
    await choose('PUBLIC', 'PUBLIC');
    for (const role of ROLES) await expectSeen(role, SEES.NETWORK.includes(role), true);
    // An international organisation keeps no place secret.
    await sql(`update organisation set kind = 'INTERNATIONAL' where slug = ?`, [ngo]);
    await expectSeen('visitor', true, true);
    await sql(`update organisation set kind = 'NGO' where slug = ?`, [ngo]);
  });

  test('of an organisation that nobody has published is shown to those whom it concerns', async () => {
    await sql('update organisation set is_published = false where slug = ?', [ngo]);
    await choose('PUBLIC', 'ADVISER');
    for (const role of ROLES) await expectSeen(role, ['scac', 'ssi', 'ngoMember', 'ngoCoordinator', 'assistant', 'adviser'].includes(role), SEES.ADVISER.includes(role));
  });
});

describe('with the next request', () => {
  test('a consent is effective when it is given, and when it is taken back', async () => {
    const say = (visibility: string): Promise<unknown> => ask(server(), `mutation { chooseContactVisibility(visibility: ${visibility}) { visibility } }`, {}, headers.ngoMember);
    expect(await say('PUBLIC')).toMatchObject({ data: { chooseContactVisibility: { visibility: 'PUBLIC' } } });
    await expectSeen('visitor', true);
    expect(await sql(`select contact_chosen_at > now() - interval '1 minute' as lately from person where email = ?`, [PEOPLE.ngoMember])).toEqual([{ lately: true }]);
    expect(await say('null')).toMatchObject({ data: { chooseContactVisibility: { visibility: null } } });
    for (const role of ['visitor', 'adviser'] as const) await expectSeen(role, false);
    const { data } = await ask(server(), '{ auditEntries(first: 2, filter: { subjects: [PERSON] }) { nodes { by { email } part before after } } }', {}, headers.adviser);
    expect((data!.auditEntries as { nodes: unknown[] }).nodes).toEqual([
      { by: { email: PEOPLE.ngoMember }, part: 'contact_visibility', before: 'PUBLIC', after: null }, { by: { email: PEOPLE.ngoMember }, part: 'contact_visibility', before: null, after: 'PUBLIC' },
    ]);
  });

  test.each([
    ['whose role is suspended', `update member set suspended_at = now() where ${MEMBER}`], ['whose role is over', `update member set until = current_date - 1 where ${MEMBER}`],
    ['whose role has not begun', `update member set since = current_date + 1 where ${MEMBER}`], ['who is suspended', `update person set suspended_at = now() where email = '${PEOPLE.ngoMember}'`],
  ])('somebody %s is shown to nobody', async (_who, statement) => {
    await choose('PUBLIC', 'PUBLIC');
    await expectSeen('visitor', true, true);
    await sql(statement);
    for (const role of ['visitor', 'scac', 'adviser'] as const) await expectSeen(role, false);
  });

  test('an answer without those who are hidden is, byte for byte, that of an organisation where nobody works', async () => {
    const nobody = await text('visitor');
    for (const choice of ['NETWORK', 'POST', 'ADVISER'] as const) {
      await choose(choice, 'PUBLIC');
      expect(await text('visitor')).toBe(nobody);
    }
    await choose('POST', 'PUBLIC');
    expect(await text('scacElsewhere')).toBe(nobody);
  });
});

describe('real people beside invented ones', () => {
  test('are shown to invented ones, as whom anybody may sign in, as to all; to real ones as they chose', { timeout: 60_000 }, async () => {
    const expectReal = async (role: Role, isSeen: boolean): Promise<void> =>
      expect((await seenBy(server(), headers, role, ngo)).direct!.map((seen) => seen.name), role).toEqual(isSeen ? ['Real'] : []);
    await sql(`insert into person (id, name, email, created_at, updated_at) values ('019abc00-0000-7000-8000-0000000000aa', 'Real', 'real@example.org', now(), now()), ('019abc00-0000-7000-8000-0000000000ab', 'Other', 'other@example.org', now(), now())`);
    await sql(`insert into member (uuid, person_id, role, organisation_slug, since) select gen_random_uuid(), id, 'NGO_MEMBER', ?, '2026-01-01' from person where email in ('real@example.org', 'other@example.org')`, [ngo]);
    const other = await signIn(server(), links, 'other@example.org');
    for (const choice of ['NETWORK', 'POST', 'ADVISER'] as const) {
      await sql(`update person set contact_visibility = ? where email = 'real@example.org'`, [choice]);
      for (const role of ROLES) await expectReal(role, false);
      const { data } = await ask(server(), `{ organisation(id: "Organisation_${ngo}") { people { name } } }`, {}, other);
      expect(data).toEqual({ organisation: { people: choice === 'NETWORK' ? [{ name: 'Real' }] : [] } });
    }
    await sql(`update person set contact_visibility = 'PUBLIC' where email = 'real@example.org'`);
    for (const role of ['visitor', 'expert', 'adviser'] as const) await expectReal(role, true);
    await sql(`delete from person where email in ('real@example.org', 'other@example.org')`);
  });
});

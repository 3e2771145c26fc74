/** Who belongs to the network: seen and changed by those who answer for them, by the API. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { accept, act, invite, ngoOf, outcomeOf, owner, secretTo } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let ngo: string;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const idOf = async (email: string): Promise<string> =>
  `NetworkMember_${(await sql<{ uuid: string }>('select m.uuid from member m join person p on p.id = m.person_id where p.email = ? order by m.uuid limit 1', [email]))[0]!.uuid}`;

interface Seen {
  readonly email: string | null;
  readonly role: string;
  readonly state: string;
}

async function members(by: keyof Headers, args = 'first: 100'): Promise<{ totalCount: number; nodes: Seen[] }> {
  return (await ask(server(), `{ members(${args}) { totalCount nodes { email role state } } }`, {}, headers[by])).data!.members as never;
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  ngo = await ngoOf(server(), 'RS');
  // As if they were people whom somebody has invited: what a demonstration lists stays as it is.
  await sql('update person set is_demonstration = false where email in (?, ?)', [PEOPLE.ngoMember, PEOPLE.ngoCoordinator]);
});

beforeEach(async () => {
  await sql('update member set suspended_at = null, until = null');
  await sql(`update member set role = case p.email when ? then 'NGO_MEMBER' else 'NGO_COORDINATOR' end from person p where p.id = person_id and p.email in (?, ?)`, [PEOPLE.ngoMember, PEOPLE.ngoMember, PEOPLE.ngoCoordinator]);
  await sql(`update person set email_visibility = 'POST'`);
});

describe('the list', () => {
  test('has for each those whom they answer for, and counts no more', async () => {
    const everybody = (await sql('select from member')).length;
    expect((await members('adviser')).totalCount).toBe(everybody);
    expect((await members('assistant')).totalCount).toBe(everybody);
    expect((await members('ngoCoordinator')).nodes.map(({ email }) => email).sort()).toEqual([PEOPLE.ngoCoordinator, PEOPLE.ngoMember].sort());
    for (const by of ['scac', 'ssi'] as const) {
      const { totalCount, nodes } = await members(by);
      expect([totalCount, nodes.every(({ role }) => role.startsWith('NGO_'))]).toEqual([2, true]);
    }
    for (const by of ['visitor', 'suspended', 'ngoMember', 'expert', 'authority', 'international', 'translator'] as const) expect(await members(by)).toEqual({ totalCount: 0, nodes: [] });
  });

  test('is not widened by its conditions', async () => {
    expect((await members('scac', 'filter: { country: "AL" }')).totalCount).toBe(0);
    expect((await members('scac', 'filter: { roles: [ADVISER, SSI] }')).totalCount).toBe(0);
    const [{ name }] = (await sql<{ name: string }>('select name from person where email = ?', [PEOPLE.adviser])) as [{ name: string }];
    expect([(await members('scac', `filter: { search: "${name}" }`)).totalCount, (await members('adviser', `filter: { search: "${name}" }`)).totalCount]).toEqual([0, 1]);
  });

  test('shows an address to those whom its owner chose, and to who coordinates their organisation', async () => {
    const shown = async (by: keyof Headers): Promise<boolean> => (await members(by, 'filter: { roles: [NGO_MEMBER], country: "RS" }')).nodes[0]!.email === PEOPLE.ngoMember;
    for (const [visibility, open] of [['PUBLIC', true], ['NETWORK', true], ['POST', true], ['ADVISER', false]] as const) {
      const { data } = await ask(server(), `mutation { chooseEmailVisibility(visibility: ${visibility}) { visibility } }`, {}, headers.ngoMember);
      expect(data).toEqual({ chooseEmailVisibility: { visibility } });
      expect([visibility, await shown('scac'), await shown('adviser'), await shown('ngoCoordinator')]).toEqual([visibility, open, true, true]);
    }
  });
});

describe('somebody who is removed while signed in', () => {
  test.each(['suspendMember', 'endMember'])('by %s acts as nobody with the next request, and what they sent is void', async (mutation) => {
    const email = `invited.${mutation.toLowerCase()}@ngo.example`;
    await invite(server(), headers.ngoCoordinator, { email, role: 'NGO_MEMBER', organisation: ngo });
    const secret = await secretTo(server(), email);
    const before = (await members('ngoCoordinator')).totalCount;
    expect(outcomeOf(await act(server(), headers.scac, mutation, await idOf(PEOPLE.ngoCoordinator)))).toBe('DONE');
    expect([before, (await members('ngoCoordinator')).totalCount]).toEqual([2, 0]);
    // Suspending also ends their sessions; who signs in again, or whose role has ended, is somebody without a role.
    const isOut = (await ask(server(), '{ viewer { name } }', {}, headers.ngoCoordinator)).data!.viewer === null;
    expect(isOut).toBe(mutation === 'suspendMember');
    if (isOut) headers = { ...headers, ngoCoordinator: await signIn(server(), links, PEOPLE.ngoCoordinator) };
    expect((await ask(server(), '{ viewer { can { manageMembers invite { role } } memberships { role } } }', {}, headers.ngoCoordinator)).data)
      .toEqual({ viewer: { can: { manageMembers: false, invite: [] }, memberships: [] } });
    expect(outcomeOf(await invite(server(), headers.ngoCoordinator, { email: 'x@ngo.example', role: 'NGO_MEMBER', organisation: ngo }))).toBe('NOT_ALLOWED');
    expect(outcomeOf(await accept(server(), secret))).toBe('WITHDRAWN');
    expect(await sql('select withdrawn_at is not null as withdrawn from invitation where email = ?', [email])).toEqual([{ withdrawn: true }]);
  });

  test('loses the invitations in their own name to the same place', async () => {
    await invite(server(), headers.ngoCoordinator, { email: PEOPLE.ngoMember, role: 'NGO_COORDINATOR', organisation: ngo });
    const secret = await secretTo(server(), PEOPLE.ngoMember);
    expect(outcomeOf(await act(server(), headers.ngoCoordinator, 'endMember', await idOf(PEOPLE.ngoMember)))).toBe('DONE');
    expect(outcomeOf(await accept(server(), secret, headers.ngoMember))).toBe('WITHDRAWN');
  });
});

describe('a role', () => {
  test('is suspended and given back, and twice is as once', async () => {
    const id = await idOf(PEOPLE.ngoMember);
    const state = async () => (await members('scac', 'filter: { roles: [NGO_MEMBER] }')).nodes[0]!.state;
    for (const _ of [1, 2]) expect(outcomeOf(await act(server(), headers.scac, 'suspendMember', id))).toBe('DONE');
    expect(await state()).toBe('SUSPENDED');
    for (const _ of [1, 2]) expect(outcomeOf(await act(server(), headers.ngoCoordinator, 'restoreMember', id))).toBe('DONE');
    expect(await state()).toBe('ACTIVE');
    expect(outcomeOf(await act(server(), headers.scac, 'endMember', id))).toBe('DONE');
    expect(await state()).toBe('ENDED');
    expect(outcomeOf(await act(server(), headers.scac, 'restoreMember', id))).toBe('NOT_ALLOWED');
    headers = { ...headers, ngoMember: await signIn(server(), links, PEOPLE.ngoMember) };
  });

  test('of the last who coordinates an organisation is not given up, nor lowered; another’s is', async () => {
    const own = await idOf(PEOPLE.ngoCoordinator);
    expect(outcomeOf(await act(server(), headers.ngoCoordinator, 'endMember', own))).toBe('LAST');
    expect(outcomeOf(await act(server(), headers.ngoCoordinator, 'changeMemberRole', own, ', role: NGO_MEMBER'))).toBe('LAST');
    expect(outcomeOf(await act(server(), headers.ngoCoordinator, 'changeMemberRole', await idOf(PEOPLE.ngoMember), ', role: NGO_COORDINATOR'))).toBe('DONE');
    expect(outcomeOf(await act(server(), headers.ngoCoordinator, 'endMember', own))).toBe('DONE');
  });

  test('of the last adviser is not given up', async () => {
    expect(outcomeOf(await act(server(), headers.adviser, 'endMember', await idOf(PEOPLE.adviser)))).toBe('LAST');
    expect(outcomeOf(await act(server(), headers.assistant, 'endMember', await idOf(PEOPLE.adviser)))).toBe('NOT_ALLOWED');
  });

  test('of two who would end each other’s at once: one stays', async () => {
    await sql(`update member set role = 'NGO_COORDINATOR' from person p where p.id = person_id and p.email = ?`, [PEOPLE.ngoMember]);
    const [one, other] = [await idOf(PEOPLE.ngoCoordinator), await idOf(PEOPLE.ngoMember)];
    for (let time = 0; time < 5; time += 1) {
      await Promise.all([act(server(), headers.ngoCoordinator, 'endMember', other), act(server(), headers.ngoMember, 'endMember', one)]);
      expect(await sql(`select from member where organisation_slug = ? and role = 'NGO_COORDINATOR' and until is null`, [ngo])).toHaveLength(1);
      await sql('update member set until = null');
    }
  });

  test.each([
    ['ngoMember', 'ngoMember', ', role: NGO_COORDINATOR'], ['ngoCoordinator', 'ngoCoordinator', ', role: ADVISER'], ['ngoCoordinator', 'ngoMember', ', role: SCAC'],
    ['assistant', 'assistant', ', role: ADVISER'], ['scac', 'scac', ', role: SSI'], ['adviser', 'expert', ', role: ADVISER'],
  ] as const)('is not raised: %s changes that of %s (%s)', async (by, whose, role) => {
    expect(['NOT_ALLOWED', 'GONE', 'LAST']).toContain(outcomeOf(await act(server(), headers[by], 'changeMemberRole', await idOf(PEOPLE[whose]), role)));
    expect(await sql('select m.role from member m join person p on p.id = m.person_id where p.email = ?', [PEOPLE[whose]])).toEqual([{ role: { ngoMember: 'NGO_MEMBER', ngoCoordinator: 'NGO_COORDINATOR', assistant: 'ASSISTANT', scac: 'SCAC', expert: 'EXPERT' }[whose] }]);
  });

  test.each(['suspendMember', 'restoreMember', 'endMember'])('of somebody else’s place is as one that is not there for %s', async (mutation) => {
    const absent = 'NetworkMember_00000000-0000-0000-0000-000000000000';
    for (const by of ['scacElsewhere', 'expert', 'ngoMember'] as const) {
      expect((await act(server(), headers[by], mutation, await idOf(PEOPLE.ngoCoordinator))).text).toBe((await act(server(), headers[by], mutation, absent)).text);
    }
    expect(await sql('select from member where suspended_at is not null or until is not null')).toEqual([]);
  });
});

test('the trail tells who did it', async () => {
  await sql('delete from audit_entry');
  await act(server(), headers.scac, 'suspendMember', await idOf(PEOPLE.ngoMember));
  const { data } = await ask(server(), '{ auditEntries(filter: { subjects: [MEMBER] }) { nodes { by { email } about { email } part } } }', {}, headers.adviser);
  expect(data).toEqual({ auditEntries: { nodes: [{ by: { email: PEOPLE.scac }, about: { email: PEOPLE.ngoMember }, part: 'suspended_at' }] } });
});

test('changing a role asks who does it to have shown lately that it is them, and does nothing before', async () => {
  const id = await idOf(PEOPLE.ngoMember);
  await sql(`update sign_in_session set created_at = now() - interval '11 minutes' from person p where p.id = person_id and p.email = ?`, [PEOPLE.ngoCoordinator]);
  expect(outcomeOf(await act(server(), headers.ngoCoordinator, 'changeMemberRole', id, ', role: NGO_COORDINATOR'))).toBe('STEP_UP_REQUIRED');
  expect(await sql('select role from member where uuid = ?', [id.slice('NetworkMember_'.length)])).toEqual([{ role: 'NGO_MEMBER' }]);
  // What must not wait does not: the role is taken from them for the time being. To give it back, or to end it for good, can wait.
  expect(outcomeOf(await act(server(), headers.ngoCoordinator, 'suspendMember', id))).toBe('DONE');
  for (const mutation of ['restoreMember', 'endMember']) expect(outcomeOf(await act(server(), headers.ngoCoordinator, mutation, id))).toBe('STEP_UP_REQUIRED');
  expect(await sql('select suspended_at is not null as suspended, until from member where uuid = ?', [id.slice('NetworkMember_'.length)])).toEqual([{ suspended: true, until: null }]);
  await sql('update sign_in_session set created_at = now()');
  expect(outcomeOf(await act(server(), headers.ngoCoordinator, 'restoreMember', id))).toBe('DONE');
});

describe('the role of an invented person whom the demonstration lists', () => {
  const list = (isListed: boolean): Promise<unknown> => sql('update person set is_demonstration = ? where email = ?', [isListed, PEOPLE.ngoMember]);
  const acts = async (): Promise<unknown> => (await ask(server(), '{ members(first: 50, filter: { roles: [NGO_MEMBER], country: "RS" }) { nodes { can { suspend restore end changeTo } } } }', {}, headers.scac)).data!.members;

  test.each([['suspendMember', ''], ['endMember', ''], ['changeMemberRole', ', role: NGO_COORDINATOR']])('is not taken from them by %s, since everybody is to sign in as them', async (mutation, extra) => {
    await list(true);
    const id = await idOf(PEOPLE.ngoMember);
    for (const by of ['scac', 'adviser', 'ngoCoordinator'] as const) expect(outcomeOf(await act(server(), headers[by], mutation, id, extra))).toBe('LISTED_PERSON');
    expect(await acts()).toEqual({ nodes: [{ can: { suspend: false, restore: false, end: false, changeTo: [] } }] });
    expect(await sql('select role, suspended_at, until from member where uuid = ?', [id.slice('NetworkMember_'.length)])).toEqual([{ role: 'NGO_MEMBER', suspended_at: null, until: null }]);
    // Who may not do it anyway is told what they are told of all.
    expect((await act(server(), headers.expert, mutation, id, extra)).text).toBe((await act(server(), headers.expert, mutation, 'NetworkMember_00000000-0000-0000-0000-000000000000', extra)).text);
    // The control: of somebody who is not listed it is.
    await list(false);
    expect(outcomeOf(await act(server(), headers.scac, mutation, id, extra))).toBe('DONE');
  });
});

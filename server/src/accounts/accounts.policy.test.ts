import { beforeAll, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, type Role, signEverybodyIn } from '../../test/permissions/roles.ts';
import { abilitiesOf, membershipAbilities, scopeOf } from './accounts.policy.ts';
import { MemberRole } from './member-role.ts';

const ROLES = Object.keys(MemberRole) as MemberRole[];
const which = (may: (role: MemberRole) => boolean): MemberRole[] => ROLES.filter(may);

test('a role is for what the database asks of whoever has it', () => {
  expect(which((role) => scopeOf(role) === 'COUNTRY')).toEqual(['SCAC', 'SSI', 'AUTHORITY']);
  expect(which((role) => scopeOf(role) === 'NGO')).toEqual(['NGO_COORDINATOR', 'NGO_MEMBER']);
  expect(which((role) => scopeOf(role) === 'INTERNATIONAL')).toEqual(['INTERNATIONAL']);
});

test('as what somebody is, they invite and prepare sessions where all of it together lets them', () => {
  expect(which((role) => membershipAbilities(role).invite)).toEqual(['ADVISER', 'ASSISTANT', 'SCAC', 'SSI', 'NGO_COORDINATOR']);
  expect(which((role) => membershipAbilities(role).prepareSessions)).toEqual(['ADVISER', 'ASSISTANT', 'SCAC', 'SSI']);
  for (const role of ROLES) {
    const can = abilitiesOf({ circle: 'network' }, [role]);
    expect(membershipAbilities(role)).toEqual({ invite: can.invite.length > 0, prepareSessions: can.prepareSessions, enterNeeds: can.enterNeeds, sendCooperationRequests: can.sendCooperationRequests });
    expect(can.manageMembersAnywhere).toBe(role === 'ADVISER' || role === 'ASSISTANT');
  }
});

describe('by the API', () => {
  const server = testServer({ signInLimits: UNLIMITED });
  let headers: Headers;
  beforeAll(async () => {
    headers = await signEverybodyIn(server());
  });

  test.each<[Role, object]>([
    ['adviser', { can: { manageMembersAnywhere: true }, memberships: [{ can: { invite: true, prepareSessions: true } }] }],
    ['scac', { can: { manageMembersAnywhere: false, invite: [{ role: 'NGO_COORDINATOR', scope: 'NGO' }] }, memberships: [{ can: { invite: true, prepareSessions: true } }] }],
    ['ngoMember', { can: { manageMembersAnywhere: false, invite: [] }, memberships: [{ can: { invite: false, prepareSessions: false } }] }],
  ])('%s is told what they may do, and as what', async (role, told) => {
    const { data } = await ask(server(), '{ viewer { can { manageMembersAnywhere invite { role scope } } memberships { can { invite prepareSessions } } } }', {}, headers[role]);
    expect(data!.viewer).toMatchObject(told);
  });
});

import { describe, expect, test } from 'vitest';
import { MemberRole } from '../accounts/index.ts';
import { type HeldPlace, invitationAbilities, mayDecide, mayInvite, mayManage, memberAbilities, type Place, type Standing } from './members.policy.ts';

const ROLES = Object.keys(MemberRole) as MemberRole[];
const standing = (role: MemberRole, country: string | null = null, organisation: string | null = null): Standing => ({ role, country, organisation });
/** A role at a place in Serbia, of the organisation `ours` where it is for one. */
const inSerbia = (role: MemberRole): Place => {
  if (role === 'NGO_COORDINATOR' || role === 'NGO_MEMBER') return { role, country: 'RS', organisation: 'ours' };
  if (role === 'INTERNATIONAL') return { role, country: null, organisation: 'iom' };
  return { role, country: ['SCAC', 'SSI', 'AUTHORITY'].includes(role) ? 'RS' : null, organisation: null };
};
const held = (role: MemberRole, changes: Partial<HeldPlace> = {}): HeldPlace => ({ ...inSerbia(role), isOwn: false, isSuspended: false, isOver: false, isListed: false, ...changes });

const ACTING = {
  adviser: standing('ADVISER'), assistant: standing('ASSISTANT'), scac: standing('SCAC', 'RS'), ssi: standing('SSI', 'RS'), scacElsewhere: standing('SCAC', 'AL'),
  coordinator: standing('NGO_COORDINATOR', null, 'ours'), coordinatorElsewhere: standing('NGO_COORDINATOR', null, 'theirs'), member: standing('NGO_MEMBER', null, 'ours'),
  expert: standing('EXPERT'), authority: standing('AUTHORITY', 'RS'), international: standing('INTERNATIONAL', null, 'iom'), translator: standing('TRANSLATOR'),
} as const;
type Acting = keyof typeof ACTING;
const NOBODY: readonly MemberRole[] = [];

const INVITED: Readonly<Record<Acting, readonly MemberRole[]>> = {
  adviser: ['ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'],
  assistant: ['TRANSLATOR', 'SCAC', 'SSI', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'],
  scac: ['NGO_COORDINATOR'], ssi: ['NGO_COORDINATOR'], scacElsewhere: NOBODY,
  coordinator: ['NGO_COORDINATOR', 'NGO_MEMBER'], coordinatorElsewhere: NOBODY, member: NOBODY,
  expert: NOBODY, authority: NOBODY, international: NOBODY, translator: NOBODY,
};
const MANAGED: Readonly<Record<Acting, readonly MemberRole[]>> = {
  ...INVITED, adviser: ROLES, assistant: ROLES.filter((role) => role !== 'ADVISER' && role !== 'ASSISTANT'),
  scac: ['NGO_COORDINATOR', 'NGO_MEMBER'], ssi: ['NGO_COORDINATOR', 'NGO_MEMBER'],
};

describe.each(Object.keys(ACTING) as Acting[])('%s', (who) => {
  const standings = [ACTING[who]];

  test.each(ROLES)('with %s in Serbia: invites and manages whom it is theirs to', (role) => {
    expect(mayInvite(standings, inSerbia(role), true)).toBe(INVITED[who].includes(role));
    expect(mayManage(standings, inSerbia(role))).toBe(MANAGED[who].includes(role));
  });

  test('decides about requests of their country, the adviser where no embassy does', () => {
    const [served, unserved] = [mayDecide(standings, 'RS', true), mayDecide(standings, 'RS', false)];
    expect(served).toBe(who === 'scac' || who === 'ssi');
    expect(unserved).toBe(['scac', 'ssi', 'adviser', 'assistant'].includes(who));
  });
});

test('advisers invite who coordinates an organisation where no embassy has an account', () => {
  expect(mayInvite([ACTING.adviser], inSerbia('NGO_COORDINATOR'), false)).toBe(true);
  expect(mayInvite([ACTING.adviser], inSerbia('NGO_MEMBER'), false)).toBe(false);
});

test('somebody without a role may do nothing', () => {
  for (const role of ROLES) expect([mayInvite([], inSerbia(role), false), mayManage([], inSerbia(role))]).toEqual([false, false]);
  expect(mayDecide([], 'RS', false)).toBe(false);
});

describe('with a role that somebody has', () => {
  test('a coordinator suspends, ends and changes it; lifts a suspension; does nothing with what is over', () => {
    const standings = [ACTING.coordinator];
    expect(memberAbilities(standings, held('NGO_MEMBER'))).toEqual({ suspend: true, restore: false, end: true, changeTo: ['NGO_COORDINATOR'], openSheet: false });
    expect(memberAbilities(standings, held('NGO_MEMBER', { isSuspended: true }))).toMatchObject({ suspend: false, restore: true });
    const nothing = { suspend: false, restore: false, end: false, changeTo: [], openSheet: false };
    expect(memberAbilities(standings, held('NGO_MEMBER', { isOver: true }))).toEqual(nothing);
    expect(memberAbilities(standings, held('NGO_MEMBER', { isListed: true }))).toEqual(nothing);
    expect(memberAbilities([ACTING.member], held('NGO_COORDINATOR'))).toEqual(nothing);
  });

  test('nobody raises themselves, nor suspends themselves or lifts it', () => {
    const both = [ACTING.coordinator, ACTING.member];
    expect(memberAbilities(both, held('NGO_MEMBER', { isOwn: true, isSuspended: true }))).toEqual({ suspend: false, restore: false, end: true, changeTo: [], openSheet: false });
    expect(memberAbilities(both, held('NGO_COORDINATOR', { isOwn: true }))).toEqual({ suspend: false, restore: false, end: true, changeTo: ['NGO_MEMBER'], openSheet: false });
  });

  test('the adviser exchanges the services of an embassy, and leaves other roles as they are', () => {
    expect(memberAbilities([ACTING.adviser], held('EXPERT', { isOver: true })).openSheet).toBe(true);
    expect(memberAbilities([ACTING.adviser], held('SCAC')).changeTo).toEqual(['SSI']);
    for (const role of ['EXPERT', 'TRANSLATOR', 'ADVISER', 'ASSISTANT', 'AUTHORITY', 'INTERNATIONAL'] as const) expect(memberAbilities([ACTING.adviser], held(role)).changeTo).toEqual([]);
  });
});

test('an invitation is withdrawn while it is pending, and sent again until it is accepted or withdrawn', () => {
  const can = (state: string, who: Acting = 'scac') => invitationAbilities([ACTING[who]], { ...inSerbia('NGO_COORDINATOR'), state }, true);
  expect(['PENDING', 'EXPIRED', 'ACCEPTED', 'WITHDRAWN'].map((state) => can(state))).toEqual([
    { withdraw: true, resend: true }, { withdraw: false, resend: true }, { withdraw: false, resend: false }, { withdraw: false, resend: false },
  ]);
  expect(can('PENDING', 'scacElsewhere')).toEqual({ withdraw: false, resend: false });
  expect(can('PENDING', 'adviser')).toEqual({ withdraw: true, resend: false });
});

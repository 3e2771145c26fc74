import { describe, expect, test } from 'vitest';
import { MemberRole } from '../accounts/index.ts';
import { type HeldRole, mayFollow, shelvesOf } from './calendars.policy.ts';

const held = (role: MemberRole, country: string | null = null): HeldRole => ({ role, country });

describe('the calendar of an embassy', () => {
  test('is for those who act for it, in that country', () => {
    const inSerbia = (Object.keys(MemberRole) as MemberRole[]).filter((role) => mayFollow([held(role, 'RS')], 'RS'));
    expect(inSerbia).toEqual(['SCAC', 'SSI']);
    expect(mayFollow([held('SCAC', 'AL')], 'RS')).toBe(false);
    expect(mayFollow([held('NGO_COORDINATOR', 'RS'), held('SSI', 'AL')], 'RS')).toBe(false);
    expect(mayFollow([], 'RS')).toBe(false);
    expect(shelvesOf([held('SSI', 'RS'), held('SSI', 'AL')], 'RS')).toEqual([{ country: 'RS' }]);
    expect(shelvesOf([held('ADVISER')], 'RS')).toEqual([]);
  });
});

describe('one’s own calendar', () => {
  test('has the sessions of the countries that one acts for, each once', () => {
    expect(shelvesOf([held('NGO_MEMBER', 'RS'), held('AUTHORITY', 'AL'), held('NGO_COORDINATOR', 'RS')], null)).toEqual([{ country: 'AL' }, { country: 'RS' }]);
  });

  test('has all for whoever acts for no country', () => {
    for (const role of ['ADVISER', 'ASSISTANT', 'TRANSLATOR', 'EXPERT', 'INTERNATIONAL'] as const) expect(shelvesOf([held(role), held('SCAC', 'RS')], null)).toEqual([{}]);
  });

  test('is for nobody without a role', () => {
    expect(mayFollow([], null)).toBe(false);
    expect(shelvesOf([], null)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { MemberRole } from '../accounts/index.ts';
import { type CalendarOf, type HeldRole, mayFollow, shelvesOf } from './calendars.policy.ts';

/** The calendar of the embassy in a country, or one's own. */
const of = (country: string | null, theme: string | null = null): CalendarOf => ({ country, theme });
const held = (role: MemberRole, country: string | null = null): HeldRole => ({ role, country });

describe('the calendar of an embassy', () => {
  test('is for those who act for it, in that country', () => {
    const inSerbia = (Object.keys(MemberRole) as MemberRole[]).filter((role) => mayFollow([held(role, 'RS')], 'RS'));
    expect(inSerbia).toEqual(['SCAC', 'SSI']);
    expect(mayFollow([held('SCAC', 'AL')], 'RS')).toBe(false);
    expect(mayFollow([held('NGO_COORDINATOR', 'RS'), held('SSI', 'AL')], 'RS')).toBe(false);
    expect(mayFollow([], 'RS')).toBe(false);
    expect(shelvesOf([held('SSI', 'RS'), held('SSI', 'AL')], of('RS'))).toEqual([{ country: 'RS' }]);
    expect(shelvesOf([held('ADVISER')], of('RS'))).toEqual([]);
  });
});

describe('one’s own calendar', () => {
  test('has one’s sessions, and those of the countries that one acts for, each once', () => {
    expect(shelvesOf([held('NGO_MEMBER', 'RS'), held('AUTHORITY', 'AL'), held('NGO_COORDINATOR', 'RS')], of(null))).toEqual([{ mine: true }, { country: 'AL' }, { country: 'RS' }]);
  });

  test('has all for whoever acts for no country', () => {
    for (const role of ['ADVISER', 'ASSISTANT', 'TRANSLATOR', 'INTERNATIONAL'] as const) expect(shelvesOf([held(role), held('SCAC', 'RS')], of(null))).toEqual([{ mine: true }, {}]);
  });

  test('has what an expert teaches and takes part in, and nothing more unless they have another role', () => {
    expect(shelvesOf([held('EXPERT')], of(null))).toEqual([{ mine: true }]);
    expect(shelvesOf([held('EXPERT'), held('NGO_MEMBER', 'RS')], of(null))).toEqual([{ mine: true }, { country: 'RS' }]);
  });

  test('is for nobody without a role', () => {
    expect(mayFollow([], null)).toBe(false);
    expect(shelvesOf([], of(null))).toEqual([]);
  });
});

describe('the calendar of a theme', () => {
  test('has its sessions for whoever has a role, and nothing for others', () => {
    for (const role of Object.keys(MemberRole) as MemberRole[]) expect(shelvesOf([held(role, 'RS')], of(null, 'IDENTIFICATION'))).toEqual([{ theme: 'IDENTIFICATION' }]);
    expect(shelvesOf([], of(null, 'IDENTIFICATION'))).toEqual([]);
  });
});

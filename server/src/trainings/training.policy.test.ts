import { describe, expect, test } from 'vitest';
import { MemberRole } from '../accounts/index.ts';
import type { Standing } from '../members/index.ts';
import type { SessionStage } from './session-stage.ts';
import { abilitiesOf, abilitiesOn, isRegistrationOpen, mayPrepare, type SessionFacts } from './training.policy.ts';

const acting = (role: MemberRole, country: string | null = null): Standing => ({ role, country, organisation: null });
const ADVISER = [acting('ADVISER')];
const toCome = (stage: SessionStage): SessionFacts => ({ stage, country: 'RS', hasBegun: false, isOver: false, isRegistrationOver: false });
const begun = (stage: SessionStage): SessionFacts => ({ ...toCome(stage), hasBegun: true, isRegistrationOver: true });
const over = (stage: SessionStage): SessionFacts => ({ ...begun(stage), isOver: true });

/** What can be done, in the order of the alphabet. */
const can = (session: SessionFacts, standings = ADVISER): string =>
  Object.entries(abilitiesOf(session, standings)).filter(([, is]) => is).map(([what]) => what).sort().join(' ');

describe('sessions are prepared', () => {
  test('by the adviser and their team anywhere, also online', () => {
    for (const role of ['ADVISER', 'ASSISTANT'] as const) for (const country of ['RS', null]) expect(mayPrepare([acting(role)], country)).toBe(true);
  });

  test('by an embassy in its own country alone', () => {
    for (const role of ['SCAC', 'SSI'] as const) expect(['RS', 'AL', null].map((country) => mayPrepare([acting(role, 'RS')], country))).toEqual([true, false, false]);
  });

  test('by nobody else', () => {
    const others = Object.values(MemberRole).filter((role) => !['ADVISER', 'ASSISTANT', 'SCAC', 'SSI'].includes(role));
    expect(others.length).toBeGreaterThan(5);
    for (const role of others) for (const country of ['RS', null]) expect(mayPrepare([acting(role, 'RS')], country)).toBe(false);
    expect(mayPrepare([], 'RS')).toBe(false);
  });

  test('by who acts in several roles, for each of them', () => {
    const both = [acting('SCAC', 'RS'), acting('SSI', 'ME'), acting('NGO_MEMBER', 'AL')];
    expect(['RS', 'ME', 'AL'].map((country) => mayPrepare(both, country))).toEqual([true, true, false]);
  });
});

describe('whoever prepares a session can', () => {
  test.each([
    ['a draft', toCome('DRAFT'), 'discard edit open translate'],
    ['a draft whose days have come', begun('DRAFT'), 'discard edit translate'],
    ['an open one', toCome('OPEN'), 'cancel close edit translate'],
    ['a closed one', toCome('CLOSED'), 'cancel edit reopen translate'],
    ['one that runs', begun('OPEN'), 'cancel edit translate'],
    ['one that runs and was closed', begun('CLOSED'), 'cancel edit translate'],
    ['one that is over', over('OPEN'), 'archive'],
    ['one that was called off', toCome('CANCELLED'), 'archive translate'],
    ['one that is put away', over('ARCHIVED'), ''],
  ])('do with %s no more than this', (_what, session, abilities) => {
    expect(can(session)).toBe(abilities);
    expect(can(session, [acting('SCAC', 'RS')])).toBe(abilities);
    expect(can(session, [acting('SCAC', 'AL')])).toBe('');
  });
});

describe('a translator can', () => {
  test('translate what whoever prepares it can, once it is announced, wherever it is held, and do nothing else', () => {
    for (const country of ['RS', null]) {
      const at = (session: SessionFacts): string => can({ ...session, country }, [acting('TRANSLATOR')]);
      expect([toCome('OPEN'), toCome('CLOSED'), begun('OPEN'), toCome('CANCELLED')].map(at)).toEqual(['translate', 'translate', 'translate', 'translate']);
      expect([toCome('DRAFT'), over('OPEN'), over('ARCHIVED')].map(at)).toEqual(['', '', '']);
    }
    expect(can(toCome('DRAFT'), [acting('TRANSLATOR'), acting('SCAC', 'RS')])).toBe('discard edit open translate');
  });
});

describe('people are registered', () => {
  test('for an open session, until its deadline or its beginning', () => {
    expect(isRegistrationOpen(toCome('OPEN'))).toBe(true);
    expect(isRegistrationOpen({ ...toCome('OPEN'), isRegistrationOver: true })).toBe(false);
    expect(isRegistrationOpen({ ...toCome('OPEN'), hasBegun: true })).toBe(false);
    for (const stage of ['DRAFT', 'CLOSED', 'CANCELLED', 'ARCHIVED'] as const) expect(isRegistrationOpen(toCome(stage))).toBe(false);
  });

  test('by nobody who is not signed in', () => {
    const session = { ...toCome('OPEN'), needsNomination: true, standings: [] };
    expect(abilitiesOn(session, { circle: 'network', person: 'p', session: 's' }).register).toBe(true);
    expect(abilitiesOn(session, { circle: 'visitor', person: null, session: null }).register).toBe(false);
  });

  test('by themselves where nobody has to nominate them, as those who take part and not as those who run it', () => {
    const may = (role: MemberRole, session: SessionFacts, needsNomination: boolean): boolean =>
      abilitiesOn({ ...session, needsNomination, standings: [acting(role, 'RS')] }, { circle: 'network', person: 'p', session: 's' }).registerMyself;
    const ofThemselves = Object.values(MemberRole).filter((role) => may(role, toCome('OPEN'), false));
    expect(ofThemselves.sort()).toEqual(['AUTHORITY', 'EXPERT', 'INTERNATIONAL', 'NGO_COORDINATOR', 'NGO_MEMBER']);
    for (const role of Object.values(MemberRole)) expect([may(role, toCome('OPEN'), true), may(role, toCome('CLOSED'), false), may(role, begun('OPEN'), false)]).toEqual([false, false, false]);
  });
});

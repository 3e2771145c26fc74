import { describe, expect, it } from 'vitest';

import { clearedUntil, emptyClearance, faultsOf, isChanged, merge, typedOf } from './clearanceForm.ts';

const STORED = { fromOn: '2027-03-01', untilOn: '2027-03-31', givenBy: 'Cour d’appel', givenOn: '2027-01-15', remark: null, locale: 'fr', mission: null } as const;
const typed = typedOf(STORED);

describe('what is typed of a clearance', () => {
  it('says what is missing, and that the last day is before the first', () => {
    expect(faultsOf(emptyClearance('fr')).map(({ field }) => field)).toEqual(['FROM', 'UNTIL', 'GIVEN_BY', 'GIVEN_ON']);
    expect(faultsOf({ ...typed, untilOn: '2027-02-28' })).toEqual([{ field: 'UNTIL', fault: 'BEFORE' }]);
    expect(faultsOf({ ...typed, untilOn: typed.fromOn })).toEqual([]);
  });

  it('says for which mission it is, or for all', () => {
    const mission = { id: 'Mission_1', startsOn: '2027-03-01', endsOn: '2027-03-05', title: { text: 'M', locale: 'fr', isFallback: false, isOutdated: false } } as const;
    expect([typed.mission, typedOf({ ...STORED, mission }).mission]).toEqual(['', 'Mission_1']);
  });

  it('is put together with what somebody else has stored: mine stays where both have changed it', () => {
    expect([isChanged(typed, typed), isChanged(typed, { ...typed, remark: 'x' })]).toEqual([false, true]);
    const merged = merge(typed, { ...typed, untilOn: '2027-04-30' }, { ...typed, untilOn: '2027-05-31', remark: 'Prolongé.' });
    expect(merged).toEqual({ typed: { ...typed, untilOn: '2027-04-30', remark: 'Prolongé.' }, conflicts: ['untilOn'] });
  });
});

describe('the day up to which somebody is cleared', () => {
  const days = (...all: [from: string, until: string][]) => all.map(([fromOn, untilOn]) => ({ fromOn, untilOn, isForMission: false }));

  it('is the last one without a break, whatever the order, also over the end of a year', () => {
    expect(clearedUntil(days(['2028-01-01', '2028-02-29'], ['2027-12-01', '2027-12-31']), '2027-12-24')).toBe('2028-02-29');
    expect(clearedUntil(days(['2027-03-01', '2027-03-31'], ['2027-03-10', '2027-03-20'], ['2027-03-25', '2027-04-10']), '2027-03-15')).toBe('2027-04-10');
  });

  it('is not put off by one that is for a mission alone', () => {
    const [month, mission] = [{ fromOn: '2027-03-01', untilOn: '2027-03-31', isForMission: false }, { fromOn: '2027-04-01', untilOn: '2027-04-10', isForMission: true }];
    expect([clearedUntil([month, mission], '2027-03-15'), clearedUntil([mission], '2027-04-02')]).toEqual(['2027-03-31', undefined]);
  });

  it('is not there on a day that none has; a break ends it', () => {
    expect(clearedUntil(days(['2027-03-01', '2027-03-31']), '2027-04-01')).toBeUndefined();
    expect(clearedUntil(days(['2027-03-01', '2027-03-31']), '2027-02-28')).toBeUndefined();
    expect(clearedUntil([], '2027-02-28')).toBeUndefined();
    expect(clearedUntil(days(['2027-03-01', '2027-03-30'], ['2027-04-01', '2027-04-10']), '2027-03-30')).toBe('2027-03-30');
  });
});

import { describe, expect, it } from 'vitest';

import { PAGE, PLAN } from './plan.fixture.ts';
import { daysOff } from './planDaysOff.ts';
import type { PlanSearch } from './usePlan.ts';

const hours = (...weekdays: readonly number[]) => weekdays.map((weekday) => ({ weekday, from: '09:00', until: '17:00' }));
const usual = { workingHours: hours(1, 2, 3, 4, 5), countryHours: [] };
/** From a Monday to the next, in Belgrade. */
const mission = { ...PAGE.mission!, startsOn: '2027-11-08', endsOn: '2027-11-15' };
const off = (week: Pick<PlanSearch['assumptions'], 'workingHours' | 'countryHours'>) => daysOff(PLAN, mission, week);

describe('the days off of a plan', () => {
  it('are the holidays of a country, and the days on which nobody works as a rule', () => {
    expect(off(usual)).toEqual([{ country: 'RS', cities: ['belgrade'], days: ['2027-11-11', '2027-11-13', '2027-11-14'] }]);
  });

  it('are those of the week of the country, where it is known', () => {
    expect(off({ ...usual, countryHours: [{ countryCode: 'RS', hours: hours(1, 2, 3, 4, 7), sources: [] }] })[0]!.days).toEqual(['2027-11-11', '2027-11-12', '2027-11-13']);
    expect(off({ ...usual, countryHours: [{ countryCode: 'RS', hours: hours(1, 2, 3, 4, 5, 6, 7), sources: [] }] })[0]!.days).toEqual(['2027-11-11']);
  });

  it('are none of a country where the plan does not lead, or that has none then', () => {
    expect(daysOff({ ...PLAN, meetings: [], travellers: [] }, mission, usual)).toEqual([]);
    expect(daysOff(PLAN, { ...mission, endsOn: '2027-11-10' }, usual)).toEqual([]);
  });
});

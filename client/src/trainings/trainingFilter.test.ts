import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { TRAINING_CONDITIONS, trainingFilter } from './trainingFilter.ts';

describe('the filter of training sessions', () => {
  it('asks for what the address holds', () => {
    const asked = trainingFilter(readConditions(TRAINING_CONDITIONS, { country: 'AL', format: 'ONLINE', sort: 'TITLE' }));
    expect(asked).toMatchObject({ filter: { country: 'AL', formats: ['ONLINE'] }, sort: 'TITLE' });
  });

  it('asks nothing and begins with the earliest when the address holds nothing', () => {
    const { filter, sort } = trainingFilter(readConditions(TRAINING_CONDITIONS, {}));
    expect(JSON.stringify(filter)).toBe('{}');
    expect(sort).toBe('STARTS_AT');
  });

  it('includes the whole last day, as the reader’s clock has it', () => {
    const { filter } = trainingFilter(readConditions(TRAINING_CONDITIONS, { from: '2027-03-28', until: '2027-03-28' }));
    expect(new Date(String(filter?.from)).toLocaleDateString('en-CA')).toBe('2027-03-28');
    expect(new Date(String(filter?.until)).toLocaleDateString('en-CA')).toBe('2027-03-29');
    expect(new Date(String(filter?.until)).getHours()).toBe(0);
  });
});

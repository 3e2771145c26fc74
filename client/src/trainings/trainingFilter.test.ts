import { beginningOfQuarter } from '@passerelle/shared/instants.ts';
import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { periodWith } from './period.ts';
import { isToCome, periodFilter, TRAINING_CONDITIONS, trainingFilter } from './trainingFilter.ts';

const NOW = beginningOfQuarter(Date.parse('2026-11-24T09:44:59.999Z'));

describe('the filter of training sessions', () => {
  it('asks for what the address holds', () => {
    const asked = trainingFilter(readConditions(TRAINING_CONDITIONS, { country: 'AL', format: 'ONLINE', level: 'ADVANCED', sort: 'TITLE' }), NOW);
    expect(asked).toMatchObject({ filter: { country: 'AL', formats: ['ONLINE'], level: 'ADVANCED' }, sort: 'TITLE' });
  });

  it('asks for every condition by the name that the API has for it', () => {
    const conditions = { search: 'audio hearing', theme: 'IDENTIFICATION', audience: 'POLICE', profession: 'JUDGE', language: 'sq', over: 'YES', sort: 'LATEST' };
    const { filter, sort } = trainingFilter(readConditions(TRAINING_CONDITIONS, conditions), NOW);
    expect(JSON.parse(JSON.stringify(filter))).toEqual({ search: 'audio hearing', theme: 'IDENTIFICATION', audience: 'POLICE', profession: 'JUDGE', language: 'sq' });
    expect(sort).toBe('LATEST');
  });

  it('asks for nothing that the address has made up', () => {
    const { filter, sort } = trainingFilter(readConditions(TRAINING_CONDITIONS, { format: 'BY_MAIL', level: 'HIGHEST', over: 'MAYBE', sort: 'PLACES', from: '2027-02-30', search: '  ' }), NOW);
    expect(JSON.parse(JSON.stringify(filter))).toEqual({ from: '2026-11-24T09:30:00.000Z' });
    expect(sort).toBe('STARTS_AT');
  });

  it('begins on the first day that is asked for, however long ago that is', () => {
    const { filter } = trainingFilter(readConditions(TRAINING_CONDITIONS, { from: '2020-01-01' }), NOW);
    expect(new Date(String(filter?.from)).toLocaleDateString('en-CA')).toBe('2020-01-01');
    expect(filter?.until).toBeUndefined();
  });

  it.each([[{}, true], [{ country: 'AL', sort: 'TITLE' }, true], [{ over: 'YES' }, false], [{ from: '2027-01-01' }, false], [{ until: '2027-01-01' }, false]])('what is to come alone is shown with %o: %s', (address, isAlone) => {
    expect(isToCome(readConditions(TRAINING_CONDITIONS, address))).toBe(isAlone);
  });

  it('leaves out what is over when the address holds nothing', () => {
    const { filter, sort } = trainingFilter(readConditions(TRAINING_CONDITIONS, {}), NOW);
    expect(Object.keys(JSON.parse(JSON.stringify(filter)) as object)).toEqual(['from']);
    expect(filter?.from).toBe('2026-11-24T09:30:00.000Z');
    expect(sort).toBe('STARTS_AT');
  });

  it.each([['over', 'YES'], ['until', '2025-12-31']])('does not leave out what is over when the address has %s=%s', (name, value) => {
    expect(trainingFilter(readConditions(TRAINING_CONDITIONS, { [name]: value }), NOW).filter?.from).toBeUndefined();
  });

  it('includes the whole last day, as the reader’s clock has it', () => {
    const { filter } = trainingFilter(readConditions(TRAINING_CONDITIONS, { from: '2027-03-28', until: '2027-03-28' }), NOW);
    expect(new Date(String(filter?.from)).toLocaleDateString('en-CA')).toBe('2027-03-28');
    expect(new Date(String(filter?.until)).toLocaleDateString('en-CA')).toBe('2027-03-29');
    expect(new Date(String(filter?.until)).getHours()).toBe(0);
  });

  it('asks for a period of the calendar, and no more of it than the days allow', () => {
    const december = periodWith('month', '2026-12-01');
    const whole = periodFilter(readConditions(TRAINING_CONDITIONS, { country: 'AL' }), december).filter;
    expect(whole).toMatchObject({ country: 'AL', from: '2026-11-30T09:00:00.000Z', until: '2027-01-01T12:00:00.000Z' });
    const half = periodFilter(readConditions(TRAINING_CONDITIONS, { from: '2026-12-10', until: '2027-06-30' }), december).filter;
    expect(half?.until).toBe(whole?.until);
    expect(new Date(String(half?.from)).toLocaleDateString('en-CA')).toBe('2026-12-10');
  });
});

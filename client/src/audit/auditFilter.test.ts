import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { AUDIT_CONDITIONS, auditFilter } from './auditFilter.ts';

const filterOf = (query: Record<string, string>) => auditFilter(readConditions(AUDIT_CONDITIONS, query)).filter;

describe('the conditions on the journal', () => {
  it('go from the address to the API', () => {
    expect(filterOf({ action: 'CHANGED', subject: 'MEMBER' })).toEqual({ actions: ['CHANGED'], subjects: ['MEMBER'], from: undefined, until: undefined });
  });

  it('ask for nothing that is none', () => {
    expect(filterOf({ action: 'READ', subject: 'CASE', from: '2026-02-30' })).toEqual({ actions: undefined, subjects: undefined, from: undefined, until: undefined });
  });

  it('include the whole last day, as the reader’s clock has it', () => {
    const filter = filterOf({ from: '2027-03-28', until: '2027-03-28' });
    expect(new Date(String(filter?.from)).toLocaleDateString('en-CA')).toBe('2027-03-28');
    expect(new Date(String(filter?.until)).toLocaleDateString('en-CA')).toBe('2027-03-29');
    expect(new Date(String(filter?.until)).getHours()).toBe(0);
  });
});

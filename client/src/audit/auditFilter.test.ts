import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';

import { readConditions } from '../core/list/index.ts';
import { AUDIT_CONDITIONS, AUDIT_SUBJECTS, auditFilter } from './auditFilter.ts';

const filterOf = (query: Record<string, string>) => auditFilter(readConditions(AUDIT_CONDITIONS, query)).filter;

describe('the conditions on the journal', () => {
  it('go from the address to the API', () => {
    expect(filterOf({ action: 'CHANGED', subject: 'MEMBER' })).toEqual({ actions: ['CHANGED'], subjects: ['MEMBER'], by: undefined, about: undefined, from: undefined, until: undefined });
  });

  it('name a person by their key, and nobody by what is none', () => {
    const key = '019abc00-0000-7000-8000-0000000000ff';
    expect(filterOf({ by: key, about: key })).toMatchObject({ by: key, about: key });
    for (const wrong of ['Claire', key.slice(1), `${key}'`, `Person_${key}`]) expect(filterOf({ by: wrong, about: wrong })).toMatchObject({ by: undefined, about: undefined });
  });

  it('offer every kind of thing that the journal tells of', () => {
    const schema = buildSchema(readFileSync('../server/schema.graphql', 'utf8'));
    expect([...AUDIT_SUBJECTS].sort()).toEqual((schema.getType('AuditSubject') as GraphQLEnumType).getValues().map(({ name }) => name).sort());
  });

  it('ask for nothing that is none', () => {
    expect(filterOf({ action: 'READ', subject: 'CASE', from: '2026-02-30' })).toEqual({ actions: undefined, subjects: undefined, by: undefined, about: undefined, from: undefined, until: undefined });
  });

  it('include the whole last day, as the reader’s clock has it', () => {
    const filter = filterOf({ from: '2027-03-28', until: '2027-03-28' });
    expect(new Date(String(filter?.from)).toLocaleDateString('en-CA')).toBe('2027-03-28');
    expect(new Date(String(filter?.until)).toLocaleDateString('en-CA')).toBe('2027-03-29');
    expect(new Date(String(filter?.until)).getHours()).toBe(0);
  });
});

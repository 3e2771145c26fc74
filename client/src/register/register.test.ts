// @vitest-environment node
import { readFileSync } from 'node:fs';

import { buildSchema, type GraphQLEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';

import texts from '../locales/en/register.json';
import { byTable, CATEGORIES, countColumns, groupsOf, othersOf, PERSONS, termOf } from './register.ts';

const schema = buildSchema(readFileSync(new URL('../../../server/schema.graphql', import.meta.url), 'utf8'));
const codes = (name: string): string[] => (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name).sort();

const said = {
  category: 'IDENTITY', persons: ['EXPERT'], purpose: 'FIND_EXPERTS', basis: 'CONSENT', retention: null, recipients: ['ADVISER'], source: 'PERSON', proposed: [],
} as const;
const column = (name: string, more: object = {}): never => ({ ...said, name, ...more }) as never;
const tables = [
  { name: 'expert', columns: [column('uuid', { category: 'IDENTIFIER' }), column('name'), column('vouched_by', { category: 'VOUCHING', persons: ['EXPERT', 'CONTACT'] }), column('folded')] },
  { name: 'trainer', columns: [column('label')] },
];

describe('the words of the register', () => {
  it.each([
    ['person', 'PersonKind'], ['category', 'DataCategory'], ['purpose', 'DataPurpose'], ['basis', 'LegalBasis'], ['event', 'RetentionEvent'],
    ['recipient', 'DataRecipient'], ['source', 'DataOrigin'], ['reason', 'NoPersonsReason'],
  ] as const)('%s are there for every code of %s', (group, name) => {
    expect(Object.keys(texts.register[group]).sort()).toEqual(codes(name));
  });

  it('have a place on the page for every kind of person and of data', () => {
    expect([...PERSONS].sort()).toEqual(codes('PersonKind'));
    expect([...CATEGORIES].sort()).toEqual(codes('DataCategory'));
  });
});

describe('the register', () => {
  it('is told by kind of person, columns of which the same is said in one line, the name first and the number last', () => {
    const groups = groupsOf(tables);
    expect(groups.map(({ person, lines }) => [person, lines.map(({ columns }) => columns)])).toEqual([
      ['EXPERT', [['expert.name', 'expert.folded', 'trainer.label'], ['expert.vouched_by'], ['expert.uuid']]],
      ['CONTACT', [['expert.vouched_by']]],
    ]);
    expect(countColumns(tables)).toBe(5);
  });

  it('is empty where nothing is kept', () => {
    expect(groupsOf([])).toEqual([]);
    expect(countColumns([])).toBe(0);
  });

  it('tells columns by their tables, also of another schema than that of the others', () => {
    expect(byTable(['expert.name', 'jobs.payload.body', 'expert.folded'])).toEqual([{ table: 'expert', columns: ['expert.name', 'expert.folded'] }, { table: 'jobs.payload', columns: ['jobs.payload.body'] }]);
  });

  it('tells the other tables by their reason', () => {
    expect(othersOf([{ name: 'a', reason: 'TECHNICAL' }, { name: 'b', reason: 'EVENTS' }, { name: 'c', reason: 'TECHNICAL' }])).toEqual([
      { reason: 'TECHNICAL', names: ['a', 'c'] }, { reason: 'EVENTS', names: ['b'] },
    ]);
  });
});

describe('a time', () => {
  it.each([['P3Y', 3, 'years'], ['P18M', 18, 'months'], ['P90D', 90, 'days'], ['PT1H', 1, 'hours'], ['PT10M', 10, 'minutes']])('%s is %i %s', (period, count, unit) => {
    expect(termOf(period)).toEqual({ count, unit });
  });

  it('of nothing is the event itself', () => {
    expect(termOf('P0D')).toBeUndefined();
  });

  it('that cannot be said is an error, not a guess', () => {
    expect(() => termOf('P1Y6M')).toThrow('P1Y6M');
  });
});

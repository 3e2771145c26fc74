import { expect, test } from 'vitest';
import { isChanged, merge } from './merge.ts';

const before = { code: 'A', number: '111', acronym: 'X', source: 'A page', is_verified: true };
const asked = { code: 'A', number: '222', acronym: 'Y', source: 'Another page', is_verified: true };

test('a row that is nowhere is inserted', () => {
  expect(merge(asked, undefined, undefined)).toEqual({ kind: 'INSERT', row: asked, kept: [], record: asked });
});

test('a row that nobody changed follows the files', () => {
  expect(merge(asked, before, before)).toEqual({ kind: 'UPDATE', row: asked, kept: [], record: asked });
});

test('a changed column stays, and so does the provenance beside it, while the others follow', () => {
  const current = { ...before, number: '999' };
  const row = { code: 'A', number: '999', acronym: 'Y', source: 'A page', is_verified: true };
  expect(merge(asked, before, current)).toMatchObject({ kind: 'UPDATE', row, kept: ['number', 'source'] });
});

test('the provenance follows again when the column beside it does', () => {
  const { row, record } = merge(asked, before, { ...before, number: '999' });
  expect(merge(asked, record, { ...row, number: '222' })).toEqual({ kind: 'UPDATE', row: asked, kept: [], record: asked });
});

test('a row that a person vouches for stays as it is', () => {
  const current = { ...before, source: 'I called' };
  expect(merge(asked, before, current)).toMatchObject({ kind: 'LEAVE', row: current, kept: ['number', 'acronym', 'source'] });
});

test('a column that a person emptied stays empty', () => {
  const current = { ...before, acronym: null };
  expect(merge(before, before, current)).toEqual({ kind: 'LEAVE', row: current, kept: ['acronym'], record: before });
});

test('a person who wrote what the files say now has changed nothing', () => {
  expect(merge(asked, before, asked)).toEqual({ kind: 'LEAVE', row: asked, kept: [], record: asked });
});

test('a row that was imported and is no more stays deleted', () => {
  expect(merge(asked, before, undefined)).toMatchObject({ kind: 'LEAVE', kept: ['deleted'] });
});

test('a row that the import did not write is a person’s where it differs', () => {
  expect(merge(asked, undefined, { ...asked, number: '999' })).toMatchObject({ kind: 'LEAVE', kept: ['number'], record: asked });
});

test('columns that the files do not fill are no change', () => {
  expect(isChanged(before, { ...before, folded: 'old' })).toBe(false);
  expect(isChanged(before, { ...before, acronym: 'Ours' })).toBe(true);
});

import { MOST_OF_FILE } from '@passerelle/shared/recommendationFile.ts';
import { describe, expect, test } from 'vitest';

import { canImport, choicesFor, importedCounts, linesByKind, readChosen, stillChosen } from './importPlan.ts';
import type { Plan, PlanField, PlanLine } from './useRecommendationImport.ts';

const field = (kind: PlanField['kind'], column: PlanField['column'] = 'BODY'): PlanField => ({ column, kind, imported: 'A', register: 'B', file: 'C' });
const line = (kind: PlanLine['kind'], ...fields: PlanField[]): PlanLine => ({ line: 2, slug: kind.toLowerCase(), kind, language: 'en', faults: [], fields });
const plan = (...lines: PlanLine[]): Plan => ({ outcome: 'TRIED', state: 'S', faults: [], lines }) as never;
const file = (bytes: number[] | string, size?: number) => {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes);
  return { size: size ?? content.length, arrayBuffer: async () => content.buffer as ArrayBuffer };
};

describe('a file that is chosen', () => {
  test('is a text in UTF-8, with its byte order mark where it has one', async () => {
    expect(await readChosen(file('\uFEFFslug,ж'))).toEqual({ text: '\uFEFFslug,ж' });
  });

  test('in Windows-1252 is none, which is said; nor is one that is too large, which is not read, nor one that the browser does not get at', async () => {
    expect(await readChosen(file([0x65, 0xE9, 0x74]))).toEqual({ fault: expect.objectContaining({ fault: 'NOT_UTF8' }) });
    expect(await readChosen({ size: 1, arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) })).toBe('UNREADABLE');
    expect(await readChosen(file('a', MOST_OF_FILE.bytes + 1))).toEqual({ fault: expect.objectContaining({ fault: 'TOO_LARGE', maximum: MOST_OF_FILE.bytes }) });
  });
});

describe('a plan', () => {
  test('is told by what lines would do, what is wrong and what is to be decided first', () => {
    expect(linesByKind(plan(line('SAME'), line('CHANGED'), line('WRONG'), line('CONFLICT'))).map(({ kind }) => kind)).toEqual(['WRONG', 'CONFLICT', 'CHANGED', 'SAME']);
  });

  test('is imported where something would come of it and nothing is wrong', () => {
    const none = new Map();
    expect([plan(line('ADDED')), plan(line('CHANGED', field('CHANGED'))), plan(line('SAME'), line('KEPT', field('KEPT'))), plan(line('ADDED'), line('WRONG')), plan(line('CONFLICT', field('CONFLICT'))), plan(line('CONFLICT', field('CONFLICT'), field('CHANGED', 'YEAR')))].map((one) => canImport(one, none)))
      .toEqual([true, true, false, false, false, true]);
    expect(canImport(plan(line('CONFLICT', field('CONFLICT'))), new Map([['conflict BODY', 'REGISTER']]))).toBe(true);
  });

  test('takes along what was chosen of conflicts that there still are, and nothing else', () => {
    const chosen = new Map([['conflict BODY', 'FILE'], ['gone BODY', 'FILE'], ['changed BODY', 'REGISTER']] as const);
    expect(choicesFor(plan(line('CONFLICT', field('CONFLICT'), field('CONFLICT', 'YEAR')), line('CHANGED', field('CHANGED'))), chosen)).toEqual([{ slug: 'conflict', column: 'BODY', take: 'FILE' }]);
  });

  test('that comes in the place of another keeps what was chosen of fields of which everything is said as it was, and of no other', () => {
    const chosen = new Map([['conflict BODY', 'FILE'], ['conflict YEAR', 'REGISTER'], ['conflict NOTE', 'FILE']] as const);
    const before = plan(line('CONFLICT', field('CONFLICT'), field('CONFLICT', 'YEAR'), field('CONFLICT', 'NOTE')));
    const now = plan(line('CONFLICT', { ...field('CONFLICT'), register: 'Another' }, field('CONFLICT', 'YEAR')));
    expect([stillChosen(before, before, chosen), stillChosen(before, now, chosen), stillChosen(undefined, now, chosen)]).toEqual([chosen, new Map([['conflict YEAR', 'REGISTER']]), new Map()]);
  });

  test('that is imported says how many were added and changed: a conflict in which the register holds changes none', () => {
    const lines = plan(line('ADDED'), line('CHANGED', field('CHANGED')), line('CONFLICT', field('CONFLICT')), line('SAME'));
    expect(importedCounts(lines, [])).toEqual({ added: 1, changed: 1 });
    expect(importedCounts(lines, [{ slug: 'conflict', column: 'BODY', take: 'FILE' }])).toEqual({ added: 1, changed: 2 });
    expect(importedCounts(lines, [{ slug: 'conflict', column: 'BODY', take: 'REGISTER' }])).toEqual({ added: 1, changed: 1 });
  });
});

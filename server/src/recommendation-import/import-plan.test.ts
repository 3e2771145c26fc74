/** What importing a line would do: the table of all that the file, the last import and the register can say of a field. */
import { describe, expect, test } from 'vitest';
import { CONTENT_FIELDS, type Content } from './content.ts';
import { type Base, choiceOf, type LinePlan, planLine, stateOf, writingOf } from './import-plan.ts';
import { NEW_LINE } from './import.fixture.ts';

const { slug, ...FILE } = NEW_LINE;
const positions = Object.fromEntries([...CONTENT_FIELDS, 'slug'].map((column, n) => [column, n + 1])) as never;
const plan = (register: Partial<Content> | null, base: Base | null, { isInvented = false, file = {} as Partial<Content> } = {}): LinePlan =>
  planLine({ line: 2, slug, positions, content: { ...FILE, ...file } }, { stored: register === null ? undefined : { slug, isInvented, content: { ...FILE, ...register } }, base: base ?? undefined, isInvented: false });
const writing = (of: LinePlan, base: Base | null, choices: [string, 'FILE' | 'REGISTER'][] = []) => writingOf(of, { ...FILE }, base ?? undefined, new Map(choices));

describe('a field', () => {
  test.each([
    ['says what the register says', { body: 'GRETA' }, { ...FILE, body: 'Other' }, 'SAME', undefined],
    ['says something new of what the register has as it was imported', { body: 'Old' }, { ...FILE, body: 'Old' }, 'CHANGED', 'CHANGED'],
    ['says what it said at the last import, while somebody has changed the register', { body: 'Mine' }, { ...FILE }, 'KEPT', 'KEPT'],
    ['says something new of what somebody has changed since the last import', { body: 'Mine' }, { ...FILE, body: 'Old' }, 'CONFLICT', 'CONFLICT'],
    ['says something else than the register, of which nothing was ever imported', { body: 'Mine' }, null, 'CONFLICT', 'CONFLICT'],
  ] as const)('%s: %#', (_what, register, base, kind, field) => {
    const { kind: found, fields } = plan(register, base);
    expect([found, fields.map((one) => one.kind)]).toEqual([kind, field === undefined ? [] : [field]]);
  });

  test('in conflict is told with all three that were said of it', () => {
    expect(plan({ body: 'Mine' }, { ...FILE, body: 'Old' }).fields).toEqual([{ column: 'body', kind: 'CONFLICT', imported: 'Old', register: 'Mine', file: 'GRETA' }]);
  });
});

describe('a recommendation', () => {
  test('that is not in the register is added; that was imported and is no more stays out of it', () => {
    expect([plan(null, null).kind, plan(null, { ...FILE }).kind]).toEqual(['ADDED', 'REMOVED']);
  });

  test('keeps its country and its language', () => {
    expect(plan({ country: 'AL' }, { ...FILE, country: 'AL' }).faults).toEqual([expect.objectContaining({ line: 2, column: 'country', fault: 'FIXED' })]);
    expect(plan({ language: 'fr' }, { ...FILE, language: 'fr' }).kind).toBe('WRONG');
  });

  test('that is invented is changed by nobody real, and named by them as it is', () => {
    expect([plan({ body: 'Old' }, { ...FILE, body: 'Old' }, { isInvented: true }).faults[0]!.fault, plan({}, null, { isInvented: true }).kind]).toEqual(['APART', 'SAME']);
  });
});

describe('what is written', () => {
  test('is the changes, and what was imported; nothing where nothing is new', () => {
    expect(writing(plan({ body: 'Old' }, { ...FILE, body: 'Old' }), { ...FILE, body: 'Old' })).toEqual({ slug, isNew: false, changes: { body: 'GRETA' }, base: FILE });
    expect(writing(plan({}, { ...FILE }), { ...FILE })).toBeNull();
    expect(writing(plan({ body: 'Mine' }, { ...FILE }), { ...FILE })).toBeNull();
  });

  test('of a conflict is what somebody chose, and nothing as long as nobody has', () => {
    const [base, conflict] = [{ ...FILE, body: 'Old' }, plan({ body: 'Mine' }, { ...FILE, body: 'Old' })];
    expect(writing(conflict, base)).toBeNull();
    expect(writing(conflict, base, [[choiceOf(slug, 'body'), 'FILE']])).toEqual({ slug, isNew: false, changes: { body: 'GRETA' }, base: FILE });
    // The register stays as it is, and the file is not asked about it again.
    expect(writing(conflict, base, [[choiceOf(slug, 'body'), 'REGISTER']])).toEqual({ slug, isNew: false, changes: {}, base: FILE });
    expect(plan({ body: 'Mine' }, { ...FILE }).kind).toBe('KEPT');
  });

  test('of a conflict that nobody has decided leaves what was imported as it is known, beside what is written of the others', () => {
    const base = { ...FILE, body: 'Old', year: '2020' };
    expect(writing(plan({ body: 'Mine', year: '2020' }, base), base)).toEqual({ slug, isNew: false, changes: { year: '2024' }, base: { ...FILE, body: 'Old' } });
    const { body: _, ...withoutBody } = FILE;
    expect(writing(plan({ body: 'Mine' }, null), null)).toEqual({ slug, isNew: false, changes: {}, base: withoutBody });
  });

  test('is nothing of what is wrong or was taken out', () => {
    expect([writing(plan({ country: 'AL' }, null), null), writing(plan(null, { ...FILE }), { ...FILE })]).toEqual([null, null]);
  });
});

test('two plans are one where the same would come of them, and no other', () => {
  const one = [plan({ body: 'Old' }, { ...FILE, body: 'Old' })];
  expect(stateOf([plan({ body: 'Old' }, { ...FILE, body: 'Old' })])).toBe(stateOf(one));
  for (const other of [[plan({ body: 'Older' }, { ...FILE, body: 'Older' })], [plan({ body: 'Old' }, null)], []]) expect(stateOf(other)).not.toBe(stateOf(one));
});

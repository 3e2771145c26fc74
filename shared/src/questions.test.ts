import { describe, expect, it } from 'vitest';

import { answerFault, type AskedQuestion, dueQuestions, type GivenAnswer, NO_ANSWER, withoutWay } from './questions.ts';

const question = (key: string, changes: Partial<AskedQuestion> = {}): AskedQuestion => ({ key, kind: 'YES_NO', isRequired: false, isClosed: false, condition: null, choices: [], ...changes });
const when = (other: string, answer = 'YES') => ({ condition: { question: other, answer } });
const said = (...codes: string[]): GivenAnswer => ({ ...NO_ANSWER, codes });
const due = (questions: AskedQuestion[], answers: Record<string, GivenAnswer>) => dueQuestions(questions, answers).map(({ key }) => key);

describe('the questions that are due', () => {
  const form = [question('a'), question('b', when('a')), question('c', when('b', 'NO')), question('d')];

  it('are those without a condition, and those whose condition is met', () => {
    expect([due(form, {}), due(form, { a: said('YES') }), due(form, { a: said('NO') })]).toEqual([['a', 'd'], ['a', 'b', 'd'], ['a', 'd']]);
  });

  it('are not asked for an answer to a question that is itself not asked', () => {
    expect(due(form, { a: said('YES'), b: said('NO') })).toEqual(['a', 'b', 'c', 'd']);
    expect(due(form, { a: said('NO'), b: said('NO') })).toEqual(['a', 'd']);
  });

  it('are never those of a circle, nor those that depend on what comes after them, nor closed ones', () => {
    expect(due([question('a', when('b')), question('b', when('a'))], { a: said('YES'), b: said('YES') })).toEqual([]);
    expect(due([question('a', when('a'))], { a: said('YES') })).toEqual([]);
    expect(due([question('a', { isClosed: true }), question('b', when('a'))], { a: said('YES') })).toEqual([]);
  });

  it('follow one of several choices', () => {
    const choices = [question('a', { kind: 'CHOICES', choices: ['x', 'y'] }), question('b', when('a', 'y'))];
    expect([due(choices, { a: said('x') }), due(choices, { a: said('x', 'y') })]).toEqual([['a'], ['a', 'b']]);
  });
});

describe('an answer', () => {
  it.each<[Partial<AskedQuestion>, Partial<GivenAnswer>, string | undefined]>([
    [{ kind: 'TEXT' }, { text: 'Some words' }, undefined], [{ kind: 'TEXT', isRequired: true }, { text: ' ' }, 'MISSING'], [{ kind: 'TEXT' }, { text: 'x'.repeat(1_001) }, 'TOO_LONG'],
    [{ kind: 'TEXT' }, { text: 'a\u0000b' }, 'UNREADABLE'], [{ kind: 'TEXT' }, { codes: ['YES'] }, 'UNKNOWN'], [{ kind: 'DATE' }, { day: '2027-02-30' }, 'UNKNOWN'], [{ kind: 'DATE' }, { day: '2027-02-28' }, undefined],
    [{ kind: 'YES_NO', isRequired: true }, { codes: ['NO'] }, undefined], [{ kind: 'YES_NO' }, { codes: ['MAYBE'] }, 'UNKNOWN'], [{ kind: 'YES_NO' }, { codes: ['YES', 'NO'] }, 'UNKNOWN'],
    [{ kind: 'CHOICE', choices: ['x'] }, { codes: ['y'] }, 'UNKNOWN'], [{ kind: 'CHOICES', choices: ['x', 'y'] }, { codes: ['x', 'y'] }, undefined], [{ kind: 'CHOICES', choices: ['x'] }, { codes: ['x', 'x'] }, 'UNKNOWN'],
    [{ kind: 'LANGUAGE' }, { codes: ['fr'] }, 'LEVEL_MISSING'], [{ kind: 'LANGUAGE' }, { codes: ['fr'], level: 'B2' }, undefined], [{ kind: 'LANGUAGE', isRequired: true }, { level: 'B2' }, 'MISSING'], [{ kind: 'LANGUAGE' }, { codes: ['fr'], level: 'B9' }, 'UNKNOWN'],
    [{ kind: 'DIET_ACCESS' }, { codes: ['VEGAN', 'STEP_FREE'], text: 'No nuts' }, undefined], [{ kind: 'DIET_ACCESS' }, { codes: ['TALL'] }, 'UNKNOWN'], [{ kind: 'DATE' }, {}, undefined],
    [{ kind: 'FILE' }, { file: 'x' }, undefined], [{ kind: 'FILE', isRequired: true }, {}, 'MISSING'], [{ kind: 'FILE' }, { text: 'x' }, 'UNKNOWN'], [{ kind: 'FILE' }, { codes: ['YES'] }, 'UNKNOWN'], [{ kind: 'TEXT' }, { file: 'x' }, 'UNKNOWN'],
  ])('to %o that is %o: %s', (asked, given, fault) => {
    expect(answerFault(question('a', asked), { ...NO_ANSWER, ...given })).toBe(fault);
  });
});

describe('a question that can never be asked', () => {
  it('depends on what is not before it, is closed, decides nothing, or has no such answer', () => {
    const wrong = (...questions: AskedQuestion[]) => withoutWay(questions);
    expect(wrong(question('a'), question('b', when('a')))).toEqual([]);
    expect(wrong(question('b', when('a')), question('a'))).toEqual(['b']);
    expect(wrong(question('a', when('a')))).toEqual(['a']);
    expect(wrong(question('a', { isClosed: true }), question('b', when('a')))).toEqual(['b']);
    expect(wrong(question('a', { kind: 'TEXT' }), question('b', when('a')))).toEqual(['b']);
    expect(wrong(question('a', { kind: 'CHOICE', choices: ['x'] }), question('b', when('a', 'y')))).toEqual(['b']);
    expect(wrong(question('a', { kind: 'COUNTRY' }), question('b', when('a', 'RS')), question('c', { isClosed: true, ...when('b', 'MAYBE') }))).toEqual([]);
  });
});

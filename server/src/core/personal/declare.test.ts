/** What a declaration must say, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { Declarations, kept, proposed, until } from './declare.ts';
import { gaps } from './gaps.ts';
import { dataRegister } from './register.ts';

const SAID = {
  of: 'MEMBER', category: 'CREDENTIALS', purpose: 'RUN_ACCOUNTS', basis: 'PUBLIC_TASK', retention: [until('ACCOUNT_CLOSED')], recipients: ['SELF'], source: 'PERSON',
} as const;

describe('a declaration', () => {
  test('says once what is the same for all columns, and of a column what is not', () => {
    const declarations = new Declarations();
    declarations.personalTable('account', {
      ...SAID,
      columns: { password: {}, email: { category: 'CONTACT_DETAILS', of: ['MEMBER', 'CONTACT'], retention: proposed([kept('P1Y', 'LAST_SIGN_IN')]) } },
      none: ['version'],
    });
    expect(dataRegister(declarations).tables).toEqual([{
      name: 'account',
      columns: [
        { name: 'password', category: 'CREDENTIALS', persons: ['MEMBER'], purpose: 'RUN_ACCOUNTS', basis: 'PUBLIC_TASK', retention: [{ period: 'P0D', from: 'ACCOUNT_CLOSED' }], recipients: ['SELF'], source: 'PERSON', proposed: [] },
        { name: 'email', category: 'CONTACT_DETAILS', persons: ['MEMBER', 'CONTACT'], purpose: 'RUN_ACCOUNTS', basis: 'PUBLIC_TASK', retention: [{ period: 'P1Y', from: 'LAST_SIGN_IN' }], recipients: ['SELF'], source: 'PERSON', proposed: ['RETENTION'] },
      ],
      otherColumns: ['version'],
    }]);
  });

  test('that leaves something out is refused, and says what', () => {
    const { purpose: _purpose, retention: _retention, ...rest } = SAID;
    expect(() => new Declarations().personalTable('account', { ...rest, columns: { password: {} } })).toThrow('account.password is declared without purpose, retention');
  });

  test('may say that something is not known', () => {
    const declarations = new Declarations();
    declarations.personalTable('account', { ...SAID, columns: { password: { source: null, retention: null } } });
    expect(dataRegister(declarations).tables[0]!.columns[0]).toMatchObject({ source: null, retention: null });
  });

  test('is made once for a table', () => {
    const declarations = new Declarations();
    declarations.noPersons('TECHNICAL', ['account']);
    expect(() => declarations.personalTable('account', { ...SAID, columns: {} })).toThrow('declared twice');
  });
});

describe('a table', () => {
  const registerOf = (declare: (declarations: Declarations) => void): ReturnType<typeof dataRegister> => {
    const declarations = new Declarations();
    declare(declarations);
    return dataRegister(declarations);
  };
  const account = registerOf(({ personalTable }) => personalTable('account', { ...SAID, columns: { password: {} }, none: ['version'] }));

  test('whose columns are all declared leaves no gap', () => {
    expect(gaps(account, new Map([['account', ['password', 'version']]]))).toEqual([]);
  });

  test.each([
    ['is not declared', ['account', 'audit.entry'], ['password', 'version'], /^audit\.entry: say what this table holds/],
    ['has a column more', ['account'], ['password', 'version', 'birth_day'], /^account\.birth_day: say in the table’s \*\.personal\.ts/],
    ['has a column less', ['account'], ['password'], /^account\.version: is declared and is no column/],
    ['is not there', [], [], /^account: is declared and is no table/],
  ])('that %s is a gap', (_, names, columns, line) => {
    expect(gaps(account, new Map(names.map((name) => [name, columns])))).toEqual([expect.stringMatching(line)]);
  });

  test('that is declared by its whole schema, and by its name again, is a gap', () => {
    const both = registerOf(({ noPersons, personalTable }) => {
      noPersons('TECHNICAL', ['jobs.*']);
      personalTable('jobs.payload', { ...SAID, columns: { json: {} } });
    });
    expect(gaps(both, new Map([['jobs.payload', ['json']], ['jobs.task', ['id']]]))).toEqual(['jobs.payload: is declared to hold data about persons and to hold none']);
  });

  test('with a column that is declared twice is a gap', () => {
    const twice = registerOf(({ personalTable }) => personalTable('account', { ...SAID, columns: { password: {} }, none: ['password'] }));
    expect(gaps(twice, new Map([['account', ['password']]]))).toEqual(['account.password: is declared twice']);
  });
});

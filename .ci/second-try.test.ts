/** How tests are counted, and those of a second try: `node --test .ci`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterSecondTry, filesToTryAgain, tallyOfTests, type VitestReport } from './second-try.ts';

type Status = 'passed' | 'failed' | 'skipped' | 'todo';
const file = (name: string, statuses: readonly Status[], message = '') => ({
  name: `/x/${name}`, status: statuses.includes('failed') || message !== '' ? 'failed' as const : 'passed' as const, message,
  assertionResults: statuses.map((status, index) => ({ status, fullName: `${name} ${index}`, failureMessages: status === 'failed' ? ['expected 89 to be 84'] : [] })),
});
function report(...testResults: ReturnType<typeof file>[]): VitestReport {
  const number = (wanted: Status): number => testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === wanted).length;
  return { numPassedTests: number('passed'), numFailedTests: number('failed'), numPendingTests: number('skipped'), numTodoTests: number('todo'), testResults };
}
const FIRST = report(file('a', ['passed', 'failed', 'skipped']), file('b', ['passed', 'todo']), file('c', ['passed', 'failed']));

test('each test counts once, and a file that cannot be loaded is a failure', () => {
  assert.deepEqual(tallyOfTests(FIRST), { passed: 3, failed: 2, skipped: 2 });
  assert.deepEqual(tallyOfTests(report(file('a', ['passed']), file('b', [], 'no such module'))), { passed: 1, failed: 1, skipped: 0 });
});

test('a few files that failed are tried again; where many did, none is', () => {
  assert.deepEqual(filesToTryAgain(FIRST), ['/x/a', '/x/c']);
  assert.deepEqual(filesToTryAgain(report(file('b', ['passed']))), []);
  assert.deepEqual(filesToTryAgain(report(...['a', 'b', 'c', 'd', 'e'].map((name) => file(name, ['failed'])))), []);
});

test('what passes at its second try has passed and is told by name, what fails twice has failed', () => {
  const second = report(file('a', ['passed', 'passed', 'skipped']), file('c', ['passed', 'failed']));
  assert.deepEqual(afterSecondTry(FIRST, second), {
    tally: { passed: 4, failed: 1, skipped: 2 },
    flaky: [{ name: 'a › a 1', why: 'expected 89 to be 84' }],
  });
});

test('what fails anew at its second try, or is not reached there, stays red', () => {
  assert.deepEqual(afterSecondTry(FIRST, report(file('a', ['failed', 'passed', 'skipped']))).tally, { passed: 3, failed: 2, skipped: 2 });
  assert.deepEqual(afterSecondTry(FIRST, report(file('a', [], 'no database'), file('c', ['passed', 'passed']))).tally, { passed: 3, failed: 1, skipped: 1 });
});

test('a file that could not be loaded at first is told of by its own name', () => {
  const first = report(file('a', [], 'no database'));
  assert.deepEqual(afterSecondTry(first, report(file('a', ['passed']))), { tally: { passed: 1, failed: 0, skipped: 0 }, flaky: [{ name: 'a', why: 'no database' }] });
});

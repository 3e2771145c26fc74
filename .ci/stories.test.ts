/** How the browser stories are counted: `node --test .ci`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flakyStories, type StoryReport, tallyOf } from './stories.ts';

const story = (title: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped', message?: string) =>
  ({ title, file: 'audit.spec.ts', tests: [{ status, results: [{ duration: 1, ...(message && { error: { message } }) }, { duration: 1 }] }] });

const REPORT: StoryReport = {
  stats: { expected: 2, unexpected: 1, flaky: 2, skipped: 1 },
  suites: [{
    title: 'audit.spec.ts',
    specs: [story('is read', 'expected'), story('is asked for anew', 'flaky', '\u001b[31mExpected: 2\u001b[39m'), story('is red', 'unexpected', 'Expected: 3')],
    suites: [{ title: 'a visitor', specs: [story('reads nothing', 'flaky', 'Timed out'), story('is told', 'expected'), story('waits', 'skipped')] }],
  }],
};

test('a story that passes at its second try counts as passed once, one that fails twice as failed', () => {
  assert.deepEqual(tallyOf(REPORT), { passed: 4, failed: 1, skipped: 1 });
});

test('the stories that needed a second try are told by name, with why the first failed; no others are', () => {
  assert.deepEqual(flakyStories(REPORT), [
    { name: 'audit.spec.ts › is asked for anew', why: 'Expected: 2' },
    { name: 'audit.spec.ts › a visitor › reads nothing', why: 'Timed out' },
  ]);
});

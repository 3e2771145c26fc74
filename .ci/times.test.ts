/** Which files take longest: `node --test .ci`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsByFile, slowest } from './times.ts';

const TESTS = { testResults: [{ name: '/x/a.test.ts', startTime: 1000, endTime: 3000 }, { name: '/x/b.test.ts', startTime: 0, endTime: 9000 }] };

test('files of Vitest are told with the longest first', () => {
  assert.equal(slowest(TESTS), 'b.test.ts 9 s, a.test.ts 2 s');
  assert.equal(slowest(TESTS, 1), 'b.test.ts 9 s');
});

test('the stories of a file are added up, those within groups and second tries too', () => {
  const story = (file: string, ...durations: number[]) => ({ title: 'x', file, tests: [{ status: 'expected' as const, results: durations.map((duration) => ({ duration })) }] });
  const report = {
    stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 },
    suites: [{ title: 'a', specs: [story('a.spec.ts', 1000)], suites: [{ title: 'group', specs: [story('a.spec.ts', 500, 1500)] }] }, { title: 'b', specs: [story('b.spec.ts', 4000)] }],
  };
  assert.deepEqual([...secondsByFile(report)], [['a.spec.ts', 3], ['b.spec.ts', 4]]);
});

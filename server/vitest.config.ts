import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/**
 * What changes what all of a process share: entities and readers of a test's own, doubles of modules and methods, the clock.
 * A file with such a line has modules of its own; the others, which are most, use those that are there, since to load the
 * server takes longer than most of them.
 */
const CHANGES_THE_SHARED = /\bvi\.(?:mock|doMock|spyOn|useFakeTimers|stubEnv|stubGlobal)\(|^@(?:Entity|Embeddable|ObjectType|InputType|Resolver)\b|^(?:const \w+.*= )?(?:reader|query|edge)\(/m;
const include = ['src/**/*.test.ts', 'test/**/*.test.ts', 'bin/**/*.test.ts', 'bench/**/*.test.ts'];
// Where another PostgreSQL is asked (`TEST_DATABASE_URL`), ours has nothing to say, and nothing new is said by the controls, that a test can fail, and by the planner, which asks none; to put back what was committed takes more than a role there may.
const elsewhere = process.env.TEST_DATABASE_URL ? ['src/core/database/cluster/**', 'src/planner/{engine,mission,explain}/**', 'bench/planner/**', 'test/second-start.long.test.ts', 'test/permissions/*commits.long.test.ts', '**/*-control{,.long}.test.ts', '**/control.test.ts'] : [];
// `npm test` leaves these out (docs/testing.md).
const exclude = [...elsewhere, ...(process.env.LONG_TESTS === 'no' ? ['**/*.long.test.ts'] : [])];
const alone = globSync(include, { cwd: import.meta.dirname }).filter((file) => CHANGES_THE_SHARED.test(readFileSync(new URL(file, import.meta.url), 'utf8')));

const shared = {
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
};
const setupFiles = ['./test/discovered-once.ts'];
export const limits = {
  // What is waited for comes soon, unless the machine has much else to do.
  testTimeout: 30_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 15_000, interval: 20 } },
};

export default defineConfig({
  ...shared,
  test: {
    globalSetup: ['./test/prepare-databases.ts'],
    // One more than processors: each waits for much, for locks, mails, processes that end.
    maxWorkers: 3,
    projects: [
      { ...shared, test: { name: 'together', include, setupFiles, exclude: [...exclude, ...alone], isolate: false, ...limits } },
      { ...shared, test: { name: 'alone', include: alone, exclude, setupFiles, ...limits } },
    ],
  },
});

import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** What is measured by the clock: a command of its own, for a machine that does nothing else. */
export default defineConfig({
  resolve: config.resolve!,
  test: { globalSetup: config.test!.globalSetup!, include: ['test/timing/**/*.timing.ts'], maxWorkers: 1, testTimeout: 600_000, hookTimeout: 60_000 },
});

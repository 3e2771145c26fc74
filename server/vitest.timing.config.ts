import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** What is measured by the clock: a command of its own, for a machine that does nothing else. */
const timing = mergeConfig(config, defineConfig({ test: { maxWorkers: 1, testTimeout: 600_000 } }));
timing.test!.include = ['test/timing/**/*.timing.ts'];

export default timing;

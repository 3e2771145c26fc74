import { defineConfig, mergeConfig } from 'vitest/config';

import viteConfig from './vite.config.ts';

export default mergeConfig(viteConfig, defineConfig({
  // One copy of graphql, or its own checks refuse what another copy made.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    // Each file has a document and modules of its own, without a process of its own.
    pool: 'vmThreads',
    maxWorkers: 2,
    // Beside the tests of the server a processor is shared by several.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 4_000 } },
  },
}));

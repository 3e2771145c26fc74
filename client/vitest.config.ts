import { defineConfig, mergeConfig } from 'vitest/config';

import viteConfig from './vite.config.ts';

export default mergeConfig(viteConfig, defineConfig({
  // One copy of graphql, or its own checks refuse what another copy made.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
}));

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS } from './support/chromium.ts';

const port = Number(process.env.E2E_PORT ?? 4310);
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), 'passerelle-e2e-'));

/** The product as `npm start` runs it, on a folder of its own, in the Chromium that was found. */
export default defineConfig({
  testDir: 'tests',
  globalSetup: './support/quiet.ts',
  testIgnore: process.env.LONG_TESTS === 'no' ? ['**/*.long.spec.ts'] : [],
  fullyParallel: true,
  workers: 2,
  // What passes only now is told of by name at the end of `npm test`, so that it is mended (docs/testing.md).
  // The whole walk takes too long for that.
  retries: process.env.E2E_WALK === 'whole' ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  outputDir: 'test-results',
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
      args: CHROMIUM_ARGUMENTS,
      // Where the machine has no language, a file whose name is not Latin is saved without its name.
      env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' },
    },
    locale: 'fr-FR',
    timezoneId: 'Europe/Vienna',
    // A button that is not there is told of while its story has time left.
    actionTimeout: 30_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node ../server/bin/start.ts',
    url: `http://localhost:${port}/readyz`,
    env: {
      PORT: String(port), DATA_FOLDER: process.env.E2E_DATA, DATABASE_URL: '', DEMONSTRATION: 'yes', PROOF_OF_WORK: '20', VISITOR_LIMIT: '1000000', MEMBER_LIMIT: '1000000',
      // Stories that sign in often say which network they come from: attempts are counted by network.
      TRUSTED_PROXIES: 'loopback',
    },
    timeout: 300_000,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});

import { defineConfig } from 'vitest/config';
import config, { limits } from './vitest.config.ts';

/** The whole of the model of registrations, and more who come at once: a thousand runs of fifty steps, neither more nor fewer, with each of five seeds, and each step compared with the database. A seed has a process and a database of its own. */
const SEEDS = ['1', '2', '3', '4', '5'];
const shared = { resolve: config.resolve! };

export default defineConfig({
  ...shared,
  test: {
    globalSetup: config.test!.globalSetup!,
    maxWorkers: config.test!.maxWorkers!,
    projects: [
      ...SEEDS.map((seed) => ({ ...shared, test: { name: `seed ${seed}`, include: ['src/registrations/model.long.test.ts'], env: { MODEL: 'whole', MODEL_SEED: seed }, ...limits } })),
      { ...shared, test: { name: 'at once', include: ['src/registrations/{concurrency,many-changes}.test.ts'], env: { MODEL: 'whole' }, ...limits } },
    ],
  },
});

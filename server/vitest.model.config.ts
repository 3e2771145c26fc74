import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** The whole of the model of registrations, and more who come at once: a thousand runs of fifty steps, neither more nor fewer, with each of five seeds, and each step compared with the database. */
const model = mergeConfig(config, defineConfig({ test: { maxWorkers: 1, env: { MODEL: 'whole' } } }));
model.test!.include = ['src/registrations/{model,concurrency,many-changes}.test.ts'];

export default model;

/** What is told of stories that are told shortly. */
import { test } from '@playwright/test';

/** Whether stories are told shortly: what takes long and seldom tells what nothing else does is left out (`docs/testing.md`). */
export const isShort = process.env.LONG_TESTS === 'no';

/** The languages in which a story is told, or what else it is told of; the first of them where stories are told shortly. */
export const toldIn = <Told>(all: readonly Told[]): readonly Told[] => (isShort ? all.slice(0, 1) : all);

/** A story that goes on from those before it in its file, with more than the main of their feature: told where nothing is left out. */
export const further: (title: string, body: Parameters<typeof test>[2]) => void = isShort ? () => undefined : test;

/** What a story asks beside the main of its feature: asked where nothing is left out. What comes after it does not need it. */
export const besides = async (what: string, ask: () => Promise<void>): Promise<void> => {
  if (!isShort) await test.step(what, ask);
};

/** Whether stories are told shortly: what takes long and seldom tells what nothing else does is left out (`docs/testing.md`). */
export const isShort = process.env.LONG_TESTS === 'no';

/** The languages in which a story is told; the first of them where stories are told shortly. */
export const toldIn = <Language extends string>(languages: readonly Language[]): readonly Language[] => (isShort ? languages.slice(0, 1) : languages);

/** Work on several things in one job. */

/** Each by itself, as in a transaction of its own: what one refuses does not keep the others. Throws the first refusal, at the end. */
export async function eachOf(keys: readonly string[], signal: AbortSignal, work: (key: string) => Promise<unknown>): Promise<void> {
  let refusal: unknown;
  for (const key of keys) {
    signal.throwIfAborted();
    try {
      await work(key);
    } catch (error) {
      refusal ??= error;
    }
  }
  if (refusal !== undefined) throw refusal;
}

/** A signal without content: that something has changed of what somebody may see. */
import { signalOf } from './signal.ts';
import type { StreamContext } from './stream-context.ts';

/**
 * Tells `true` whenever the mark is another one. `mark` is a statement with one text, with `value` as its `$1`, run as who asks: the rules of the tables and
 * views say what they may see, and of what they may not see nothing is told. Throws SERVICE_UNAVAILABLE.
 */
export async function* watchSeen({ live, actor, over }: StreamContext, keys: readonly string[], mark: string, value: string): AsyncGenerator<true> {
  const signal = signalOf(live.changes, keys, over);
  const read = (): Promise<string> => live.run({ text: mark, values: [value], person: actor.person });
  try {
    let before = await read();
    while (await signal.next()) {
      const now = await read();
      if (now !== before) yield true;
      before = now;
    }
  } finally {
    signal.close();
  }
}

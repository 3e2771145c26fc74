import { expect, test } from 'vitest';
import { effectScope, nextTick, shallowRef } from 'vue';

import { useTaken } from './useTaken.ts';

test('what was asked for stays when asking anew fails, and goes when there is none any more', async () => {
  const answer = shallowRef<{ readonly id: string } | null>();
  const { session } = effectScope().run(() => useTaken(() => answer.value))!;
  const seen: (string | undefined)[] = [];
  for (const now of [undefined, { id: 'one' }, undefined, { id: 'two' }, null]) {
    answer.value = now;
    await nextTick();
    seen.push(session.value?.id);
  }
  expect(seen).toEqual([undefined, 'one', 'one', 'two', undefined]);
});

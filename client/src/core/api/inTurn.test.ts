import { describe, expect, it } from 'vitest';
import { ref, shallowRef } from 'vue';

import type { Failure } from './failure.ts';
import { inTurn } from './inTurn.ts';

/** An act that fails so many times. */
function failing(times: number) {
  const failure = shallowRef<Failure>();
  const act = { failure, isActing: ref(false), tried: 0, do: async () => undefined as string | undefined };
  act.do = async () => {
    act.tried += 1;
    failure.value = act.tried <= times ? { code: 'NETWORK' } : undefined;
    return failure.value ? undefined : 'done';
  };
  return act;
}

describe('acts of which one is done at a time', () => {
  it('have what was done last done again, with all that came after it', async () => {
    const [one, other] = [failing(1), failing(0)];
    const turn = inTurn([one, other]);
    const told: (string | undefined)[] = [];
    await turn.take(async () => told.push(await one.do()));
    expect([turn.failure.value, told]).toEqual([{ code: 'NETWORK' }, [undefined]]);
    turn.again();
    await expect.poll(() => told).toEqual([undefined, 'done']);
    expect([turn.failure.value, one.tried, other.tried]).toEqual([undefined, 2, 0]);
  });

  it('forget what failed before once something else is done', async () => {
    const [one, other] = [failing(9), failing(0)];
    const turn = inTurn([one, other]);
    await turn.take(one.do);
    await turn.take(other.do);
    expect(turn.failure.value).toBeUndefined();
  });

  it('are being done while one of them is', () => {
    const [one, other] = [failing(0), failing(0)];
    const turn = inTurn([one, other]);
    expect(turn.isActing.value).toBe(false);
    other.isActing.value = true;
    expect(turn.isActing.value).toBe(true);
  });

  it('have nothing to do again before anything was done', () => {
    expect(() => inTurn([failing(0)]).again()).not.toThrow();
  });
});

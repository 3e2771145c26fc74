import { describe, expect, it } from 'vitest';
import { ref, shallowRef } from 'vue';

import type { Act, Failure } from '../core/api/index.ts';
import { useStepUp } from './useStepUp.ts';

/** An act that is refused so many times, and remembers with what it was tried. */
function refused(times: number, code: Failure['code'] = 'STEP_UP_REQUIRED'): Act<string, string> & { readonly tried: string[] } {
  const tried: string[] = [];
  const failure = shallowRef<Failure>();
  return {
    tried, failure, isActing: ref(false),
    act: async (variables) => {
      tried.push(variables);
      failure.value = tried.length <= times ? { code } : undefined;
      return failure.value ? undefined : `done with ${variables}`;
    },
  };
}

describe('what needs a key shown lately', () => {
  it('is done at once where nothing is asked', async () => {
    const { isAsked, guard } = useStepUp();
    const act = refused(0);
    expect(await guard(act).act('a')).toBe('done with a');
    expect(isAsked.value).toBe(false);
  });

  it('is done again, with what was typed, once the key was shown', async () => {
    const { isAsked, answer, guard } = useStepUp();
    const act = refused(1);
    const guarded = guard(act);
    const done = guarded.act('typed');
    await expect.poll(() => isAsked.value).toBe(true);
    expect(guarded.failure.value).toBeUndefined();
    answer(true);
    expect(await done).toBe('done with typed');
    expect(act.tried).toEqual(['typed', 'typed']);
    expect(isAsked.value).toBe(false);
  });

  it('is not done when the dialog is left, and is no failure then', async () => {
    const { isAsked, answer, guard } = useStepUp();
    const act = refused(1);
    const guarded = guard(act);
    const done = guarded.act('typed');
    await expect.poll(() => isAsked.value).toBe(true);
    answer(false);
    expect(await done).toBeUndefined();
    expect(act.tried).toEqual(['typed']);
    expect(guarded.failure.value).toBeUndefined();
    answer(false);
  });

  it('is not done for what waited before, where something else asks too', async () => {
    const { isAsked, answer, guard } = useStepUp();
    const [one, other] = [refused(1), refused(1)];
    const first = guard(one).act('one');
    await expect.poll(() => isAsked.value).toBe(true);
    const second = guard(other).act('other');
    expect(await first).toBeUndefined();
    answer(true);
    expect([await second, one.tried, other.tried]).toEqual(['done with other', ['one'], ['other', 'other']]);
  });

  it('tells of other refusals and asks for nothing', async () => {
    const { isAsked, guard } = useStepUp();
    const guarded = guard(refused(1, 'RATE_LIMITED'));
    expect(await guarded.act('typed')).toBeUndefined();
    expect([guarded.failure.value?.code, isAsked.value]).toEqual(['RATE_LIMITED', false]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';

import { keepWaiting, readWaiting, type Waiting, withDecision, withoutSent } from './presenceQueue.ts';

const decision = (registration: string, state: Waiting['state'], at: string, day: string | null = '2026-11-26'): Waiting => ({ registration, day, state, at });
const [ANA, ION] = [decision('Registration_a', 'PRESENT', '2026-11-26T09:00:00Z'), decision('Registration_i', 'ABSENT', '2026-11-26T09:01:00Z')];

beforeEach(() => localStorage.clear());

describe('what waits to be sent', () => {
  it('outlives the page, by session, and leaves nothing behind once it is sent', () => {
    keepWaiting(localStorage, 'S', [ANA, ION]);
    expect(readWaiting(localStorage, 'S')).toEqual([ANA, ION]);
    expect(readWaiting(localStorage, 'T')).toEqual([]);
    keepWaiting(localStorage, 'S', []);
    expect(localStorage).toHaveLength(0);
  });

  it('is of each person and day what was decided last', () => {
    const again = decision('Registration_a', 'OPEN', '2026-11-26T09:02:00Z');
    expect(withDecision([ANA, ION], again)).toEqual([ION, again]);
    const otherDay = decision('Registration_a', 'PRESENT', '2026-11-27T09:00:00Z', '2026-11-27');
    expect(withDecision([ANA], otherDay)).toEqual([ANA, otherDay]);
  });

  it('keeps what was decided while it was being sent', () => {
    const meanwhile = decision('Registration_a', 'ABSENT', '2026-11-26T09:05:00Z');
    expect(withoutSent(withDecision([ANA, ION], meanwhile), [ANA, ION])).toEqual([meanwhile]);
    expect(withoutSent([ANA, ION], [ANA])).toEqual([ION]);
  });

  it.each(['', '{', 'null', '{"registration":"x"}', '[1, null, {"registration": 1}, {"registration":"x","day":null,"state":"HERE","at":"now"}]'])('that cannot be read (%s) is nothing', (kept) => {
    localStorage.setItem('presence:S', kept);
    expect(readWaiting(localStorage, 'S')).toEqual([]);
  });

  it('waits in the page alone where the browser keeps nothing', () => {
    const full = { getItem: () => { throw new Error('no'); }, setItem: () => { throw new Error('full'); }, removeItem: () => undefined };
    expect(() => keepWaiting(full, 'S', [ANA])).not.toThrow();
    expect(readWaiting(full, 'S')).toEqual([]);
    expect(readWaiting(undefined, 'S')).toEqual([]);
  });
});

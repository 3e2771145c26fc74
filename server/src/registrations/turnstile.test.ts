/** The turnstile before a session: who comes first is first, few are within, and nobody is left standing. */
import { expect, test } from 'vitest';
import { Turnstile } from './turnstile.ts';

/** Work that is done when it is told to be, and what has begun so far. */
function works(turnstile: Turnstile) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const come = (name: string, key = 'session'): Promise<string> =>
    turnstile.pass(key, async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  return { begun, come, end: (name: string) => ends.get(name)!() };
}

test('so many are within, and the others come in one after the other as they came', async () => {
  const { begun, come, end } = works(new Turnstile({ within: 2 }));
  const all = ['a', 'b', 'c', 'd'].map((name) => come(name));
  await expect.poll(() => begun).toEqual(['a', 'b']);
  end('b');
  expect(await all[1]).toBe('b');
  await expect.poll(() => begun).toEqual(['a', 'b', 'c']);
  // Who comes now is behind who waits, although somebody leaves at the same time.
  const last = come('e');
  for (const name of ['a', 'c']) end(name);
  await expect.poll(() => begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  for (const name of ['d', 'e']) end(name);
  expect(await Promise.all([...all, last])).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('nobody waits for those of another session', async () => {
  const { begun, come, end } = works(new Turnstile({ within: 1 }));
  const both = [come('a'), come('b', 'another')];
  await expect.poll(() => begun).toEqual(['a', 'b']);
  for (const name of begun) end(name);
  await Promise.all(both);
});

test('who fails lets in the next one', async () => {
  const turnstile = new Turnstile({ within: 1 });
  const failed = turnstile.pass('session', () => Promise.reject(new Error('no')));
  const next = turnstile.pass('session', () => Promise.resolve('in'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('in');
  expect(await turnstile.pass('session', () => Promise.resolve('in again'))).toBe('in again');
});

test('whose turn does not come in time is told so, does nothing, and is in nobody’s way', async () => {
  const { begun, come, end } = works(new Turnstile({ within: 1, patience: 20 }));
  const first = come('a');
  await expect(come('b')).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
  end('a');
  await first;
  const third = come('c');
  await expect.poll(() => begun).toEqual(['a', 'c']);
  end('c');
  expect(await third).toBe('c');
});

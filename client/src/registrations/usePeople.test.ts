import { describe, expect, test } from 'vitest';
import { shallowRef } from 'vue';

import { type People, usePeople } from './usePeople.ts';

interface Typed { readonly key: number; name: string }

/** A form with so many people, of whom the second is wrongly typed. */
async function form(count: number): Promise<People<Typed, string>> {
  let keys = 0;
  const made = usePeople<Typed, string>(() => ({ key: (keys += 1), name: '' }), shallowRef([]));
  for (let n = 1; n < count; n += 1) await made.add();
  made.faults.value = Array.from({ length: count }, (_, n) => (n === 1 ? 'wrong' : ''));
  return made;
}

const keysOf = ({ people }: People<Typed, string>): number[] => people.map(({ key }) => key);

describe('people who are sent', () => {
  test('leave the form empty for the next one', async () => {
    const made = await form(3);
    made.clear();
    expect([keysOf(made), made.faults.value]).toEqual([[4], []]);
  });

  test('in part leave the others as they were typed, with what is wrong with them', async () => {
    const made = await form(3);
    made.people[2]!.name = 'Ana';
    made.clear(1);
    expect([keysOf(made), made.faults.value, made.people[1]!.name]).toEqual([[2, 3], ['wrong', ''], 'Ana']);
  });
});

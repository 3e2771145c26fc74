import { describe, expect, test, vi } from 'vitest';
import { shallowRef } from 'vue';

import { MOST_PEOPLE, type People, usePeople } from './usePeople.ts';

interface Typed { readonly key: number; name: string }

/** A form with so many people, of whom the second is wrongly typed. */
async function form(count: number, fields: Parameters<typeof usePeople<Typed, string>>[1] = shallowRef([])): Promise<People<Typed, string>> {
  let keys = 0;
  const made = usePeople<Typed, string>(() => ({ key: (keys += 1), name: '' }), fields, ({ name }) => name !== '');
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

describe('somebody who is taken away', () => {
  test('comes back where they were, as they were typed, with what is wrong with them', async () => {
    const made = await form(3);
    made.people[1]!.name = 'Ana';
    await made.remove(1);
    expect([keysOf(made), made.faults.value, made.removed.value]).toEqual([[1, 3], ['', ''], { key: 2, name: 'Ana' }]);
    await made.restore();
    expect([keysOf(made), made.faults.value, made.people[1]!.name, made.removed.value]).toEqual([[1, 2, 3], ['', 'wrong', ''], 'Ana', undefined]);
  });

  test('has the focus once they are back, in whatever order the fields of all are', async () => {
    const focused: number[] = [];
    const fieldsOf = (key: number) => ({ key, focus: vi.fn(() => void focused.push(key)) });
    const made = await form(3, shallowRef([fieldsOf(1), fieldsOf(3), fieldsOf(2)]));
    made.people[1]!.name = 'Ana';
    await made.remove(1);
    focused.length = 0;
    await made.restore();
    expect(focused).toEqual([2]);
  });

  test('comes back at the end where fewer than those before them are left', async () => {
    const made = await form(3);
    made.people[2]!.name = 'Ana';
    await made.remove(2);
    await made.remove(1);
    await made.restore();
    expect(keysOf(made)).toEqual([1, 3]);
  });

  test('comes back after whoever was taken away later', async () => {
    const made = await form(3);
    for (const person of made.people) person.name = `N${person.key}`;
    await made.remove(0);
    await made.remove(1);
    expect(made.removed.value?.key).toBe(3);
    await made.restore();
    await made.restore();
    expect(keysOf(made)).toEqual([1, 2, 3]);
  });

  test('is gone at once where nothing was typed of them', async () => {
    const made = await form(2);
    await made.remove(1);
    expect([keysOf(made), made.removed.value]).toEqual([[1], undefined]);
  });

  test('waits for room, and is gone once the others are sent', async () => {
    const made = await form(MOST_PEOPLE);
    made.people[4]!.name = 'Ana';
    await made.remove(4);
    await made.add();
    expect(made.removed.value).toBeUndefined();
    await made.remove(0);
    expect(made.removed.value?.name).toBe('Ana');
    made.clear();
    expect(made.removed.value).toBeUndefined();
  });

  test('has the faults of others at their places, where these were looked for meanwhile', async () => {
    const made = await form(3);
    made.faults.value = [];
    made.people[0]!.name = 'Ana';
    await made.remove(0);
    made.faults.value = ['first', 'second'];
    await made.restore();
    expect(made.faults.value.slice(1)).toEqual(['first', 'second']);
  });
});

import { nextTick, reactive, type Reactive, type Ref, ref, type ShallowRef } from 'vue';

/** So many people are typed at once, at most. */
export const MOST_PEOPLE = 20;

/** The fields of one of them, as their component exposes it. */
interface Fields {
  readonly focus: (wrong: object) => void;
}

/** Several people who are typed in one form, and what is wrong with each. */
export interface People<Person extends object, Faults> {
  readonly people: Reactive<Person[]>;
  readonly faults: Ref<Faults[]>;
  /** Another one, whose first field takes the focus. */
  readonly add: () => Promise<void>;
  /** Takes the `n`-th away; the focus goes to the one before. */
  readonly remove: (n: number) => Promise<void>;
  /** The first so many are sent: the others stay, and without any the form begins anew. */
  readonly clear: (sent?: number) => void;
}

/** People who are typed in one form, one to begin with. `fields`: those of each, in their order. */
export function usePeople<Person extends object, Faults>(newPerson: () => Person, fields: Readonly<ShallowRef<readonly (Fields | null)[] | null>>): People<Person, Faults> {
  const people = reactive([newPerson()]) as Reactive<Person[]>;
  const faults = ref([]) as Ref<Faults[]>;
  const put = (from: number, removed: number, ...added: Person[]): unknown => (people as Person[]).splice(from, removed, ...added);

  async function add(): Promise<void> {
    put(people.length, 0, newPerson());
    await nextTick();
    fields.value?.at(-1)?.focus({});
  }

  async function remove(n: number): Promise<void> {
    put(n, 1);
    faults.value.splice(n, 1);
    await nextTick();
    fields.value?.[Math.max(n - 1, 0)]?.focus({});
  }

  function clear(sent = people.length): void {
    put(0, sent, ...(sent < people.length ? [] : [newPerson()]));
    faults.value.splice(0, sent);
  }

  return { people, faults, add, remove, clear };
}

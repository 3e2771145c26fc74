import { computed, type ComputedRef, nextTick, reactive, type Reactive, type Ref, ref, type ShallowRef } from 'vue';

/** So many people are typed at once, at most. */
export const MOST_PEOPLE = 20;

/** The fields of one of them, as their component exposes it: of whom, by `key`, as they stand in no order. */
interface Fields {
  readonly key: number;
  readonly focus: (wrong: object) => void;
}

/** Several people who are typed in one form, and what is wrong with each. */
export interface People<Person extends { readonly key: number }, Faults> {
  readonly people: Reactive<Person[]>;
  readonly faults: Ref<Faults[]>;
  /** Moves the focus to the first field of the `n`-th that something is wrong with; else to the first of all. */
  readonly focus: (n: number, wrong?: object) => void;
  /** Another one, whose first field takes the focus. */
  readonly add: () => Promise<void>;
  /** Takes the `n`-th away. Where nothing was typed of them, the focus goes to the one before; else they are `removed`, and that is shown. */
  readonly remove: (n: number) => Promise<void>;
  /** Who was taken away last and can be put back, as they were typed: until the others are sent, and while there is room. */
  readonly removed: ComputedRef<Person | undefined>;
  /** Puts them back where they were; their first field takes the focus. */
  readonly restore: () => Promise<void>;
  /** The first so many are sent: the others stay, and without any the form begins anew. */
  readonly clear: (sent?: number) => void;
}

/** Somebody who was taken away: where they stood, and what was wrong with them. */
interface Removed<Person, Faults> {
  readonly n: number;
  readonly person: Person;
  readonly fault: Faults | undefined;
}

/** People who are typed in one form, one to begin with. `fields`: those of each; `isTyped`: whether anything of one would be lost. */
export function usePeople<Person extends { readonly key: number }, Faults>(newPerson: () => Person, fields: Readonly<ShallowRef<readonly (Fields | null)[] | null>>, isTyped: (person: Person) => boolean): People<Person, Faults> {
  const people = reactive([newPerson()]) as Reactive<Person[]>;
  const faults = ref([]) as Ref<Faults[]>;
  const taken = ref([]) as Ref<Removed<Person, Faults>[]>;
  const removed = computed(() => (people.length < MOST_PEOPLE ? taken.value.at(-1)?.person : undefined));
  const put = (from: number, gone: number, ...added: Person[]): unknown => (people as Person[]).splice(from, gone, ...added);

  const focus = (n: number, wrong: object = {}): void => fields.value?.find((one) => one?.key === (people as Person[])[n]?.key)?.focus(wrong);

  async function add(): Promise<void> {
    put(people.length, 0, newPerson());
    await nextTick();
    focus(people.length - 1);
  }

  async function remove(n: number): Promise<void> {
    const person = (people as Person[])[n]!;
    put(n, 1);
    const [fault] = faults.value.splice(n, 1);
    if (isTyped(person)) return void taken.value.push({ n, person, fault });
    await nextTick();
    focus(Math.max(n - 1, 0));
  }

  async function restore(): Promise<void> {
    const { n: before, person, fault } = taken.value.pop()!;
    const n = Math.min(before, people.length);
    put(n, 0, person);
    // What is wrong with the others was perhaps looked for meanwhile, and not with this one.
    if (faults.value.length > n) faults.value.splice(n, 0, fault ?? ({} as Faults));
    await nextTick();
    focus(n);
  }

  function clear(sent = people.length): void {
    put(0, sent, ...(sent < people.length ? [] : [newPerson()]));
    faults.value.splice(0, sent);
    taken.value = [];
  }

  return { people, faults, focus, add, remove, removed, restore, clear };
}

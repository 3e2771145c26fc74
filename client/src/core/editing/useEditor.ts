import { computed, type ComputedRef, type Ref, ref, shallowRef, watch } from 'vue';

import type { Failure } from '../api/index.ts';
import type { Doing, PreparingAnswer } from './answer.ts';
import type { Comparing } from './comparing.ts';

/** What somebody else has stored meanwhile, and the fields in which both have changed something. */
export interface Conflict<Typed, Field> {
  readonly theirs: Typed;
  readonly fields: readonly Field[];
  /** Of a field that is compared part by part, the parts that both have changed. */
  readonly parts: readonly string[];
}

export interface Editor<Session, Typed, Field, Fault> {
  readonly typed: Ref<Typed>;
  readonly isDirty: ComputedRef<boolean>;
  readonly faults: Ref<readonly Fault[]>;
  readonly conflict: Ref<Conflict<Typed, Field> | undefined>;
  /** The key under which something new is sent. */
  readonly key: string;
  readonly obstacle: Ref<string | undefined>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
  /** Sends what is typed; what came of it, where something was stored, by us or by others. What was typed stays. */
  readonly save: () => Promise<{ readonly session: Session; readonly isSaved: boolean } | undefined>;
  /** Takes what is stored of a field in the place of what is typed. */
  readonly takeTheirs: (field: Field) => void;
}

/** What a kind of thing is that is typed, stored and sent. */
export interface Edited<Session, Item extends { readonly version: number }, Typed extends object, Field extends keyof Typed, Input, Fault> extends Comparing<Typed, Field> {
  readonly doing: Doing<[session: string, of: { readonly key: string; readonly version: number }, input: Input], PreparingAnswer<Session, Fault>>;
  readonly session: () => Session & { readonly id: string };
  /** What is changed; undefined for something new. */
  readonly start: Item | undefined;
  /** What was typed of something new on an earlier visit, with the key under which it may have been sent. */
  readonly draft?: { readonly key: string; readonly typed: Typed } | undefined;
  readonly keyOf: (item: Item) => string;
  readonly itemsOf: (session: Session) => readonly Item[];
  readonly empty: () => Typed;
  readonly typedOf: (item: Item) => Typed;
  /** What is typed, as it is compared and sent. */
  readonly tidied?: (typed: Typed) => Typed;
  readonly inputOf: (typed: Typed) => Input;
  readonly faultsOf: (typed: Typed) => readonly Fault[];
  /** Why nothing came of it; undefined where something did. */
  readonly obstacle: (outcome: string) => string | undefined;
}

/** The form of something that is one of several in a session: what was typed stays, and is put together with what somebody else has stored meanwhile. */
export function useEditor<Session, Item extends { readonly version: number }, Typed extends object, Field extends keyof Typed, Input, Fault>(
  edited: Edited<Session, Item, Typed, Field, Input, Fault>,
): Editor<Session, Typed, Field, Fault> {
  const { start, keyOf, typedOf, empty, tidied = (one) => one } = edited;
  const { perform, isActing, failure } = edited.doing;
  // One for the whole visit: what is sent twice is made once.
  const key = start ? keyOf(start) : (edited.draft?.key ?? crypto.randomUUID());
  const version = ref(start?.version ?? 0);
  const begin = (): Typed => (start ? typedOf(start) : empty());
  const base = shallowRef(begin());
  const typed = ref(edited.draft?.typed ?? begin()) as Ref<Typed>;
  const faults = shallowRef<readonly Fault[]>([]);
  const conflict = shallowRef<Conflict<Typed, Field>>();
  const obstacle = ref<string>();
  /** What was sent, and of which no answer came: it may be stored. */
  let unanswered: Typed[] = [];

  /** Whether what is stored is what was sent from here, and only the answer was lost: what was typed since goes on from it, and is in conflict with nobody. */
  function isOwn(stored: Item): boolean {
    const [theirs, sent] = [typedOf(stored), unanswered];
    unanswered = [];
    if (!sent.some((one) => !edited.isChanged(one, theirs))) return false;
    [base.value, version.value] = [theirs, stored.version];
    return true;
  }

  /** Puts what is stored by now together with what is typed. */
  function adopt(stored: Item): void {
    const theirs = typedOf(stored);
    const merged = edited.merge(base.value, tidied(typed.value), theirs);
    [typed.value, base.value, version.value] = [merged.typed, theirs, stored.version];
    conflict.value = { theirs, fields: merged.conflicts, parts: merged.parts ?? [] };
  }

  const storedIn = (session: Session | null): Item | undefined => (session === null ? undefined : edited.itemsOf(session).find((one) => keyOf(one) === key));

  /** Tells what came of it. */
  function receive({ outcome, faults: found, session }: PreparingAnswer<Session, Fault>): { session: Session; isSaved: boolean } | undefined {
    faults.value = found;
    const stored = storedIn(session);
    if (outcome === 'CONFLICT' && stored) adopt(stored);
    else obstacle.value = edited.obstacle(outcome);
    const isSaved = outcome === 'DONE';
    // What is stored is what was typed: whoever goes on from here leaves nothing behind.
    if (isSaved && stored) [base.value, typed.value, version.value, unanswered] = [typedOf(stored), typedOf(stored), stored.version, []];
    return session !== null && (isSaved || outcome === 'CONFLICT') ? { session, isSaved } : undefined;
  }

  async function save(): Promise<{ session: Session; isSaved: boolean } | undefined> {
    [obstacle.value, faults.value] = [undefined, edited.faultsOf(typed.value)];
    if (faults.value.length > 0) return undefined;
    const sent = tidied(typed.value);
    const answer = await perform(edited.session().id, { key, version: version.value }, edited.inputOf(sent));
    if (!answer) {
      unanswered = [...unanswered, JSON.parse(JSON.stringify(sent)) as Typed];
      return undefined;
    }
    const stored = storedIn(answer.session);
    return answer.outcome === 'CONFLICT' && stored && isOwn(stored) ? save() : receive(answer);
  }

  // What one has changed oneself beside this form, or somebody else where nothing of it is typed here, is no conflict with what is typed.
  watch(() => edited.itemsOf(edited.session()).find((one) => keyOf(one) === key), (now) => {
    if (now && now.version > version.value && !edited.isChanged(base.value, typedOf(now))) version.value = now.version;
  });

  function takeTheirs(field: Field): void {
    if (!conflict.value) return;
    const { theirs, fields, parts } = conflict.value;
    typed.value = { ...typed.value, [field]: theirs[field] };
    conflict.value = { theirs, fields: fields.filter((one) => one !== field), parts };
  }

  return { typed, isDirty: computed(() => edited.isChanged(base.value, tidied(typed.value))), faults, conflict, key, obstacle, isActing, failure, save, takeTheirs };
}

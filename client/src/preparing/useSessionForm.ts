import { computed, type ComputedRef, type Ref, ref, shallowRef, watch } from 'vue';

import type { Failure } from '../core/api/index.ts';
import { codeOf, faultsOf, inputOf, isSame, merge, type Merged, SESSION_FIELDS, type SessionFieldName, typedOf, type TypedSession } from './sessionForm.ts';
import { type Prepared, type SessionAnswer, type SessionFault, type SessionOutcome, useSaveSession } from './usePreparing.ts';

/** What two people have made of the same session: what I had typed, what is stored, and what came of both. */
export interface Conflict {
  readonly mine: TypedSession;
  readonly theirs: TypedSession;
  readonly merged: Merged;
}

export interface SessionForm {
  readonly typed: Ref<TypedSession>;
  /** Whether anything is typed that is not stored. */
  readonly isDirty: ComputedRef<boolean>;
  readonly faults: Ref<readonly SessionFault[]>;
  readonly conflict: Ref<Conflict | undefined>;
  /** Why nothing came of it, where that is no fault of a field. */
  readonly obstacle: Ref<SessionOutcome | undefined>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
  /** Sends what is typed: what is stored then; undefined when something is wrong, which is told. What was typed stays. */
  readonly save: () => Promise<Prepared | undefined>;
  readonly choose: (field: SessionFieldName, which: 'mine' | 'theirs') => void;
  readonly faultOf: (field: SessionFieldName) => SessionFault | undefined;
}

/** The form of a session: of `session`, or of a new one, which begins as `start`. */
export function useSessionForm(start: TypedSession, session: () => Prepared | undefined): SessionForm {
  const { perform, isActing, failure } = useSaveSession();
  // One for the whole visit: what is sent twice is made once.
  const key = crypto.randomUUID();
  const typed = ref(start) as Ref<TypedSession>;
  const base = shallowRef<TypedSession>({ ...start });
  const faults = shallowRef<readonly SessionFault[]>([]);
  const conflict = shallowRef<Conflict>();
  const obstacle = ref<SessionOutcome>();
  const isDirty = computed(() => SESSION_FIELDS.some((field) => !isSame(field, base.value, typed.value)));

  /** Puts what is stored by now together with what is typed. */
  function adopt(stored: Prepared, isTold: boolean): void {
    const theirs = typedOf(stored);
    const mine = { ...typed.value };
    const merged = merge(base.value, mine, theirs);
    [typed.value, base.value] = [merged.typed, theirs];
    if (isTold || merged.conflicts.length > 0) conflict.value = { mine, theirs, merged };
  }

  // Other parts of the page bring what is stored too, and others' changes with it.
  watch(session, (stored) => {
    if (stored) adopt(stored, false);
  });

  async function save(): Promise<Prepared | undefined> {
    obstacle.value = undefined;
    faults.value = faultsOf(typed.value);
    if (faults.value.length > 0) return undefined;
    const answer = await perform({ ...inputOf(typed.value), needsRead: base.value.needs.map(({ id }) => id) }, session() ?? { key });
    return answer && receive(answer);
  }

  /** Takes over what came of it; what is stored, where the answer says so. */
  function receive({ outcome, session: stored, faults: wrong }: SessionAnswer): Prepared | undefined {
    faults.value = wrong;
    if (outcome !== 'DONE' && outcome !== 'CONFLICT') {
      obstacle.value = outcome === 'INVALID' ? undefined : outcome;
      return undefined;
    }
    if (!stored) return undefined;
    if (outcome === 'CONFLICT') adopt(stored, true);
    else [typed.value, base.value, conflict.value] = [typedOf(stored), typedOf(stored), undefined];
    return stored;
  }

  function choose(field: SessionFieldName, which: 'mine' | 'theirs'): void {
    if (!conflict.value) return;
    const { mine, theirs, merged } = conflict.value;
    typed.value = { ...typed.value, [field]: { mine, theirs }[which][field] };
    conflict.value = { mine, theirs, merged: { ...merged, conflicts: merged.conflicts.filter((one) => one !== field) } };
  }

  return { typed, isDirty, faults, conflict, obstacle, isActing, failure, save, choose, faultOf: (field) => faults.value.find((one) => one.field === codeOf(field)) };
}

import { computed, type ComputedRef, type Ref, ref, shallowRef } from 'vue';

import type { Failure } from '../core/api/index.ts';
import { locale } from '../core/i18n/index.ts';
import { emptyPart, faultsOf, inOrder, inputOf, isChanged, keyOf, merge, type PartFieldName, typedOf, type TypedPart } from './partForm.ts';
import { type Part, type PartFault, type Programme, useSavePart } from './useProgramme.ts';
import { usePartWords } from './usePartWords.ts';

export interface PartEditor {
  readonly typed: Ref<TypedPart>;
  readonly isDirty: ComputedRef<boolean>;
  readonly faults: Ref<readonly PartFault[]>;
  /** What somebody else has stored meanwhile, and the fields in which both have changed something. */
  readonly conflict: Ref<{ readonly theirs: TypedPart; readonly fields: readonly PartFieldName[] } | undefined>;
  readonly obstacle: Ref<string | undefined>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
  /** Sends what is typed; what came of it, where something was stored, by us or by others. What was typed stays. */
  readonly save: () => Promise<{ readonly session: Programme; readonly isSaved: boolean } | undefined>;
  /** Takes what is stored of a field in the place of what is typed. */
  readonly takeTheirs: (field: PartFieldName) => void;
}

/** The form of a part of `session`: of `part`, or of a new one. */
export function usePartForm(session: () => Programme, part: () => Part | undefined): PartEditor {
  const { perform, isActing, failure } = useSavePart();
  const words = usePartWords();
  const start = part();
  // One for the whole visit: what is sent twice is made once.
  const key = start ? keyOf(start) : crypto.randomUUID();
  const version = ref(start?.version ?? 0);
  const begin = (): TypedPart => (start ? typedOf(start) : emptyPart(session(), locale.value));
  const base = shallowRef(begin());
  const typed = ref(begin()) as Ref<TypedPart>;
  const faults = shallowRef<readonly PartFault[]>([]);
  const conflict = shallowRef<{ theirs: TypedPart; fields: readonly PartFieldName[] }>();
  const obstacle = ref<string>();
  /** What is typed, with its trainers in the order of the session. */
  const tidied = computed(() => ({ ...typed.value, trainers: inOrder(typed.value.trainers, session()) }));

  /** Puts what is stored by now together with what is typed. */
  function adopt(stored: Part): void {
    const theirs = typedOf(stored);
    const merged = merge(base.value, tidied.value, theirs);
    [typed.value, base.value, version.value] = [merged.typed, theirs, stored.version];
    conflict.value = { theirs, fields: merged.conflicts };
  }

  async function save(): Promise<{ session: Programme; isSaved: boolean } | undefined> {
    [obstacle.value, faults.value] = [undefined, faultsOf(typed.value)];
    if (faults.value.length > 0) return undefined;
    const answer = await perform(session().id, { key, version: version.value }, inputOf(tidied.value));
    if (!answer) return undefined;
    faults.value = answer.faults;
    const stored = answer.session?.parts.find((one) => keyOf(one) === key);
    if (answer.outcome === 'CONFLICT' && stored) adopt(stored);
    else obstacle.value = words.obstacle(answer.outcome);
    const isSaved = answer.outcome === 'DONE';
    return answer.session && (isSaved || answer.outcome === 'CONFLICT') ? { session: answer.session, isSaved } : undefined;
  }

  function takeTheirs(field: PartFieldName): void {
    if (!conflict.value) return;
    const { theirs, fields } = conflict.value;
    typed.value = { ...typed.value, [field]: theirs[field] };
    conflict.value = { theirs, fields: fields.filter((one) => one !== field) };
  }

  return { typed, isDirty: computed(() => isChanged(base.value, tidied.value)), faults, conflict, obstacle, isActing, failure, save, takeTheirs };
}

import { computed, type ComputedRef, type Ref, ref, shallowRef } from 'vue';

import type { Failure } from '../core/api/index.ts';
import { locale } from '../core/i18n/index.ts';
import { emptyQuestion, faultsOf, inputOf, isChanged, merge, type QuestionFieldName, typedOf, type TypedQuestion } from './questionForm.ts';
import { type Form, type Question, type QuestionFault, useSaveQuestion } from './useQuestions.ts';
import { useQuestionWords } from './useQuestionWords.ts';

export interface QuestionEditor {
  readonly typed: Ref<TypedQuestion>;
  readonly isDirty: ComputedRef<boolean>;
  readonly faults: Ref<readonly QuestionFault[]>;
  /** What somebody else has stored meanwhile, and the fields in which both have changed something. */
  readonly conflict: Ref<{ readonly theirs: TypedQuestion; readonly fields: readonly QuestionFieldName[] } | undefined>;
  readonly obstacle: Ref<string | undefined>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
  /** Sends what is typed; what came of it, where something was stored, by us or by others. What was typed stays. */
  readonly save: () => Promise<{ readonly session: Form; readonly isSaved: boolean } | undefined>;
  /** Takes what is stored of a field in the place of what is typed. */
  readonly takeTheirs: (field: QuestionFieldName) => void;
}

/** The form of a question of `session`: of `question`, or of a new one. */
export function useQuestionForm(session: () => Form, question: () => Question | undefined): QuestionEditor {
  const { perform, isActing, failure } = useSaveQuestion();
  const words = useQuestionWords();
  const start = question();
  // One for the whole visit: what is sent twice is made once.
  const key = start?.key ?? crypto.randomUUID();
  const version = ref(start?.version ?? 0);
  const base = shallowRef(start ? typedOf(start) : emptyQuestion(locale.value));
  const typed = ref(start ? typedOf(start) : emptyQuestion(locale.value)) as Ref<TypedQuestion>;
  const faults = shallowRef<readonly QuestionFault[]>([]);
  const conflict = shallowRef<{ theirs: TypedQuestion; fields: readonly QuestionFieldName[] }>();
  const obstacle = ref<string>();

  /** Puts what is stored by now together with what is typed. */
  function adopt(stored: Question): void {
    const theirs = typedOf(stored);
    const merged = merge(base.value, typed.value, theirs);
    [typed.value, base.value, version.value] = [merged.typed, theirs, stored.version];
    conflict.value = { theirs, fields: merged.conflicts };
  }

  async function save(): Promise<{ session: Form; isSaved: boolean } | undefined> {
    [obstacle.value, faults.value] = [undefined, faultsOf(typed.value)];
    if (faults.value.length > 0) return undefined;
    const answer = await perform(session().id, { key, version: version.value }, inputOf(typed.value));
    if (!answer) return undefined;
    faults.value = answer.faults;
    const stored = answer.session?.questions.find((one) => one.key === key);
    if (answer.outcome === 'CONFLICT' && stored) adopt(stored);
    else obstacle.value = words.obstacle(answer.outcome);
    const isSaved = answer.outcome === 'DONE';
    return answer.session && (isSaved || answer.outcome === 'CONFLICT') ? { session: answer.session, isSaved } : undefined;
  }

  function takeTheirs(field: QuestionFieldName): void {
    if (!conflict.value) return;
    const { theirs, fields } = conflict.value;
    typed.value = { ...typed.value, [field]: theirs[field] };
    conflict.value = { theirs, fields: fields.filter((one) => one !== field) };
  }

  return { typed, isDirty: computed(() => isChanged(base.value, typed.value)), faults, conflict, obstacle, isActing, failure, save, takeTheirs };
}

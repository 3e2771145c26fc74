import { type Ref, ref } from 'vue';

import type { Act } from '../core/api/index.ts';

export interface StepUp {
  /** Whether the page is to show `StepUpDialog`. */
  readonly isAsked: Ref<boolean>;
  /** For the dialog: whether the person has shown that it is them. */
  readonly answer: (isShown: boolean) => void;
  /** The act, which asks for the key where the server does, and is then done again with what was typed. */
  readonly guard: <Data, Variables>(done: Act<Data, Variables>) => Act<Data, Variables>;
}

/**
 * For what only somebody may do who has just shown that it is them (STEP_UP_REQUIRED): exports, changes of roles, erasure.
 *
 *     const { isAsked, answer, guard } = useStepUp();
 *     const { act, isActing, failure } = guard(useAct(EraseMutation));
 *     <StepUpDialog v-if="isAsked" @answer="answer" />
 */
export function useStepUp(): StepUp {
  const isAsked = ref(false);
  let resume: ((isShown: boolean) => void) | undefined;

  function answer(isShown: boolean): void {
    isAsked.value = false;
    resume?.(isShown);
    resume = undefined;
  }

  function guard<Data, Variables>({ act, isActing, failure }: Act<Data, Variables>): Act<Data, Variables> {
    async function guarded(variables: Variables): Promise<Data | undefined> {
      const done = await act(variables);
      if (failure.value?.code !== 'STEP_UP_REQUIRED') return done;
      failure.value = undefined;
      // What waited for the dialog before is not done.
      resume?.(false);
      isAsked.value = true;
      const isShown = await new Promise<boolean>((resolve) => (resume = resolve));
      return isShown ? act(variables) : undefined;
    }
    return { act: guarded, isActing, failure };
  }

  return { isAsked, answer, guard };
}

import { computed, type ComputedRef, ref, type Ref } from 'vue';

import { type Failure, useAct } from '../core/api/index.ts';
import { ChooseNameByLinkMutation, ReadNameChoiceMutation } from './attendance.documents.ts';

/** What somebody says of their name, as the server has it. */
export interface NameChosen {
  /** Undefined until it is known, and where the link leads to no certificate that counts. */
  readonly isShown: Ref<boolean | undefined>;
  /** Reads what stands. */
  readonly read: (secret: string) => Promise<void>;
  /** Says whether the name is shown: whether that is done. */
  readonly choose: (secret: string, isShown: boolean) => Promise<boolean>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
}

/** Whether whoever has the number of one's certificate sees one's name, by the link to it. */
export function useNameChoice(): NameChosen {
  const [reading, choosing] = [useAct(ReadNameChoiceMutation), useAct(ChooseNameByLinkMutation)];
  const isShown = ref<boolean>();

  async function read(secret: string): Promise<void> {
    const answer = await reading.act({ secret });
    if (answer) isShown.value = answer.readNameChoice.choice?.isShown;
  }

  async function choose(secret: string, wanted: boolean): Promise<boolean> {
    const answer = await choosing.act({ secret, isShown: wanted });
    if (answer) isShown.value = answer.chooseNameByLink.choice?.isShown;
    return isShown.value === wanted;
  }

  return { isShown, read, choose, isActing: computed(() => reading.isActing.value || choosing.isActing.value), failure: computed(() => choosing.failure.value ?? reading.failure.value) };
}

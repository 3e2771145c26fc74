import { computed, type ComputedRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';

import type { Failure, FailureCode } from '../api/index.ts';
import { useErrorSentence } from '../labels/index.ts';
import { announcement } from '../ui/index.ts';

export interface RefusedText<Name extends string> {
  /** Why the API has refused what is typed there, in words; empty where it has not. */
  readonly refused: (name: Name) => string;
  /** What failed and is said at no field. */
  readonly other: ComputedRef<Failure | undefined>;
}

/** What the API refuses of a text as such. */
const OF_TEXTS: readonly FailureCode[] = ['PROTECTED_PLACE', 'VICTIM_DATA'];

/** Says at its field what the API refuses of a text, and puts the focus there; all else that failed is told as elsewhere. `names`: those of the fields, as the API calls them; of an element of a list the key, with `pathOf` for where it stands in what is sent (`objectives.0.text`). For components only. */
export function useRefusedText<Name extends string>(failure: () => Failure | undefined, names: () => readonly Name[], focus: (name: Name) => void, pathOf: (name: Name) => string | undefined = () => undefined): RefusedText<Name> {
  const { t } = useI18n();
  const sentence = useErrorSentence();
  const at = computed(() => {
    const failed = failure();
    if (!failed?.field || !OF_TEXTS.includes(failed.code)) return undefined;
    const path = failed.field.split('.');
    // What the guard refuses stands at a place in what was sent, what the database refuses at a key.
    const elements = names().filter((one) => pathOf(one) !== undefined);
    return elements.find((one) => path.includes(one) || pathOf(one) === path.slice(1).join('.')) ?? names().find((one) => one === path.at(-1));
  });
  watch(failure, () => {
    if (at.value === undefined) return;
    focus(at.value);
    announcement.value = t('prepare.wrong');
  }, { flush: 'post' });
  return { refused: (name) => (at.value === name ? sentence(failure()!.code) : ''), other: computed(() => (at.value === undefined ? failure() : undefined)) };
}

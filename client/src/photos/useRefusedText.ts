import { computed, type ComputedRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';

import type { Failure, FailureCode } from '../core/api/index.ts';
import { useErrorSentence } from '../core/labels/index.ts';
import { announcement } from '../core/ui/index.ts';

export interface RefusedText<Name extends string> {
  /** Why the API has refused what is typed there, in words; empty where it has not. */
  readonly refused: (name: Name) => string;
  /** What failed and is said at no field. */
  readonly other: ComputedRef<Failure | undefined>;
}

/** What the API refuses of a text as such. */
const OF_TEXTS: readonly FailureCode[] = ['PROTECTED_PLACE', 'VICTIM_DATA'];

/** Says at its field what the API refuses of a text, and puts the focus there (`fields`: by the name of each how); all else that failed is told as elsewhere. For components only. */
export function useRefusedText<Name extends string>(failure: () => Failure | undefined, fields: Readonly<Record<Name, () => void>>): RefusedText<Name> {
  const { t } = useI18n();
  const sentence = useErrorSentence();
  const at = computed(() => {
    const failed = failure();
    if (!failed?.field || !OF_TEXTS.includes(failed.code)) return undefined;
    const name = failed.field.split('.').at(-1);
    return (Object.keys(fields) as Name[]).find((one) => one === name);
  });
  watch(failure, () => {
    if (!at.value) return;
    fields[at.value]();
    announcement.value = t('prepare.wrong');
  }, { flush: 'post' });
  return { refused: (name) => (at.value === name ? sentence(failure()!.code) : ''), other: computed(() => (at.value ? undefined : failure())) };
}

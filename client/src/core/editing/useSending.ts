import { nextTick, provide, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';

import { DAY_CHECKS, type DayCheck } from '../ui/dayChecks.ts';
import { announcement } from '../ui/index.ts';
import { useUnsaved } from './useUnsaved.ts';
import type { Editor } from './useEditor.ts';

export interface Sending {
  readonly send: () => Promise<void>;
  /** What is wrong with a field, in words; empty where nothing is known to be. */
  readonly said: (field: string) => string;
}

/** Sends what is typed in a form, once each of its days is one or empty, and puts the focus where something is wrong: fields are found by `data-field`. For components of pages only. */
export function useSending<Session, Typed, Field, Fault extends { readonly field: string }>(
  { save, faults, isDirty }: Editor<Session, Typed, Field, Fault>, form: Readonly<ShallowRef<HTMLElement | null>>, word: (fault: Fault) => string,
  on: { readonly stored: (session: Session) => void; readonly changed: (session: Session) => void; /** Whether what is typed stays, wherever its author goes. */ readonly isKept?: () => boolean },
): Sending {
  const { t } = useI18n();
  const days = new Set<DayCheck>();
  provide(DAY_CHECKS, days);

  function said(field: string): string {
    const fault = faults.value.find((one) => one.field === field);
    return fault ? word(fault) : '';
  }

  async function send(): Promise<void> {
    // The first has the focus in the end.
    if ([...days].toReversed().filter((isRight) => !isRight()).length > 0) {
      announcement.value = t('prepare.wrong');
      return;
    }
    const came = await save();
    await nextTick();
    if (came?.isSaved) return on.stored(came.session);
    if (came) on.changed(came.session);
    const [first] = faults.value;
    if (!first) return;
    const fields = [...(form.value?.querySelectorAll<HTMLElement>(`:is([data-field="${first.field}"], [data-field="${first.field}"] *):is(input, select, textarea)`) ?? [])];
    (fields.find((field) => field.getAttribute('aria-invalid') === 'true') ?? fields[0])?.focus();
    announcement.value = t('prepare.wrong');
  }

  useUnsaved(() => isDirty.value && on.isKept?.() !== true);
  return { send, said };
}

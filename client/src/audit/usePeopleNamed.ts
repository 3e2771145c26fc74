import { computed, type ComputedRef, shallowRef, watch } from 'vue';

import { byName, locale } from '../core/i18n/index.ts';
import { type Named, sharedNames } from './auditSentence.ts';
import type { AuditEntry } from './useAuditTrail.ts';

/** Somebody whom the journal can be filtered by. */
export interface NamedPerson {
  readonly key: string;
  /** Their name, with their address where others have the same name. */
  readonly name: string;
}

/** The people whom the entries have named that were shown since the page was opened, by name: whom one may choose. */
export function usePeopleNamed(entries: () => readonly Pick<AuditEntry, 'by' | 'byKey' | 'about' | 'aboutKey'>[]): ComputedRef<readonly NamedPerson[]> {
  const named = shallowRef<ReadonlyMap<string, Named>>(new Map());
  watch(entries, (now) => {
    const people = now.flatMap(({ by, byKey, about, aboutKey }) => [[byKey, by], [aboutKey, about]] as const);
    named.value = new Map([...named.value, ...people.filter((person): person is [string, Named] => person[0] !== null && person[1] !== null)]);
  }, { immediate: true });
  return computed(() => {
    const shared = sharedNames([...named.value.values()].map((by) => ({ by, about: null })));
    const nameOf = ({ name, email }: Named): string => (shared.has(name) ? `${name} (${email})` : name || email);
    return byName([...named.value].map(([key, person]) => ({ key, name: nameOf(person) })), ({ name }) => name, locale.value);
  });
}

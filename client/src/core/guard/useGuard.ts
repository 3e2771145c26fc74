import type { Finding } from '@passerelle/shared/guard/index.ts';
import { onScopeDispose, readonly, ref, type Ref, watch } from 'vue';

/** How long nothing is typed before the text is looked at, in milliseconds: a hint that comes in the middle of a word disturbs. */
const PAUSE = 500;

/**
 * What in a text may tell who a person is, after each pause in typing. The rules are loaded when something is typed first;
 * where they cannot be had there is no hint, and the server still refuses.
 */
export function useGuard(text: () => string, allowed: () => readonly string[]): Readonly<Ref<readonly Finding[]>> {
  const findings = ref<readonly Finding[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const { findPersonalData } = await import('@passerelle/shared/guard/index.ts');
    findings.value = findPersonalData(text(), { allowed: allowed() });
  }

  watch([text, allowed], ([now]) => {
    clearTimeout(timer);
    if (now.trim() === '') findings.value = [];
    else timer = setTimeout(() => void look().catch(() => undefined), PAUSE);
  }, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
  return readonly(findings);
}

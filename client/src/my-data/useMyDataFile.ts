import { ERROR_CODES } from '@passerelle/shared/errors.ts';
import { ref, shallowRef } from 'vue';

import { type Act, type Failure, saveFile } from '../core/api/index.ts';

const FILE = '/my-data.json';

/** Why the file did not come, from the body of the answer. */
export function failureIn(body: unknown): Failure {
  const code = (body as { errors?: { extensions?: { code?: unknown } }[] } | null)?.errors?.[0]?.extensions?.code;
  return { code: ERROR_CODES.find((known) => known === code) ?? 'INTERNAL_SERVER_ERROR' };
}

/** Fetches the file with all that is kept about who is signed in, and saves it; a refusal is told on the page, where a plain link would leave it. */
export function useMyDataFile(): Act<true, object> {
  const isActing = ref(false);
  const failure = shallowRef<Failure>();

  async function fetchFile(): Promise<true | undefined> {
    const response = await fetch(FILE, { credentials: 'same-origin', cache: 'no-store' });
    if (response.ok) {
      saveFile(await response.blob(), FILE.slice(1));
      return true;
    }
    failure.value = failureIn(await response.json().catch(() => null));
    return undefined;
  }

  async function act(): Promise<true | undefined> {
    if (isActing.value) return undefined;
    [isActing.value, failure.value] = [true, undefined];
    const done = await fetchFile().catch(() => void (failure.value = { code: 'NETWORK' }));
    isActing.value = false;
    return done ?? undefined;
  }

  return { act, isActing, failure };
}

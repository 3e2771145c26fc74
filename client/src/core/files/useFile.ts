import { ERROR_CODES } from '@passerelle/shared/errors.ts';
import { ref, shallowRef } from 'vue';

import type { Act, Failure } from '../api/index.ts';
import { saveFile } from './saveFile.ts';

/** A file of this site: its address, and the name it is saved under. */
export interface SavedFile {
  readonly address: string;
  readonly name: string;
}

/** Why a file did not come, from the body of the answer. */
export function failureIn(body: unknown): Failure {
  const said = (body as { errors?: { extensions?: { code?: unknown; params?: { field?: unknown } } }[] } | null)?.errors?.[0]?.extensions;
  const field = said?.params?.field;
  return { code: ERROR_CODES.find((known) => known === said?.code) ?? 'INTERNAL_SERVER_ERROR', ...(typeof field === 'string' && { field }) };
}

/** Fetches a file for who is signed in, and saves it; a refusal is told on the page, where a plain link would leave it. */
export function useFile(): Act<true, SavedFile> {
  const isActing = ref(false);
  const failure = shallowRef<Failure>();

  async function fetchFile({ address, name }: SavedFile): Promise<true | undefined> {
    const response = await fetch(address, { credentials: 'same-origin', cache: 'no-store' });
    if (response.ok) {
      saveFile(await response.blob(), name);
      return true;
    }
    failure.value = failureIn(await response.json().catch(() => null));
    return undefined;
  }

  async function act(file: SavedFile): Promise<true | undefined> {
    if (isActing.value) return undefined;
    [isActing.value, failure.value] = [true, undefined];
    const done = await fetchFile(file).catch(() => void (failure.value = { code: 'NETWORK' }));
    isActing.value = false;
    return done ?? undefined;
  }

  return { act, isActing, failure };
}

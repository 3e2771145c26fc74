import { ref, shallowRef } from 'vue';

import type { Act, Failure } from '../core/api/index.ts';
import { saveFile } from '../core/files/index.ts';

/** What came of asking for the file: it is not there where the link leads to none, or to one that was revoked. */
export type OwnCertificate = 'saved' | 'none';

/** Fetches the certificate of whoever has the link, and saves it. What the link holds goes in a header: it is in no address. */
export function useOwnCertificate(): Act<OwnCertificate, { readonly secret: string; readonly languages: readonly [string, string] }> {
  const isActing = ref(false);
  const failure = shallowRef<Failure>();

  async function fetchFile(secret: string, languages: readonly [string, string]): Promise<OwnCertificate | undefined> {
    const response = await fetch(`/certificate/own.pdf?languages=${languages.join(',')}`, { headers: { authorization: `Bearer ${secret}` }, credentials: 'omit', cache: 'no-store' });
    if (response.ok) {
      saveFile(await response.blob(), /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'passerelle.pdf');
      return 'saved';
    }
    if (response.status === 404) return 'none';
    failure.value = { code: response.status === 429 ? 'RATE_LIMITED' : 'SERVICE_UNAVAILABLE' };
    return undefined;
  }

  async function act({ secret, languages }: { readonly secret: string; readonly languages: readonly [string, string] }): Promise<OwnCertificate | undefined> {
    if (isActing.value) return undefined;
    [isActing.value, failure.value] = [true, undefined];
    const done = await fetchFile(secret, languages).catch(() => void (failure.value = { code: 'NETWORK' }));
    isActing.value = false;
    return done ?? undefined;
  }

  return { act, isActing, failure };
}

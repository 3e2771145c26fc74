import { ref, type Ref, shallowRef, type ShallowRef } from 'vue';

import type { Failure } from '../api/index.ts';
import { failureIn } from './useFile.ts';

const OUTCOMES = ['DONE', 'TITLE', 'TOO_MANY', 'FULL', 'BUSY', 'NOT_ALLOWED', 'TOO_LATE', 'CONFLICT', 'GONE', 'UNSUPPORTED', 'UNREADABLE', 'LOCKED', 'ACTIVE', 'TOO_LARGE', 'TOO_LONG', 'ANIMATED', 'MIXED', 'PERSON'] as const;
/** What came of bringing a file. PERSON: in it it stands who a person is. */
export type FileOutcome = (typeof OUTCOMES)[number];

/** A file on its way: its address, the header in which something is said of it, and what is said. */
export interface BroughtFile {
  readonly address: string;
  readonly header: string;
  readonly said: object;
  readonly file: File;
  /** Ends it. */
  readonly signal?: AbortSignal;
}

export interface BringFile {
  /** Undefined when it failed, which `failure` tells. */
  readonly perform: (brought: BroughtFile) => Promise<FileOutcome | undefined>;
  readonly isActing: Ref<boolean>;
  readonly failure: ShallowRef<Failure | undefined>;
}

/** The one before: the server takes one file of a person at a time. */
let before: Promise<unknown> = Promise.resolve();

/** Has a file sent once the one before has come, or has not. */
function inTurn<T>(send: () => Promise<T>): Promise<T> {
  const own = before.then(send, send);
  before = own.catch(() => undefined);
  return own;
}

/** Brings a file: sent by itself, as it is, since the API takes none. Pressed twice, it is done once. */
export function useBringFile(): BringFile {
  const isActing = ref(false);
  const failure = shallowRef<Failure>();

  async function send({ address, header, said, file, signal }: BroughtFile): Promise<FileOutcome | undefined> {
    const headers = { 'content-type': 'application/octet-stream', [header]: encodeURIComponent(JSON.stringify(said)) };
    const response = await fetch(address, { method: 'POST', credentials: 'same-origin', headers, body: file, signal: signal ?? null });
    const body = (await response.json().catch(() => null)) as { outcome?: unknown } | null;
    const outcome = OUTCOMES.find((known) => known === body?.outcome);
    if (outcome) return outcome;
    const failed = failureIn(body);
    // Its name may be refused for the same, which is mended elsewhere.
    if (failed.code === 'VICTIM_DATA' && failed.field === 'file') return 'PERSON';
    failure.value = failed;
    return undefined;
  }

  async function perform(brought: BroughtFile): Promise<FileOutcome | undefined> {
    if (isActing.value) return undefined;
    [isActing.value, failure.value] = [true, undefined];
    const outcome = await inTurn(() => send(brought)).catch(() => void (failure.value = { code: 'NETWORK' }));
    isActing.value = false;
    return outcome ?? undefined;
  }

  return { perform, isActing, failure };
}

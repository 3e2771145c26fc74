import { useClientHandle } from '@urql/vue';
import { computed, type ComputedRef, onMounted, onScopeDispose, reactive, type Ref, ref, shallowRef, watch } from 'vue';

import { type Failure, failureOf } from '../core/api/index.ts';
import { RecordPresenceMutation } from './attendance.documents.ts';
import { keepWaiting, readWaiting, toSend, type Waiting, withDecision, withoutSent } from './presenceQueue.ts';
import type { Attendee, PresenceOutcome, PresenceState } from './useAttendance.ts';

/** At once, at most; and how often it is tried again, in milliseconds. */
const AT_ONCE = 200;
const AGAIN = 10_000;

/** Saying who is there: shown at once, sent as soon as there is a network, kept until then. */
export interface Presences {
  /** How it stands for somebody on a day, what waits included. */
  readonly stateOf: (attendee: Attendee, day: string) => PresenceState;
  /** Whether what was decided about somebody waits to be sent. */
  readonly waits: (attendee: Attendee, day: string) => boolean;
  /** Somebody as the server knows them by now, though their list came before. */
  readonly withRecorded: (attendee: Attendee) => Attendee;
  /** How often something was recorded. */
  readonly recordings: Ref<number>;
  /** By the id of the registration. */
  readonly decide: (registration: string, day: string, state: PresenceState) => void;
  /** How many decisions wait. */
  readonly waiting: ComputedRef<number>;
  /** Why the last one was not recorded, and about whom, by the id of the registration. */
  readonly refused: Ref<{ readonly registration: string; readonly outcome: PresenceOutcome } | undefined>;
  /** Why nothing can be sent; undefined where all is well, or where there is only no network. */
  readonly failure: Ref<Failure | undefined>;
  readonly isOffline: ComputedRef<boolean>;
}

/** What is said to somebody who may not record it. */
const NOT_THEIRS: readonly PresenceOutcome[] = ['GONE', 'NOT_ALLOWED'];

/**
 * For a session by its id. `now` is the time, as the server counts it. Where the list is not for who asks (`isLate`), what they may not
 * record stays for whoever decided it: somebody else may have signed in on the same telephone. `askedAt` is when the list that is shown was asked for, by
 * `performance.now()`: it knows better than what was recorded before.
 */
export function usePresence(session: string, now: () => Date, isLate = false, askedAt: Ref<number> = ref(0)): Presences {
  const { client } = useClientHandle();
  const storage = typeof localStorage === 'undefined' ? undefined : localStorage;
  const queue = shallowRef<readonly Waiting[]>([]);
  const recorded = reactive(new Map<string, { readonly state: PresenceState; readonly day: string; readonly at: number }>());
  const recordings = ref(0);
  const refused = shallowRef<{ readonly registration: string; readonly outcome: PresenceOutcome }>();
  const failure = shallowRef<Failure>();
  const isCutOff = ref(false);
  const isSending = ref(false);
  let stays: readonly Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const key = (registration: string, day: string): string => `${registration} ${day}`;
  const waitingFor = ({ registration }: Attendee, day: string): Waiting | undefined => queue.value.find((one) => one.registration === registration && one.day === day);

  function put(next: readonly Waiting[]): void {
    queue.value = next;
    keepWaiting(storage, session, next);
  }

  function decide(registration: string, day: string, state: PresenceState): void {
    refused.value = undefined;
    put(withDecision(queue.value, { registration, day, state, at: now().toISOString() }));
    void send();
  }

  /** Sends what waits, and again as long as something does. */
  async function send(): Promise<void> {
    clearTimeout(timer);
    const left = queue.value.filter((one) => !stays.includes(one));
    if (isSending.value || left.length === 0) return;
    isSending.value = true;
    const sent = left.slice(0, AT_ONCE);
    const { data, error } = await client.mutation(RecordPresenceMutation, { input: sent.map(toSend) }).toPromise();
    isSending.value = false;
    const failed = error && failureOf(error);
    isCutOff.value = failed?.code === 'NETWORK';
    failure.value = failed && failed.code !== 'NETWORK' ? failed : undefined;
    if (!data) {
      timer = setTimeout(() => void send(), AGAIN);
      return;
    }
    data.recordPresence.results.forEach(({ outcome, state }, n) => {
      const { registration, day } = sent[n]!;
      if (state !== null && day !== null) recorded.set(key(registration, day), { state, day, at: performance.now() });
      if (outcome !== 'DONE') refused.value = { registration, outcome };
    });
    const refusedHere = isLate ? sent.filter((_, n) => NOT_THEIRS.includes(data.recordPresence.results[n]!.outcome)) : [];
    stays = [...stays, ...refusedHere];
    put(withoutSent(queue.value, sent.filter((one) => !refusedHere.includes(one))));
    recordings.value += 1;
    void send();
  }

  function withRecorded(attendee: Attendee): Attendee {
    const since = [...recorded].filter(([name]) => name.startsWith(`${attendee.registration} `)).map(([, { day, state }]) => ({ day, state }));
    return since.length === 0 ? attendee : { ...attendee, presences: [...attendee.presences.filter(({ day }) => !since.some((one) => one.day === day)), ...since] };
  }

  watch(askedAt, (asked) => {
    for (const [name, { at }] of recorded) if (at < asked) recorded.delete(name);
  });
  const goOn = (): void => void send();
  onMounted(() => {
    queue.value = readWaiting(storage, session);
    addEventListener('online', goOn);
    goOn();
  });
  onScopeDispose(() => {
    clearTimeout(timer);
    if (typeof removeEventListener === 'function') removeEventListener('online', goOn);
  });

  return {
    stateOf: (attendee, day) => waitingFor(attendee, day)?.state ?? recorded.get(key(attendee.registration, day))?.state ?? attendee.presences.find((one) => one.day === day)?.state ?? 'OPEN',
    waits: (attendee, day) => waitingFor(attendee, day) !== undefined,
    withRecorded,
    recordings,
    decide,
    waiting: computed(() => queue.value.length),
    refused,
    failure,
    isOffline: computed(() => isCutOff.value && queue.value.length > 0),
  };
}

import type { ComputedRef } from 'vue';

import type { Failure } from '../api/index.ts';

/** What came of changing something of a session, and the session as it is now, where there is one for who asks. */
export interface PreparingAnswer<Session, Fault> {
  readonly outcome: string;
  readonly faults: readonly Fault[];
  readonly session: Session | null;
}

/** Something to do, of which nothing comes when it failed. */
export interface Doing<Arguments extends unknown[], Answer> {
  readonly perform: (...given: Arguments) => Promise<Answer | undefined>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
}

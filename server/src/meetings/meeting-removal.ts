/** What others do when a meeting is removed: in the same transaction, so that both are done or neither is. */
import type { EntityManager } from '@mikro-orm/postgresql';

type Listener = (em: EntityManager, meeting: string) => Promise<void>;

const listeners: Listener[] = [];

/** Has `listener` told of each meeting that is removed, by its key, before it is gone. Called when a feature is loaded. */
export function whenMeetingGoes(listener: Listener): void {
  listeners.push(listener);
}

/** Tells others that a meeting is about to go, one after the other. */
export async function onMeetingGoing(em: EntityManager, meeting: string): Promise<void> {
  for (const tell of listeners) await tell(em, meeting);
}

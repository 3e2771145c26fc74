/** Where a session stands: what people have decided, and what the clock makes of it. */
import { registerEnumType } from 'type-graphql';

/** What people have decided. Nobody but those who prepare it knows of a draft. */
export const SessionStage = { DRAFT: 'DRAFT', OPEN: 'OPEN', CLOSED: 'CLOSED', CANCELLED: 'CANCELLED', ARCHIVED: 'ARCHIVED' } as const;
export type SessionStage = keyof typeof SessionStage;

/** The same at a moment: a session that is announced begins and ends by the clock. */
export const SessionState = { DRAFT: 'DRAFT', OPEN: 'OPEN', CLOSED: 'CLOSED', RUNNING: 'RUNNING', DONE: 'DONE', CANCELLED: 'CANCELLED', ARCHIVED: 'ARCHIVED' } as const;
export type SessionState = keyof typeof SessionState;
registerEnumType(SessionState, {
  name: 'SessionState',
  description: 'Where a session stands.',
  valuesConfig: {
    DRAFT: { description: 'It is being prepared: nobody else knows of it.' },
    OPEN: { description: 'It is announced, and people can be registered.' },
    CLOSED: { description: 'It is announced, and nobody is registered any more: that was decided, or `registrationUntil` is over.' },
    RUNNING: { description: 'It has begun and is not over.' },
    DONE: { description: 'It is over.' },
    CANCELLED: { description: 'It was called off, for `cancelledReason`.' },
    ARCHIVED: { description: 'It is over or was called off, and was put away.' },
  },
});

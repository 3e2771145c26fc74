/** Whom documents are for. */
import { registerEnumType } from 'type-graphql';

export const SessionDocumentVisibility = { EVERYBODY: 'EVERYBODY', REGISTERED: 'REGISTERED', TRAINERS: 'TRAINERS' } as const;
export type SessionDocumentVisibility = keyof typeof SessionDocumentVisibility;
registerEnumType(SessionDocumentVisibility, {
  name: 'SessionDocumentVisibility',
  description: 'Whom a document is for. Those who prepare the session see all.',
  valuesConfig: {
    EVERYBODY: { description: 'Whoever sees the session.' },
    REGISTERED: { description: 'Those with a place in it, those who have registered them, and the trainers.' },
    TRAINERS: { description: 'The trainers whose sheet belongs to their account.' },
  },
});

/** How much a session asks of those who come. */
import { registerEnumType } from 'type-graphql';

export const SessionLevel = { INTRODUCTORY: 'INTRODUCTORY', INTERMEDIATE: 'INTERMEDIATE', ADVANCED: 'ADVANCED' } as const;
export type SessionLevel = keyof typeof SessionLevel;
registerEnumType(SessionLevel, {
  name: 'SessionLevel',
  description: 'How much a session asks of those who come.',
  valuesConfig: {
    INTRODUCTORY: { description: 'Nothing: it is where one begins.' },
    INTERMEDIATE: { description: 'The basics, or some time in such work.' },
    ADVANCED: { description: 'Years of such work.' },
  },
});

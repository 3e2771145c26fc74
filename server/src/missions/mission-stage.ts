/** Where a mission stands: what people have decided, and what the clock makes of it. */
import { registerEnumType } from 'type-graphql';

/** What people have decided. From CONSULTED on the posts see their legs. */
export const MissionStage = { IDEA: 'IDEA', PLANNED: 'PLANNED', CONSULTED: 'CONSULTED', AGREED: 'AGREED', REPORTED: 'REPORTED', CLOSED: 'CLOSED', GIVEN_UP: 'GIVEN_UP' } as const;
export type MissionStage = keyof typeof MissionStage;

/** The same at a moment: what is agreed is under way on its days. */
export const MissionState = { ...MissionStage, UNDER_WAY: 'UNDER_WAY' } as const;
export type MissionState = keyof typeof MissionState;
registerEnumType(MissionState, {
  name: 'MissionState',
  description: 'Where a mission, or a leg of one, stands.',
  valuesConfig: {
    IDEA: { description: 'It is thought of.' },
    PLANNED: { description: 'Its legs are being planned.' },
    CONSULTED: { description: 'The posts see their legs.' },
    AGREED: { description: 'It is agreed.' },
    UNDER_WAY: { description: 'It is agreed, and today is one of its days: read from the clock.' },
    REPORTED: { description: 'It is over, and reported on.' },
    CLOSED: { description: 'It is over, and nothing more is to be done.' },
    GIVEN_UP: { description: 'It was given up.' },
  },
});

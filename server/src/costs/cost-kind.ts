/** What a mission costs money for, and how people travel. */
import { registerEnumType } from 'type-graphql';

/** An allowance is computed from a stay; all others are typed. */
export const CostKind = { FARE: 'FARE', ALLOWANCE: 'ALLOWANCE', INTERPRETER: 'INTERPRETER', OTHER: 'OTHER' } as const;
export type CostKind = keyof typeof CostKind;
registerEnumType(CostKind, {
  name: 'CostKind', description: 'What a line of the costs of a mission is for.',
  valuesConfig: {
    FARE: { description: 'A fare.' }, ALLOWANCE: { description: 'An allowance, which is computed from a stay.' }, INTERPRETER: { description: 'Interpretation.' }, OTHER: { description: 'Anything else.' },
  },
});

export const TravelMode = { FLIGHT: 'FLIGHT', TRAIN: 'TRAIN', COACH: 'COACH', ROAD: 'ROAD' } as const;
export type TravelMode = keyof typeof TravelMode;
registerEnumType(TravelMode, {
  name: 'TravelMode', description: 'How people travel from one city to another.',
  valuesConfig: { FLIGHT: { description: 'By air.' }, TRAIN: { description: 'By train.' }, COACH: { description: 'By coach.' }, ROAD: { description: 'By car.' } },
});

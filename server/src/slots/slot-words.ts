/** Where an offer of slots stands, what its host answers, and who offers. */
import { registerEnumType } from 'type-graphql';

export const SlotOfferState = { OPEN: 'OPEN', OVER: 'OVER', WITHDRAWN: 'WITHDRAWN', MOVED: 'MOVED', CANCELLED: 'CANCELLED' } as const;
export type SlotOfferState = keyof typeof SlotOfferState;
registerEnumType(SlotOfferState, {
  name: 'SlotOfferState', description: 'Where it stands with the slots that a host is offered, at this moment.',
  valuesConfig: {
    OPEN: { description: 'The host can answer, and answer otherwise.' }, OVER: { description: 'The last day for answers is over.' }, WITHDRAWN: { description: 'They were taken back.' },
    MOVED: { description: 'The meeting was fixed otherwise, or is of another length: they are taken back. The link says WITHDRAWN.' }, CANCELLED: { description: 'The meeting does not take place.' },
  },
});

export const SlotAnswer = { TAKEN: 'TAKEN', NONE: 'NONE' } as const;
export type SlotAnswer = keyof typeof SlotAnswer;
registerEnumType(SlotAnswer, { name: 'SlotAnswer', description: 'What a host answers.', valuesConfig: { TAKEN: { description: 'One of the slots.' }, NONE: { description: 'None of them suits.' } } });

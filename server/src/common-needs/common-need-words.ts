/** The words for where a group of needs stands, and for what was done with it. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const CommonNeedStatus = names('ACCEPTED', 'CLOSED');
export type CommonNeedStatus = keyof typeof CommonNeedStatus;
registerEnumType(CommonNeedStatus, {
  name: 'CommonNeedStatus', description: 'Where a group of needs stands.',
  valuesConfig: { ACCEPTED: { description: 'The adviser says that its needs are one.' }, CLOSED: { description: 'It is looked at no more, for a reason that is said.' } },
});

export const CommonNeedAct = names('ACCEPTED', 'ADDED', 'TAKEN_OUT', 'SPLIT_OFF', 'SPLIT_FROM', 'MERGED', 'MERGED_INTO', 'CHANGED', 'TRANSLATED', 'CLOSED');
export type CommonNeedAct = keyof typeof CommonNeedAct;
registerEnumType(CommonNeedAct, {
  name: 'CommonNeedAct', description: 'What was done with a group of needs.',
  valuesConfig: {
    ACCEPTED: { description: 'It was accepted.' }, ADDED: { description: '`need` was added.' }, TAKEN_OUT: { description: '`need` was taken out.' }, SPLIT_OFF: { description: 'A part of it became a group of its own, `other`.' },
    SPLIT_FROM: { description: 'It was a part of `other` before.' }, MERGED: { description: 'The needs of `other` came into it.' }, MERGED_INTO: { description: 'Its needs went into `other`, which closed it.' },
    CHANGED: { description: 'Its texts were changed.' }, TRANSLATED: { description: 'It was said in another language.' }, CLOSED: { description: 'It was closed.' },
  },
});

/** With whom a meeting is, and where it stands with it. */
import { registerEnumType } from 'type-graphql';

export const MeetingCategory = { AUTHORITY: 'AUTHORITY', JUSTICE: 'JUSTICE', POLICE: 'POLICE', NGO: 'NGO', INTERNATIONAL: 'INTERNATIONAL', TRAINING: 'TRAINING', POST: 'POST' } as const;
export type MeetingCategory = keyof typeof MeetingCategory;
registerEnumType(MeetingCategory, {
  name: 'MeetingCategory', description: 'With whom a meeting is.',
  valuesConfig: {
    AUTHORITY: { description: 'A ministry or another authority.' }, JUSTICE: { description: 'A court or a prosecution service.' }, POLICE: { description: 'The police or the gendarmerie.' }, NGO: { description: 'A non-governmental organisation.' },
    INTERNATIONAL: { description: 'An international organisation.' }, TRAINING: { description: 'A training given or received.' }, POST: { description: 'The embassy.' },
  },
});

export const MeetingStatus = { PROPOSED: 'PROPOSED', CONFIRMED: 'CONFIRMED', REFUSED: 'REFUSED' } as const;
export type MeetingStatus = keyof typeof MeetingStatus;
registerEnumType(MeetingStatus, {
  name: 'MeetingStatus', description: 'Where it stands with a meeting.',
  valuesConfig: { PROPOSED: { description: 'It is proposed to the host.' }, CONFIRMED: { description: 'The host has confirmed its day and hour.' }, REFUSED: { description: 'The host does not want it: it does not take place.' } },
});

/** Which papers a mission has, where each stands, and in what it differs from what is so now. */
import { registerEnumType } from 'type-graphql';

export const PaperKind = { PROGRAMME_POST: 'PROGRAMME_POST', PROGRAMME_PERSON: 'PROGRAMME_PERSON', INVITATION: 'INVITATION', CONTACTS: 'CONTACTS', INTERPRETER: 'INTERPRETER', ORDER: 'ORDER' } as const;
export type PaperKind = keyof typeof PaperKind;
registerEnumType(PaperKind, {
  name: 'PaperKind', description: 'What a paper of a mission is.',
  valuesConfig: {
    PROGRAMME_POST: { description: 'The programme of a leg, for the embassy there.' }, PROGRAMME_PERSON: { description: 'The programme of somebody in the team.' }, INVITATION: { description: 'The invitation of the host of a meeting.' },
    CONTACTS: { description: 'Whom to turn to in a leg.' }, INTERPRETER: { description: 'Which meetings of a leg need interpretation, between which languages and for whom.' }, ORDER: { description: 'The order of mission of somebody in the team: a form that the authority signs.' },
  },
});

/** Those of a leg, which its post has; the others are about somebody in the team. */
export const OF_LEG: readonly PaperKind[] = ['PROGRAMME_POST', 'INVITATION', 'CONTACTS', 'INTERPRETER'];

export const PaperState = { CURRENT: 'CURRENT', CHANGED: 'CHANGED', REPLACED: 'REPLACED' } as const;
export type PaperState = keyof typeof PaperState;
registerEnumType(PaperState, {
  name: 'PaperState', description: 'Whether a paper says what is so.',
  valuesConfig: { CURRENT: { description: 'It says what is so.' }, CHANGED: { description: 'What it says has changed since it was made.' }, REPLACED: { description: 'A newer version takes its place.' } },
});

export const PaperChangeKind = {
  DAY: 'DAY', HOURS: 'HOURS', PLACE: 'PLACE', HOST: 'HOST', STATUS: 'STATUS', PEOPLE: 'PEOPLE', LANGUAGES: 'LANGUAGES', TEXTS: 'TEXTS', ADDED: 'ADDED', REMOVED: 'REMOVED', DAYS: 'DAYS', LODGING: 'LODGING', STAY: 'STAY', JOURNEYS: 'JOURNEYS', CONTACTS: 'CONTACTS', FUNCTION: 'FUNCTION', ENDED: 'ENDED',
} as const;
export type PaperChangeKind = keyof typeof PaperChangeKind;
registerEnumType(PaperChangeKind, {
  name: 'PaperChangeKind', description: 'What has changed since a paper was made.',
  valuesConfig: {
    DAY: { description: 'The day of a meeting.' }, HOURS: { description: 'The hours of a meeting.' }, PLACE: { description: 'Where a meeting is.' }, HOST: { description: 'With whom a meeting is.' }, STATUS: { description: 'Whether a meeting is confirmed.' },
    PEOPLE: { description: 'Who comes, or goes to a meeting.' }, LANGUAGES: { description: 'In which languages a meeting is held, or somebody works.' }, TEXTS: { description: 'What is said of it.' }, ADDED: { description: 'A meeting that was not there.' },
    REMOVED: { description: 'A meeting that is not there any more.' }, DAYS: { description: 'The city or the days.' }, LODGING: { description: 'The lodging, or how people get about.' }, STAY: { description: 'When somebody arrives or leaves.' },
    JOURNEYS: { description: 'The journeys.' }, CONTACTS: { description: 'Whom to turn to.' }, FUNCTION: { description: 'As what somebody goes.' }, ENDED: { description: 'It is not to be any more.' },
  },
});

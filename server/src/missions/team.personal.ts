/** What the team of a mission says of persons: as what they go, when and where. Who does not go is not said to anybody but the adviser. */
import { Person } from '../accounts/index.ts';
import { kept, noPersons, personalData, proposed, unlinked, until } from '../core/personal/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { DoneMission } from './done-mission.entity.ts';
import { LegContact } from './leg-contact.entity.ts';
import { LegPerson } from './leg-person.entity.ts';
import { MissionMember, MissionStay } from './mission-member.entity.ts';
import { OwnLeg, OwnLegContact, OwnLegText } from './own-leg.entity.ts';

const TEAM = {
  of: ['EXPERT', 'MEMBER'], category: 'ACTIVITY', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([kept('P3Y', 'MISSION_ENDED'), kept('P3Y', 'LAST_MISSION'), until('ACCOUNT_CLOSED')]), source: 'ADVISER',
} as const;
const FORGOTTEN = { LAST_MISSION: { with: ExpertSheet }, ACCOUNT_CLOSED: { with: Person } } as const;
const IDENTIFIER = { category: 'IDENTIFIER' } as const;

personalData(MissionMember, {
  ...TEAM,
  recipients: ['SELF', 'ADVISER'],
  about: { through: 'sheet', own: ['person'] },
  forgotten: { ...FORGOTTEN, MISSION_ENDED: { after: 'endsOn', of: 'mission' } },
  columns: { sheet: IDENTIFIER, person: IDENTIFIER, kind: {}, isLead: {}, homeCity: { category: 'CONTACT_DETAILS' }, mostDays: {} },
  // Whose place somebody takes is the key of somebody else.
  none: ['uuid', 'mission', 'substituteFor', 'version'],
});

personalData(MissionStay, {
  ...TEAM,
  recipients: ['SELF', 'ADVISER', 'POST'],
  about: { through: 'expert', own: ['person'] },
  forgotten: { ...FORGOTTEN, MISSION_ENDED: { with: MissionMember } },
  columns: { expert: IDENTIFIER, person: IDENTIFIER, arrivesAt: {}, leavesAt: {}, isLodgingProvided: {}, lunchesProvided: {}, dinnersProvided: {} },
  none: ['member', 'leg', 'isTold'],
});

// A view: what it shows is kept in the team, on the sheets of experts and in accounts.
personalData(LegPerson, {
  ...TEAM,
  recipients: ['ADVISER', 'POST'],
  about: unlinked('VIEW'),
  forgotten: { ...FORGOTTEN, MISSION_ENDED: { with: MissionMember } },
  columns: { member: IDENTIFIER, expert: IDENTIFIER, name: { category: 'IDENTITY' }, kind: {}, profession: { category: 'WORK' }, arrivesAt: {}, leavesAt: {} },
  none: ['leg', 'isTold'],
});

// The same: what an expert reads of their own.
personalData(OwnLeg, {
  ...TEAM,
  recipients: ['SELF'],
  about: unlinked('VIEW'),
  forgotten: { ...FORGOTTEN, MISSION_ENDED: { with: MissionMember } },
  columns: { expert: IDENTIFIER, arrivesAt: {}, leavesAt: {}, isLodgingProvided: {}, lunchesProvided: {}, dinnersProvided: {} },
  none: ['uuid', 'sourceLocale', 'sourceVersion', 'country', 'city', 'startsOn', 'endsOn', 'lodgingName', 'lodgingAddress', 'transport', 'stage', 'isDemonstration'],
});

personalData(DoneMission, {
  ...TEAM,
  recipients: ['CHOSEN', 'ADVISER'],
  about: unlinked('VIEW'),
  forgotten: { ...FORGOTTEN, MISSION_ENDED: { with: MissionMember } },
  columns: { expert: IDENTIFIER, year: {}, countryCodes: {}, visibility: { category: 'CHOICES', basis: proposed('LEGAL_OBLIGATION'), recipients: ['SELF', 'ADVISER'] } },
  none: ['mission', 'isPublic'],
});

personalData(OwnLegContact, {
  of: 'CONTACT', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([kept('P1Y', 'LEG_ENDED')]), recipients: ['SELF', 'ADVISER', 'POST', 'NETWORK'], source: proposed('MEMBER'),
  about: unlinked('VIEW'),
  forgotten: { LEG_ENDED: { with: LegContact } },
  columns: { name: { category: 'IDENTITY' }, function: { category: 'WORK' }, organisation: { category: 'WORK' }, email: { category: 'CONTACT_DETAILS' }, phone: { category: 'CONTACT_DETAILS' } },
  none: ['uuid', 'leg'],
});

noPersons('EVENTS', [OwnLegText]);

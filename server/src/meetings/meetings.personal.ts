/** What meetings say of persons: who goes, and as what; what a host who is none of the directory is called, who can be somebody. Their texts name nobody. */
import { Person } from '../accounts/index.ts';
import { kept, noPersons, personalData, proposed, unlinked, until } from '../core/personal/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { MeetingMember, MeetingPerson } from './meeting-member.entity.ts';
import { MeetingLanguage, MeetingNeed, MeetingPrecedence, MeetingRecommendation, MeetingWindow } from './meeting-parts.entity.ts';
import { Meeting, MeetingTranslation } from './meeting.entity.ts';
import { OwnMeeting, OwnMeetingLanguage, OwnMeetingText } from './own-meeting.entity.ts';

const GOING = {
  of: ['EXPERT', 'MEMBER'], category: 'ACTIVITY', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([kept('P3Y', 'LAST_MISSION'), until('ACCOUNT_CLOSED')]), source: 'ADVISER',
  forgotten: { LAST_MISSION: { with: ExpertSheet }, ACCOUNT_CLOSED: { with: Person } },
} as const;
const IDENTIFIER = { category: 'IDENTIFIER' } as const;

// Nobody is found by it: whoever asks for it to be forgotten is answered by hand.
const HOST = { of: 'CONTACT', category: 'IDENTITY', retention: proposed([kept('P3Y', 'MISSION_ENDED')]), recipients: ['ADVISER', 'POST', 'NETWORK'], source: proposed('MEMBER') } as const;

personalData(Meeting, {
  purpose: 'RUN_MISSIONS',
  basis: proposed('PUBLIC_TASK'),
  about: unlinked('NAMED'),
  forgotten: { MISSION_ENDED: { hand: 'OPERATOR' } },
  columns: { hostName: HOST },
  none: ['uuid', 'leg', 'sourceLocale', 'sourceVersion', 'organisation', 'category', 'status', 'minutes', 'isMandatory', 'isOnlyAdviser', 'day', 'starts', 'overrideReason', 'placeName', 'placeAddress', 'version'],
});

personalData(MeetingMember, {
  ...GOING,
  recipients: ['SELF', 'ADVISER', 'POST'],
  about: { through: 'expert', own: ['person'] },
  columns: { member: IDENTIFIER, expert: IDENTIFIER, person: IDENTIFIER, kind: {}, isSubstitute: {}, substituteFor: IDENTIFIER },
  none: ['meeting'],
});

// A view: what it shows is kept with the meetings, on the sheets of experts and in accounts.
personalData(MeetingPerson, {
  ...GOING,
  recipients: ['ADVISER', 'POST'],
  about: unlinked('VIEW'),
  columns: { member: IDENTIFIER, expert: IDENTIFIER, name: { category: 'IDENTITY' }, kind: {}, isSubstitute: {}, substituteFor: IDENTIFIER },
  none: ['meeting'],
});

// The same: what an expert reads of their own.
personalData(OwnMeeting, {
  ...GOING,
  forgotten: { ...GOING.forgotten, MISSION_ENDED: { with: Meeting } },
  recipients: ['SELF'],
  about: unlinked('VIEW'),
  columns: { expert: IDENTIFIER, isSubstitute: {}, kind: {}, hostName: HOST },
  none: ['uuid', 'leg', 'sourceLocale', 'sourceVersion', 'organisation', 'status', 'day', 'starts', 'minutes', 'placeName', 'placeAddress'],
});

personalData(OwnMeetingLanguage, { ...GOING, recipients: ['SELF'], about: unlinked('VIEW'), columns: { expert: IDENTIFIER }, none: ['meeting', 'language', 'atLeast'] });

noPersons('EVENTS', [MeetingTranslation, OwnMeetingText, MeetingWindow, MeetingNeed, MeetingLanguage, MeetingPrecedence, MeetingRecommendation]);

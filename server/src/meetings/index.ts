/** The meetings of a mission’s leg: with whom, when, in which languages, and who goes. */
export { meetingFaultOf } from './held-meeting.ts';
export type { MeetingFault } from './meeting-fault.ts';
export { MeetingMember, MeetingPerson } from './meeting-member.entity.ts';
export { MeetingLanguage, MeetingNeed, MeetingPrecedence, MeetingRecommendation, MeetingWindow } from './meeting-parts.entity.ts';
export { Meeting, MeetingTranslation } from './meeting.entity.ts';
export { nameMeetingPeople } from './meeting-people.service.ts';
export { whenMeetingGoes } from './meeting-removal.ts';
export { hour, MeetingReader } from './meetings.reader.ts';
export { MeetingsResolver } from './meetings.resolver.ts';
export { retimeMeeting } from './retime-meeting.service.ts';
export { OwnMeeting, OwnMeetingLanguage, OwnMeetingText } from './own-meeting.entity.ts';
import './meetings.personal.ts';
import './own-meeting.reader.ts';

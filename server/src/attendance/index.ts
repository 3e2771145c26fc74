/** Who was at training sessions: presence, passes, certificates. */
export { Attendee, Presence, SessionAttendance } from './attendance.entity.ts';
export { attendanceJobs } from './attendance.jobs.ts';
export { AttendanceResolver } from './attendance.resolver.ts';
export { NameChoiceResolver } from './name-choice.resolver.ts';
export { CERTIFICATES, certificateRoutes, PAGES_AT_THE_DOOR } from './certificate-routes.ts';
export { AttendanceLiveResolver } from './live.resolver.ts';
export { Certificate, VerifiedCertificate } from './certificate.entity.ts';
import './attendance.personal.ts';
import './attendance.reader.ts';

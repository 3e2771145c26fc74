/** Registrations for training sessions: who takes part, who waits for a place, how places are shared. */
export { tellCertified } from './certified.service.ts';
export { sendLetters } from './letters.ts';
export { LiveResolver } from './live.resolver.ts';
export { RegistrationAnswer } from './answer.entity.ts';
export { Participant, Sector } from './participant.entity.ts';
export { PlaceCount } from './place-count.entity.ts';
export { openPlaces } from './places.service.ts';
export { PlacesResolver } from './places.resolver.ts';
export { ParticipationMode, Registration } from './registration.entity.ts';
export { registrationJobs } from './registrations.jobs.ts';
export { RegistrationReader } from './registrations.reader.ts';
export { type Doing } from './register.service.ts';
export { RegistrationsResolver } from './registrations.resolver.ts';
export { QuotaCount, SessionQuota } from './session-quota.entity.ts';
import './answers.reader.ts';
import './registrations.personal.ts';
import './session-changes.ts';

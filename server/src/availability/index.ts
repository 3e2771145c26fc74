/** Calls for availability: on which days of a period experts are free. */
export { availabilityJobs } from './availability.jobs.ts';
export { AvailabilityAnswersResolver } from './answers.resolver.ts';
export { AvailabilityCall, AvailabilityCallTranslation } from './availability-call.entity.ts';
export { AvailabilityRequest } from './availability-request.entity.ts';
export { AskExpertsResolver, AvailabilityCallsResolver } from './calls.resolver.ts';
import './availability.personal.ts';
import './availability-call.reader.ts';
import './availability-request.reader.ts';

/** Consulting posts about legs of missions: opinions of their services, with a deadline. */
export { Consultation, Opinion, PostService } from './consultation.entity.ts';
export { consultationJobs } from './consultations.jobs.ts';
export { UnservedService } from './unserved-service.entity.ts';
export { OpinionsResolver } from './opinions.resolver.ts';
import './consult.service.ts';
import './consultation.reader.ts';
import './consultations.personal.ts';

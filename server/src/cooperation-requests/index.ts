/** Cooperation requests: what posts and authorities ask the adviser for. */
export { CooperationRequestOpinion } from './request-opinion.entity.ts';
export { cooperationRequestJobs } from './requests.jobs.ts';
export { CooperationRequestAudience, CooperationRequestStep } from './request-parts.entity.ts';
export { CooperationRequest, CooperationRequestTranslation } from './request.entity.ts';
export { CooperationRequestsResolver } from './requests.resolver.ts';
import './request.reader.ts';
import './requests.personal.ts';

/** What those who were at a training session say of it, without anybody knowing who. */
export { EvaluationInvitation, EvaluationResult, SessionEvaluation } from './evaluation.entity.ts';
export { evaluationJobs } from './evaluations.jobs.ts';
export { EvaluationsResolver } from './evaluations.resolver.ts';
import './evaluation.personal.ts';
import './evaluation.reader.ts';

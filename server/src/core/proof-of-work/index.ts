export { ProofChallengeResolver } from './proof-challenge.resolver.ts';
export { ProofOfWork } from './proof-of-work.ts';
export { proofJobs } from './proof-of-work.jobs.ts';
export { SpentProof } from './spent-proof.entity.ts';
import './spent-proof.personal.ts';

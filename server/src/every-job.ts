/** What the server does later or by itself: the jobs of every feature. */
import { accountJobs, type Accounts } from './accounts/index.ts';
import { agentJobs } from './agents/index.ts';
import { attendanceJobs } from './attendance/index.ts';
import { auditJobs } from './audit/index.ts';
import { availabilityJobs } from './availability/index.ts';
import { consultationJobs } from './consultations/index.ts';
import { cooperationRequestJobs } from './cooperation-requests/index.ts';
import type { Job } from './core/jobs/index.ts';
import { type ProofOfWork, proofJobs } from './core/proof-of-work/index.ts';
import { evaluationJobs } from './evaluations/index.ts';
import { fileCheckJobs, type ScannerAddress } from './file-checks/index.ts';
import { mailJobs, type WayOut } from './mail/index.ts';
import { memberJobs } from './members/index.ts';
import { monitoringJobs } from './monitoring/index.ts';
import { myDataJobs, type Tombstones } from './my-data/index.ts';
import { paperJobs } from './papers/index.ts';
import { planJobs, type SearchPool } from './plans/index.ts';
import { registrationJobs } from './registrations/index.ts';
import { slotJobs } from './slots/index.ts';

/** What the jobs need. `origin` is where people reach the site. */
export interface JobNeeds {
  readonly wayOut: WayOut;
  readonly accounts: Accounts;
  readonly proofs: ProofOfWork;
  readonly tombstones: Tombstones;
  readonly origin: string;
  readonly scanner: ScannerAddress | undefined;
  readonly searches: SearchPool;
}

/** The jobs of every feature, but those of the worker itself. */
export function everyJob({ wayOut, accounts, proofs, tombstones, origin, scanner, searches }: JobNeeds): Job[] {
  return [
    ...mailJobs(wayOut), ...accountJobs(accounts), ...agentJobs(accounts.desk), ...auditJobs(), ...memberJobs(), ...proofJobs(proofs), ...myDataJobs(tombstones, origin), ...registrationJobs(origin),
    ...evaluationJobs(), ...attendanceJobs(origin), ...consultationJobs(origin), ...cooperationRequestJobs(origin), ...slotJobs(origin), ...availabilityJobs(origin), ...paperJobs(origin), ...planJobs(searches), ...monitoringJobs(origin), ...fileCheckJobs(scanner, origin),
  ];
}

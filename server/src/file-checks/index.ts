/** Files that are brought are looked at for viruses by clamd, where the site is told of one; until then nobody is given them. */
export { FileCheck } from './file-check.entity.ts';
export { fileCheckJobs } from './file-checks.jobs.ts';
export { holdFile, holdWith } from './file-checks.service.ts';
export type { ScannerAddress } from './scanner.ts';
import './file-check.personal.ts';

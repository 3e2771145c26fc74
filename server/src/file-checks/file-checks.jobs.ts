/** Looking at files for viruses, where there is something to look with. */
import { type Job, job } from '../core/jobs/index.ts';
import { checkFile, requeueFiles } from './file-checks.service.ts';
import { scan, type ScannerAddress } from './scanner.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'files.check': { readonly id: string };
    'files.requeue': object;
  }
}

/**
 * The jobs of checking. Without a scanner files that wait from when there was one wait on, and nothing is tried. `origin` is where people reach the site.
 */
export function fileCheckJobs(scanner: ScannerAddress | undefined, origin: string): Job[] {
  return [
    job('files.check', async ({ id }, { em, signal }) => void (scanner && (await checkFile(em, id, (bytes) => scan(scanner, bytes, { signal }), origin)))),
    job('files.requeue', async (_payload, { em }) => void (scanner && (await requeueFiles(em))), { at: '*/5 * * * *' }),
  ];
}

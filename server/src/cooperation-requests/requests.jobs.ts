/** Reminding the services that are asked about a request of the last day for it, and noting where their silence has counted as agreement. */
import { actingFor, type Job, job } from '../core/jobs/index.ts';
import { remindServices } from './request-opinions.service.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'requests.note': object;
    'requests.remind': object;
  }
}

/** The jobs of cooperation requests. `origin` is where people reach the site. Doing them again changes nothing. */
export function cooperationRequestJobs(origin: string): Job[] {
  return [
    job('requests.note', async (_payload, { em }) => void (await actingFor(em, 'consultations', (own) => own.execute('select note_request_silence()'))), { at: '*/10 * * * *', missed: 86_400_000 }),
    job('requests.remind', (_payload, { em }) => remindServices(em, origin), { at: '37 * * * *', missed: 86_400_000 }),
  ];
}

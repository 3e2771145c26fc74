/** Noting where the silence of services that were asked about a request has counted as agreement. */
import { actingFor, type Job, job } from '../core/jobs/index.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'requests.note': object;
  }
}

/** The jobs of cooperation requests. Doing them again changes nothing. */
export function cooperationRequestJobs(): Job[] {
  return [job('requests.note', async (_payload, { em }) => void (await actingFor(em, 'consultations', (own) => own.execute('select note_request_silence()'))), { at: '*/10 * * * *', missed: 86_400_000 })];
}

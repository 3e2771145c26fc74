/** Reminding posts whose last day is near, and noting where silence has counted as agreement. */
import { type Job, job } from '../core/jobs/index.ts';
import { forConsultations, remindPosts } from './consultation-mail.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'consultations.remind': object;
    'consultations.note': object;
  }
}

/** The jobs of consultations. `origin` is where people reach the site. Doing them again changes nothing. */
export function consultationJobs(origin: string): Job[] {
  return [
    job('consultations.remind', (_payload, { em }) => remindPosts(em, origin), { at: '11 * * * *', missed: 86_400_000 }),
    job('consultations.note', async (_payload, { em }) => void (await forConsultations(em, (own) => own.execute('select note_silence()'))), { at: '*/10 * * * *', missed: 86_400_000 }),
  ];
}

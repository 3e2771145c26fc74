/** Ending offers that nobody has answered, reminding those who validate, offering what is free, reminding those who have a place, forgetting those who take part in nothing, answers whose time is over, and files that nobody was registered with. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { eachOf, type Job, job } from '../core/jobs/index.ts';
import { forgetWaitingFiles } from './answer-files.service.ts';
import { lapseOffers, sessionsToServe } from './places.service.ts';
import { countriesToRecall, recall } from './recall.service.ts';
import { remind, sessionsToRemind } from './reminders.service.ts';

declare module '../core/jobs/job.ts' {
  interface JobPayloads {
    'registrations.recall': object;
    'registrations.remind': object;
    'registrations.serve': object;
    'registrations.forget': object;
    'answers.forget': object;
  }
}

const DAY = 86_400_000;

/** The jobs of the registrations. `origin` is where people reach the site. */
export function registrationJobs(origin: string): Job[] {
  return [
    job('registrations.serve', async (_payload, { em, signal }) => eachOf(await sessionsToServe(em), signal, (session) => lapseOffers(em, origin, session)), { at: '* * * * *' }),
    // In the morning of all countries; one that was missed is made up for.
    job('registrations.remind', async (_payload, { em, signal }) => eachOf(await sessionsToRemind(em), signal, (session) => remind(em, origin, session)), { at: '17 6 * * *', missed: DAY }),
    job('registrations.recall', (_payload, { em, signal }) => recallAll(em, signal, origin), { at: '27 6 * * *', missed: DAY }),
    job('registrations.forget', (_payload, { em }) => forgetParticipants(em), { at: '33 3 * * *', missed: DAY }),
    job('answers.forget', (_payload, { em }) => forgetAnswers(em), { at: '43 * * * *', missed: DAY }),
  ];
}

/** Whoever validates for several countries gets one mail. */
async function recallAll(em: EntityManager, signal: AbortSignal, origin: string): Promise<void> {
  const told = new Set<string>();
  await eachOf(await countriesToRecall(em), signal, (country) => recall(em, origin, country, told));
}

/** Participants of whom no registration is kept, as the register of personal data says; other names and addresses go with the one that they lead to. */
async function forgetParticipants(em: EntityManager): Promise<void> {
  await em.transactional(async (transaction) => {
    await transaction.execute(`select set_config('passerelle.purpose', 'retention', true)`);
    await transaction.execute(
      `delete from participant p where p.created_at < now() - interval '1 day' and p.merged_into_uuid is null and not exists (select from registration r where r.participant_uuid = p.uuid)`);
  });
}

/** Answers to questions whose days after the session are over, as each question said when it was asked, with their files; and files that have waited for too long. */
async function forgetAnswers(em: EntityManager): Promise<void> {
  await em.transactional(async (transaction) => {
    await transaction.execute(`select set_config('passerelle.purpose', 'retention', true)`);
    await transaction.execute(
      `delete from registration_answer a using form_question q join training_session s on s.uuid = q.session_uuid
       where q.uuid = a.question_uuid and s.ends_at + make_interval(days => q.retention_days) <= now()`);
    await forgetWaitingFiles(transaction);
  });
}

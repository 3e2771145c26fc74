/** What jobs there are, for the API. */
import { registerEnumType } from 'type-graphql';
import type { JobName } from '../core/jobs/index.ts';

/** A line for each job that a feature declares: where one is missing, `codeOf` gives what no field takes, and the compiler says so. */
const MEANINGS = {
  'accounts.forget': 'Forgets links and sign-ins that are over.',
  'accounts.link': 'Makes a link to sign in with, if the address is somebody’s.',
  'agents.forget': 'Forgets sign-ins by another service that were begun and not finished.',
  'attendance.thank': 'Thanks those who were at a training session.',
  'audit.forget': 'Forgets what was done more than a year ago.',
  'availability.remind': 'Reminds experts who were asked when they are available, and have not answered, that the last day for answers is near.',
  'consultations.note': 'Notes where the silence of posts that are consulted has counted as agreement.',
  'consultations.remind': 'Reminds posts that are consulted that the deadline is near.',
  'requests.note': 'Notes where the silence of posts that are asked about a cooperation request has counted as agreement.',
  'requests.remind': 'Reminds the posts that are asked about a cooperation request that the deadline is near.',
  'evaluations.close': 'Closes evaluations of training sessions whose time is over.',
  'files.check': 'Has a file looked at for viruses.',
  'files.requeue': 'Has files looked at that wait and lost their job.',
  'jobs.forget': 'Forgets jobs that were given up long ago.',
  'mail.erase': 'Erases the texts of mails that hold a secret.',
  'mail.forget': 'Forgets old mails.',
  'mail.requeue': 'Queues again mails that lost their job.',
  'mail.send': 'Sends a mail.',
  'members.forget': 'Forgets invitations and requests that are over.',
  'monitoring.remind': 'Reminds the adviser and the posts of dates of monitoring bodies that are near.',
  'papers.renew': 'Renews the papers of missions that are agreed, once what they say has changed and rests.',
  'plans.curve': 'Finds out what more or less money would bring to a plan.',
  'plans.search': 'Searches for a plan of a mission.',
  'plans.why': 'Looks further into why a meeting is not in a plan.',
  'proofs.forget': 'Forgets proofs of work that were used.',
  'registrations.forget': 'Forgets people who take part in nothing any more.',
  'answers.forget': 'Forgets answers to the questions of registration forms, when each question says.',
  'registrations.remind': 'Reminds those who have a place that their session is soon.',
  'registrations.recall': 'Reminds those who validate of registrations that nobody has answered for a week.',
  'registrations.serve': 'Ends offers of places that nobody has answered, and offers what is free to those who wait.',
  'slots.remind': 'Reminds hosts who were offered slots for a meeting that the last day for answers is near.',
  'slots.tell': 'Tells hosts who took a slot for a meeting that this time no longer holds.',
  'retention.forget': 'Forgets what has been kept for as long as the register of personal data says.',
} as const;

type Code<Name extends string> = Name extends `${infer Feature}.${infer Act}` ? `${Uppercase<Feature>}_${Uppercase<Act>}` : Uppercase<Name>;

const coded = (name: string): string => name.replaceAll('.', '_').toUpperCase();

/** The name of a job as the API says it: `mail.send` is MAIL_SEND. */
export function codeOf(name: JobName): Code<Exclude<JobName, `test.${string}`>> {
  return coded(name) as Code<Exclude<JobName, `test.${string}`>>;
}

/** The names that the API knows. */
export type QueuedJobName = Code<keyof typeof MEANINGS>;
export const QueuedJobName = Object.fromEntries(Object.keys(MEANINGS).map((name) => [coded(name), coded(name)])) as { readonly [Name in QueuedJobName]: Name };

registerEnumType(QueuedJobName, {
  name: 'JobName',
  description: 'What a job does.',
  valuesConfig: Object.fromEntries(Object.entries(MEANINGS).map(([name, description]) => [coded(name), { description }])),
});

/** Mails: `queueMail` writes one with what it is about; it is sent once that is committed. */
export { hasLocalMailbox } from './mail.policy.ts';
export { Mail } from './mail.entity.ts';
export { MailboxResolver } from './mail.resolver.ts';
export type { MailParams } from './mail-params.ts';
export { mailJobs, type WayOut } from './mail.jobs.ts';
export { type AnyMail, isAddress, type MailToQueue, queueMail, queueMails } from './mail.service.ts';
export { openPost } from './post.ts';
export { UnreachableMail } from './unreachable-mail.entity.ts';
import './mail.personal.ts';

/** The mail that tells somebody that a way to sign in as them has come or gone. */
import { type MailToQueue, queueMail } from '../mail/index.ts';

/** What has become of somebody's keys. */
export type KeyChange = MailToQueue<'keysChanged'>['params']['change'];

/** Queues the mail in the transaction of the change. */
export async function mailKeyChange(execute: Parameters<typeof queueMail>[0], { to, locale, change }: Pick<MailToQueue, 'to' | 'locale'> & { readonly change: KeyChange }): Promise<void> {
  await queueMail(execute, { to, locale, template: 'keysChanged', params: { change } });
}

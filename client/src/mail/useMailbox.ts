import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { MailboxQuery } from './mail.documents.ts';

/** A mail that was not sent. */
export type LocalMail = NonNullable<ResultOf<typeof MailboxQuery>['localMailbox']>[number];

/** The mails of the demonstration as they are now, newest first. */
export function useMailbox(): Answer<ResultOf<typeof MailboxQuery>> {
  return useAnswer(MailboxQuery, () => ({}), 'network-only');
}

import { graphql } from '../core/api/graphql.ts';

/** The mails that were not sent; null where there is no mailbox. */
export const MailboxQuery = graphql(`
  query Mailbox {
    localMailbox {
      id
      to
      locale
      subject
      text
      calendar
      writtenAt
    }
  }
`);

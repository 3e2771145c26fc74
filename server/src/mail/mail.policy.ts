/** How long what is kept of a mail. */

/** For how many days it is known that there was a mail, and a text without a secret can be read. */
export const DAYS_KEPT = 30;

/** What becomes of the texts once a mail is sent or given up, as SQL: those that hold a secret are erased. */
export const ERASED = 'text = case when erase_at is null then text end, html = case when erase_at is null then html end, calendar = case when erase_at is null then calendar end';

/** Whether mails are kept to be read on the site: there is no server to send them by, and what is shown is a demonstration. */
export function hasLocalMailbox({ demonstration, smtpUrl }: { readonly demonstration: boolean; readonly smtpUrl: string | undefined }): boolean {
  return demonstration && smtpUrl === undefined;
}

import { Migration } from '@mikro-orm/migrations';

/**
 * Who reaches mails: whoever sends them says so, for a transaction; everybody else may add one and read none, apart from the
 * mailbox of the demonstration, which shows those to addresses that nobody can have.
 */
export class Migration20261125163100 extends Migration {
  override up(): void {
    this.addSql(`create function is_mailer() returns boolean language sql stable parallel safe
      return coalesce(current_setting('passerelle.purpose', true), '') = 'mail';`);
    this.addSql(`alter table "mail" enable row level security;`);
    this.addSql(`create policy "mail_sending" on "mail" using (is_mailer());`);
    this.addSql(`create policy "mail_queueing" on "mail" for insert with check (true);`);
    // One that is being sent at this moment is locked, and goes out.
    this.addSql(`create function replace_mails(given text) returns void language sql volatile security definer set search_path = public
      begin atomic
        update mail set failed_at = now(), failure = 'REPLACED', text = case when erase_at is null then text end, html = case when erase_at is null then html end
          where uuid in (select uuid from mail where key = given and sent_at is null and failed_at is null for update skip locked);
      end;`);
    this.addSql(`create view "unreachable_mail" as select uuid, recipient, locale, subject, case when erase_at is null or erase_at > now() then text else null end as text, created_at
    from mail where recipient ~* '(@|[.])(example|invalid|test|localhost)$|@example[.](com|net|org)$';`);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** A mail brings what it says into the calendar of who receives it; the mailbox of the demonstration shows that too. */
export class Migration20261128130000 extends Migration {
  override up(): void {
    this.addSql(`alter table "mail" add column "calendar" jsonb null;`);
    this.addSql(`drop view "unreachable_mail";`);
    this.addSql(`create view "unreachable_mail" as select uuid, recipient, locale, subject, case when erase_at is null or erase_at > now() then text else null end as text, case when erase_at is null or erase_at > now() then calendar else null end as calendar, created_at
    from mail where is_unreachable(recipient);`);
    for (const event of ['insert', 'update', 'delete']) this.addSql(`create rule "unreachable_mail_${event}" as on ${event} to "unreachable_mail" do instead nothing;`);
  }
}

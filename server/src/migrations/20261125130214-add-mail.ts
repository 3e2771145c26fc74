import { Migration } from '@mikro-orm/migrations';

/** The mails: what waits to be sent, and what became of it. */
export class Migration20261125130214 extends Migration {
  override up(): void {
    this.addSql(`create table "mail" ("uuid" uuid not null, "recipient" text not null, "locale" text not null, "template" text not null, "subject" text not null, "text" text null, "html" text null, "message_id" text null, "key" text null, "created_at" timestamptz not null default now(), "erase_at" timestamptz null, "sent_at" timestamptz null, "failed_at" timestamptz null, "failure" text null, "answer" text null, primary key ("uuid"));`);
    this.addSql(`create index "mail_key_index" on "mail" ("key");`);
    this.addSql(`create index "mail_created_at_index" on "mail" ("created_at");`);
    this.addSql(`alter table "mail" add constraint "mail_failed_for_a_reason" check ((failed_at is null) = (failure is null));`);
    this.addSql(`alter table "mail" add constraint "mail_sent_or_failed" check (sent_at is null or failed_at is null);`);
    this.addSql(`alter table "mail" add constraint "mail_subject" check (subject !~ '[[:cntrl:]]');`);
    this.addSql(`alter table "mail" add constraint "mail_recipient" check (recipient ~ '^[^[:space:][:cntrl:]<>,;:"()@]+@[^[:space:][:cntrl:]<>,;:"()@]+$');`);
    this.addSql(`alter table "mail" add constraint "mail_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));`);
    this.addSql(`alter table "mail" add constraint "mail_failure_check" check ("failure" in ('REFUSED', 'EXPIRED', 'EXHAUSTED', 'REPLACED', 'NO_SERVER'));`);
  }
}

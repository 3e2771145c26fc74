import { Migration } from '@mikro-orm/migrations';

/** Keys beside the link in a mail: passkeys, applications that make codes, recovery codes; and that a session knows when one was shown. */
export class Migration20261125152000 extends Migration {
  override up(): void {
    this.addSql(`create table "passkey" ("uuid" uuid not null, "person_id" uuid not null, "name" text not null, "credential_id" text not null, "public_key" text not null, "counter" bigint not null, "added_at" timestamptz not null default now(), "last_used_at" timestamptz null, primary key ("uuid"));`);
    this.addSql(`create index "passkey_person_id_index" on "passkey" ("person_id");`);
    this.addSql(`alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id");`);
    this.addSql(`create table "authenticator" ("uuid" uuid not null, "person_id" uuid not null, "secret" text not null, "last_step" bigint not null, "added_at" timestamptz not null default now(), "last_used_at" timestamptz null, primary key ("uuid"));`);
    this.addSql(`alter table "authenticator" add constraint "authenticator_person_id_unique" unique ("person_id");`);
    this.addSql(`create table "recovery_codes" ("uuid" uuid not null, "person_id" uuid not null, "hashes" text[] not null, "made_at" timestamptz not null default now(), "used_at" timestamptz null, primary key ("uuid"));`);
    this.addSql(`alter table "recovery_codes" add constraint "recovery_codes_person_id_unique" unique ("person_id");`);
    this.addSql(`alter table "sign_in_session" add column "key" text null, add column "key_shown_at" timestamptz null;`);
    this.addSql(`alter table "sign_in_session" add constraint "sign_in_session_key_check" check ("key" in ('PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODE'));`);
    this.addSql(`alter table "sign_in_session" add constraint "sign_in_session_key_shown" check ((key is null) = (key_shown_at is null));`);
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in ('PERSON', 'MEMBER', 'SESSION', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES'));`);
    // What stands in the trail of each: that it came or went, and these parts of it.
    const recorded = { passkey: 'name', authenticator: '', recovery_codes: 'made_at used_at' };
    for (const [table, parts] of Object.entries(recorded)) {
      this.addSql(`alter table "${table}" add constraint "${table}_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_sign_in" on "${table}" using (is_sign_in());`);
      this.addSql(`create trigger "${table}_recorded" after insert or update or delete on "${table}" for each row execute function record_change('${table.toUpperCase()}', 'person_id', '${parts}');`);
    }
    this.addSql(`create policy "passkey_own" on "passkey" for select using (person_id = acting_person());`);
    this.addSql(`create policy "authenticator_own" on "authenticator" for select using (person_id = acting_person());`);
  }
}

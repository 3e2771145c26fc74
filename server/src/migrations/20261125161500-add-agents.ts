import { Migration } from '@mikro-orm/migrations';

/**
 * Agents sign in by way of their provider: what is begun there, the one identity that an account is bound to, and what the
 * provider is shown when they sign out. Who is bound, and who was refused because another identity was, stands in the trail.
 */
export class Migration20261125161500 extends Migration {
  override up(): void {
    this.addSql(`create table "sign_in_attempt" ("key" text not null, "locale" text not null, "back" text null, "expires_at" timestamptz not null, primary key ("key"));`);
    this.addSql(`alter table "sign_in_attempt" enable row level security;`);
    this.addSql(`create policy "sign_in_attempt_sign_in" on "sign_in_attempt" using (is_sign_in());`);
    this.addSql(`alter table "sign_in_account" add "refused_at" timestamptz null;`);
    this.addSql(`alter table "sign_in_account" add constraint "sign_in_account_provider_id_account_id_unique" unique ("provider_id", "account_id");`);
    this.addSql(`alter table "sign_in_account" add constraint "sign_in_account_person_id_provider_id_unique" unique ("person_id", "provider_id");`);
    this.addSql(`create policy "sign_in_account_own" on "sign_in_account" for select using (person_id = acting_person());`);
    this.addSql(`alter table "sign_in_session" add "id_token" text null;`);
    this.addSql(`alter table "sign_in_session" drop constraint "sign_in_session_key_check";`);
    this.addSql(`alter table "sign_in_session" add constraint "sign_in_session_key_check" check ("key" in ('PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODE', 'PROVIDER'));`);
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in ('PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES'));`);
    this.addSql(`create trigger "sign_in_account_recorded" after insert or update or delete on "sign_in_account" for each row execute function record_change('IDENTITY', 'person_id', 'refused_at');`);
  }
}

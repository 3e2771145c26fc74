import { Migration } from '@mikro-orm/migrations';

/**
 * People, what they are, what signing in keeps, and how often it was tried. The rules of the tables say the same as the readers do: people see
 * themselves, and only the code that signs people in reaches the rest.
 */
export class Migration20261125123901 extends Migration {
  override up(): void {
    this.addSql(`create table "person" ("id" uuid not null, "name" text not null, "email" text not null, "email_verified" boolean not null default false, "image" text null, "locale" text null, "suspended_at" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "is_demonstration" boolean not null default false, primary key ("id"));`);
    this.addSql(`alter table "person" add constraint "person_email_unique" unique ("email");`);
    this.addSql(`create table "member" ("uuid" uuid not null, "person_id" uuid not null, "role" text not null, "country_code" text null, "organisation_slug" text null, "since" date not null, "until" date null, "suspended_at" timestamptz null, primary key ("uuid"));`);
    this.addSql(`create index "member_person_id_index" on "member" ("person_id");`);
    this.addSql(`create table "sign_in_account" ("id" uuid not null, "account_id" text not null, "provider_id" text not null, "person_id" uuid not null, "access_token" text null, "refresh_token" text null, "id_token" text null, "access_token_expires_at" timestamptz null, "refresh_token_expires_at" timestamptz null, "scope" text null, "password" text null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "sign_in_account_person_id_index" on "sign_in_account" ("person_id");`);
    this.addSql(`create table "sign_in_session" ("id" uuid not null, "person_id" uuid not null, "token" text not null, "expires_at" timestamptz not null, "ip_address" text null, "user_agent" text null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "last_seen_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`alter table "sign_in_session" add constraint "sign_in_session_token_unique" unique ("token");`);
    this.addSql(`create index "sign_in_session_person_id_index" on "sign_in_session" ("person_id");`);
    this.addSql(`create table "sign_in_verification" ("id" text not null, "identifier" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "sign_in_verification_identifier_index" on "sign_in_verification" ("identifier");`);
    this.addSql(`alter table "person" add constraint "person_email" check (email = lower(email));`);
    this.addSql(`alter table "person" add constraint "person_locale_check" check ("locale" in ('fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'));`);
    this.addSql(`alter table "member" add constraint "member_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`alter table "member" add constraint "member_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "member" add constraint "member_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on delete cascade;`);
    this.addSql(`alter table "member" add constraint "member_scope" check (
      case when role in ('SCAC', 'SSI', 'AUTHORITY') then country_code is not null
           when role in ('NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL') then organisation_slug is not null
           else country_code is null and organisation_slug is null end);`);
    this.addSql(`alter table "member" add constraint "member_role_check" check ("role" in ('ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'));`);
    this.addSql(`alter table "sign_in_account" add constraint "sign_in_account_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`alter table "sign_in_session" add constraint "sign_in_session_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`create table "rate_limit" ("key" text not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`);
    this.addSql(`create view "demonstration_account" as select m.uuid, p.name, p.email, m.role, m.country_code, m.organisation_slug
    from person p join member m on m.person_id = p.id where p.is_demonstration and p.suspended_at is null;`);
    this.addSql(`create function acting_person() returns uuid language sql stable parallel safe
      return nullif(current_setting('passerelle.person', true), '')::uuid;`);
    this.addSql(`create function is_sign_in() returns boolean language sql stable parallel safe
      return coalesce(current_setting('passerelle.purpose', true), '') = 'sign-in';`);
    for (const table of ['person', 'member', 'sign_in_session', 'sign_in_account', 'sign_in_verification']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_sign_in" on "${table}" using (is_sign_in());`);
    }
    this.addSql(`create policy "person_own" on "person" for select using (id = acting_person());`);
    this.addSql(`create policy "member_own" on "member" for select using (person_id = acting_person());`);
    this.addSql(`create policy "sign_in_session_own" on "sign_in_session" for select using (person_id = acting_person());`);
  }
}

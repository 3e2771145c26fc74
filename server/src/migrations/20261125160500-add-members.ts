import { Migration } from '@mikro-orm/migrations';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'NGO_COORDINATOR', 'NGO_MEMBER', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT'`;
const NGO = `('NGO_COORDINATOR', 'NGO_MEMBER')`;

/** A role `a` of somebody `p` that gives rights today. */
const ACTING = `member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
  and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')`;
/** Whether that role reaches a role of an organisation. */
const REACHES = `(case when a.role in ('SCAC', 'SSI') then exists (select from organisation o where o.slug = the_organisation and o.country_code = a.country_code)
  when a.role = 'NGO_COORDINATOR' then a.organisation_slug = the_organisation else false end)`;

/** A question that the rules of rows ask the tables, past the rules of those. */
const question = (name: string, parameters: string, answer: string): string =>
  `create function ${name}(${parameters}) returns boolean language sql stable security definer set search_path = public return ${answer};`;
const PLACE = 'who uuid, the_role text, the_country text, the_organisation text';

/**
 * Invitations, requests for access, and who may see and change who belongs to the network. The rules of the tables say the
 * same as the policies: each sees the places that they answer for.
 */
export class Migration20261125160500 extends Migration {
  override up(): void {
    this.addSql(`alter table "person" add column "email_visibility" text not null default 'POST';`);
    this.addSql(`alter table "person" add constraint "person_email_visibility_check" check ("email_visibility" in ('PUBLIC', 'NETWORK', 'POST', 'ADVISER'));`);
    this.addSql(`alter table "organisation" add column "is_published" boolean not null default true;`);
    this.#addInvitations();
    this.#addRequests();
    this.addSql(`create view "network_member" with (security_invoker = true) as select m.uuid, m.person_id, p.name, p.email, p.email_visibility, m.role, coalesce(m.country_code, o.country_code) as country_code, m.organisation_slug, m.since, m.until, m.suspended_at, p.is_demonstration
    from member m join person p on p.id = m.person_id left join organisation o on o.slug = m.organisation_slug;`);
    this.#addQuestions();
    this.#addRules();
    this.#addTrail();
  }

  #addInvitations(): void {
    this.addSql(`create table "invitation" ("uuid" uuid not null, "name" text not null, "email" text not null, "role" text not null, "country_code" text null, "organisation_slug" text null, "locale" text not null, "invited_by_id" uuid null, "secret_hash" text not null, "created_at" timestamptz not null default now(), "sent_at" timestamptz not null default now(), "expires_at" timestamptz not null, "accepted_at" timestamptz null, "accepted_by_id" uuid null, "withdrawn_at" timestamptz null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`alter table "invitation" add constraint "invitation_secret_hash_unique" unique ("secret_hash");`);
    this.addSql(`create index "invitation_email_index" on "invitation" ("email");`);
    this.addSql(`create index "invitation_invited_by_id_index" on "invitation" ("invited_by_id");`);
    this.addSql(`alter table "invitation" add constraint "invitation_email" check (email = lower(email));`);
    this.addSql(`alter table "invitation" add constraint "invitation_over_once" check (accepted_at is null or withdrawn_at is null);`);
    this.addSql(`alter table "invitation" add constraint "invitation_scope" check (
      case when role in ('SCAC', 'SSI', 'AUTHORITY') then country_code is not null and organisation_slug is null
           when role in ('NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL') then organisation_slug is not null and country_code is null
           else country_code is null and organisation_slug is null end);`);
    this.addSql(`alter table "invitation" add constraint "invitation_role_check" check ("role" in (${ROLES}));`);
    this.addSql(`alter table "invitation" add constraint "invitation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "invitation" add constraint "invitation_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "invitation" add constraint "invitation_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on delete cascade;`);
    this.addSql(`alter table "invitation" add constraint "invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`alter table "invitation" add constraint "invitation_accepted_by_id_foreign" foreign key ("accepted_by_id") references "person" ("id") on delete set null;`);
  }

  #addRequests(): void {
    this.addSql(`create table "access_request" ("uuid" uuid not null, "country_code" text not null, "organisation_slug" text null, "organisation_name" text null, "organisation_website" text null, "name" text not null, "email" text not null, "role" text not null, "message" text not null, "locale" text not null, "secret_hash" text not null, "created_at" timestamptz not null default now(), "confirmed_at" timestamptz null, "decision" text null, "decided_at" timestamptz null, "decided_by_id" uuid null, "reason" text null, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`alter table "access_request" add constraint "access_request_secret_hash_unique" unique ("secret_hash");`);
    this.addSql(`create index "access_request_country_code_index" on "access_request" ("country_code");`);
    this.addSql(`create index "access_request_email_index" on "access_request" ("email");`);
    this.addSql(`alter table "access_request" add constraint "access_request_email" check (email = lower(email));`);
    this.addSql(`alter table "access_request" add constraint "access_request_role" check (role in ('NGO_COORDINATOR', 'NGO_MEMBER'));`);
    this.addSql(`alter table "access_request" add constraint "access_request_organisation" check (organisation_slug is not null or organisation_name is not null);`);
    this.addSql(`alter table "access_request" add constraint "access_request_website" check (organisation_website ~ '^https?://');`);
    this.addSql(`alter table "access_request" add constraint "access_request_decided" check ((decided_at is null) = (decision is null) and (decided_at is null or confirmed_at is not null));`);
    this.addSql(`alter table "access_request" add constraint "access_request_role_check" check ("role" in (${ROLES}));`);
    this.addSql(`alter table "access_request" add constraint "access_request_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "access_request" add constraint "access_request_decision_check" check ("decision" in ('APPROVED', 'REFUSED'));`);
    this.addSql(`alter table "access_request" add constraint "access_request_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "access_request" add constraint "access_request_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on delete cascade;`);
    this.addSql(`alter table "access_request" add constraint "access_request_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete set null;`);
  }

  #addQuestions(): void {
    this.addSql(question('has_post', 'the_country text', `exists (select from ${ACTING} where a.role in ('SCAC', 'SSI') and a.country_code = the_country)`));
    this.addSql(question('may_manage', PLACE, `exists (select from ${ACTING} where a.person_id = who and (a.role = 'ADVISER'
      or (a.role = 'ASSISTANT' and the_role not in ('ADVISER', 'ASSISTANT')) or (the_role in ${NGO} and ${REACHES})))`));
    this.addSql(question('may_invite', PLACE, `exists (select from ${ACTING} where a.person_id = who and (
      (a.role in ('ADVISER', 'ASSISTANT') and the_role in ('SCAC', 'SSI', 'AUTHORITY', 'INTERNATIONAL', 'EXPERT', 'TRANSLATOR'))
      or (a.role = 'ADVISER' and the_role = 'ASSISTANT')
      or (a.role in ('ADVISER', 'ASSISTANT') and the_role = 'NGO_COORDINATOR' and not exists (select from organisation o where o.slug = the_organisation and has_post(o.country_code)))
      or (the_role in ${NGO} and (a.role = 'NGO_COORDINATOR' or the_role = 'NGO_COORDINATOR') and ${REACHES})))`));
    this.addSql(question('may_decide', 'who uuid, the_country text', `exists (select from ${ACTING} where a.person_id = who and (
      (a.role in ('SCAC', 'SSI') and a.country_code = the_country) or (a.role in ('ADVISER', 'ASSISTANT') and not has_post(the_country))))`));
    this.addSql(question('concerns_acting', 'the_organisation text, the_country text', `exists (select from ${ACTING} where a.person_id = acting_person()
      and (a.organisation_slug = the_organisation or (a.role in ('SCAC', 'SSI') and a.country_code = the_country)))`));
  }

  #addRules(): void {
    const mayManage = 'may_manage(acting_person(), role, country_code, organisation_slug)';
    this.addSql(`create policy "member_managed" on "member" for select using ((select is_adviser()) or ${mayManage});`);
    this.addSql(`create policy "member_changed" on "member" for update using (${mayManage}) with check (${mayManage});`);
    // Whoever sees a role of somebody sees who it is.
    this.addSql(`create policy "person_managed" on "person" for select using (exists (select from member m where m.person_id = person.id));`);
    for (const table of ['invitation', 'access_request']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_sign_in" on "${table}" using (is_sign_in());`);
    }
    this.addSql(`create policy "invitation_seen" on "invitation" for select using ((select is_adviser()) or ${mayManage});`);
    this.addSql(`create policy "invitation_sent" on "invitation" for insert with check (invited_by_id = acting_person() and may_invite(acting_person(), role, country_code, organisation_slug));`);
    this.addSql(`create policy "invitation_changed" on "invitation" for update using (${mayManage}) with check (${mayManage});`);
    const mayDecide = 'confirmed_at is not null and may_decide(acting_person(), country_code)';
    this.addSql(`create policy "access_request_seen" on "access_request" for select using (${mayDecide});`);
    this.addSql(`create policy "access_request_decided" on "access_request" for update using (${mayDecide}) with check (${mayDecide});`);
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in ('PERSON', 'MEMBER', 'SESSION', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES'));`);
    this.addSql(`create trigger "invitation_recorded" after insert or update on "invitation" for each row execute function record_change('INVITATION', 'accepted_by_id', 'sent_at withdrawn_at accepted_at');`);
    // Whoever asks and does not show that the address is theirs has done nothing that is to be told.
    this.addSql(`create trigger "access_request_recorded" after update on "access_request" for each row execute function record_change('ACCESS_REQUEST', 'uuid', 'confirmed_at decision');`);
  }
}

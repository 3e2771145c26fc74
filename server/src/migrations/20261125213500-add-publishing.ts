import { Migration } from '@mikro-orm/migrations';

/**
 * Organisations are published by the embassy in their country or by the adviser. One that is not is seen by those alone whom it
 * concerns, since it may be a shelter: now the tables say so too. The trail tells who published what.
 */
export class Migration20261125213500 extends Migration {
  override up(): void {
    this.addSql(`alter table "organisation" add column "is_demonstration" boolean not null default false;`);
    this.addSql(`create view "organisation_office" with (security_invoker = true) as select o.slug, o.country_code, o.kind, o.source_locale as name_locale, o.is_published, o.is_protected from organisation o;`);
    this.addSql(`create function may_publish(who uuid, the_country text) returns boolean language sql stable security definer set search_path = public, pg_temp
      return exists (select from member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
          and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')
        where a.person_id = who and (a.role in ('ADVISER', 'ASSISTANT') or (a.role in ('SCAC', 'SSI') and a.country_code = the_country)));`);
    this.#addRules();
    this.#addViews();
    this.#addTrail();
  }

  /** What searches ask, of which the rules would keep the indexes. */
  #addViews(): void {
    this.addSql(`create view "published_organisation" as select o.slug, o.folded from organisation o where o.is_published;`);
    this.addSql(`create view "published_organisation_translation" as select x.organisation_slug, x.locale, x.folded from organisation_translation x join organisation o on o.slug = x.organisation_slug where o.is_published;`);
    // A view of one table could be written, as its owner.
    for (const event of ['insert', 'update', 'delete']) this.addSql(`create rule "published_organisation_${event}" as on ${event} to "published_organisation" do instead nothing;`);
  }

  #addRules(): void {
    const mayPublish = 'may_publish(acting_person(), country_code)';
    this.addSql(`alter table "organisation" enable row level security;`);
    this.addSql(`create policy "organisation_seen" on "organisation" for select using (is_published or (select is_adviser()) or concerns_acting(slug, country_code));`);
    // Who decides about a request adds the organisation that it is for, unpublished.
    this.addSql(`create policy "organisation_added" on "organisation" for insert with check (not is_published and may_decide(acting_person(), country_code));`);
    this.addSql(`create policy "organisation_published" on "organisation" for update using (${mayPublish}) with check (${mayPublish});`);
    // Asked once for a statement, and not for each row.
    const ofSeen = 'organisation_slug in (select slug from organisation)';
    const of = (condition: string): string => `exists (select from organisation o where o.slug = organisation_slug and ${condition})`;
    this.addSql(`alter table "organisation_translation" enable row level security;`);
    this.addSql(`create policy "organisation_translation_seen" on "organisation_translation" for select using (${ofSeen});`);
    this.addSql(`create policy "organisation_translation_added" on "organisation_translation" for insert with check (${of('not o.is_published and may_decide(acting_person(), o.country_code)')});`);
    this.addSql(`create policy "organisation_translation_published" on "organisation_translation" for update using (${of('may_publish(acting_person(), o.country_code)')});`);
  }

  #addTrail(): void {
    this.addSql(`alter table "audit_entry" add column "organisation_slug" text null;`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on delete set null;`);
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in ('PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK', 'ORGANISATION'));`);
    this.addSql(`
      create function record_publishing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        changed text;
      begin
        foreach changed in array array['is_published', 'is_protected', 'source_locale'] loop
          if to_jsonb(old) -> changed is distinct from to_jsonb(new) -> changed then
            insert into audit_entry (by_id, action, subject, organisation_slug, part, before, after)
              values ((select id from person where id = acting_person()), 'CHANGED', 'ORGANISATION', new.slug, changed, to_jsonb(old) ->> changed, to_jsonb(new) ->> changed);
          end if;
        end loop;
        return null;
      end $body$;`);
    this.addSql(`create trigger "organisation_recorded" after update of "is_published", "is_protected", "source_locale" on "organisation" for each row execute function record_publishing();`);
  }
}

import { Migration } from '@mikro-orm/migrations';

const VIEW = `select m.uuid, m.organisation_slug, m.role, p.name, case when acting_sees(c.email, o.country_code, p.is_demonstration) then p.email else null end as email, c.contact as visibility, c.email as email_visibility, o.country_code, p.is_demonstration
    from member m join person p on p.id = m.person_id join organisation o on o.slug = m.organisation_slug
    cross join lateral (select within_network(p.contact_visibility, o.is_protected and o.kind <> 'INTERNATIONAL') as contact, within_network(p.email_visibility, o.is_protected and o.kind <> 'INTERNATIONAL') as email) c
    where p.suspended_at is null and m.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')
      and acting_sees(c.contact, o.country_code, p.is_demonstration) and (o.is_published or (select is_adviser()) or concerns_acting(o.slug, o.country_code))`;

/**
 * The people of an organisation who agreed to be shown. Nobody has before this; and who may see an address is nobody else wherever
 * nobody can show that it was chosen, since it stood there from the beginning.
 */
export class Migration20261125213000 extends Migration {
  override up(): void {
    this.addSql(`alter table "person" add column "contact_visibility" text null, add column "contact_chosen_at" timestamptz null;`);
    this.addSql(`alter table "person" add constraint "person_contact_visibility_check" check ("contact_visibility" in ('PUBLIC', 'NETWORK', 'POST', 'ADVISER'));`);
    this.addSql(`alter table "person" alter column "email_visibility" set default 'ADVISER';`);
    this.addSql(`update "person" set email_visibility = 'ADVISER' where email_visibility = 'POST';`);
    this.addSql(`alter table "organisation" add column "is_protected" boolean not null default true;`);
    this.addSql(`create index "member_organisation_slug_index" on "member" ("organisation_slug");`);
    this.#addView();
    // What people choose to show is told of too: whoever relies on consent must be able to show it.
    this.addSql(`drop trigger "person_recorded" on "person";`);
    this.addSql(`create trigger "person_recorded" after insert or update or delete on "person" for each row execute function record_change('PERSON', 'id', 'name email locale suspended_at contact_visibility email_visibility');`);
  }

  #addView(): void {
    this.addSql(`create function within_network(choice text, is_protected boolean) returns text language sql immutable parallel safe
      return case when choice = 'PUBLIC' and is_protected then 'NETWORK' else choice end;`);
    // Whether who asks may see what somebody shows by this choice. Anybody can sign in as somebody invented, who sees of real people what all see.
    this.addSql(`create function acting_sees(choice text, the_country text, of_invented boolean) returns boolean language sql stable security definer set search_path = public, pg_temp
      return coalesce(choice = 'PUBLIC', false) or exists (
        select from member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
          and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')
        where a.person_id = acting_person() and (of_invented or not p.is_demonstration) and case choice
          when 'NETWORK' then true
          when 'POST' then a.role in ('ADVISER', 'ASSISTANT') or (a.role in ('SCAC', 'SSI') and a.country_code = the_country)
          when 'ADVISER' then a.role in ('ADVISER', 'ASSISTANT')
          else false end);`);
    this.addSql(`create view "contact_person" with (security_barrier = true) as ${VIEW};`);
  }
}

import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;

/** What is said of an expert beside the sheet. */
const TABLES = ['expert_translation', 'expert_language', 'expert_theme', 'expert_country'];

/** Whose sheets the adviser who acts keeps: somebody invented keeps those of the invented. */
const KEPT = '(select is_adviser()) and (is_demonstration or not (select acts_invented()))';
const ON_A_KEPT_SHEET = '(select is_adviser()) and exists (select from expert e where e.uuid = expert_uuid)';
const ON_A_FREE_SHEET = '(select is_adviser()) and exists (select from expert e where e.uuid = expert_uuid and e.person_id is null)';

const isOpen = (choice: string): string =>
  `(e.${choice} = 'PUBLIC' or e.${choice} = any(case when e.is_demonstration then (select acting_choices(true) as acting_choices) else (select acting_choices(false) as acting_choices) end))`;

/** As it was, with the corps at its end. */
const VIEW = `select e.uuid, e.source_locale, e.source_version,
      case when ${isOpen('name_visibility')} then e.name else null end as name, case when ${isOpen('name_visibility')} then e.folded else null end as folded, e.public_folded, e.name_visibility,
      e.profession_code, case when ${isOpen('institution_visibility')} then e.institution_code else null end as institution_code, e.institution_visibility,
      case when ${isOpen('email_visibility')} then (select p.email from person p where p.id = e.person_id and p.suspended_at is null) else null end as email, e.email_visibility,
      e.vouched_by, e.vouched_since, e.last_mission_on, e.is_demonstration, e.corps
    from expert e`;

/**
 * The adviser enters experts, changes their sheets and takes away those of whoever teaches nowhere. Where an expert without an account is written
 * to is theirs alone to know. What an expert with an account has chosen nobody else changes.
 */
export class Migration20261206000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#columns();
    this.#contact();
    this.#rules();
    this.#choices();
    this.#trail();
  }

  #columns(): void {
    this.addSql(`alter table "expert" add column "corps" text null, add column "consented_on" date null, add column "version" int not null default 1;`);
    this.addSql(`alter table "expert" add constraint "expert_corps_length" check (char_length(corps) <= 100);`);
    this.addSql(`create or replace view "listed_expert" as ${VIEW};`);
  }

  #contact(): void {
    this.addSql(`create table "expert_contact" ("expert_uuid" uuid not null, "email" text not null, "locale" text not null, primary key ("expert_uuid"));`);
    this.addSql(`create index "expert_contact_email_index" on "expert_contact" ("email");`);
    this.addSql(`alter table "expert_contact" add constraint "expert_contact_email" check (email = lower(email));`);
    this.addSql(`alter table "expert_contact" add constraint "expert_contact_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "expert_contact" add constraint "expert_contact_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`create trigger "expert_contact_reachable" before insert or update of "email" on "expert_contact" for each row execute function refuse_reachable();`);
    // Whoever has an account is written to there, and in the language they chose.
    this.addSql(`
      create function leave_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from expert_contact where expert_uuid = new.uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_leaves_contact" after update of "person_id" on "expert" for each row when (new.person_id is not null) execute function leave_contact();`);
    // It was agreed to for the address that stood there: another one is its person's to open.
    this.addSql(`
      create function close_other_address() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if not exists (select from expert_contact c join person p on p.id = new.person_id where c.expert_uuid = new.uuid and c.email = lower(p.email)) then new.email_visibility := 'ADVISER'; end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "expert_closes_address" before update of "person_id" on "expert" for each row when (old.person_id is null and new.person_id is not null and new.email_visibility <> 'ADVISER') execute function close_other_address();`);
    // Whoever has an account and exchanges its address, or is erased, is meant where the address stands.
    this.addSql(`
      create function follow_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if tg_op = 'DELETE' then delete from expert_contact where email = old.email;
        else update expert_contact set email = new.email where email = old.email;
        end if;
        return null;
      end $body$;`);
    this.addSql(`create trigger "person_contact_forgotten" after delete on "person" for each row execute function follow_contact();`);
    this.addSql(`create trigger "person_contact_moved" after update of "email" on "person" for each row when (old.email <> new.email) execute function follow_contact();`);
  }

  #rules(): void {
    // Whether somebody teaches in a session, or is to: a draft that who asks does not see counts too.
    this.addSql(`create function teaches(the_expert uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
      return exists (select from session_trainer where expert_uuid = the_expert);`);
    this.addSql(`create policy "expert_entered" on "expert" for insert with check ((select is_adviser()) and person_id is null and chosen_at is null and is_demonstration = (select acts_invented()));`);
    this.addSql(`create policy "expert_changed" on "expert" for update using (${KEPT}) with check (${KEPT});`);
    this.addSql(`create policy "expert_removed" on "expert" for delete using (${KEPT} and person_id is null and not teaches(uuid));`);
    for (const table of TABLES) this.addSql(`create policy "${table}_kept" on "${table}" for all using (${ON_A_KEPT_SHEET}) with check (${ON_A_KEPT_SHEET});`);
    this.addSql(`alter table "expert_contact" enable row level security;`);
    this.addSql(`create policy "expert_contact_kept" on "expert_contact" for all using (${ON_A_KEPT_SHEET}) with check (${ON_A_FREE_SHEET});`);
    this.addSql(`create policy "expert_contact_my_data" on "expert_contact" for select using (acts_for('my-data') and email = (select email from person where id = acting_person()));`);
  }

  /** What somebody chose is changed by them, or closed where the sheet is taken from their account. */
  #choices(): void {
    this.addSql(`
      create function keep_choices() returns trigger language plpgsql as $body$ begin
        if acting_person() is distinct from old.person_id and acting_person() is not null and new.person_id = old.person_id then
          raise exception 'who sees what of a sheet is chosen by whom it belongs to' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "expert_choices_kept" before update on "expert" for each row
      when ((old.name_visibility, old.institution_visibility, old.email_visibility, old.chosen_at) is distinct from (new.name_visibility, new.institution_visibility, new.email_visibility, new.chosen_at)) execute function keep_choices();`);
    this.addSql(`${amended('choose_sheet(text, text, text)', 'chosen_at = now()', 'chosen_at = now(), consented_on = null')};`);
    this.addSql(`${amended('unbind_expert(uuid)', 'chosen_at = null', 'chosen_at = null, consented_on = null')};`);
  }

  /** That a sheet was entered, changed or taken away, and nothing of what stands on it; who may see what of it, with what it was before. */
  #trail(): void {
    this.addSql(`
      create or replace function record_sheet() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        acting constant uuid := (select id from person where id = acting_person());
        concerned uuid;
        changed text;
      begin
        if tg_op <> 'UPDATE' then
          -- What is invented by nobody is not told, and what goes with an account is told of that.
          if acting is null and (case tg_op when 'INSERT' then new.is_demonstration else old.is_demonstration or old.person_id is not null end) then return null; end if;
          insert into audit_entry (by_id, action, subject, object, part) values (acting, case tg_op when 'INSERT' then 'ADDED' else 'REMOVED' end, 'EXPERT', case tg_op when 'INSERT' then new.uuid end, 'sheet');
          if tg_op = 'INSERT' then
            insert into audit_entry (by_id, action, subject, about_id, object, part, before, after)
              select acting, 'CHANGED', 'EXPERT', new.person_id, new.uuid, c.name, 'ADVISER', to_jsonb(new) ->> c.name from unnest(array['name_visibility', 'institution_visibility', 'email_visibility']) c(name) where to_jsonb(new) ->> c.name <> 'ADVISER';
          end if;
          return null;
        end if;
        concerned := coalesce(new.person_id, old.person_id);
        if old.person_id is distinct from new.person_id then
          insert into audit_entry (by_id, action, subject, about_id) values (acting, case when new.person_id is null then 'REMOVED' else 'ADDED' end, 'EXPERT', concerned);
          return null;
        end if;
        if old.version <> new.version then
          insert into audit_entry (by_id, action, subject, about_id, object, part) values (acting, 'CHANGED', 'EXPERT', concerned, new.uuid, 'sheet');
        end if;
        foreach changed in array array['name_visibility', 'institution_visibility', 'email_visibility'] loop
          if to_jsonb(old) -> changed is distinct from to_jsonb(new) -> changed then
            insert into audit_entry (by_id, action, subject, about_id, object, part, before, after) values (acting, 'CHANGED', 'EXPERT', concerned, new.uuid, changed, to_jsonb(old) ->> changed, to_jsonb(new) ->> changed);
          end if;
        end loop;
        return null;
      end $body$;`);
    this.addSql(`drop trigger "expert_recorded" on "expert";`);
    this.addSql(`create trigger "expert_recorded" after insert or delete or update of "person_id", "name_visibility", "institution_visibility", "email_visibility", "version" on "expert" for each row execute function record_sheet();`);
    // Whoever is gone has no sheet that the trail could lead to.
    this.addSql(`
      create or replace function empty_what_taught() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update audit_entry set before = case subject when 'EXPERT' then before end, after = case subject when 'EXPERT' then after end, object = case subject when 'EXPERT' then null else object end
          where (subject = 'TRAINING_SESSION' and part = 'trainer' and old.uuid::text in (before, after)) or (subject = 'EXPERT' and object = old.uuid);
        return null;
      end $body$;`);
  }
}

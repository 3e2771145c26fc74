import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';

const VISIBILITIES = `'PUBLIC', 'NETWORK', 'POST', 'ADVISER'`;
/** The rule of the sheet says which experts an adviser sees: one of a demonstration sees no real ones. */
const KEPT = '((select is_adviser()) and exists (select from expert e where e.uuid = expert_uuid))';
const OWN = 'exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person())';
/** Whether who asks may see what an expert shows by a choice. */
const isOpen = (choice: string): string => `(${choice} = 'PUBLIC' or ${choice} = any(acting_choices(e.is_demonstration)))`;

/** Photos of experts: the one on the sheet and the one that its expert proposes. Others see the first once its expert has opened it, and their name, to them. */
export class Migration20261221000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTables();
    this.#addRules();
    this.#addConsent();
    this.#addTrail();
  }

  #addTables(): void {
    this.addSql(`create table "expert_photo" ("uuid" uuid not null, "expert_uuid" uuid not null, "is_confirmed" boolean not null, "visibility" text not null default 'ADVISER', "chosen_at" timestamptz null, "consented_on" date null, "brought_at" timestamptz not null default now(), "width" int not null, "height" int not null, "size" int not null, primary key ("uuid"));`);
    this.addSql(`alter table "expert_photo" add constraint "expert_photo_expert_uuid_is_confirmed_unique" unique ("expert_uuid", "is_confirmed");`);
    this.addSql(`alter table "expert_photo" add constraint "expert_photo_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "expert_photo" add constraint "expert_photo_visibility_check" check ("visibility" in (${VISIBILITIES}));`);
    this.addSql(`alter table "expert_photo" add constraint "expert_photo_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "expert_photo" add constraint "expert_photo_sides" check (size > 0 and width > 0 and height > 0);`);
    this.addSql(`alter table "expert_photo" add constraint "expert_photo_consent" check (consented_on is null or is_confirmed);`);
    this.addSql(`create table "expert_photo_file" ("photo_uuid" uuid not null, "bytes" bytea not null, primary key ("photo_uuid"));`);
    this.addSql(`alter table "expert_photo_file" add constraint "expert_photo_file_photo_uuid_foreign" foreign key ("photo_uuid") references "expert_photo" ("uuid") on update cascade on delete cascade;`);
    // Pictures are compressed already.
    this.addSql(`alter table "expert_photo_file" alter column "bytes" set storage external;`);
  }

  #addRules(): void {
    // A photo says who somebody is as their name does: whoever may not see the one does not see the other.
    this.addSql(`
      create function sees_photo(the_expert uuid, the_visibility text) returns boolean language sql stable security definer set search_path = public, pg_temp
        return exists (select from expert e where e.uuid = the_expert and ${isOpen('e.name_visibility')} and ${isOpen('the_visibility')});`);
    for (const table of ['expert_photo', 'expert_photo_file']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "expert_photo_seen" on "expert_photo" for select using (${KEPT} or ${OWN} or (is_confirmed and sees_photo(expert_uuid, visibility)));`);
    this.addSql(`create policy "expert_photo_made" on "expert_photo" for insert with check (case when is_confirmed then ${KEPT} else ${OWN} end);`);
    this.addSql(`create policy "expert_photo_changed" on "expert_photo" for update using (${KEPT} or ${OWN}) with check (${KEPT} or ${OWN});`);
    this.addSql(`create policy "expert_photo_removed" on "expert_photo" for delete using (${KEPT} or ${OWN});`);
    this.addSql(`create policy "expert_photo_file_seen" on "expert_photo_file" for select using (exists (select from expert_photo p where p.uuid = photo_uuid));`);
    this.addSql(`create policy "expert_photo_file_made" on "expert_photo_file" for insert with check (exists (select from expert_photo p join expert e on e.uuid = p.expert_uuid where p.uuid = photo_uuid and ((select is_adviser()) or e.person_id = acting_person())));`);
  }

  /** Whoever has an account chooses by themselves, for the picture that they see; of others the adviser writes down the day. The adviser alone puts a photo on the sheet. */
  #addConsent(): void {
    this.addSql(`
      create function keep_portrait() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        owner constant uuid := (select person_id from expert where uuid = new.expert_uuid);
      begin
        if acting_person() is null then return new; end if;
        if tg_op = 'INSERT' then
          if new.visibility <> 'ADVISER' or new.chosen_at is not null or new.consented_on is not null then raise exception 'nobody has agreed to a photo that they have not seen' using errcode = 'insufficient_privilege'; end if;
          return new;
        end if;
        if (old.uuid, old.expert_uuid, old.brought_at, old.width, old.height, old.size) is distinct from (new.uuid, new.expert_uuid, new.brought_at, new.width, new.height, new.size)
          or (old.is_confirmed <> new.is_confirmed and (old.is_confirmed or not is_adviser()))
          or ((old.visibility, old.chosen_at, old.consented_on) is distinct from (new.visibility, new.chosen_at, new.consented_on)
            and (case when owner is null then not is_adviser() or new.chosen_at is not null or (new.visibility <> 'ADVISER') <> (new.consented_on is not null) else owner <> acting_person() or new.consented_on is not null end)) then
          raise exception 'a photo is opened by whom it shows, and put on the sheet by the adviser' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "expert_photo_kept" before insert or update on "expert_photo" for each row when (pg_trigger_depth() = 0) execute function keep_portrait();`);
    // What somebody had opened was their choice, and what they proposed theirs to say: without their account both are gone.
    this.addSql(`
      create function leave_portraits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from expert_photo where expert_uuid = new.uuid and not is_confirmed;
        update expert_photo set visibility = 'ADVISER', chosen_at = null, consented_on = null where expert_uuid = new.uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_leaves_portraits" after update of "person_id" on "expert" for each row when (old.person_id is not null and new.person_id is distinct from old.person_id) execute function leave_portraits();`);
  }

  /** That a photo was brought, proposed, put on the sheet and removed, and who may see it. What goes with an expert, or with their account, is told of that. */
  #addTrail(): void {
    this.addSql(`
      create function record_portrait() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        acting constant uuid := (select id from person where id = acting_person());
        the_expert constant uuid := case when tg_op = 'DELETE' then old.expert_uuid else new.expert_uuid end;
        concerned constant uuid := (select person_id from expert where uuid = the_expert);
        is_on_sheet constant boolean := case when tg_op = 'DELETE' then old.is_confirmed else new.is_confirmed end;
      begin
        if tg_op <> 'UPDATE' or old.is_confirmed <> new.is_confirmed then
          insert into audit_entry (by_id, action, subject, about_id, object, part) select acting, case tg_op when 'INSERT' then 'ADDED' when 'DELETE' then 'REMOVED' else 'CHANGED' end, 'EXPERT', concerned, e.uuid, case when is_on_sheet then 'photo' else 'photo_proposal' end from expert e where e.uuid = the_expert;
        end if;
        if tg_op = 'UPDATE' and old.visibility <> new.visibility then
          insert into audit_entry (by_id, action, subject, about_id, object, part, before, after) values (acting, 'CHANGED', 'EXPERT', concerned, the_expert, 'photo_visibility', old.visibility, new.visibility);
        end if;
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_photo_recorded" after insert or update or delete on "expert_photo" for each row when (acting_person() is not null and pg_trigger_depth() = 0) execute function record_portrait();`);
  }
}

import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';

/** Whose legs the adviser who acts keeps: somebody invented keeps those of the invented. */
const KEPT = '(select is_adviser()) and (is_demonstration or not (select acts_invented()))';
/** Who prepares a leg writes what belongs to it. */
const PREPARED = '(select is_adviser()) and exists (select from mission_leg l where l.uuid = leg_uuid) or prepares_leg(leg_uuid)';

/** The post of its country prepares a leg that was shown to it, until its last day is over: what is said of it, and whom to turn to there. Where and when it is stays the adviser's. */
export class Migration20261210000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addContacts();
    this.#addFunctions();
    this.#addRules();
    this.#addTrail();
  }

  #addContacts(): void {
    this.addSql(`create table "leg_contact" ("uuid" uuid not null, "leg_uuid" uuid not null, "version" int not null default 1, "name" text not null, "function" text null, "organisation" text null, "email" text null, "phone" text null, primary key ("uuid"));`);
    this.addSql(`create index "leg_contact_leg_uuid_index" on "leg_contact" ("leg_uuid");`);
    this.addSql(`create index "leg_contact_email_index" on "leg_contact" ("email");`);
    this.addSql(`alter table "leg_contact" add constraint "leg_contact_leg_uuid_foreign" foreign key ("leg_uuid") references "mission_leg" ("uuid") on delete cascade;`);
    this.addSql(`alter table "leg_contact" add constraint "leg_contact_name" check (name <> '');`);
    this.addSql(`alter table "leg_contact" add constraint "leg_contact_email" check (email = lower(email));`);
    this.addSql(`alter table "leg_contact" add constraint "leg_contact_phone" check (phone ~ '^[+(]?[0-9][0-9 ()./-]{2,38}$');`);
    this.addSql(`create trigger "leg_contact_reachable" before insert or update of "email" on "leg_contact" for each row execute function refuse_reachable();`);
    // Whoever has an account and is erased is meant where the address stands. Whoever exchanges it is meant no longer: a post that has written down the old one is not told the new one.
    this.addSql(`
      create function follow_leg_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if tg_op = 'DELETE' then delete from leg_contact where email = old.email;
        else update leg_contact set email = null, version = version + 1 where email = old.email;
        end if;
        return null;
      end $body$;`);
    this.addSql(`create trigger "person_leg_contact_forgotten" after delete on "person" for each row execute function follow_leg_contact();`);
    this.addSql(`create trigger "person_leg_contact_moved" after update of "email" on "person" for each row when (old.email <> new.email) execute function follow_leg_contact();`);
  }

  #addFunctions(): void {
    // Whether who acts prepares a leg as its post. Its last day is that of its city: of the other days of the mission it tells nothing.
    this.addSql(`create function prepares_leg(the_leg uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
      return exists (select from mission_leg l join city c on c.code = l.city_code where l.uuid = the_leg and l.is_shown and l.stage in ('PLANNED', 'CONSULTED', 'AGREED')
        and (now() at time zone c.time_zone)::date <= l.ends_on and (l.is_demonstration or not acts_invented()) and is_post_of(acting_person(), l.country_code));`);
    // A leg of an idea is nobody's plan yet: whom one thinks of turning to there is not given to them with their data.
    this.addSql(`create function is_leg_beyond_idea(the_leg uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $body$
      select acts_for('my-data') and exists (select from mission_leg where uuid = the_leg and stage <> 'IDEA') $body$;`);
    // Whoever writes in a leg holds its mission first, as the adviser does, whom a post cannot see: neither waits for the other for ever. Who may not prepare it holds nothing.
    this.addSql(`
      create function hold_leg(the_leg uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if prepares_leg(the_leg) or (is_adviser() and exists (select from mission_leg where uuid = the_leg and (is_demonstration or not acts_invented()))) then
          perform from mission m where m.uuid = (select l.mission_uuid from mission_leg l where l.uuid = the_leg) for update;
        end if;
      end $body$;`);
    // Whoever decides about a mission has read its legs: a change of one is a change of it, whoever changes it.
    this.addSql(`
      create function raise_mission() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update mission set version = version + 1 where uuid = new.mission_uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_leg_raises" after update of "version" on "mission_leg" for each row when (new.version > old.version) execute function raise_mission();`);
    this.addSql(`
      create function keep_place_of_leg() returns trigger language plpgsql set search_path = public, pg_temp as $body$ begin
        if row_security_active('mission_leg') and not is_adviser() then
          raise exception 'where and when a leg is, and of which mission, is the adviser''s' using errcode = 'insufficient_privilege', constraint = 'mission_leg_place_kept';
        end if;
        return new;
      end $body$;`);
    const place = (of: string): string => `(${['uuid', 'mission_uuid', 'position', 'country_code', 'city_code', 'starts_on', 'ends_on', 'source_locale'].map((column) => `${of}.${column}`).join(', ')})`;
    this.addSql(`create trigger "mission_leg_place_kept" before update on "mission_leg" for each row when (${place('old')} is distinct from ${place('new')}) execute function keep_place_of_leg();`);
  }

  #addRules(): void {
    // Of the invented a real post reads the legs, as the adviser does; of the real an invented one reads none.
    this.addSql(`alter policy "mission_leg_seen" on "mission_leg" using ((${KEPT}) or (is_shown and (is_demonstration or not (select acts_invented())) and is_post_of(acting_person(), country_code)));`);
    this.addSql(`alter policy "mission_leg_changed" on "mission_leg" using ((${KEPT}) or prepares_leg(uuid)) with check ((${KEPT}) or prepares_leg(uuid));`);
    this.addSql(`alter policy "mission_leg_translation_made" on "mission_leg_translation" with check (${PREPARED});`);
    this.addSql(`alter policy "mission_leg_translation_changed" on "mission_leg_translation" using (${PREPARED}) with check (${PREPARED});`);
    this.addSql(`alter policy "mission_leg_translation_removed" on "mission_leg_translation" using (${PREPARED});`);
    this.addSql(`alter table "leg_contact" enable row level security;`);
    // Who sees the leg, by the rule of its own, sees its contacts.
    this.addSql(`create policy "leg_contact_seen" on "leg_contact" for select using (acting_person() is not null and exists (select from mission_leg l where l.uuid = leg_uuid));`);
    this.addSql(`create policy "leg_contact_my_data" on "leg_contact" for select using (acts_for('my-data') and is_leg_beyond_idea(leg_uuid) and email = (select email from person where id = acting_person()));`);
    this.addSql(`create policy "leg_contact_made" on "leg_contact" for insert with check (${PREPARED});`);
    this.addSql(`create policy "leg_contact_changed" on "leg_contact" for update using (${PREPARED}) with check (${PREPARED});`);
    this.addSql(`create policy "leg_contact_removed" on "leg_contact" for delete using (${PREPARED});`);
    this.addSql(`create policy "leg_contact_retained" on "leg_contact" for select using (acts_for('retention'));`);
    this.addSql(`create policy "leg_contact_forgotten" on "leg_contact" for delete using (acts_for('retention'));`);
    // By the last day of its leg: the table of legs says it to who forgets.
    this.addSql(`create policy "mission_leg_retained" on "mission_leg" for select using (acts_for('retention'));`);
  }

  /** That there is one more, that one was changed or removed: nothing of whom. Of those that go with their leg nothing is told. */
  #addTrail(): void {
    this.addSql(`
      create function record_leg_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, object, part)
          select p.id, 'CHANGED', 'MISSION_LEG', l.mission_uuid, case tg_op when 'INSERT' then 'contact_added' when 'UPDATE' then 'contact_changed' else 'contact_removed' end
          from mission_leg l, person p where p.id = acting_person() and l.uuid = case when tg_op = 'DELETE' then old.leg_uuid else new.leg_uuid end;
        return null;
      end $body$;`);
    this.addSql(`create trigger "leg_contact_recorded" after insert or update or delete on "leg_contact" for each row when (acting_person() is not null) execute function record_leg_contact();`);
  }
}

import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';
import { secretPlaceTriggersOfClearances } from './secret-places.ts';

/**
 * A clearance may be given for one mission alone, and goes with it; for what it was given it stays; what is said of it gives no protected place away, as nothing does that is said of missions. What its expert reads of it, with their own data too, waits until they are told of a leg of theirs: missions are known to those who plan them. Until
 * then no entry of the trail is about the expert, and afterwards none either; whose it was the adviser reads by the expert.
 */
export class Migration20270413000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`alter table "clearance" add "mission_uuid" uuid null;`);
    this.addSql(`alter table "clearance" add constraint "clearance_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    this.addSql(`create index "clearance_mission_uuid_index" on "clearance" ("mission_uuid");`);
    for (const statement of secretPlaceTriggersOfClearances) this.addSql(`${statement};`);
    this.#addRules();
    this.#keepFor();
    this.#addTrail();
  }

  /** One that became another would be gone for its expert, or new to them, without anything that says so. */
  #keepFor(): void {
    this.addSql(`
      create function keep_what_clearance_is_for() returns trigger language plpgsql set search_path = public, pg_temp as $body$ begin
        raise exception 'a clearance stays for what it was given for' using errcode = 'check_violation';
      end $body$;`);
    this.addSql(`create trigger "clearance_for_kept" before update of "mission_uuid" on "clearance" for each row when (old.mission_uuid is distinct from new.mission_uuid) execute function keep_what_clearance_is_for();`);
  }

  #addRules(): void {
    // What is one's own of legs says whose they are and once they are told (`own_leg`); which mission it is a leg of only this function asks.
    this.addSql(`create function is_told_of_mission(the_mission uuid, the_expert uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $body$
      select exists (select from own_leg o join mission_leg l on l.uuid = o.uuid where l.mission_uuid = the_mission and o.expert_uuid = the_expert) $body$;`);
    this.addSql(`alter policy "clearance_seen" on "clearance" using (exists (select from expert e where e.uuid = expert_uuid and ((select is_adviser()) or (e.person_id = acting_person() and (mission_uuid is null or is_told_of_mission(mission_uuid, expert_uuid))))));`);
    // An invented expert is cleared for an invented mission, a real one for a real one.
    const given = `(select is_adviser()) and exists (select from expert e where e.uuid = expert_uuid and (mission_uuid is null or exists (select from mission m where m.uuid = mission_uuid and m.is_demonstration = e.is_demonstration)))`;
    this.addSql(`alter policy "clearance_made" on "clearance" with check (${given});`);
    this.addSql(`alter policy "clearance_changed" on "clearance" with check (${given});`);
  }

  #addTrail(): void {
    this.addSql(`${amended('record_clearance()', 'concerned constant uuid := (select person_id from expert where uuid = the_expert);', `for_mission constant uuid := case when tg_op = 'DELETE' then old.mission_uuid else new.mission_uuid end;
        concerned constant uuid := (select person_id from expert where uuid = the_expert and for_mission is null);`)};`);
    this.addSql(`${amended('record_clearance_file()', 'e.person_id, e.uuid', 'case when c.mission_uuid is null then e.person_id end, e.uuid')};`);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** Whose missions the adviser who acts keeps: somebody invented keeps those of the invented. */
const KEPT = '(select is_adviser()) and (is_demonstration or not (select acts_invented()))';
/** What belongs to a mission is kept by whoever sees it, by the rule of its own. */
const OF_MISSION = '(select is_adviser()) and exists (select from mission m where m.uuid = mission_uuid)';
const OF_OBJECTIVE = '(select is_adviser()) and exists (select from mission_objective o where o.uuid = objective_uuid)';
const OF_LEG = '(select is_adviser()) and exists (select from mission_leg l where l.uuid = leg_uuid)';

/** An invented adviser neither sees nor changes a real mission, and what is made in a demonstration is marked as invented. Whose the sheet of an expert is, and of which side, is not changed by who changes the sheet. */
export class Migration20261208000400 extends Migration {
  override up(): void {
    this.addSql(`drop policy "mission_adviser" on "mission";`);
    this.addSql(`create policy "mission_seen" on "mission" for select using (${KEPT});`);
    this.addSql(`create policy "mission_made" on "mission" for insert with check ((select is_adviser()) and is_demonstration = (select acts_invented()));`);
    this.addSql(`create policy "mission_changed" on "mission" for update using (${KEPT}) with check (${KEPT});`);
    this.addSql(`create policy "mission_removed" on "mission" for delete using (${KEPT});`);
    for (const table of ['mission_translation', 'mission_team_rule', 'mission_objective']) this.addSql(`alter policy "${table}_adviser" on "${table}" using (${OF_MISSION}) with check (${OF_MISSION});`);
    for (const table of ['mission_objective_translation', 'mission_objective_recommendation']) this.addSql(`alter policy "${table}_adviser" on "${table}" using (${OF_OBJECTIVE}) with check (${OF_OBJECTIVE});`);
    this.addSql(`alter policy "mission_leg_seen" on "mission_leg" using ((${KEPT}) or (is_shown and is_post_of(acting_person(), country_code)));`);
    // Which side a leg is of, its mission says: a trigger copies it.
    this.addSql(`alter policy "mission_leg_made" on "mission_leg" with check (${OF_MISSION});`);
    this.addSql(`alter policy "mission_leg_changed" on "mission_leg" using (${KEPT}) with check (${KEPT});`);
    this.addSql(`alter policy "mission_leg_removed" on "mission_leg" using (${KEPT});`);
    this.addSql(`alter policy "mission_leg_translation_made" on "mission_leg_translation" with check (${OF_LEG});`);
    this.addSql(`alter policy "mission_leg_translation_changed" on "mission_leg_translation" using (${OF_LEG}) with check (${OF_LEG});`);
    this.addSql(`alter policy "mission_leg_translation_removed" on "mission_leg_translation" using (${OF_LEG});`);
    this.#sheets();
  }

  /** Functions of the owner bind a sheet to an account and take it back: what they do is not done by the role of the application. */
  #sheets(): void {
    this.addSql(`
      create function keep_owner_of_sheet() returns trigger language plpgsql set search_path = public, pg_temp as $body$ begin
        if row_security_active('expert') then
          raise exception 'whose a sheet is, and of which side, is not changed with the sheet' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "expert_owner_kept" before update of "person_id", "is_demonstration" on "expert" for each row
      when (old.person_id is distinct from new.person_id or old.is_demonstration <> new.is_demonstration) execute function keep_owner_of_sheet();`);
  }
}

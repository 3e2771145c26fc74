import { Migration } from '@mikro-orm/migrations';

/**
 * What an invented person did about their data would be done to everybody who signs in as them: they read it, and correct, ask and
 * erase nothing.
 */
export class Migration20261125171500 extends Migration {
  override up(): void {
    this.addSql(`create function is_invented(who uuid) returns boolean language sql stable security definer set search_path = public
      return exists (select from person where id = who and is_demonstration);`);
    this.addSql(`drop policy "person_corrected" on "person";`);
    this.addSql(`create policy "person_corrected" on "person" for update using (acts_for('my-data') and id = acting_person() and not is_demonstration);`);
    this.addSql(`drop policy "data_request_made" on "data_request";`);
    this.addSql(`create policy "data_request_made" on "data_request" for insert with check (
      acts_for('my-data') and person_id = acting_person() and answer is null and not is_invented(person_id));`);
    this.addSql(`drop policy "address_change_own" on "address_change";`);
    this.addSql(`create policy "address_change_own" on "address_change" for select using (acts_for('my-data') and person_id = acting_person());`);
    this.addSql(`create policy "address_change_made" on "address_change" using (acts_for('my-data') and person_id = acting_person() and not is_invented(person_id));`);
    this.addSql(`
      create or replace function erase_me(mark text) returns boolean language plpgsql volatile security definer set search_path = public as $body$ begin
        -- Two advisers who leave at once do so one after the other.
        perform pg_advisory_xact_lock(7266006);
        if not exists (select from person where id = acting_person() and not is_demonstration) or is_last_adviser(acting_person()) then return false; end if;
        perform erase_person(acting_person(), mark);
        return true;
      end $body$;`);
  }
}

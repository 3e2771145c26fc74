import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';

const IS_OPEN =
  `(e.missions_visibility = 'PUBLIC' or e.missions_visibility = any(case when e.is_demonstration then (select acting_choices(true) as acting_choices) else (select acting_choices(false) as acting_choices) end))`;

/** What others read, of what is published alone; whoever may know all of it reads the rest too. */
const DONE = `select m.mission_uuid, m.expert_uuid, extract(year from max(s.leaves_at))::int as year, array_agg(distinct l.country_code order by l.country_code) as country_codes, e.missions_visibility as visibility, coalesce(bool_and(l.country_code = any(d.countries)), false) as is_public
    from mission_stay s join mission_member m on m.uuid = s.member_uuid join mission_leg l on l.uuid = s.leg_uuid join expert e on e.uuid = m.expert_uuid left join publication_decision d on d.mission_uuid = m.mission_uuid
    where l.stage = 'CLOSED' and m.substitute_for_uuid is null
      and ((((select is_adviser() as is_adviser) or is_own_sheet(m.expert_uuid)) and (l.is_demonstration or not (select acts_invented() as acts_invented))) or (${IS_OPEN} and l.country_code = any(d.countries)))
    group by m.mission_uuid, m.expert_uuid, e.missions_visibility`;

const CHOICES = `'name_visibility', 'institution_visibility', 'email_visibility'`;

/** An expert chooses who sees which missions they have been on, as they choose it of their name: of missions that are closed, the countries that the adviser has published. Until they have, it is the adviser's and theirs. */
export class Migration20270110000100 extends Migration {
  override up(): void {
    this.addSql(`alter table "expert" add column "missions_visibility" text not null default 'ADVISER';`);
    this.addSql(`alter table "expert" add constraint "expert_missions_visibility_check" check ("missions_visibility" in ('PUBLIC', 'NETWORK', 'POST', 'ADVISER'));`);
    this.addSql(`create or replace view "done_mission" with (security_barrier = true) as ${DONE};`);
    this.#acts();
    this.#trail();
  }

  #acts(): void {
    this.addSql('drop function choose_sheet(text, text, text);');
    this.addSql(`create function choose_sheet(the_name text, the_institution text, the_email text, the_missions text) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        update expert set name_visibility = the_name, institution_visibility = the_institution, email_visibility = the_email, missions_visibility = the_missions, chosen_at = now(), consented_on = null where person_id = acting_person();
        return found;
      end $body$;`);
    this.addSql(`${amended('unbind_expert(uuid)', `email_visibility = 'ADVISER'`, `email_visibility = 'ADVISER', missions_visibility = 'ADVISER'`)};`);
    this.addSql(`drop trigger "expert_choices_kept" on "expert";`);
    this.addSql(`create trigger "expert_choices_kept" before update on "expert" for each row
      when ((old.name_visibility, old.institution_visibility, old.email_visibility, old.missions_visibility, old.chosen_at) is distinct from (new.name_visibility, new.institution_visibility, new.email_visibility, new.missions_visibility, new.chosen_at)) execute function keep_choices();`);
  }

  #trail(): void {
    this.addSql(`${amended('record_sheet()', `array[${CHOICES}]`, `array[${CHOICES}, 'missions_visibility']`)};`);
    this.addSql(`drop trigger "expert_recorded" on "expert";`);
    this.addSql(`create trigger "expert_recorded" after insert or delete or update of "person_id", "name_visibility", "institution_visibility", "email_visibility", "missions_visibility", "version" on "expert" for each row execute function record_sheet();`);
  }
}

import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { opinionMends } from './opinions-on-texts.ts';

const UNSERVED = `select l.uuid as leg_uuid, s.service from mission_leg l cross join (values ('SCAC'), ('SSI')) s(service)
    where (select is_adviser() as is_adviser) and (l.is_demonstration or not (select acts_invented() as acts_invented))
      and not exists (select from member m where m.role = s.service and m.country_code = l.country_code and is_invented(m.person_id) = l.is_demonstration and is_serving(m.person_id, l.country_code, s.service))`;

/** An opinion is about the text of the leg that was read: agreement and silence about an earlier one are missing. Posts answer before their leg begins, and about none that is over. */
export class Migration20261212000200 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    for (const column of ['source_version', 'asked_version']) {
      this.addSql(`alter table "consultation" add column "${column}" int not null default 1;`);
      this.addSql(`update "consultation" c set "${column}" = l.source_version from "mission_leg" l where l.uuid = c.leg_uuid;`);
      this.addSql(`alter table "consultation" alter column "${column}" drop default;`);
    }
    this.addSql(`alter table "opinion" add column "source_version" int null;`);
    this.addSql(`update "opinion" o set source_version = c.source_version from "consultation" c where c.uuid = o.consultation_uuid and o.answer is not null;`);
    this.addSql(`alter table "opinion" add constraint "opinion_about_a_text" check ((answer is null) = (source_version is null));`);
    // Nobody agreed by silence to a leg that was over before they had to answer.
    this.addSql(`update "opinion" o set silence_agrees = false from "consultation" c join "mission_leg" l on l.uuid = c.leg_uuid where c.uuid = o.consultation_uuid and c.due_on > l.ends_on and o.answer is null;`);
    for (const statement of opinionMends) this.addSql(`${statement};`);
    this.addSql(`create view "unserved_service" with (security_barrier = true) as ${UNSERVED};`);
    // What an opinion begins with is set by the database, whatever a statement says.
    this.addSql(`drop policy "opinion_made" on "opinion";`);
    this.addSql(`create policy "opinion_made" on "opinion" for insert with check ((select is_adviser()) and noted_silent_at is null and exists (select from consultation c where c.uuid = consultation_uuid));`);
    this.addSql(`drop trigger "opinion_recorded" on "opinion";`);
    this.addSql(`create trigger "opinion_recorded" after update on "opinion" for each row
      when (not (old.answered_by_id is not null and new.answered_by_id is null) and (old.answer, old.remark, old.reason, old.source_version, old.noted_silent_at) is distinct from (new.answer, new.remark, new.reason, new.source_version, new.noted_silent_at)) execute function record_opinion();`);
  }
}

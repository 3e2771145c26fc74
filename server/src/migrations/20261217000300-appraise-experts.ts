import { Migration } from '@mikro-orm/migrations';
import { appraisalFunctions } from './reports.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const OF_MISSION = '(select is_adviser()) and exists (select from mission m where m.uuid = mission_uuid)';

/** How the adviser has found an expert on a mission: the adviser's, and of whoever it is about with their own data. */
export class Migration20261217000300 extends Migration {
  override up(): void {
    this.addSql(`create table "appraisal" ("mission_uuid" uuid not null, "expert_uuid" uuid not null, "expertise" int not null, "exchange" int not null, "reliability" int not null, "text" text null, "locale" text null, "written_at" timestamptz not null default now(), "version" int not null default 1, primary key ("mission_uuid", "expert_uuid"));`);
    this.addSql(`create index "appraisal_expert_uuid_index" on "appraisal" ("expert_uuid");`);
    this.addSql(`alter table "appraisal" add constraint "appraisal_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "appraisal" add constraint "appraisal_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "appraisal" add constraint "appraisal_words" check (char_length(text) <= 2000 and (text is null) = (locale is null));`);
    this.addSql(`alter table "appraisal" add constraint "appraisal_marks" check (expertise >= 1 and expertise <= 4 and exchange >= 1 and exchange <= 4 and reliability >= 1 and reliability <= 4);`);
    this.addSql(`alter table "appraisal" add constraint "appraisal_locale_check" check ("locale" in (${LOCALES}));`);
    for (const statement of appraisalFunctions) this.addSql(`${statement};`);
    this.addSql('alter table "appraisal" enable row level security;');
    this.addSql(`create policy "appraisal_adviser" on "appraisal" using (${OF_MISSION}) with check (${OF_MISSION});`);
    this.addSql(`create policy "appraisal_my_data" on "appraisal" for select using (acts_for('my-data') and exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person()));`);
  }
}

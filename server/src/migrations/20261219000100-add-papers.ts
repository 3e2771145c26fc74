import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { paperFunctions } from './papers.ts';

const KINDS = `'PROGRAMME_POST', 'PROGRAMME_PERSON', 'INVITATION', 'CONTACTS', 'INTERPRETER', 'ORDER'`;
const OF_LEG = `'PROGRAMME_POST', 'INVITATION', 'CONTACTS', 'INTERPRETER'`;

/** The papers of a mission, version by version: what each says is kept as it was, with whom it names apart. Nobody writes one but by `make_paper`. */
export class Migration20261219000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`create table "mission_paper" ("uuid" uuid not null, "mission_uuid" uuid not null, "leg_uuid" uuid null, "meeting_uuid" uuid null, "member_uuid" uuid null, "expert_uuid" uuid null, "person_id" uuid null, "kind" text not null, "subject_uuid" uuid not null, "number" int not null, "facts" jsonb not null, "told" int not null default 0, "is_given" boolean not null default false, "made_at" timestamptz not null default now(), primary key ("uuid"));`);
    for (const column of ['mission_uuid', 'leg_uuid', 'meeting_uuid', 'member_uuid', 'expert_uuid', 'person_id']) this.addSql(`create index "mission_paper_${column}_index" on "mission_paper" ("${column}");`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_number" unique ("kind", "subject_uuid", "number");`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_kind_check" check ("kind" in (${KINDS}));`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_counts" check (number >= 1);`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_told" check (told >= 0);`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_about" check (case when kind in (${OF_LEG}) then leg_uuid is not null and num_nonnulls(member_uuid, expert_uuid, person_id) = 0 and (kind = 'INVITATION' or meeting_uuid is null) else num_nonnulls(leg_uuid, meeting_uuid) = 0 and num_nonnulls(expert_uuid, person_id) = 1 end);`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_mission_uuid_foreign" foreign key ("mission_uuid") references "mission" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_leg_uuid_foreign" foreign key ("leg_uuid") references "mission_leg" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_meeting_uuid_foreign" foreign key ("meeting_uuid") references "meeting" ("uuid") on delete set null;`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_member_uuid_foreign" foreign key ("member_uuid") references "mission_member" ("uuid") on delete set null;`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_paper" add constraint "mission_paper_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`create table "mission_paper_person" ("paper_uuid" uuid not null, "key" uuid not null, "expert_uuid" uuid null, "person_id" uuid null, "contact_uuid" uuid null, "name" text not null, "function" text null, "organisation" text null, "email" text null, "phone" text null, primary key ("paper_uuid", "key"));`);
    for (const column of ['expert_uuid', 'person_id', 'contact_uuid']) this.addSql(`create index "mission_paper_person_${column}_index" on "mission_paper_person" ("${column}");`);
    this.addSql(`alter table "mission_paper_person" add constraint "mission_paper_person_is_one" check (num_nonnulls(expert_uuid, person_id, contact_uuid) = 1);`);
    this.addSql(`alter table "mission_paper_person" add constraint "mission_paper_person_paper_uuid_foreign" foreign key ("paper_uuid") references "mission_paper" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_paper_person" add constraint "mission_paper_person_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "mission_paper_person" add constraint "mission_paper_person_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`alter table "mission_paper_person" add constraint "mission_paper_person_contact_uuid_foreign" foreign key ("contact_uuid") references "leg_contact" ("uuid") on delete cascade;`);
    this.addSql(`create trigger "mission_paper_person_reachable" before insert or update of "email" on "mission_paper_person" for each row execute function refuse_reachable();`);
    for (const statement of paperFunctions) this.addSql(`${statement};`);
    this.#addRules();
  }

  #addRules(): void {
    for (const table of ['mission_paper', 'mission_paper_person']) this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`create policy "mission_paper_adviser" on "mission_paper" for select using ((select is_adviser()) and exists (select from mission m where m.uuid = mission_uuid));`);
    // Who sees the leg, by the rule of its own, sees its papers, until it is given up; an expert those that are about them, once it is agreed, and what they were given then.
    this.addSql(`create policy "mission_paper_of_leg" on "mission_paper" for select using (kind in (${OF_LEG}) and acting_person() is not null and exists (select from mission_leg l where l.uuid = leg_uuid and l.stage <> 'GIVEN_UP'));`);
    this.addSql(`create policy "mission_paper_own" on "mission_paper" for select using (kind in ('PROGRAMME_PERSON', 'ORDER') and expert_uuid is not null and is_own_paper(mission_uuid, member_uuid, expert_uuid, is_given));`);
    this.addSql(`create policy "mission_paper_my_data" on "mission_paper" for select using (acts_for('my-data') and is_more_than_idea(mission_uuid) and (person_id = acting_person() or exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person())));`);
    this.addSql(`create policy "mission_paper_retained" on "mission_paper" for select using (acts_for('retention'));`);
    this.addSql(`create policy "mission_paper_forgotten" on "mission_paper" for delete using (acts_for('retention'));`);
    this.addSql(`create policy "mission_paper_person_seen" on "mission_paper_person" for select using (exists (select from mission_paper p where p.uuid = paper_uuid));`);
    this.addSql(`create policy "mission_paper_person_my_data" on "mission_paper_person" for select using (acts_for('my-data') and (person_id = acting_person() or exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person())
      or email = (select email from person where id = acting_person()) and exists (select from leg_contact c where c.uuid = contact_uuid)));`);
  }
}

import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { requireSourceText } from './foundations.ts';
import { meetingFunctions } from './meetings.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const ROLES = `'MAGISTRATE', 'POLICE', 'NGO', 'SOCIAL', 'LABOUR', 'ADVISER', 'OTHER'`;
const LEVELS = `'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'`;
const ADVISER = '(select is_adviser())';
/** Who prepares a leg writes the meetings in it; who goes there, and what the adviser decides of them, the adviser alone. */
const WRITES = `${ADVISER} and exists (select from mission_leg l where l.uuid = leg_uuid) or prepares_leg(leg_uuid)`;
const PEOPLE = `select g.meeting_uuid, g.member_uuid, m.expert_uuid, coalesce(e.name, p.name) as name, g.role, g.is_substitute
    from meeting_member g join meeting t on t.uuid = g.meeting_uuid join mission_leg l on l.uuid = t.leg_uuid join mission_member m on m.uuid = g.member_uuid left join expert e on e.uuid = m.expert_uuid left join person p on p.id = m.person_id
    where l.stage <> 'GIVEN_UP' and (((select is_adviser() as is_adviser) and (l.is_demonstration or not (select acts_invented() as acts_invented)))
      or (l.is_shown and (l.is_demonstration or not (select acts_invented() as acts_invented)) and is_post_of(acting_person(), l.country_code)
        and exists (select from mission_stay s where s.member_uuid = g.member_uuid and s.leg_uuid = t.leg_uuid and s.is_told)))`;

/** The meetings of a leg, which whoever sees the leg reads: with whom, when, in which languages, before which others, and who goes. Who goes is engaged by it. */
export class Migration20261213000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addMeetings();
    this.#addParts();
    this.#addMembers();
    for (const statement of meetingFunctions) this.addSql(`${statement};`);
    this.#addRules();
    this.addSql(`create view "meeting_person" with (security_barrier = true) as ${PEOPLE};`);
  }

  #addMeetings(): void {
    this.addSql(`create table "meeting" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "leg_uuid" uuid not null, "organisation_slug" text null, "host_name" text null, "category" text not null, "status" text not null default 'PROPOSED', "minutes" int not null, "is_mandatory" boolean not null default false, "is_only_adviser" boolean not null default false, "day" date null, "starts" time(0) null, "override_reason" text null, "place_name" text null, "place_address" text null, "version" int not null default 1, primary key ("uuid"));`);
    this.addSql(`create index "meeting_leg_uuid_day_index" on "meeting" ("leg_uuid", "day");`);
    this.addSql(`create index "meeting_organisation_slug_index" on "meeting" ("organisation_slug");`);
    this.addSql(`alter table "meeting" add constraint "meeting_source_locale_check" check ("source_locale" in (${LOCALES}));`);
    this.addSql(`alter table "meeting" add constraint "meeting_category_check" check ("category" in ('AUTHORITY', 'JUSTICE', 'POLICE', 'NGO', 'INTERNATIONAL', 'TRAINING', 'POST'));`);
    this.addSql(`alter table "meeting" add constraint "meeting_status_check" check ("status" in ('PROPOSED', 'CONFIRMED', 'REFUSED'));`);
    this.addSql(`alter table "meeting" add constraint "meeting_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "meeting" add constraint "meeting_host" check (num_nonnulls(organisation_slug, host_name) = 1);`);
    this.addSql(`alter table "meeting" add constraint "meeting_minutes" check (minutes >= 5 and minutes <= 720);`);
    this.addSql(`alter table "meeting" add constraint "meeting_fixed" check ((day is null) = (starts is null) and (status <> 'CONFIRMED' or day is not null) and (override_reason is null or day is not null));`);
    this.addSql(`alter table "meeting" add constraint "meeting_ends" check (extract(epoch from starts) / 60 + minutes <= 1440);`);
    this.addSql(`alter table "meeting" add constraint "meeting_leg_uuid_foreign" foreign key ("leg_uuid") references "mission_leg" ("uuid") on delete cascade;`);
    this.addSql(`alter table "meeting" add constraint "meeting_organisation_slug_foreign" foreign key ("organisation_slug") references "organisation" ("slug") on update cascade on delete no action;`);
    this.addSql(`create table "meeting_translation" ("meeting_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "subject" text null, "note" text null, primary key ("meeting_uuid", "locale"));`);
    this.addSql(`alter table "meeting_translation" add constraint "meeting_translation_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "meeting_translation" add constraint "meeting_translation_meeting_uuid_foreign" foreign key ("meeting_uuid") references "meeting" ("uuid") on delete cascade;`);
    for (const statement of requireSourceText('meeting', 'uuid', 'meeting_translation', 'meeting_uuid', 'subject')) this.addSql(`${statement};`);
  }

  #addParts(): void {
    this.addSql(`create table "meeting_window" ("meeting_uuid" uuid not null, "day" date not null, "from_time" time(0) not null, "until_time" time(0) not null, primary key ("meeting_uuid", "day", "from_time"));`);
    this.addSql(`alter table "meeting_window" add constraint "meeting_window_hours" check (until_time > from_time);`);
    this.addSql(`create table "meeting_need" ("meeting_uuid" uuid not null, "role" text not null, "at_least" int not null, primary key ("meeting_uuid", "role"));`);
    this.addSql(`alter table "meeting_need" add constraint "meeting_need_role_check" check ("role" in (${ROLES}));`);
    this.addSql(`alter table "meeting_need" add constraint "meeting_need_at_least" check (at_least >= 1 and at_least <= 20);`);
    this.addSql(`create table "meeting_language" ("meeting_uuid" uuid not null, "language_code" text not null, "at_least" text not null, primary key ("meeting_uuid", "language_code"));`);
    this.addSql(`create index "meeting_language_language_code_index" on "meeting_language" ("language_code");`);
    this.addSql(`alter table "meeting_language" add constraint "meeting_language_at_least_check" check ("at_least" in (${LEVELS}));`);
    this.addSql(`alter table "meeting_language" add constraint "meeting_language_language_code_foreign" foreign key ("language_code") references "language" ("code") on update cascade on delete cascade;`);
    this.addSql(`create table "meeting_recommendation" ("meeting_uuid" uuid not null, "recommendation_slug" text not null, primary key ("meeting_uuid", "recommendation_slug"));`);
    this.addSql(`create index "meeting_recommendation_recommendation_slug_index" on "meeting_recommendation" ("recommendation_slug");`);
    this.addSql(`alter table "meeting_recommendation" add constraint "meeting_recommendation_recommendation_slug_foreign" foreign key ("recommendation_slug") references "recommendation" ("slug") on update cascade on delete cascade;`);
    this.addSql(`create table "meeting_precedence" ("before_uuid" uuid not null, "after_uuid" uuid not null, "gap_minutes" int not null default 0, primary key ("before_uuid", "after_uuid"));`);
    this.addSql(`create index "meeting_precedence_after_uuid_index" on "meeting_precedence" ("after_uuid");`);
    this.addSql(`alter table "meeting_precedence" add constraint "meeting_precedence_gap" check (gap_minutes >= 0 and gap_minutes <= 10080);`);
    for (const key of ['before', 'after']) this.addSql(`alter table "meeting_precedence" add constraint "meeting_precedence_${key}_uuid_foreign" foreign key ("${key}_uuid") references "meeting" ("uuid") on update cascade on delete cascade;`);
    for (const [part, on] of [['window', ''], ['need', ''], ['language', 'on update cascade '], ['recommendation', 'on update cascade ']] as const) {
      this.addSql(`alter table "meeting_${part}" add constraint "meeting_${part}_meeting_uuid_foreign" foreign key ("meeting_uuid") references "meeting" ("uuid") ${on}on delete cascade;`);
    }
  }

  #addMembers(): void {
    this.addSql(`create table "meeting_member" ("meeting_uuid" uuid not null, "member_uuid" uuid not null, "expert_uuid" uuid null, "person_id" uuid null, "role" text not null, "is_substitute" boolean not null default false, primary key ("meeting_uuid", "member_uuid"));`);
    for (const column of ['member_uuid', 'expert_uuid', 'person_id']) this.addSql(`create index "meeting_member_${column}_index" on "meeting_member" ("${column}");`);
    this.addSql(`alter table "meeting_member" add constraint "meeting_member_role_check" check ("role" in (${ROLES}));`);
    this.addSql(`alter table "meeting_member" add constraint "meeting_member_meeting_uuid_foreign" foreign key ("meeting_uuid") references "meeting" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "meeting_member" add constraint "meeting_member_member_uuid_foreign" foreign key ("member_uuid") references "mission_member" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "meeting_member" add constraint "meeting_member_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "meeting_member" add constraint "meeting_member_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
  }

  #addRules(): void {
    const parts = ['meeting_translation', 'meeting_window', 'meeting_language', 'meeting_need', 'meeting_recommendation', 'meeting_precedence'];
    for (const table of ['meeting', 'meeting_member', ...parts]) this.addSql(`alter table "${table}" enable row level security;`);
    // Who sees the leg, by the rule of its own, sees its meetings, and what belongs to them.
    this.addSql(`create policy "meeting_seen" on "meeting" for select using (acting_person() is not null and exists (select from mission_leg l where l.uuid = leg_uuid));`);
    this.addSql(`create policy "meeting_made" on "meeting" for insert with check (${WRITES});`);
    this.addSql(`create policy "meeting_changed" on "meeting" for update using (${WRITES}) with check (${WRITES});`);
    this.addSql(`create policy "meeting_removed" on "meeting" for delete using (${ADVISER} and exists (select from mission_leg l where l.uuid = leg_uuid));`);
    for (const table of parts) {
      const key = table === 'meeting_precedence' ? 'before_uuid' : 'meeting_uuid';
      const seen = `exists (select from meeting m where m.uuid = ${key})`;
      const own = ['meeting_translation', 'meeting_window', 'meeting_language'].includes(table);
      const writes = own ? `exists (select from meeting m where m.uuid = ${key} and (${ADVISER} or prepares_leg(m.leg_uuid)))` : `${ADVISER} and ${seen}`;
      this.addSql(`create policy "${table}_seen" on "${table}" for select using (${seen});`);
      this.addSql(`create policy "${table}_made" on "${table}" for insert with check (${writes});`);
      this.addSql(`create policy "${table}_changed" on "${table}" for update using (${writes}) with check (${writes});`);
      this.addSql(`create policy "${table}_removed" on "${table}" for delete using (${writes});`);
    }
    const goes = `${ADVISER} and exists (select from meeting m where m.uuid = meeting_uuid)`;
    this.addSql(`create policy "meeting_member_adviser" on "meeting_member" using (${goes}) with check (${goes});`);
    this.addSql(`create policy "meeting_member_my_data" on "meeting_member" for select using (acts_for('my-data') and exists (select from mission_member m where m.uuid = member_uuid));`);
  }
}

import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { slotFunctions } from './slots.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
/** Who prepares a leg offers slots in it. */
const PREPARED = '(select is_adviser()) and exists (select from mission_leg l where l.uuid = leg_uuid) or prepares_leg(leg_uuid)';
const OFFERED = `exists (select from slot_offer o where o.meeting_uuid = offered_slot.meeting_uuid and ((select is_adviser()) or prepares_leg(o.leg_uuid)))`;

/** Slots that the host of a meeting is offered, and answers by a link: until a day, one of them or none. */
export class Migration20261218000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`create table "slot_offer" ("meeting_uuid" uuid not null, "leg_uuid" uuid not null, "submission" uuid not null, "name" text not null, "email" text null, "locale" text not null, "secret_hash" text null, "by_adviser" boolean not null, "override_reason" text null, "answers_until" date not null, "asked_at" timestamptz not null default now(), "reminded_at" timestamptz null, "answered_at" timestamptz null, "answer" text null, "taken_day" date null, "taken_starts" time(0) null, "remark" text null, "remark_locale" text null, "ended" text null, "ended_at" timestamptz null, "told_lost_at" timestamptz null, "version" int not null default 1, primary key ("meeting_uuid"));`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_secret_hash_unique" unique ("secret_hash");`);
    this.addSql(`create index "slot_offer_leg_uuid_index" on "slot_offer" ("leg_uuid");`);
    this.addSql(`create index "slot_offer_email_index" on "slot_offer" ("email");`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_meeting_uuid_foreign" foreign key ("meeting_uuid") references "meeting" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_leg_uuid_foreign" foreign key ("leg_uuid") references "mission_leg" ("uuid") on delete cascade;`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_name" check (name <> '');`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_email" check (email = lower(email));`);
    for (const column of ['locale', 'remark_locale']) this.addSql(`alter table "slot_offer" add constraint "slot_offer_${column}_check" check ("${column}" in (${LOCALES}));`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_answer_check" check ("answer" in ('TAKEN', 'NONE'));`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_ended_check" check ("ended" in ('WITHDRAWN', 'MOVED'));`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_answered" check ((answered_at is null) = (answer is null) and (answer is not distinct from 'TAKEN') = (taken_day is not null) and (taken_day is null) = (taken_starts is null));`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_remark" check (char_length(remark) <= 500 and (remark is null) = (remark_locale is null));`);
    this.addSql(`alter table "slot_offer" add constraint "slot_offer_over" check ((ended is null) = (ended_at is null));`);
    this.addSql(`create trigger "slot_offer_reachable" before insert or update of "email" on "slot_offer" for each row execute function refuse_reachable();`);
    this.addSql(`create table "offered_slot" ("meeting_uuid" uuid not null, "day" date not null, "starts" time(0) not null, "is_by_host" boolean not null default false, primary key ("meeting_uuid", "day", "starts", "is_by_host"));`);
    this.addSql(`alter table "offered_slot" add constraint "offered_slot_meeting_uuid_foreign" foreign key ("meeting_uuid") references "slot_offer" ("meeting_uuid") on delete cascade;`);
    this.addSql(`create table "ended_slot_link" ("secret_hash" text not null, "ended_on" date not null default current_date, "told_until" timestamptz not null, primary key ("secret_hash"));`);
    for (const statement of slotFunctions) this.addSql(`${statement};`);
    this.#addRules();
  }

  /** What is answered is answered by the function that is given the secret. */
  #addRules(): void {
    for (const table of ['slot_offer', 'offered_slot', 'ended_slot_link']) this.addSql(`alter table "${table}" enable row level security;`);
    // Who sees the leg, by the rule of its own, sees what hosts are offered there.
    this.addSql(`create policy "slot_offer_seen" on "slot_offer" for select using (acting_person() is not null and exists (select from mission_leg l where l.uuid = leg_uuid));`);
    this.addSql(`create policy "slot_offer_my_data" on "slot_offer" for select using (acts_for('my-data') and is_leg_beyond_idea(leg_uuid) and email = (select email from person where id = acting_person()));`);
    this.addSql(`create policy "slot_offer_made" on "slot_offer" for insert with check ((${PREPARED}) and answered_at is null and by_adviser = (select is_adviser()));`);
    this.addSql(`create policy "slot_offer_changed" on "slot_offer" for update using (${PREPARED}) with check (${PREPARED});`);
    this.addSql(`create policy "slot_offer_removed" on "slot_offer" for delete using (${PREPARED});`);
    this.addSql(`create policy "slot_offer_retained" on "slot_offer" for select using (acts_for('retention'));`);
    this.addSql(`create policy "slot_offer_forgotten" on "slot_offer" for delete using (acts_for('retention'));`);
    this.addSql(`create policy "offered_slot_seen" on "offered_slot" for select using (exists (select from slot_offer o where o.meeting_uuid = offered_slot.meeting_uuid));`);
    this.addSql(`create policy "offered_slot_made" on "offered_slot" for insert with check (not is_by_host and ${OFFERED});`);
    this.addSql(`create policy "offered_slot_removed" on "offered_slot" for delete using (${OFFERED});`);
    this.addSql(`create policy "ended_slot_link_retained" on "ended_slot_link" for select using (acts_for('retention'));`);
    this.addSql(`create policy "ended_slot_link_forgotten" on "ended_slot_link" for delete using (acts_for('retention'));`);
  }
}

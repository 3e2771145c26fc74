import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';

/** Whether a session keeps those who teach in it. A draft does: who prepares it relies on them. */
const KEEPS = `s.stage not in ('CANCELLED', 'ARCHIVED')`;
/** Where who teaches in it has to be: who teaches online, or may do so, can be anywhere. */
const PLACE = `case when s.format = 'ON_SITE' then s.country_code end`;

/**
 * When somebody is engaged, by whatever it is, in one table: training sessions here, missions later. Three constraints keep everybody from being in two
 * places at once; they are asked at the end of a transaction, so that one thing can be moved and another put in its place. It takes the place of what kept
 * trainers apart, which compared sessions with sessions.
 */
export class Migration20261207000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTable();
    this.#addFunctions();
    this.#fill();
    this.#addConstraints();
    this.#addTriggers();
    this.#dropBusy();
  }

  #addTable(): void {
    this.addSql(`create table "expert_engagement" ("source" uuid not null, "who" uuid not null, "expert_uuid" uuid null, "person_id" uuid null, "kind" text not null, "place" text null, "held" tstzmultirange not null, "is_firm" boolean not null default true, primary key ("source", "who"));`);
    this.addSql(`create index "expert_engagement_expert_uuid_index" on "expert_engagement" ("expert_uuid");`);
    this.addSql(`create index "expert_engagement_person_id_index" on "expert_engagement" ("person_id");`);
    this.addSql(`alter table "expert_engagement" add constraint "expert_engagement_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
    this.addSql(`alter table "expert_engagement" add constraint "expert_engagement_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`alter table "expert_engagement" add constraint "expert_engagement_kind_check" check ("kind" in ('TRAINING', 'MEETING', 'TRAVEL', 'STAY'));`);
    this.addSql(`alter table "expert_engagement" add constraint "expert_engagement_is_of_one" check (num_nonnulls(expert_uuid, person_id) = 1 and who = coalesce(expert_uuid, person_id));`);
    this.addSql(`alter table "expert_engagement" add constraint "expert_engagement_place" check (place ~ '^[A-Z]{2}$');`);
    this.addSql(`alter table "expert_engagement" add constraint "expert_engagement_is_held" check (not isempty(held));`);
    this.addSql(`alter table "expert_engagement" enable row level security;`);
    this.addSql(`create policy "expert_engagement_seen" on "expert_engagement" for select using ((select is_adviser()) and (not (select acts_invented())
      or case when expert_uuid is null then is_invented(person_id) else exists (select from expert e where e.uuid = expert_uuid and e.is_demonstration) end));`);
    this.addSql(`create policy "expert_engagement_my_data" on "expert_engagement" for select using (acts_for('my-data') and (
      person_id = acting_person() or exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person())));`);
  }

  #addFunctions(): void {
    // When a session is held: all of it or, where it has parts, from the first to the last of each of its days.
    this.addSql(`
      create function training_hours(the_session uuid) returns tstzmultirange language sql stable security definer set search_path = public, pg_temp as $body$
        select coalesce(
          (select range_agg(tstzrange(least(d.begins, d.ends), greatest(d.begins, d.ends))) from (
            select min(part_instant(s.starts_at, s.time_zone, p.day, p.starts)) as begins, max(part_instant(s.starts_at, s.time_zone, p.day, p.ends)) as ends
            from session_part p where p.session_uuid = s.uuid group by p.day) d),
          tstzmultirange(tstzrange(s.starts_at, s.ends_at)))
        from training_session s where s.uuid = the_session
      $body$;`);
    // What changes is firm from then on, also what was not compared before.
    this.addSql(`
      create function engage_trainers(the_session uuid) returns void language sql volatile security definer set search_path = public, pg_temp as $body$
        with due as (
          select t.expert_uuid, ${PLACE} as place, h.held from training_session s cross join lateral (select training_hours(s.uuid) as held) h join session_trainer t on t.session_uuid = s.uuid
          where s.uuid = the_session and ${KEEPS} and not isempty(h.held)
        ), gone as (
          delete from expert_engagement e where e.source = the_session and e.kind = 'TRAINING' and not exists (select from due d where d.expert_uuid = e.expert_uuid)
        )
        insert into expert_engagement as e (source, who, expert_uuid, kind, place, held) select the_session, d.expert_uuid, d.expert_uuid, 'TRAINING', d.place, d.held from due d
        on conflict (source, who) do update set place = excluded.place, held = excluded.held, is_firm = true where (e.place, e.held) is distinct from (excluded.place, excluded.held)
      $body$;`);
    this.addSql(`
      create function follow_trainings() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        perform engage_trainers(k.key) from (select (to_jsonb(old) ->> tg_argv[0])::uuid as key union select (to_jsonb(new) ->> tg_argv[0])::uuid) k where k.key is not null;
        return null;
      end $body$;`);
    // Of two changes at once that concern the same person the second waits here, and sees the first. It tells no more than yes or no, and those only who may change what it is asked about.
    this.addSql(`
      create function is_engaged_twice(the_source uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        if not (is_adviser() or may_prepare_session(acting_person(), the_source)) then return false; end if;
        perform pg_advisory_xact_lock(7266026, hashtext(x.who::text)) from (select e.who from expert_engagement e where e.source = the_source order by 1) x;
        return exists (select from expert_engagement e join expert_engagement o on o.who = e.who and o.source <> e.source and o.is_firm and o.held && e.held
          and ((o.kind = 'STAY') = (e.kind = 'STAY') or o.place <> e.place) where e.source = the_source and e.is_firm);
      end $body$;`);
    this.addSql(`revoke execute on function engage_trainers(uuid), training_hours(uuid) from public;`);
  }

  /** What overlapped before and was not compared is not compared now; what overlaps nothing any longer is, the session that begins first before the others. */
  #fill(): void {
    this.addSql(`
      insert into expert_engagement (source, who, expert_uuid, kind, place, held, is_firm) select s.uuid, t.expert_uuid, t.expert_uuid, 'TRAINING', ${PLACE}, h.held, false
      from session_trainer t join training_session s on s.uuid = t.session_uuid cross join lateral (select training_hours(s.uuid) as held) h where ${KEEPS} and not isempty(h.held);`);
    this.addSql(`
      do $body$ declare one record; begin
        for one in select e.source, e.who from expert_engagement e join training_session s on s.uuid = e.source join session_trainer t on t.session_uuid = e.source and t.expert_uuid = e.expert_uuid
            order by t.busy is null, s.starts_at, s.uuid, e.who loop
          update expert_engagement e set is_firm = true where e.source = one.source and e.who = one.who
            and not exists (select from expert_engagement o where o.who = e.who and o.source <> e.source and o.is_firm and o.held && e.held);
        end loop;
      end $body$;`);
  }

  #addConstraints(): void {
    const apart = (name: string, others: string, where: string): void => this.addSql(`alter table "expert_engagement" add constraint "${name}" exclude using gist ("who" with =, ${others}"held" with &&) where (${where}) deferrable initially deferred;`);
    apart('expert_engaged_once', '', `is_firm and kind <> 'STAY'`);
    apart('expert_stays_once', '', `is_firm and kind = 'STAY'`);
    apart('expert_in_one_country', '"place" with <>, ', 'is_firm and place is not null');
  }

  #addTriggers(): void {
    this.addSql(`create trigger "session_trainer_engages" after insert or delete or update of "session_uuid", "expert_uuid" on "session_trainer" for each row execute function follow_trainings('session_uuid');`);
    this.addSql(`create trigger "training_session_engages" after update of "starts_at", "ends_at", "time_zone", "stage", "format", "country_code" on "training_session" for each row
      when ((old.starts_at, old.ends_at, old.time_zone, old.stage, old.format, old.country_code) is distinct from (new.starts_at, new.ends_at, new.time_zone, new.stage, new.format, new.country_code)) execute function follow_trainings('uuid');`);
    this.addSql(`create trigger "session_part_engages" after insert or delete or update of "session_uuid", "day", "starts", "ends" on "session_part" for each row execute function follow_trainings('session_uuid');`);
  }

  #dropBusy(): void {
    this.addSql(`alter table "session_trainer" drop constraint "session_trainer_apart";`);
    this.addSql(`drop trigger "session_trainer_busy" on "session_trainer";`);
    this.addSql(`drop trigger "training_session_busy" on "training_session";`);
    this.addSql(`drop trigger "session_part_busy" on "session_part";`);
    this.addSql(`alter table "session_trainer" drop column "busy";`);
    for (const signature of ['busy_unseen(uuid)', 'follow_busy()', 'set_busy()', 'busy_in(uuid)']) this.addSql(`drop function ${signature};`);
  }
}

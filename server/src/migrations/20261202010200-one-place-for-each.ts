import { Migration } from '@mikro-orm/migrations';

const isHeld = (row: string): string => `${row}.state in ('CONFIRMED', 'OFFERED')`;

/** Of a registration of the same address for the same session, of whom nobody has said that it is somebody else. */
const isSame = (one: string, other: string): string => `${other}.session_uuid = ${one}.session_uuid and ${other}.email = ${one}.email and ${other}.uuid <> ${one}.uuid
  and not exists (select from participant_apart a where a.first_uuid = least(${one}.participant_uuid, ${other}.participant_uuid) and a.second_uuid = greatest(${one}.participant_uuid, ${other}.participant_uuid))`;

/**
 * A place is a person's. Whoever is registered for a session by several organisations, under one address, has one place there: what holds it is a \`seat\`, which the
 * registrations of one address share. Counters count seats. No organisation sees that: how a registration stands depends on no other of the same address, and the places
 * that are left are shown as if each had its own (\`places_shared\`, \`shared\`).
 */
export class Migration20261202010200 extends Migration {
  override up(): void {
    this.#addSeats();
    this.#hold();
    this.#count();
    this.#show();
    this.#part();
    this.#tell();
  }

  /** Those who have a place already: of one address, the first one's seat is that of all. */
  #addSeats(): void {
    this.addSql(`alter table "registration" add column "seat" uuid null;`);
    this.addSql(`alter table "training_session" add column "places_shared" int not null default 0;`);
    this.addSql(`alter table "training_session" add constraint "training_session_shared" check (places_shared >= 0);`);
    this.addSql(`alter table "quota_count" add column "shared" int not null default 0;`);
    this.addSql(`alter table "quota_count" add constraint "quota_count_shared" check (shared >= 0);`);
    this.addSql(`update registration r set seat = (select o.uuid from registration o where ${isHeld('o')} and (o.uuid = r.uuid or (${isSame('r', 'o')})) order by o.registered_at, o.uuid limit 1) where ${isHeld('r')};`);
    this.addSql(`create index "registration_seat_index" on "registration" ("seat") where seat is not null;`);
    this.addSql(`update training_session s set places_shared = x.shared, places_taken = greatest(s.places_taken - x.shared, 0)
      from (select session_uuid, count(*) - count(distinct seat) as shared from registration where seat is not null group by 1) x where x.session_uuid = s.uuid and x.shared > 0;`);
    this.addSql(`update quota_count c set shared = x.shared, taken = greatest(c.taken - x.shared, 0)
      from (select q.uuid, quota_value(q.kind, r) as value, count(*) - count(distinct r.seat) as shared from session_quota q join registration r on r.session_uuid = q.session_uuid and r.seat is not null group by 1, 2) x
      where x.uuid = c.quota_uuid and x.value = c.value and x.shared > 0;`);
  }

  /**
   * The trigger comes before the row is written: of several rows that one statement changes, each sees what was done with those before it, so that exactly one is the first
   * to take a seat, and exactly one the last to leave it.
   */
  #hold(): void {
    // These five are for the trigger, as whose owner they then run: whoever calls them otherwise does what the rules of rows let them.
    // Whose address changes keeps a seat that others have too, and else sits down with those of the new address.
    this.addSql(`
      create function seat_of(r registration, seat_before uuid, is_same_address boolean) returns uuid language sql volatile as $body$
        select case when not ${isHeld('r')} then null
          when seat_before is not null and (is_same_address or exists (select from registration o where o.seat = seat_before and o.uuid <> r.uuid)) then seat_before
          else coalesce((select o.seat from registration o where o.seat is not null and ${isSame('r', 'o')} order by o.registered_at, o.uuid limit 1), seat_before, r.uuid) end
      $body$;`);
    this.addSql(`
      create function is_shared(r registration, the_seat uuid, the_kind text) returns boolean language sql volatile as $body$
        select exists (select from registration o where o.seat = the_seat and o.uuid <> r.uuid and (the_kind is null or quota_value(the_kind, o) = quota_value(the_kind, r)))
      $body$;`);
    this.addSql(`
      create function take_seat(r registration, more_wait int) returns void language plpgsql volatile as $body$
      declare
        has_seat boolean := is_shared(r, r.seat, null);
        quota record;
      begin
        update training_session set places_taken = places_taken + (not has_seat)::int, places_shared = places_shared + has_seat::int, places_waiting = greatest(places_waiting + more_wait, 0)
          where uuid = r.session_uuid and (has_seat or places_taken < places);
        if not found then raise exception 'no place is left' using errcode = 'PL001'; end if;
        for quota in select uuid, places, kind, quota_value(kind, r) as value from session_quota
          where session_uuid = r.session_uuid and (key in ('', quota_value(kind, r)) or quota_value(kind, r) is null) order by uuid loop
          if quota.value is null then raise exception 'places are counted by profession, and none is said' using errcode = 'PL003'; end if;
          has_seat := is_shared(r, r.seat, quota.kind);
          insert into quota_count (quota_uuid, value) values (quota.uuid, quota.value) on conflict do nothing;
          update quota_count set taken = taken + (not has_seat)::int, shared = shared + has_seat::int where quota_uuid = quota.uuid and value = quota.value and (has_seat or taken < quota.places);
          if not found then raise exception 'no place is left in a quota' using errcode = 'PL002'; end if;
        end loop;
      end $body$;`);
    // Places of a session that is over stay taken.
    this.addSql(`
      create function leave_seat(r registration) returns void language plpgsql volatile as $body$
      declare
        stays constant boolean := is_shared(r, r.seat, null);
      begin
        update training_session set places_taken = places_taken - (not stays)::int, places_shared = places_shared - stays::int
          where uuid = r.session_uuid and ends_at > now() and case when stays then places_shared else places_taken end > 0;
        if not found then return; end if;
        update quota_count c set taken = c.taken - (not q.stays)::int, shared = c.shared - q.stays::int
          from (select uuid, key, quota_value(kind, r) as value, is_shared(r, r.seat, kind) as stays from session_quota where session_uuid = r.session_uuid) q
          where c.quota_uuid = q.uuid and c.value = q.value and q.key in ('', q.value) and case when q.stays then c.shared else c.taken end > 0;
      end $body$;`);
    // Alone on a seat that is given up for that of others: what both are counted among is counted once less.
    this.addSql(`
      create function join_seat(r registration) returns void language plpgsql volatile as $body$ begin
        update training_session set places_taken = places_taken - 1, places_shared = places_shared + 1 where uuid = r.session_uuid and ends_at > now() and places_taken > 0;
        if not found then return; end if;
        update quota_count c set taken = c.taken - 1, shared = c.shared + 1
          from (select uuid, key, quota_value(kind, r) as value from session_quota where session_uuid = r.session_uuid and is_shared(r, r.seat, kind)) q
          where c.quota_uuid = q.uuid and c.value = q.value and q.key in ('', q.value) and c.taken > 0;
      end $body$;`);
    this.addSql(`
      create or replace function hold_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        seat_before constant uuid := case when tg_op <> 'INSERT' then old.seat end;
        seat_now uuid;
        more_wait int := (tg_op <> 'DELETE' and new.state = 'WAITING')::int - (tg_op <> 'INSERT' and old.state = 'WAITING')::int;
      begin
        if tg_op <> 'DELETE' then
          new.seat := seat_of(new, seat_before, tg_op = 'UPDATE' and new.email = old.email);
          seat_now := new.seat;
        end if;
        if seat_now is not null and seat_before is null then
          perform take_seat(new, more_wait);
          more_wait := 0;
        elsif seat_now is null and seat_before is not null then
          perform leave_seat(old);
        elsif seat_now <> seat_before then
          perform join_seat(new);
        end if;
        if more_wait <> 0 then
          update training_session set places_waiting = greatest(places_waiting + more_wait, 0) where uuid = coalesce(new.session_uuid, old.session_uuid);
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end $body$;`);
    this.addSql(`drop trigger "registration_holds_place" on "registration";`);
    this.addSql(`create trigger "registration_holds_place" before insert or update of "state", "email" or delete on "registration" for each row execute function hold_place();`);
  }

  /** A quota that comes later starts with those who have a place already. */
  #count(): void {
    this.addSql(`
      create or replace function count_quota() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into quota_count (quota_uuid, value, taken, shared)
          select new.uuid, quota_value(new.kind, r), count(distinct r.seat), count(*) - count(distinct r.seat) from registration r
          where r.session_uuid = new.session_uuid and r.seat is not null and quota_value(new.kind, r) is not null and new.key in ('', quota_value(new.kind, r)) group by 2;
        return null;
      end $body$;`);
  }

  /** What is shown of places: to who prepares the session how many people have one; to all others what is left, as if nobody shared one. */
  #show(): void {
    this.addSql(`create or replace view "place_count" as select s.uuid as session_uuid, v.kind, v.value, count(distinct r.seat)::int as taken, count(*) filter (where r.state = 'WAITING')::int as waiting
      from training_session s join registration r on r.session_uuid = s.uuid and r.state in ('CONFIRMED', 'OFFERED', 'WAITING')
      cross join lateral (values ('COUNTRY', r.country_code), ('SECTOR', r.sector), ('PROFESSION', r.profession_code), ('MODE', r.mode)) v(kind, value)
      where may_prepare(acting_person(), s.country_code) and v.value is not null group by s.uuid, v.kind, v.value;`);
    this.addSql(`create or replace view "mode_places" as select s.uuid as session_uuid, q.key as mode, q.places, greatest(least(q.places - coalesce(c.taken + c.shared, 0), s.places - s.places_taken - s.places_shared), 0) as places_left
      from training_session s join session_quota q on q.session_uuid = s.uuid and q.kind = 'MODE' and q.key <> '' left join quota_count c on c.quota_uuid = q.uuid and c.value = q.key
      where s.format = 'HYBRID' and (s.stage <> 'DRAFT' or may_prepare(acting_person(), s.country_code));`);
  }

  /** Two of whom it is said that they are two get a seat each, in the sessions that have one more; elsewhere they stay as they are. */
  #part(): void {
    this.addSql(`
      create function part_seats(one uuid, other uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        r registration;
        quota record;
      begin
        if not may_merge(acting_person(), one, other) then raise insufficient_privilege; end if;
        perform from training_session s where s.uuid in (select a.session_uuid from registration a join registration b on b.seat = a.seat and b.participant_uuid = other where a.participant_uuid = one) order by s.uuid for no key update;
        for r in select b.* from registration b where b.participant_uuid = other and exists (select from registration a where a.seat = b.seat and a.participant_uuid = one)
          and not exists (select from registration c where c.seat = b.seat and c.participant_uuid not in (one, other)) order by b.session_uuid loop
          begin
            update training_session set places_taken = places_taken + 1, places_shared = places_shared - 1 where uuid = r.session_uuid and places_taken < places and ends_at > now();
            continue when not found;
            for quota in select uuid, places, quota_value(kind, r) as value from session_quota where session_uuid = r.session_uuid and key in ('', quota_value(kind, r)) and is_shared(r, r.seat, kind) order by uuid loop
              update quota_count set taken = taken + 1, shared = shared - 1 where quota_uuid = quota.uuid and value = quota.value and taken < quota.places;
              if not found then raise exception 'no place is left in a quota' using errcode = 'PL002'; end if;
            end loop;
            update registration set seat = r.uuid where uuid = r.uuid;
          exception when sqlstate 'PL002' then
            null;
          end;
        end loop;
      end $body$;`);
  }

  /** The others of the same address: for who leaves by themselves; and whether there are any, for those whose it is to make the two one. */
  #tell(): void {
    this.addSql(`
      create function twins_of(the_registration uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $body$
        select o.uuid from registration r join registration o on ${isSame('r', 'o')} and o.state not in ('REFUSED', 'WITHDRAWN') where r.uuid = the_registration and acts_for('places') order by o.uuid
      $body$;`);
    this.addSql(`
      create function has_twin(the_registration uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
        return exists (select from registration r join registration o on ${isSame('r', 'o')} and o.state not in ('REFUSED', 'WITHDRAWN')
          where r.uuid = the_registration and may_merge(acting_person(), r.participant_uuid, o.participant_uuid));`);
  }
}

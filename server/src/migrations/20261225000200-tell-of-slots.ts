import { Migration } from '@mikro-orm/migrations';

const DEFINER = 'security definer set search_path = public, pg_temp';
const COMES = '(o.taken_day + o.taken_starts) at time zone c.time_zone > now()';
const OFFERS = 'slot_offer o join meeting m on m.uuid = o.meeting_uuid join mission_leg l on l.uuid = o.leg_uuid join city c on c.code = l.city_code';
const ENTRY = `insert into audit_entry (by_id, action, subject, object, part, before) select (select p.id from person p where p.id = acting_person()), 'CHANGED', 'MISSION_LEG', l.mission_uuid, 'slots_lost', to_char(o.taken_day + o.taken_starts, 'YYYY-MM-DD HH24:MI')`;

/** Whoever prepares a leg is told what a host has answered; a host whose meeting is removed is told so; the trail says when a time that a host has taken does not hold any more. */
export class Migration20261225000200 extends Migration {
  override up(): void {
    this.addSql(`alter table "slot_offer" add column "told_answer_at" timestamptz null;`);
    // What was answered before was read on the page.
    this.addSql('update slot_offer set told_answer_at = answered_at;');
    this.#addReaders();
    this.#addRemoval();
    this.#addTrail();
  }

  /** Of an answer of which nobody was told: what it is, and who is written to. Of a leg that is shown the services of its own post, whoever has offered; the adviser where it was the adviser. Nobody invented of what is real. */
  #addReaders(): void {
    this.addSql(`
      create function take_slot_answer(the_passed uuid[]) returns jsonb language plpgsql volatile ${DEFINER} as $body$
      declare
        which uuid;
      begin
        if not acts_for('slots') then return null; end if;
        select o.meeting_uuid into which from ${OFFERS}
          where o.answered_at is not null and o.told_answer_at is distinct from o.answered_at and o.meeting_uuid <> all(the_passed) and m.status <> 'REFUSED' and l.stage <> 'GIVEN_UP' order by o.meeting_uuid limit 1 for update of o skip locked;
        if which is null then return null; end if;
        update slot_offer set told_answer_at = answered_at where meeting_uuid = which;
        return (select jsonb_build_object('key', m.uuid, 'leg', l.uuid, 'isTaken', o.answer = 'TAKEN', 'city', (select jsonb_object_agg(t.locale, t.name) from city_translation t where t.city_code = l.city_code),
            'readers', (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'locale', coalesce(p.locale, 'fr')) order by p.email collate "C"), '[]') from person p where p.suspended_at is null and is_invented(p.id) = l.is_demonstration and (
              l.is_shown and exists (select from member x where x.person_id = p.id and x.role in ('SCAC', 'SSI') and x.country_code = l.country_code and is_serving(p.id, l.country_code, x.role))
              or o.by_adviser and exists (select from member x where x.person_id = p.id and x.role in ('ADVISER', 'ASSISTANT') and x.suspended_at is null and current_date between x.since and coalesce(x.until, 'infinity')))))
          from ${OFFERS} where m.uuid = which);
      end $body$;`);
  }

  /** Whether a host waits for a meeting: they can still answer, or a time is to come that they have taken. Who was told that it is refused waits no longer. */
  #addRemoval(): void {
    this.addSql(`
      create function is_slot_awaited(the_meeting uuid) returns boolean language sql stable
        return exists (select from ${OFFERS} where m.uuid = the_meeting and o.email is not null and (slots_state(m.uuid) = 'OPEN' or o.answer = 'TAKEN' and ${COMES} and (m.status <> 'REFUSED' or o.told_lost_at is null)));`);
  }

  #addTrail(): void {
    this.addSql(`
      create function record_lost_slot() returns trigger language plpgsql ${DEFINER} as $body$ begin
        ${ENTRY} from ${OFFERS} where m.uuid = new.uuid and o.answer = 'TAKEN' and ${COMES} and (old.day, old.starts, old.status) = (o.taken_day, o.taken_starts, 'CONFIRMED') and (o.ended is distinct from 'MOVED' or o.ended_at = now())
            and ((old.day, old.starts, old.status) is distinct from (new.day, new.starts, new.status) or o.ended = 'MOVED');
        return null;
      end $body$;`);
    // By its name after that which ends the offer.
    this.addSql(`create trigger "meeting_loses_slot" after update of "day", "starts", "minutes", "status" on "meeting" for each row when ((old.day, old.starts, old.minutes, old.status) is distinct from (new.day, new.starts, new.minutes, new.status)) execute function record_lost_slot();`);
    this.addSql(`
      create function record_lost_slots() returns trigger language plpgsql ${DEFINER} as $body$
      declare
        row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old));
      begin
        ${ENTRY} from ${OFFERS} where (case tg_table_name when 'meeting' then m.uuid else l.uuid end) = (row_of ->> 'uuid')::uuid and o.answer = 'TAKEN' and ${COMES} and o.ended is distinct from 'MOVED' and (m.day, m.starts, m.status) = (o.taken_day, o.taken_starts, 'CONFIRMED');
        return coalesce(new, old);
      end $body$;`);
    for (const table of ['meeting', 'mission_leg']) this.addSql(`create trigger "${table}_loses_slots" before delete on "${table}" for each row when (acting_person() is not null) execute function record_lost_slots();`);
    this.addSql(`create trigger "mission_leg_gives_slots_up" after update of "stage" on "mission_leg" for each row when (new.stage = 'GIVEN_UP' and old.stage <> 'GIVEN_UP') execute function record_lost_slots();`);
  }
}

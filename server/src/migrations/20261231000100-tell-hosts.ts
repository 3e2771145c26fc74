import { Migration } from '@mikro-orm/migrations';

const DEFINER = 'security definer set search_path = public, pg_temp';
const COMES = '(o.taken_day + o.taken_starts) at time zone c.time_zone > now()';
const OFFERS = 'slot_offer o join meeting m on m.uuid = o.meeting_uuid join mission_leg l on l.uuid = o.leg_uuid join city c on c.code = l.city_code';

/** Hosts of a mission that is given up are told so, whoever waits; an answer is told once there is somebody to tell, and at most once an hour; the page of a host says the note that goes with the name of a country. */
export class Migration20261231000100 extends Migration {
  override up(): void {
    this.addSql('alter table "slot_offer" add column "told_cancelled_at" timestamptz null, add column "answer_mailed_at" timestamptz null;');
    this.#whoWaits();
    this.#givenUp();
    this.#letters();
    this.#answers();
  }

  /**
   * Whether a host waits for a meeting, and was not told that it does not take place: they can still answer, or could until it was given up; a time is to come that they have taken, or that they have proposed themselves, unless
   * the slots were taken back or the meeting is at another time by now. Who was told that it is refused waits no longer.
   */
  #whoWaits(): void {
    this.addSql(`
      create or replace function is_slot_awaited(the_meeting uuid) returns boolean language sql stable
        return exists (select from ${OFFERS} where m.uuid = the_meeting and o.email is not null and o.told_cancelled_at is null and (
          o.ended is null and m.status <> 'REFUSED' and l.stage in ('PLANNED', 'CONSULTED', 'AGREED', 'GIVEN_UP') and now() < slots_due(o.answers_until, l.uuid)
          or o.answer = 'TAKEN' and ${COMES} and (m.status <> 'REFUSED' or o.told_lost_at is null)
          or o.answer = 'NONE' and m.status <> 'REFUSED' and exists (select from offered_slot x where x.meeting_uuid = m.uuid and x.is_by_host and (x.day + x.starts) at time zone c.time_zone > now()
            and (o.ended is null or (m.day, m.starts, m.status) = (x.day, x.starts, 'CONFIRMED')))));`);
    // Who was told that the meeting does not take place is told no more of its time.
    this.addSql(`
      create or replace function slot_is_lost(the_meeting uuid) returns boolean language sql stable
        return exists (select from ${OFFERS} where o.meeting_uuid = the_meeting and o.answer = 'TAKEN' and o.email is not null and o.told_lost_at is null and o.told_cancelled_at is null and ${COMES}
          and (o.ended = 'MOVED' or l.stage = 'GIVEN_UP' or (m.day, m.starts, m.status) is distinct from (o.taken_day, o.taken_starts, 'CONFIRMED')));`);
  }

  /** The letters to those who wait for a meeting of a mission that was given up, each once: for the adviser, who gives it up. */
  #givenUp(): void {
    this.addSql(`
      create function take_cancelled_slots(the_mission uuid) returns setof jsonb language plpgsql volatile ${DEFINER} as $body$
      declare
        which uuid;
      begin
        if not is_adviser() then return; end if;
        for which in select o.meeting_uuid from slot_offer o join mission_leg l on l.uuid = o.leg_uuid
          where l.mission_uuid = the_mission and l.stage = 'GIVEN_UP' and (l.is_demonstration or not acts_invented()) and is_slot_awaited(o.meeting_uuid) order by o.meeting_uuid for update of o
        loop
          update slot_offer set told_cancelled_at = now() where meeting_uuid = which;
          return next slot_letter(which);
        end loop;
      end $body$;`);
  }

  /** The note that goes with the name of a country goes with it wherever a host reads it. */
  #letters(): void {
    this.addSql(`
      create or replace function slot_letter(the_meeting uuid) returns jsonb language sql stable
        return (select jsonb_build_object('email', o.email, 'locale', o.locale, 'byAdviser', o.by_adviser, 'answersUntil', o.answers_until, 'minutes', m.minutes, 'sourceLocale', m.source_locale, 'sourceVersion', m.source_version, 'texts', slot_words(m.uuid),
            'country', (select jsonb_object_agg(t.locale, t.name) from country_translation t where t.country_code = l.country_code),
            'countryNote', (select jsonb_object_agg(t.locale, t.name_note) from country_translation t where t.country_code = l.country_code and t.name_note is not null),
            'city', (select jsonb_object_agg(t.locale, t.name) from city_translation t where t.city_code = l.city_code))
          from slot_offer o join meeting m on m.uuid = o.meeting_uuid join mission_leg l on l.uuid = o.leg_uuid where o.meeting_uuid = the_meeting);`);
  }

  /** Who is told of an answer, and which is told next: one of which somebody is to be told, of a leg that is not over, and of an offer of which nobody was told within the hour. */
  #answers(): void {
    this.addSql(`
      create function slot_readers(the_meeting uuid) returns jsonb language sql stable ${DEFINER}
        return (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'locale', coalesce(p.locale, 'fr')) order by p.email collate "C"), '[]') from ${OFFERS} join person p on p.suspended_at is null and is_invented(p.id) = l.is_demonstration and (
            l.is_shown and exists (select from member x where x.person_id = p.id and x.role in ('SCAC', 'SSI') and x.country_code = l.country_code and is_serving(p.id, l.country_code, x.role))
            or o.by_adviser and exists (select from member x where x.person_id = p.id and x.role in ('ADVISER', 'ASSISTANT') and x.suspended_at is null and current_date between x.since and coalesce(x.until, 'infinity')))
          where m.uuid = the_meeting);`);
    this.addSql('revoke execute on function slot_readers(uuid) from public;');
    this.addSql(`
      create or replace function take_slot_answer(the_passed uuid[]) returns jsonb language plpgsql volatile ${DEFINER} as $body$
      declare
        which uuid;
      begin
        if not acts_for('slots') then return null; end if;
        select o.meeting_uuid into which from ${OFFERS}
          where o.answered_at is not null and o.told_answer_at is distinct from o.answered_at and o.meeting_uuid <> all(the_passed) and m.status <> 'REFUSED' and l.stage <> 'GIVEN_UP'
            and (o.answer_mailed_at is null or o.answer_mailed_at <= now() - interval '1 hour') and (now() at time zone c.time_zone)::date <= l.ends_on and slot_readers(o.meeting_uuid) <> '[]'
          order by o.meeting_uuid limit 1 for update of o skip locked;
        if which is null then return null; end if;
        update slot_offer set told_answer_at = answered_at, answer_mailed_at = now() where meeting_uuid = which;
        return (select jsonb_build_object('key', m.uuid, 'leg', l.uuid, 'isTaken', o.answer = 'TAKEN', 'city', (select jsonb_object_agg(t.locale, t.name) from city_translation t where t.city_code = l.city_code), 'readers', slot_readers(m.uuid))
          from ${OFFERS} where m.uuid = which);
      end $body$;`);
  }
}

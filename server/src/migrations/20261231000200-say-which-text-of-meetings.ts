import { Migration } from '@mikro-orm/migrations';

const DEFINER = 'security definer set search_path = public, pg_temp';
const REFUSED = `raise exception 'a text gives away the place of an organisation that is protected' using errcode = 'PD003', constraint = 'place_kept_secret'`;

/** A text of a meeting, or of what its host is offered, that gives a protected place away is refused with the column in which the address stands: a page says it at that field. */
export class Migration20261231000200 extends Migration {
  override up(): void {
    this.#ofMeetings();
    this.#ofOffers();
  }

  /** What is said of a meeting is looked at together; the address stands in what was written, or else in what is said of it in its own language. */
  #ofMeetings(): void {
    this.addSql(`
      create or replace function refuse_places_of_meeting() returns trigger language plpgsql ${DEFINER} as $body$
      declare
        the_meeting constant uuid := (case tg_table_name when 'meeting' then to_jsonb(new) ->> 'uuid' else to_jsonb(new) ->> 'meeting_uuid' end)::uuid;
        at_column text;
      begin
        if tg_op = 'UPDATE' and not exists (select from unnest(array['organisation_slug', 'host_name', 'override_reason', 'subject', 'note']) c where to_jsonb(new) ->> c is not null and to_jsonb(new) ->> c is distinct from to_jsonb(old) ->> c) then return null; end if;
        perform refuse_place(said_in_meeting(m.uuid), hides_place(m.organisation_slug, m.host_name, null, l.country_code)) from meeting m join mission_leg l on l.uuid = m.leg_uuid where m.uuid = the_meeting;
        return null;
      exception when sqlstate 'PD003' then
        select x.c into at_column from (
          select 1, n, c, to_jsonb(new) ->> c from unnest(array['subject', 'note', 'host_name', 'override_reason']) with ordinality u(c, n)
          union all select 2, n, c, case when n > 2 then to_jsonb(m) ->> c else to_jsonb(t) ->> c end from meeting m left join meeting_translation t on t.meeting_uuid = m.uuid and t.locale = m.source_locale, unnest(array['subject', 'note', 'host_name', 'override_reason']) with ordinality u(c, n) where m.uuid = the_meeting
        ) x(whose, n, c, said) where gives_address(x.said) order by x.whose, x.n limit 1;
        if at_column is null then ${REFUSED}; end if;
        ${REFUSED}, table = tg_table_name, column = at_column;
      end $body$;`);
  }

  #ofOffers(): void {
    this.addSql(`
      create or replace function refuse_places_of_offer() returns trigger language plpgsql ${DEFINER} as $body$
      declare
        is_reasoned constant boolean := new.override_reason is not null and (tg_op = 'INSERT' or old.override_reason is distinct from new.override_reason);
      begin
        if tg_op = 'UPDATE' and (old.name, old.override_reason, old.remark) is not distinct from (new.name, new.override_reason, new.remark) then return new; end if;
        perform refuse_place(concat_ws(E'\\n', new.name, new.override_reason, new.remark, case when is_reasoned then said_in_meeting(m.uuid) end),
          hides_place(m.organisation_slug, m.host_name, null, l.country_code) or gives_place_away(said_in_meeting(m.uuid))) from meeting m join mission_leg l on l.uuid = m.leg_uuid where m.uuid = new.meeting_uuid;
        return new;
      exception when sqlstate 'PD003' then
        ${REFUSED}, table = tg_table_name, column = case when gives_address(new.name) then 'name' when gives_address(new.remark) then 'remark' when is_reasoned then 'override_reason' else 'name' end;
      end $body$;`);
  }
}

import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { FORGOTTEN } from './costs.ts';

const BY = '(select id from person where id = acting_person())';
const HEAD = 'returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$';
const ROW = 'row_of constant jsonb := coalesce(to_jsonb(new), to_jsonb(old))';

/** An amount in hundredths of a currency, as it is written in the trail. */
const said = (cents: string, currency: string): string => `to_char(${cents} / 100.0, 'FM999999990.00') || ' ' || ${currency}`;
const rate = (row: string): string => `${said(`(${row} ->> 'cents_per_day')::int`, `(${row} ->> 'currency')`)} || ' / ' || (${row} ->> 'valid_from') || ' / ' || (${row} ->> 'source')`;
const exchange = (row: string): string => `(((${row} ->> 'micros')::numeric) / 1000000)::numeric(12,6)::text || ' EUR / ' || (${row} ->> 'valid_from') || ' / ' || (${row} ->> 'source')`;
const rule = (row: string): string => `(${row} - array['code', 'version', 'is_demonstration', 'is_verified', 'checked_on', 'note'])::text`;
/** The same of what was and of what is: null where there is none. */
const both = (of: (row: string) => string): string => `${of('to_jsonb(old)')}, ${of('to_jsonb(new)')}`;

/**
 * The trail of a mission tells what somebody has typed of its costs, what a line came to, and of its journeys; not what is computed, which follows from what it tells, nor the words of a line, which may be about somebody. That of rates tells each
 * with what it was and is. It names nobody, and what goes with something else – with somebody who is erased above all – is not told.
 */
export class Migration20261214000200 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    // After whatever else there is by now.
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''OPINION''::text', '''OPINION''::text, ''ALLOWANCE''::text');
    end $body$;`);
    this.#costs();
    this.#journeys();
    this.#rates();
  }

  #costs(): void {
    this.addSql(`
      create function record_cost() ${HEAD}
      declare
        ${ROW};
      begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select ${BY}, 'CHANGED', 'MISSION', m.uuid, t.part || '.' || (row_of ->> 'kind'), t.before, t.after
          from mission m, (values ('cost', case when not old.is_computed then ${said('old.unit_cents', 'old.currency')} end, case when not new.is_computed then ${said('new.unit_cents', 'new.currency')} end),
            ('cost_actual', ${said('old.actual_cents', `'EUR'`)}, ${said('new.actual_cents', `'EUR'`)})) t(part, before, after)
          where m.uuid = (row_of ->> 'mission_uuid')::uuid and t.before is distinct from t.after;
        return null;
      end $body$;`);
    // What somebody has typed is not lost in silence where a line goes with its stay, or counts other days: but of who is erased, whose amount stays.
    this.addSql(`
      create function record_cleared_cost() ${HEAD} begin
        insert into audit_entry (by_id, action, subject, object, part, before)
          select ${BY}, 'CHANGED', 'MISSION', m.uuid, 'cost_actual.' || old.kind, ${said('old.actual_cents', `'EUR'`)} from mission m
          where m.uuid = old.mission_uuid and (tg_op = 'UPDATE' and new.actual_cents is null or tg_op = 'DELETE' and not (${FORGOTTEN}));
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_cost_cleared" after update or delete on "mission_cost" for each row when (old.actual_cents is not null and pg_trigger_depth() > 0) execute function record_cleared_cost();`);
    this.addSql(`create trigger "mission_cost_recorded" after insert or update or delete on "mission_cost" for each row when (acting_person() is not null and pg_trigger_depth() = 0) execute function record_cost();`);
  }

  #journeys(): void {
    const journey = (row: string): string => `${row}.from_city_code || ' ' || to_char(${row}.departs_at, 'YYYY-MM-DD HH24:MI') || ' / ' || ${row}.to_city_code || ' ' || to_char(${row}.arrives_at, 'YYYY-MM-DD HH24:MI')`;
    this.addSql(`
      create function record_travel() ${HEAD}
      declare
        ${ROW};
      begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select ${BY}, 'CHANGED', 'MISSION', m.uuid, t.part || '.' || (row_of ->> 'mode'), t.before, t.after
          from mission m, (values ('travel', ${journey('old')}, ${journey('new')}), ('carrier', old.carrier, new.carrier)) t(part, before, after)
          where m.uuid = (row_of ->> 'mission_uuid')::uuid and t.before is distinct from t.after;
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_travel_recorded" after insert or update or delete on "mission_travel" for each row when (acting_person() is not null and pg_trigger_depth() = 0) execute function record_travel();`);
    this.addSql(`
      create function record_traveller() ${HEAD}
      declare
        ${ROW};
      begin
        insert into audit_entry (by_id, action, subject, object, part, before, after)
          select ${BY}, 'CHANGED', 'MISSION', t.mission_uuid, 'traveller', case when tg_op = 'DELETE' then m.role end, case when tg_op = 'INSERT' then m.role end
          from mission_travel t, mission_member m where t.uuid = (row_of ->> 'travel_uuid')::uuid and m.uuid = (row_of ->> 'member_uuid')::uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "mission_traveller_recorded" after insert or delete on "mission_traveller" for each row when (acting_person() is not null and pg_trigger_depth() = 0) execute function record_traveller();`);
  }

  #rates(): void {
    this.addSql(`
      create function record_rate() ${HEAD}
      declare
        ${ROW};
      begin
        insert into audit_entry (by_id, action, subject, part, before, after)
          select ${BY}, 'CHANGED', 'ALLOWANCE', t.part, t.before, t.after from (values
            ('rate.' || (row_of ->> 'country_code'), ${both(rate)}), ('exchange.' || (row_of ->> 'currency'), ${both(exchange)}), ('rule', ${both(rule)})) t(part, before, after)
          where t.part = case tg_table_name when 'allowance_rate' then 'rate.' || (row_of ->> 'country_code') when 'exchange_rate' then 'exchange.' || (row_of ->> 'currency') else 'rule' end and t.before is distinct from t.after;
        return null;
      end $body$;`);
    for (const table of ['allowance_rate', 'exchange_rate', 'allowance_rule']) {
      this.addSql(`create trigger "${table}_recorded" after insert or update or delete on "${table}" for each row when (acting_person() is not null) execute function record_rate();`);
    }
  }
}

import { Migration } from '@mikro-orm/migrations';

/** A text of an objective, of its result or of a finding that gives a protected place away is refused with the key of what it is about: a page says it at that field, of several. */
export class Migration20270110000200 extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function refuse_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        c text;
        said text;
      begin
        foreach c in array tg_argv loop
          said := to_jsonb(new) ->> c;
          continue when said is null or (tg_op = 'UPDATE' and said is not distinct from to_jsonb(old) ->> c) or not gives_address(said);
          begin
            perform refuse_place(said, false);
          exception when sqlstate 'PD003' then
            raise exception 'a text gives away the place of an organisation that is protected' using errcode = 'PD003', constraint = 'place_kept_secret', table = tg_table_name, column = c,
              detail = coalesce(to_jsonb(new) ->> 'objective_uuid', to_jsonb(new) ->> 'finding_uuid', '');
          end;
        end loop;
        return new;
      end $body$;`);
  }
}

/** A text in the source language, made sure of by functions whose statement is planned once for each connection. */
/**
 * Gives each trigger that asks with `require_source_text` a function of its own, named as the trigger: its statement is written out,
 * so that it is planned once for each connection and finds its rows by their keys, however few there were when it was planned.
 * For a text that changes its owner both are asked.
 */
export const PLAN_SOURCE_TEXTS = `
  do $plan$
  declare
    guard record;
    said text[];
  begin
    for guard in
      select g.tgname as name, c.relname as on_table, string_to_array(encode(g.tgargs, 'escape'), '\\000') as args, pg_get_triggerdef(g.oid) as definition
      from pg_trigger g join pg_class c on c.oid = g.tgrelid where g.tgfoid = 'require_source_text()'::regprocedure order by 1
    loop
      said := guard.args;
      execute format($make$
        create function %1$I() returns trigger language plpgsql set search_path = public, pg_temp set enable_seqscan = off as $guard$
        begin
          if exists (select from %3$I t where t.%5$I %8$s and not exists (select from %2$I x where x.%4$I = t.%5$I and x.locale = %7$s and x.%6$I <> '')) then
            raise exception 'the %6$s of this %3$s is missing in its source language' using errcode = 'integrity_constraint_violation';
          end if;
          return null;
        end $guard$ $make$,
        guard.name, said[1], said[2], said[3], said[4], said[5], said[6],
        case when guard.on_table = said[2] then format('= new.%I', said[4]) else format('in (old.%1$I, new.%1$I)', said[3]) end);
      execute format('drop trigger %I on %I', guard.name, guard.on_table);
      execute regexp_replace(guard.definition, 'EXECUTE FUNCTION .*$', format('EXECUTE FUNCTION %I()', guard.name));
    end loop;
  end $plan$`;

import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { secretPlaceTriggersOfRegister } from './secret-places.ts';

const TABLES = ['recommendation', 'recommendation_translation', 'recommendation_theme'] as const;

/** The adviser imports recommendations: what was imported last of each stays known, each change is told in the trail, and what is invented is kept apart from what is real. */
export class Migration20270404000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`alter table "recommendation" add column "is_demonstration" boolean not null default false;`);
    this.addSql(`create table "recommendation_import_row" ("slug" text not null, "values" jsonb not null, "is_demonstration" boolean not null default false, primary key ("slug"));`);
    this.#addRules();
    this.#forgetWhatIsGone();
    this.#keepPlaces();
    this.#addTrail();
  }

  /** Everybody reads the register; the adviser writes it, whoever is invented what is invented, and nobody takes a recommendation out of it. */
  #addRules(): void {
    const adviser = '(select is_adviser())';
    const own = `${adviser} and is_demonstration = (select acts_invented())`;
    const ofOwn = `${adviser} and exists (select from recommendation r where r.slug = recommendation_slug and r.is_demonstration = (select acts_invented()))`;
    for (const table of TABLES) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_seen" on "${table}" for select using (true);`);
      const mine = table === 'recommendation' ? own : ofOwn;
      this.addSql(`create policy "${table}_made" on "${table}" for insert with check (${mine});`);
      if (table !== 'recommendation_theme') this.addSql(`create policy "${table}_changed" on "${table}" for update using (${mine}) with check (${mine});`);
    }
    this.addSql(`create policy "recommendation_theme_removed" on "recommendation_theme" for delete using (${ofOwn});`);
    this.addSql(`alter table "recommendation_import_row" enable row level security;`);
    this.addSql(`create policy "recommendation_import_row_seen" on "recommendation_import_row" for select using (${own});`);
    this.addSql(`create policy "recommendation_import_row_made" on "recommendation_import_row" for insert with check (${own});`);
    this.addSql(`create policy "recommendation_import_row_changed" on "recommendation_import_row" for update using (${own}) with check (${own});`);
  }

  /** Whoever takes a recommendation out of the register may do so for what it tells: of what was imported the key stays, which says that it is not to come back. */
  #forgetWhatIsGone(): void {
    this.addSql(`
      create function forget_imported_recommendation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        update recommendation_import_row set "values" = '{}' where slug = old.slug;
        return null;
      end $body$;`);
    this.addSql(`create trigger "recommendation_forgotten" after delete on "recommendation" for each row execute function forget_imported_recommendation();`);
  }

  #keepPlaces(): void {
    for (const statement of secretPlaceTriggersOfRegister) this.addSql(`${statement};`);
    // Which line of a file it is has to be said before anything is written.
    this.addSql(`create function tells_place(the_text text) returns boolean language sql stable security definer set search_path = public, pg_temp return is_adviser() and gives_address(the_text) and gives_place_away(the_text);`);
  }

  #addTrail(): void {
    this.addSql(`create policy "audit_entry_of_recommendation" on "audit_entry" as restrictive for select using (subject <> 'RECOMMENDATION' or not (select acts_invented()) or exists (select from recommendation r where r.slug = split_part(part, '.', 1) and r.is_demonstration));`);
    // After whatever else there is by now.
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''RECOMMENDATION_PROGRESS''::text', '''RECOMMENDATION_PROGRESS''::text, ''RECOMMENDATION''::text');
    end $body$;`);
    this.addSql(`
      create function record_recommendation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        insert into audit_entry (by_id, action, subject, part, before, after)
          select (select id from person where id = acting_person()), case tg_op when 'INSERT' then 'ADDED' else 'CHANGED' end, 'RECOMMENDATION', new.slug || case tg_op when 'INSERT' then '' else '.' || n.key end, case tg_op when 'INSERT' then null else o.value end, case tg_op when 'INSERT' then null else n.value end
          from jsonb_each_text(to_jsonb(new)) n left join lateral (select to_jsonb(old) ->> n.key as value) o on true
          where case tg_op when 'INSERT' then n.key = 'slug' else n.key not in ('slug', 'source_version', 'is_verified', 'is_demonstration') and o.value is distinct from n.value end;
        return null;
      end $body$;`);
    this.addSql(`
      create function record_recommendation_part() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        the_part constant text := case tg_table_name when 'recommendation_translation' then 'summary.' || (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'locale') else 'themes' end;
        the_column constant text := case tg_table_name when 'recommendation_translation' then 'summary' else 'theme_code' end;
      begin
        insert into audit_entry (by_id, action, subject, part, before, after)
          select (select id from person where id = acting_person()), 'CHANGED', 'RECOMMENDATION', coalesce(new.recommendation_slug, old.recommendation_slug) || '.' || the_part, to_jsonb(old) ->> the_column, to_jsonb(new) ->> the_column
          where to_jsonb(old) ->> the_column is distinct from to_jsonb(new) ->> the_column;
        return null;
      end $body$;`);
    this.addSql(`create trigger "recommendation_recorded" after insert or update on "recommendation" for each row when (acting_person() is not null) execute function record_recommendation();`);
    for (const table of ['recommendation_translation', 'recommendation_theme']) this.addSql(`create trigger "${table}_recorded" after insert or update or delete on "${table}" for each row when (acting_person() is not null) execute function record_recommendation_part();`);
  }
}

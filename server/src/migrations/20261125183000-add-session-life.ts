import { Migration } from '@mikro-orm/migrations';

const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION'`;
const PARTS = 'stage theme_code format country_code town starts_at ends_at time_zone places registration_until needs_validation source_locale';

/**
 * What becomes of a session: it is prepared, announced, changed, closed, called off, put away. A draft is for those alone who
 * may prepare sessions of its country, as the policy says; what is announced is for everybody, at the price of one comparison.
 */
export class Migration20261125183000 extends Migration {
  override up(): void {
    this.#columns();
    this.#rules();
    this.#trail();
    this.#trailOfParts();
  }

  #columns(): void {
    this.addSql(`alter table "training_session" add column "stage" text not null default 'OPEN', add column "registration_until" timestamptz null, add column "needs_validation" boolean not null default true, add column "version" int not null default 1, add column "sequence" int not null default 0, add column "prepared_by_id" uuid null;`);
    this.addSql(`alter table "training_session" add constraint "training_session_stage_check" check ("stage" in ('DRAFT', 'OPEN', 'CLOSED', 'CANCELLED', 'ARCHIVED'));`);
    this.addSql(`alter table "training_session" add constraint "training_session_registration_ends" check (registration_until <= starts_at);`);
    this.addSql(`alter table "training_session" add constraint "training_session_prepared_by_id_foreign" foreign key ("prepared_by_id") references "person" ("id") on delete set null;`);
    this.addSql(`create index "training_session_prepared_by_id_index" on "training_session" ("prepared_by_id");`);
    this.addSql(`alter table "training_session_translation" add column "cancelled_reason" text null;`);
    // Checked when the transaction ends, as the title is. Every reader finds what is said in the source language, in English or in French.
    this.addSql(`
      create function require_cancelled_reason() returns trigger language plpgsql as $body$
      declare
        changed constant uuid := case tg_table_name when 'training_session' then to_jsonb(new) ->> 'uuid' else to_jsonb(old) ->> 'session_uuid' end;
      begin
        if exists (select from training_session t where t.uuid = changed and t.stage = 'CANCELLED' and not exists (
          select from training_session_translation x where x.session_uuid = t.uuid and x.locale in (t.source_locale, 'en', 'fr') and x.cancelled_reason <> '')) then
          raise exception 'a session is called off for a reason' using errcode = 'integrity_constraint_violation';
        end if;
        return null;
      end $body$;`);
    this.addSql(`create constraint trigger training_session_has_reason after insert or update on "training_session" deferrable initially deferred for each row when (new.stage = 'CANCELLED') execute function require_cancelled_reason();`);
    this.addSql(`create constraint trigger training_session_translation_keeps_reason after update or delete on "training_session_translation" deferrable initially deferred for each row when (old.cancelled_reason is not null) execute function require_cancelled_reason();`);
    // What a search asks the index of: an index of a table that has a rule of rows answers no pattern.
    this.addSql(`create view "announced_session" as select uuid, folded from training_session where stage <> 'DRAFT';`);
    // It is its owner's, whom no rule of rows binds: nothing is changed through it.
    for (const event of ['insert', 'update', 'delete']) this.addSql(`create rule "announced_session_${event}" as on ${event} to "announced_session" do instead nothing;`);
  }

  #rules(): void {
    this.addSql(`create function may_prepare(who uuid, the_country text) returns boolean language sql stable security definer set search_path = public
      return exists (select from member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
        and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')
        where a.person_id = who and (a.role in ('ADVISER', 'ASSISTANT') or (a.role in ('SCAC', 'SSI') and a.country_code = the_country)));`);
    this.addSql(`create function may_prepare_session(who uuid, session uuid) returns boolean language sql stable security definer set search_path = public
      return exists (select from training_session s where s.uuid = session and may_prepare(who, s.country_code));`);
    this.addSql(`alter table "training_session" enable row level security;`);
    // One rule, so that the comparison comes first and the question is asked of drafts alone.
    this.addSql(`create policy "training_session_seen" on "training_session" for select using (
      stage <> 'DRAFT' or may_prepare(acting_person(), country_code) or acts_for('retention') or (acts_for('my-data') and prepared_by_id = acting_person()));`);
    const mayPrepare = 'may_prepare(acting_person(), country_code)';
    this.addSql(`create policy "training_session_made" on "training_session" for insert with check (${mayPrepare});`);
    this.addSql(`create policy "training_session_changed" on "training_session" for update using (${mayPrepare}) with check (${mayPrepare});`);
    this.addSql(`create policy "training_session_discarded" on "training_session" for delete using (stage = 'DRAFT' and ${mayPrepare});`);
    for (const table of ['training_session_translation', 'session_audience', 'session_trainer', 'session_language']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      // They are reached through their session, which has the rule.
      this.addSql(`create policy "${table}_seen" on "${table}" for select using (true);`);
      this.addSql(`create policy "${table}_made" on "${table}" for insert with check (may_prepare_session(acting_person(), session_uuid));`);
      this.addSql(`create policy "${table}_changed" on "${table}" for update using (may_prepare_session(acting_person(), session_uuid)) with check (may_prepare_session(acting_person(), session_uuid));`);
      this.addSql(`create policy "${table}_removed" on "${table}" for delete using (acts_for('retention') or may_prepare_session(acting_person(), session_uuid));`);
    }
  }

  #trail(): void {
    this.addSql(`alter table "audit_entry" add column "object" uuid null;`);
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    // As before, and with the key of what was changed where a fourth argument names its column.
    this.addSql(`
      create or replace function record_change() returns trigger language plpgsql security definer set search_path = public as $body$
      declare
        concerned constant uuid := (select id from person where id = (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[1])::uuid);
        acting constant uuid := coalesce(
          (select id from person where id = acting_person()), case when tg_argv[0] = 'SESSION' and tg_op = 'INSERT' then concerned end);
        thing constant uuid := case when tg_nargs > 3 then (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[3])::uuid end;
        changed text;
      begin
        if tg_op = 'UPDATE' then
          foreach changed in array string_to_array(tg_argv[2], ' ') loop
            if to_jsonb(old) -> changed is distinct from to_jsonb(new) -> changed then
              insert into audit_entry (by_id, action, subject, about_id, object, part, before, after)
                values (acting, 'CHANGED', tg_argv[0], concerned, thing, changed, to_jsonb(old) ->> changed, to_jsonb(new) ->> changed);
            end if;
          end loop;
        else
          insert into audit_entry (by_id, action, subject, about_id, object)
            values (acting, case tg_op when 'INSERT' then 'ADDED' else 'REMOVED' end, tg_argv[0], concerned, thing);
        end if;
        return null;
      end $body$;`);
    // What is invented by nobody, as the demonstration is, is not told.
    const told = (row: string): string => `(not ${row}.is_demonstration or acting_person() is not null)`;
    for (const [event, row] of [['insert', 'new'], ['update', 'new'], ['delete', 'old']] as const) {
      this.addSql(`create trigger "training_session_${event}_recorded" after ${event} on "training_session" for each row when ${told(row)} execute function record_change('TRAINING_SESSION', 'uuid', '${PARTS}', 'uuid');`);
    }
  }

  /** Texts, by their language, and what is linked. What a session is made with is told by its making: its version is the first then. */
  #trailOfParts(): void {
    const entry = `insert into audit_entry (by_id, action, subject, object, part, before, after) select (select id from person where id = acting_person()), 'CHANGED', 'TRAINING_SESSION'`;
    const isChanged = (row: string): string => `join training_session s on s.uuid = ${row}.session_uuid and s.version > 1`;
    const told = (before: string): string => `${entry}, n.session_uuid, p.part || '.' || n.locale, p.before, p.after from after_it n ${isChanged('n')}
      ${before === 'o' ? 'join before_it o on o.session_uuid = n.session_uuid and o.locale = n.locale' : ''}
      cross join lateral (values ${['title', 'summary', 'programme', 'cancelled_reason'].map((part) => `('${part}', ${before === 'o' ? `o.${part}` : 'null'}, n.${part})`).join(', ')}) p(part, before, after)
      where coalesce(p.before, '') <> coalesce(p.after, '');`;
    this.addSql(`
      create function record_session_texts() returns trigger language plpgsql security definer set search_path = public as $body$ begin
        if tg_op = 'INSERT' then ${told('nothing')}
        else ${told('o')}
        end if;
        return null;
      end $body$;`);
    this.addSql(`create trigger "training_session_translation_made_recorded" after insert on "training_session_translation" referencing new table as after_it for each statement execute function record_session_texts();`);
    this.addSql(`create trigger "training_session_translation_changed_recorded" after update on "training_session_translation" referencing old table as before_it new table as after_it for each statement execute function record_session_texts();`);
    this.addSql(`
      create function record_session_links() returns trigger language plpgsql security definer set search_path = public as $body$ begin
        if tg_op = 'INSERT' then ${entry}, n.session_uuid, tg_argv[0], null, concat_ws(' ', to_jsonb(n) ->> tg_argv[1], to_jsonb(n) ->> 'use') from linked n ${isChanged('n')};
        else ${entry}, n.session_uuid, tg_argv[0], concat_ws(' ', to_jsonb(n) ->> tg_argv[1], to_jsonb(n) ->> 'use'), null from linked n ${isChanged('n')} where not acts_for('retention');
        end if;
        return null;
      end $body$;`);
    for (const [table, part, column] of [['session_trainer', 'trainer', 'expert_uuid'], ['session_audience', 'audience', 'audience_code'], ['session_language', 'language', 'language_code']] as const) {
      this.addSql(`create trigger "${table}_made_recorded" after insert on "${table}" referencing new table as linked for each statement execute function record_session_links('${part}', '${column}');`);
      this.addSql(`create trigger "${table}_removed_recorded" after delete on "${table}" referencing old table as linked for each statement execute function record_session_links('${part}', '${column}');`);
    }
  }
}

import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { secretPlaceTriggersOfMonitoring } from './secret-places.ts';

const STEPS = [['QUESTIONNAIRE', 'questionnaire_on'], ['VISIT', 'visit_on'], ['DRAFT_REPORT', 'draft_report_on'], ['COMMENTS', 'comments_on'], ['PUBLICATION', 'publication_on'], ['FOLLOW_UP', 'follow_up_on']] as const;
/** How many days before a date who answers for it is reminded: four weeks. */
const DAYS = 28;

const THEIRS = '((select is_adviser()) or is_post_of(acting_person(), country_code))';

/** The dates of monitoring bodies, which the adviser and the post of the country keep, and of which both are reminded. */
export class Migration20270404000200 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTables();
    this.#addRules();
    for (const statement of secretPlaceTriggersOfMonitoring) this.addSql(`${statement};`);
    this.#addTrail();
    this.#addReminders();
  }

  #addTables(): void {
    this.addSql(`create table "monitoring_cycle" ("uuid" uuid not null, "source" text not null, "source_url" text null, "is_verified" boolean not null default false, "checked_on" text null, "note" text null, "country_code" text not null, "body" text not null, "round" int not null, ${STEPS.map(([, column]) => `"${column}" date null`).join(', ')}, "version" int not null default 1, "is_demonstration" boolean not null default false, primary key ("uuid"));`);
    this.addSql(`alter table "monitoring_cycle" add constraint "monitoring_cycle_once" unique ("country_code", "body", "round", "is_demonstration");`);
    this.addSql(`alter table "monitoring_cycle" add constraint "monitoring_cycle_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
    this.addSql(`alter table "monitoring_cycle" add constraint "monitoring_cycle_says" check (body <> '' and round >= 1 and round <= 99);`);
    this.addSql(`alter table "monitoring_cycle" add constraint "monitoring_cycle_source" check (source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null));`);
    this.addSql(`alter table "monitoring_cycle" add constraint "monitoring_cycle_country_code_foreign" foreign key ("country_code") references "country" ("code");`);
    this.addSql(`create table "monitoring_reminder" ("cycle_uuid" uuid not null, "step" text not null, "due_on" date not null, "at" timestamptz not null default now(), primary key ("cycle_uuid", "step", "due_on"));`);
    this.addSql(`alter table "monitoring_reminder" add constraint "monitoring_reminder_cycle_uuid_foreign" foreign key ("cycle_uuid") references "monitoring_cycle" ("uuid") on delete cascade;`);
    this.addSql(`alter table "monitoring_reminder" add constraint "monitoring_reminder_step_check" check ("step" in (${STEPS.map(([step]) => `'${step}'`).join(', ')}));`);
  }

  #addRules(): void {
    const own = `${THEIRS} and is_demonstration = (select acts_invented())`;
    this.addSql(`alter table "monitoring_cycle" enable row level security;`);
    this.addSql(`create policy "monitoring_cycle_seen" on "monitoring_cycle" for select using ((is_demonstration or not (select acts_invented())) and ${THEIRS});`);
    this.addSql(`create policy "monitoring_cycle_made" on "monitoring_cycle" for insert with check (${own});`);
    this.addSql(`create policy "monitoring_cycle_changed" on "monitoring_cycle" for update using (${own}) with check (${own});`);
    this.addSql(`create policy "monitoring_cycle_removed" on "monitoring_cycle" for delete using (${own});`);
    // Only what reminds reads of reminders, as the owner.
    this.addSql(`alter table "monitoring_reminder" enable row level security;`);
  }

  /** Each entry names the country, the body and the round, which are to be read also once they are gone. What is invented is recorded by somebody invented. */
  #addTrail(): void {
    this.addSql(`create policy "audit_entry_of_monitoring" on "audit_entry" as restrictive for select using (subject <> 'MONITORING' or not (select acts_invented()) or exists (select from monitoring_cycle c where c.uuid = object) or is_invented(by_id));`);
    // After whatever else there is by now.
    this.addSql(`do $body$ declare is_now constant text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'audit_entry_subject_check'); begin
      alter table audit_entry drop constraint audit_entry_subject_check;
      execute 'alter table audit_entry add constraint audit_entry_subject_check ' || replace(is_now, '''RECOMMENDATION''::text', '''RECOMMENDATION''::text, ''MONITORING''::text');
    end $body$;`);
    this.addSql(`
      create function record_monitoring() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        which constant monitoring_cycle := coalesce(old, new);
        named constant text := concat_ws(' ', which.country_code, which.body, which.round);
        acting constant uuid := (select id from person where id = acting_person());
        changed text;
      begin
        if tg_op <> 'UPDATE' then
          insert into audit_entry (by_id, action, subject, object, part) values (acting, case tg_op when 'INSERT' then 'ADDED' else 'REMOVED' end, 'MONITORING', which.uuid, named);
          return null;
        end if;
        foreach changed in array array[${['body', 'round', ...STEPS.map(([, column]) => column), 'source', 'source_url', 'checked_on'].map((column) => `'${column}'`).join(', ')}] loop
          insert into audit_entry (by_id, action, subject, object, part, before, after)
            select acting, 'CHANGED', 'MONITORING', which.uuid, named || '.' || changed, to_jsonb(old) ->> changed, to_jsonb(new) ->> changed where to_jsonb(old) ->> changed is distinct from to_jsonb(new) ->> changed;
        end loop;
        return null;
      end $body$;`);
    this.addSql(`create trigger "monitoring_cycle_recorded" after insert or update or delete on "monitoring_cycle" for each row when (acting_person() is not null) execute function record_monitoring();`);
  }

  /** Takes one date that is near and that nobody was reminded of, once: for the adviser, the team and the services of the post, on its side. Where there is none of them it waits. */
  #addReminders(): void {
    const steps = STEPS.map(([step, column]) => `('${step}', c.${column})`).join(', ');
    this.addSql(`
      create function monitoring_readers(the_country text, is_for_invented boolean) returns jsonb language sql stable security definer set search_path = public, pg_temp
      return (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'locale', coalesce(p.locale, 'fr')) order by p.email collate "C"), '[]')
        from person p where acts_for('monitoring') and is_invented(p.id) = is_for_invented and exists (select from member m where m.person_id = p.id
          and (m.role in ('ADVISER', 'ASSISTANT') and m.suspended_at is null and p.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity') or m.role in ('SCAC', 'SSI') and m.country_code = the_country and is_serving(p.id, the_country, m.role))));`);
    this.addSql('revoke execute on function monitoring_readers(text, boolean) from public;');
    this.addSql(`
      create function take_monitoring_reminder(the_passed text[]) returns jsonb language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      declare
        which record;
      begin
        if not acts_for('monitoring') then return null; end if;
        -- Whoever waited for the row of another’s reminder finds it here, and takes the next one.
        loop
          select c.uuid, s.step, s.due_on into which from monitoring_cycle c join country k on k.code = c.country_code cross join lateral (values ${steps}) s(step, due_on)
            where s.due_on > (now() at time zone k.time_zone)::date and s.due_on <= (now() at time zone k.time_zone)::date + ${DAYS} and c.uuid || '.' || s.step <> all(the_passed)
              and not exists (select from monitoring_reminder r where r.cycle_uuid = c.uuid and r.step = s.step and r.due_on = s.due_on)
              and monitoring_readers(c.country_code, c.is_demonstration) <> '[]'
            order by s.due_on, c.uuid, s.step limit 1 for update of c skip locked;
          if which is null then return null; end if;
          insert into monitoring_reminder (cycle_uuid, step, due_on) values (which.uuid, which.step, which.due_on) on conflict do nothing;
          exit when found;
        end loop;
        return (select jsonb_build_object('key', c.uuid, 'step', which.step, 'dueOn', which.due_on, 'country', c.country_code, 'body', c.body, 'round', c.round,
            'names', (select jsonb_object_agg(t.locale, t.name || coalesce(' (' || t.name_note || ')', '')) from country_translation t where t.country_code = c.country_code),
            'readers', monitoring_readers(c.country_code, c.is_demonstration))
          from monitoring_cycle c where c.uuid = which.uuid);
      end $body$;`);
  }
}

import { Migration } from '@mikro-orm/migrations';

const SUBJECTS = `'PERSON', 'MEMBER', 'SESSION', 'IDENTITY', 'INVITATION', 'ACCESS_REQUEST', 'PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODES', 'JOB', 'DATA_REQUEST', 'TRAINING_SESSION', 'CALENDAR_LINK'`;
const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
/** What is written when anything is said of a session anew, its texts too (`version`); places that are taken are written often and say nothing. */
const SAID = 'stage, version, sequence, source_locale, source_version, theme_code, format, country_code, town, starts_at, ends_at, time_zone';

/**
 * Calendars: the addresses at which programs read those of somebody, and when what is said of a session was changed. Whoever has
 * the secret of an address finds whose it is by one function, which asks nothing else; the rows are their owner's alone.
 */
export class Migration20261125210000 extends Migration {
  override up(): void {
    this.#links();
    this.#changes();
  }

  #links(): void {
    this.addSql(`create table "calendar_link" ("uuid" uuid not null, "person_id" uuid not null, "country_code" text null, "locale" text not null, "secret_hash" text not null, "created_at" timestamptz not null default now(), "last_used_on" date null, "kept_from" date not null default current_date, primary key ("uuid"));`);
    this.addSql(`alter table "calendar_link" add constraint "calendar_link_secret_hash_unique" unique ("secret_hash");`);
    this.addSql(`create index "calendar_link_person_id_index" on "calendar_link" ("person_id");`);
    this.addSql(`alter table "calendar_link" add constraint "calendar_link_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`alter table "calendar_link" add constraint "calendar_link_country_code_foreign" foreign key ("country_code") references "country" ("code") on delete cascade;`);
    this.addSql(`alter table "calendar_link" add constraint "calendar_link_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`create function may_follow(who uuid, post text) returns boolean language sql stable security definer set search_path = public, pg_temp
      return exists (select from member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
        and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')
        where a.person_id = who and (post is null or (a.role in ('SCAC', 'SSI') and a.country_code = post)));`);
    this.addSql(`create function open_calendar(hash text) returns table (person uuid, country text, locale text) language sql volatile security definer set search_path = public, pg_temp
      begin atomic
        update calendar_link l set last_used_on = current_date, kept_from = current_date from person p
          where l.secret_hash = hash and l.last_used_on is distinct from current_date and p.id = l.person_id and p.suspended_at is null;
        select l.person_id, l.country_code, l.locale from calendar_link l join person p on p.id = l.person_id and p.suspended_at is null where l.secret_hash = hash;
      end;`);
    this.addSql(`alter table "calendar_link" enable row level security;`);
    this.addSql(`create policy "calendar_link_own" on "calendar_link" for select using (person_id = acting_person());`);
    this.addSql(`create policy "calendar_link_made" on "calendar_link" for insert with check (person_id = acting_person() and may_follow(acting_person(), country_code));`);
    this.addSql(`create policy "calendar_link_revoked" on "calendar_link" for delete using (person_id = acting_person());`);
    this.addSql(`create policy "calendar_link_retained" on "calendar_link" for select using (acts_for('retention'));`);
    this.addSql(`create policy "calendar_link_forgotten" on "calendar_link" for delete using (acts_for('retention'));`);
    this.addSql(`alter table "audit_entry" drop constraint "audit_entry_subject_check";`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_subject_check" check ("subject" in (${SUBJECTS}));`);
    this.addSql(`create trigger "calendar_link_recorded" after insert or delete on "calendar_link" for each row execute function record_change('CALENDAR_LINK', 'person_id', '');`);
  }

  #changes(): void {
    this.addSql(`alter table "training_session" add "changed_at" timestamptz not null default now();`);
    this.addSql(`create function note_session_change() returns trigger language plpgsql as $body$ begin
      new.changed_at := now();
      return new;
    end $body$;`);
    this.addSql(`create trigger "training_session_changes" before update of ${SAID} on "training_session" for each row execute function note_session_change();`);
  }
}

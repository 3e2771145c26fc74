import { Migration } from '@mikro-orm/migrations';

/** An address of a calendar may be of a theme: of its sessions that its person may see. */
export class Migration20270310000200 extends Migration {
  override up(): void {
    this.addSql(`alter table "calendar_link" add column "theme_code" text null;`);
    this.addSql(`alter table "calendar_link" add constraint "calendar_link_theme_code_foreign" foreign key ("theme_code") references "theme" ("code") on delete cascade;`);
    this.addSql(`alter table "calendar_link" add constraint "calendar_link_of_one" check (country_code is null or theme_code is null);`);
    this.addSql(`drop function open_calendar(text);`);
    this.addSql(`create function open_calendar(hash text) returns table (person uuid, country text, theme text, locale text) language sql volatile security definer set search_path = public, pg_temp
      begin atomic
        update calendar_link l set last_used_on = current_date, kept_from = current_date from person p
          where l.secret_hash = hash and l.last_used_on is distinct from current_date and p.id = l.person_id and p.suspended_at is null;
        select l.person_id, l.country_code, l.theme_code, l.locale from calendar_link l join person p on p.id = l.person_id and p.suspended_at is null where l.secret_hash = hash;
      end;`);
  }
}

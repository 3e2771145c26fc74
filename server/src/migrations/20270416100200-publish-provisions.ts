import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';

const PUBLIC = `select p.uuid, p.kind, p.country_code, p.instrument_code, p.locale, p.text, p.reference, p.starts_on, p.ends_on, p.source, p.source_url, p.is_verified, p.checked_on, p.note, p.public_since, p.is_demonstration,
    array(select l.number from national_provision_article l where l.provision_uuid = p.uuid order by l.number) as article_numbers, array(select l.recommendation_slug from national_provision_recommendation l where l.provision_uuid = p.uuid order by l.recommendation_slug) as recommendation_slugs
    from national_provision p where p.public_since is not null`;

/** The adviser makes provisions of national law public, one by one: everybody then reads them, by a view that has nothing of who entered them. Another text is another decision. */
export class Migration20270416100200 extends Migration {
  override up(): void {
    this.addSql(`alter table "national_provision" add column "public_since" timestamptz null;`);
    this.addSql(`create view "public_provision" with (security_barrier = true) as ${PUBLIC};`);
    // Where nobody acts, it is who owns the tables: the demonstration.
    this.addSql(`
      create function keep_provision_decision() returns trigger language plpgsql set search_path = public, pg_temp as $body$
      declare
        was constant timestamptz := case when tg_op = 'UPDATE' then old.public_since end;
      begin
        if acting_person() is null then return new; end if;
        if new.public_since is not null and new.public_since is distinct from was and not is_adviser() then
          raise exception 'the adviser alone decides which provisions are public' using errcode = 'insufficient_privilege';
        end if;
        if tg_op = 'UPDATE' and new.public_since is not distinct from was and to_jsonb(new) is distinct from to_jsonb(old) then
          new.public_since := null;
        end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "national_provision_decided" before insert or update on "national_provision" for each row execute function keep_provision_decision();`);
    // What it is linked to is a part of what everybody reads.
    this.addSql(`
      create function keep_provision_decision_of_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      begin
        update national_provision set public_since = null where uuid = coalesce(new.provision_uuid, old.provision_uuid) and public_since is not null;
        return null;
      end $body$;`);
    for (const table of ['national_provision_article', 'national_provision_recommendation']) {
      this.addSql(`create trigger "${table}_decided" after insert or delete on "${table}" for each row when (acting_person() is not null) execute function keep_provision_decision_of_link();`);
    }
    this.addSql(`${amended('record_provision()', `'checked_on']`, `'checked_on', 'public_since']`)};`);
  }
}

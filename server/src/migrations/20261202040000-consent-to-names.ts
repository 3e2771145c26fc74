import { Migration } from '@mikro-orm/migrations';

/** Whose name was changed by others than themselves: no request may do that. */
const NOT_THEIRS = 'PR004';

/** Whoever asks the database as its owner does: functions of ours alone, and no request. */
const IS_OWNER = `pg_has_role(current_user, (select relowner from pg_class where oid = 'public.registration'::regclass), 'USAGE')`;

const VERIFIED = `select number, session_uuid, case when revoked_at is null then 'VALID' else 'REVOKED' end as state, case when revoked_at is null and exists (select from registration r where r.uuid = registration_uuid and r.name_shown_at is not null) then name else null end as name from certificate`;

/**
 * That a name is shown to whoever has the number of a certificate is said by its person and by nobody else: as whoever registers themselves, or
 * by the secret of the link to their certificate. What those who issue had ticked for them is not kept: that is not known to be a consent.
 */
export class Migration20261202040000 extends Migration {
  override up(): void {
    this.addSql(`alter table "registration" add column "name_shown_at" timestamptz null;`);
    this.#guard();
    this.#verify();
    this.#choose();
  }

  /** No request changes it past the functions below, whatever else it may change of the row. */
  #guard(): void {
    this.addSql(`
      create function refuse_names_of_others() returns trigger language plpgsql as $body$ begin
        if not ${IS_OWNER} then raise exception 'whether a name is shown is said by its person' using errcode = '${NOT_THEIRS}'; end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "registration_name_added" before insert on "registration" for each row when (new.name_shown_at is not null) execute function refuse_names_of_others();`);
    this.addSql(`create trigger "registration_name_changed" before update of "name_shown_at" on "registration" for each row when (new.name_shown_at is distinct from old.name_shown_at) execute function refuse_names_of_others();`);
    this.addSql(`create trigger "registration_name_recorded" after update of "name_shown_at" on "registration" for each row when (not new.is_demonstration or acting_person() is not null) execute function record_change('REGISTRATION', 'uuid', 'name_shown_at', 'uuid');`);
  }

  /** What a number says, and what stays of a certificate. */
  #verify(): void {
    this.addSql(`create or replace view "verified_certificate" with (security_invoker = true) as ${VERIFIED};`);
    this.addSql(`
      create or replace function keep_what_is_certified() returns trigger language plpgsql as $body$ begin
        if (new.number, new.registration_uuid, new.session_uuid, new.name, new.issued_at) is distinct from (old.number, old.registration_uuid, old.session_uuid, old.name, old.issued_at) then
          raise exception 'what is certified is not changed' using errcode = 'PR002';
        end if;
        return new;
      end $body$;`);
    this.addSql(`alter table "certificate" drop column "shows_name";`);
  }

  /** The two ways in which somebody says it. */
  #choose(): void {
    // Of those whom who asks has just registered, the one whose address is theirs.
    this.addSql(`
      create function show_own_name(the_registrations uuid[]) returns void language sql volatile security definer set search_path = public, pg_temp as $body$
        update registration r set name_shown_at = now()
        where r.uuid = any(the_registrations) and r.registered_by_id = acting_person() and r.registered_at = now() and r.email = (select email from person where id = acting_person())
      $body$;`);
    // What is said again changes nothing: it is in the trail once.
    this.addSql(`
      create function name_choice(the_hash text, is_shown boolean) returns table (name text, "isShown" boolean) language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        update registration r set name_shown_at = case when is_shown then now() end from certificate c
          where c.secret_hash = the_hash and c.revoked_at is null and r.uuid = c.registration_uuid and (r.name_shown_at is not null) <> is_shown;
        return query select c.name, r.name_shown_at is not null from certificate c join registration r on r.uuid = c.registration_uuid where c.secret_hash = the_hash and c.revoked_at is null;
      end $body$;`);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** What of a session those who look at it may see changing. */
const SHOWN = ['places', 'places_taken', 'stage', 'starts_at', 'ends_at', 'registration_until'];
const differs = (columns: readonly string[]): string => columns.map((column) => `old.${column} is distinct from new.${column}`).join(' or ');

/**
 * Tells whoever listens that something about a session has changed: its key and nothing else, in the transaction of the change, so that it
 * comes once what has changed can be read, and never for what was undone.
 */
export class Migration20261126161000 extends Migration {
  override up(): void {
    this.addSql(`
      create function tell_session() returns trigger language plpgsql set search_path = public, pg_temp as $body$ begin
        perform pg_notify('passerelle_session', coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0]);
        return null;
      end $body$;`);
    this.addSql(`create trigger "training_session_told" after update of ${SHOWN.map((column) => `"${column}"`).join(', ')} on "training_session" for each row when (${differs(SHOWN)}) execute function tell_session('uuid');`);
    this.addSql(`create trigger "registration_told" after insert or delete on "registration" for each row execute function tell_session('session_uuid');`);
    this.addSql(`create trigger "registration_change_told" after update of "state" on "registration" for each row when (old.state is distinct from new.state) execute function tell_session('session_uuid');`);
  }
}

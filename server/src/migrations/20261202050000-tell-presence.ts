import { Migration } from '@mikro-orm/migrations';

/** What of a session those who look at it, or at a calendar with it, may see changing. */
const SHOWN = ['places', 'places_taken', 'places_shared', 'stage', 'starts_at', 'ends_at', 'registration_until', 'version'];
const differs = (columns: readonly string[]): string => columns.map((column) => `old.${column} is distinct from new.${column}`).join(' or ');

/**
 * Whoever looks at who was at a session is told when somebody says so, and whoever looks at a calendar when something is said of a session. Presence changes
 * often while a session is held: it is told as a part of it, so that nobody wakes who looks at something else.
 */
export class Migration20261202050000 extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function tell_session() returns trigger language plpgsql set search_path = public, pg_temp as $body$ begin
        perform pg_notify('passerelle_session', (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0]) || coalesce(tg_argv[1], ''));
        return null;
      end $body$;`);
    this.addSql('drop trigger "training_session_told" on "training_session";');
    this.addSql(`create trigger "training_session_told" after update of ${SHOWN.map((column) => `"${column}"`).join(', ')} on "training_session" for each row when (${differs(SHOWN)}) execute function tell_session('uuid');`);
    for (const table of ['presence', 'certificate']) this.addSql(`create trigger "${table}_told" after insert or update or delete on "${table}" for each row execute function tell_session('session_uuid', '/attendance');`);
    this.addSql(`create trigger "session_attendance_told" after update of "required_share" on "session_attendance" for each row when (old.required_share is distinct from new.required_share) execute function tell_session('session_uuid', '/attendance');`);
  }
}

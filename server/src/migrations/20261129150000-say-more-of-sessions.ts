import { Migration } from '@mikro-orm/migrations';

const PARTS = ['stage', 'theme_code', 'level', 'format', 'country_code', 'town', 'starts_at', 'ends_at', 'time_zone', 'places', 'registration_until', 'needs_validation', 'source_locale'];
const ENTRY = `insert into audit_entry (by_id, action, subject, object, part, before, after) select (select id from person where id = acting_person()), 'CHANGED', 'TRAINING_SESSION'`;

/** How much a session asks of those who come, what they can do afterwards, and where in its town it is held, which is for those alone who come. */
export class Migration20261129150000 extends Migration {
  override up(): void {
    this.addSql(`alter table "training_session" add column "level" text null;`);
    this.addSql(`alter table "training_session" add constraint "training_session_level_check" check ("level" in ('INTRODUCTORY', 'INTERMEDIATE', 'ADVANCED'));`);
    this.addSql(`alter table "training_session_translation" add column "objectives" text null;`);
    this.addSql(`create table "session_venue" ("session_uuid" uuid not null, "name" text null, "address" text null, primary key ("session_uuid"));`);
    this.addSql(`alter table "session_venue" add constraint "session_venue_session_uuid_foreign" foreign key ("session_uuid") references "training_session" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "session_venue" add constraint "session_venue_says_something" check (name is not null or address is not null);`);
    this.#addRules();
    this.#addTrail();
  }

  #addRules(): void {
    const prepares = 'may_prepare_session(acting_person(), session_uuid)';
    this.addSql(`alter table "session_venue" enable row level security;`);
    // Mails to those who have a place are written by what gives places.
    this.addSql(`create policy "session_venue_seen" on "session_venue" for select using (document_is_for(acting_person(), session_uuid, 'REGISTERED') or acts_for('places'));`);
    this.addSql(`create policy "session_venue_made" on "session_venue" for insert with check (${prepares});`);
    this.addSql(`create policy "session_venue_changed" on "session_venue" for update using (${prepares}) with check (${prepares});`);
    this.addSql(`create policy "session_venue_removed" on "session_venue" for delete using (${prepares});`);
  }

  /** As the other parts of a session: what it is made with is told by its making, and what goes with it by its going. */
  #addTrail(): void {
    this.addSql(`drop trigger "training_session_update_recorded" on "training_session";`);
    this.addSql(`create trigger "training_session_update_recorded" after update of ${PARTS.map((part) => `"${part}"`).join(', ')} on "training_session" for each row
      when ((not new.is_demonstration or acting_person() is not null)) execute function record_change('TRAINING_SESSION', 'uuid', '${PARTS.join(' ')}', 'uuid');`);
    const told = (before: string): string => `${ENTRY}, n.session_uuid, p.part || '.' || n.locale, p.before, p.after from after_it n join training_session s on s.uuid = n.session_uuid and s.version > 1
      ${before === 'o' ? 'join before_it o on o.session_uuid = n.session_uuid and o.locale = n.locale' : ''}
      cross join lateral (values ${['title', 'summary', 'programme', 'objectives', 'cancelled_reason'].map((part) => `('${part}', ${before === 'o' ? `o.${part}` : 'null'}, n.${part})`).join(', ')}) p(part, before, after)
      where coalesce(p.before, '') <> coalesce(p.after, '');`;
    this.addSql(`
      create or replace function record_session_texts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        if tg_op = 'INSERT' then ${told('nothing')}
        else ${told('o')}
        end if;
        return null;
      end $body$;`);
    this.addSql(`
      create function record_session_venue() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        ${ENTRY}, s.uuid, 'venue', nullif(concat_ws(', ', old.name, old.address), ''), nullif(concat_ws(', ', new.name, new.address), '')
          from training_session s where s.uuid = coalesce(new.session_uuid, old.session_uuid) and s.version > 1;
        return null;
      end $body$;`);
    this.addSql(`create trigger "session_venue_recorded" after insert or update or delete on "session_venue" for each row when (acting_person() is not null) execute function record_session_venue();`);
  }
}

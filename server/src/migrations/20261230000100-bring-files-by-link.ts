import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';

/** Whoever has the link of an invitation brings files by it: each waits with the link, and is part of an answer once who is invited is registered with it. The rules of the tables say the same as the service. */
export class Migration20261230000100 extends Migration {
  override up(): void {
    this.addSql(`alter table "answer_file" add column "link_hash" text null;`);
    this.addSql(`create index "answer_file_link_hash_index" on "answer_file" ("link_hash");`);
    this.addSql(`alter table "answer_file" drop constraint "answer_file_waits_or_is_kept";`);
    this.addSql(`alter table "answer_file" add constraint "answer_file_waits_or_is_kept" check (case when registration_uuid is null then num_nonnulls(brought_by_id, link_hash) = 1 and num_nonnulls(brought_by_id, sign_in_id) <> 1 and num_nonnulls(email, link_hash) <> 1 else email is not null and num_nonnulls(brought_by_id, sign_in_id, link_hash) = 0 end);`);
    this.#addFunctions();
    this.#addRules();
    this.#addForgetting();
  }

  #addFunctions(): void {
    // Who is signed in acts by no link.
    this.addSql(`create function acting_link() returns text language sql stable parallel safe return (case when acting_person() is null then nullif(current_setting('passerelle.link', true), '') end);`);
    this.addSql(`
      create function may_bring_by_link(the_question uuid, the_email text) returns boolean language sql stable security definer set search_path = public, pg_temp
        return exists (select from invitation_of(acting_link()) i join form_question q on q.session_uuid = i.session where q.uuid = the_question and q.kind = 'FILE' and i.state = 'SENT' and i.email = the_email);`);
    // Until the transaction ends: whoever answers the invitation, or takes it back, is before that or finds what was brought.
    this.addSql(`
      create function hold_invitation_of_link() returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        perform from session_invitation i where i.secret_hash = acting_link() for share;
      end $body$;`);
    // With whoever is invited to the same session.
    this.addSql(`
      create function bytes_waiting_by_links(the_hash text) returns bigint language sql stable security definer set search_path = public, pg_temp
        return (select coalesce(sum(f.size), 0) from answer_file f join session_invitation i on i.secret_hash = f.link_hash where i.session_uuid = (select o.session_uuid from session_invitation o where o.secret_hash = the_hash));`);
    this.addSql(`
      create function attach_by_link(files jsonb) returns int language sql volatile security definer set search_path = public, pg_temp
      begin atomic
        with attached as (
          update answer_file f set registration_uuid = x.registration, question_uuid = x.question, email = r.email, link_hash = null
          from jsonb_to_recordset(files) as x (file uuid, registration uuid, question uuid) join registration r on r.uuid = x.registration and r.registered_at = now()
            join registration_answer a on a.registration_uuid = x.registration and a.question_uuid = x.question
          where f.uuid = x.file and f.registration_uuid is null and f.link_hash = acting_link() returning 1)
        select count(*)::int from attached;
      end;`);
  }

  #addRules(): void {
    const own = 'registration_uuid is null and link_hash = acting_link()';
    this.addSql(`create policy "answer_file_seen_by_link" on "answer_file" for select using (${own});`);
    this.addSql(`create policy "answer_file_brought_by_link" on "answer_file" for insert with check (${own} and may_bring_by_link(question_uuid, email));`);
    // Who is invited finds it among what is kept about them.
    this.addSql(`create policy "answer_file_my_data" on "answer_file" for select using (acts_for('my-data') and link_hash is not null and email = (select p.email from person p where p.id = acting_person()));`);
    // Held until they are part of an answer, and changed by the function alone.
    this.addSql(`create policy "answer_file_held_by_link" on "answer_file" for update using (${own}) with check (false);`);
    this.addSql(`create policy "answer_file_removed_by_link" on "answer_file" for delete using (${own});`);
    this.addSql(`create policy "answer_file_content_brought_by_link" on "answer_file_content" for insert with check (exists (select from answer_file f where f.uuid = file_uuid and f.registration_uuid is null and f.link_hash = acting_link()));`);
  }

  #addForgetting(): void {
    // Whoever registers holds files before the session and the invitation: what they hold is not waited for, and goes after a day at the latest.
    this.addSql(`
      create function forget_files_of_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from answer_file where uuid in (select f.uuid from answer_file f where f.link_hash = old.secret_hash for update skip locked);
        return null;
      end $body$;`);
    this.addSql(`create trigger "session_invitation_gone_with_files" after delete on "session_invitation" for each row execute function forget_files_of_link();`);
    this.addSql(`create trigger "session_invitation_over_without_files" after update on "session_invitation" for each row when (old.secret_hash <> new.secret_hash or (num_nonnulls(new.declined_at, new.revoked_at) > 0 and num_nonnulls(old.declined_at, old.revoked_at) = 0)) execute function forget_files_of_link();`);
    this.addSql(`${amended('forget_files_of_cancelled()', 'delete from answer_file f using form_question q where q.uuid = f.question_uuid and q.session_uuid = new.uuid;', 'delete from answer_file where uuid in (select f.uuid from answer_file f join form_question q on q.uuid = f.question_uuid where q.session_uuid = new.uuid for update of f skip locked);')};`);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** A role `a` of somebody `p` that gives rights today. */
const ACTING = `member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')`;
const ENTRY = `insert into audit_entry (by_id, action, subject, object, part, before, after) select (select id from person where id = acting_person()), 'CHANGED'`;

/**
 * Translators say sessions that are announced in other languages than their own, with their parts and questions, and change nothing else
 * of them: they hold the session and raise its version by functions that do no more than that. What is said in another language for the
 * first time, or no longer, stands in the trail too.
 */
export class Migration20261128110000 extends Migration {
  override up(): void {
    this.#addFunctions();
    this.#addRules();
    this.#addTrail();
  }

  #addFunctions(): void {
    this.addSql(`create function translates(who uuid, the_session uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
      return exists (select from training_session s where s.uuid = the_session and s.stage <> 'DRAFT' and exists (select from ${ACTING} where a.person_id = who and a.role = 'TRANSLATOR'));`);
    const may = 'may_prepare_session(acting_person(), the_session) or translates(acting_person(), the_session)';
    // To hold a row, one must be let change it by its rules: translators are not.
    this.addSql(`
      create function hold_to_translate(the_session uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        if not (${may}) then return false; end if;
        perform 1 from training_session where uuid = the_session for update;
        return true;
      end $body$;`);
    // Raises the version of what was translated: of a part, of a question, or of the session itself where neither is named. Calendars have parts.
    this.addSql(`
      create function note_translation(the_session uuid, the_part uuid, the_question uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $body$ begin
        if not (${may}) then return; end if;
        if the_part is not null then
          update session_part set version = version + 1 where uuid = the_part and session_uuid = the_session;
          update training_session set sequence = sequence where uuid = the_session;
        elsif the_question is not null then update form_question set version = version + 1 where uuid = the_question and session_uuid = the_session;
        else update training_session set version = version + 1 where uuid = the_session;
        end if;
      end $body$;`);
  }

  #addRules(): void {
    const within = {
      training_session_translation: 'exists (select from training_session s where s.uuid = session_uuid and s.source_locale <> locale and translates(acting_person(), s.uuid))',
      session_part_translation: 'exists (select from session_part p where p.uuid = part_uuid and p.source_locale <> locale and translates(acting_person(), p.session_uuid))',
      form_question_translation: 'exists (select from form_question q where q.uuid = question_uuid and q.source_locale <> locale and translates(acting_person(), q.session_uuid))',
      form_choice_translation: 'exists (select from form_choice c join form_question q on q.uuid = c.question_uuid where c.uuid = choice_uuid and q.source_locale <> locale and translates(acting_person(), q.session_uuid))',
    };
    for (const [table, theirs] of Object.entries(within)) {
      this.addSql(`create policy "${table}_translated" on "${table}" for insert with check (${theirs});`);
      this.addSql(`create policy "${table}_translated_anew" on "${table}" for update using (${theirs}) with check (${theirs});`);
      this.addSql(`create policy "${table}_untranslated" on "${table}" for delete using (${theirs});`);
    }
  }

  /** What something is made with is told by its making, and is in its own language; what goes with it is told by its going. */
  #addTrail(): void {
    const values = `said constant jsonb := coalesce(to_jsonb(new), to_jsonb(old)); was constant jsonb := to_jsonb(old); becomes constant jsonb := to_jsonb(new);`;
    const body = (name: string, statement: string): string =>
      `create or replace function ${name}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ declare ${values} begin ${statement}; return null; end $body$;`;
    this.addSql(body('record_part_texts', `${ENTRY}, 'SESSION_PART', p.session_uuid, 'title.' || (said ->> 'locale'), was ->> 'title', becomes ->> 'title'
      from session_part p where p.uuid = (said ->> 'part_uuid')::uuid and was ->> 'title' is distinct from becomes ->> 'title' and (tg_op = 'UPDATE' or p.source_locale <> said ->> 'locale')`));
    // A question that was answered is changed by a copy, with all that is said of it, in the same transaction.
    const isTold = `q.asked_since < now() and q.source_locale <> said ->> 'locale'`;
    this.addSql(body('record_question_texts', `${ENTRY}, 'FORM_QUESTION', q.session_uuid, t.part || '.' || (said ->> 'locale'), t.before, t.after
      from form_question q, (values ('label', was ->> 'label', becomes ->> 'label'), ('help', was ->> 'help', becomes ->> 'help')) t(part, before, after)
      where q.uuid = (said ->> 'question_uuid')::uuid and t.before is distinct from t.after and (tg_op = 'UPDATE' or (${isTold}))`));
    this.addSql(body('record_choice_texts', `${ENTRY}, 'FORM_QUESTION', q.session_uuid, 'choice.' || (said ->> 'locale'), was ->> 'label', becomes ->> 'label'
      from form_choice c join form_question q on q.uuid = c.question_uuid where c.uuid = (said ->> 'choice_uuid')::uuid and was ->> 'label' is distinct from becomes ->> 'label' and ${isTold}`));
    for (const [table, name] of [['session_part_translation', 'record_part_texts'], ['form_question_translation', 'record_question_texts']] as const) {
      this.addSql(`create trigger "${table}_said_recorded" after insert or delete on "${table}" for each row when (acting_person() is not null) execute function ${name}();`);
    }
    this.addSql(`create trigger "form_choice_translation_recorded" after insert or update or delete on "form_choice_translation" for each row when (acting_person() is not null) execute function record_choice_texts();`);
  }
}

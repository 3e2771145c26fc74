import { Migration } from '@mikro-orm/migrations';

/** Whether something that `of` says in its own language is missing in the others that are asked for, or says there what has changed since. */
const lacks = (table: string, key: string, of: string, columns: readonly string[]): string => {
  const found = `select from ${table} y where y.${key} = ${of}.uuid and y.locale = any(the_locales)`;
  const missing = columns.map((column) =>
    `exists (select from ${table} x where x.${key} = ${of}.uuid and x.locale = ${of}.source_locale and x.${column} <> '' and not exists (${found} and y.${column} <> ''))`);
  return [...missing, `exists (${found} and y.source_version < ${of}.source_version)`].join(' or ');
};

/** The sessions to come of which somebody sees something that is not said in a language, or no longer as it is: as the rules of rows show them the sessions, their programme, documents and the questions that are asked. */
export class Migration20261201300000 extends Migration {
  override up(): void {
    const said = 'training_session_translation';
    // Why a session was called off need not be said in the language in which it was first written, and nobody can say it there afterwards.
    const reason = `not (the_locales <@ array[s.source_locale]) and exists (select from ${said} x where x.session_uuid = s.uuid and x.cancelled_reason <> '')
      and not exists (select from ${said} y where y.session_uuid = s.uuid and y.locale = any(the_locales) and y.cancelled_reason <> '')`;
    this.addSql(`
      create function untranslated_sessions(the_locales text[]) returns setof uuid language sql stable set search_path = public, pg_temp
      begin atomic
        select s.uuid from training_session s where s.stage <> 'ARCHIVED' and s.ends_at > now() and (
          ${lacks(said, 'session_uuid', 's', ['title', 'summary', 'programme', 'objectives'])} or (${reason})
          or exists (select from session_part p where p.session_uuid = s.uuid and (${lacks('session_part_translation', 'part_uuid', 'p', ['title'])}))
          or exists (select from session_document d where d.session_uuid = s.uuid and (${lacks('session_document_translation', 'document_uuid', 'd', ['title'])}))
          or exists (select from form_question q where q.session_uuid = s.uuid and q.replaced_at is null and q.closed_at is null and (${lacks('form_question_translation', 'question_uuid', 'q', ['label', 'help'])}
            or exists (select from form_choice c where c.question_uuid = q.uuid and not exists (select from form_choice_translation y where y.choice_uuid = c.uuid and y.locale = any(the_locales))))));
      end;`);
  }

  override down(): void {
    this.addSql('drop function untranslated_sessions(text[]);');
  }
}

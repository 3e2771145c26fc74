/** Writing questions: where one has been answered, what was asked stays, and a new row takes its place. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { forgetWrongLanguage, keepTranslations } from '../core/translation/index.ts';
import type { FormLine } from './form.ts';
import type { QuestionContent, QuestionTexts } from './read-question.ts';

type Execute = Pick<EntityManager, 'execute'>;
const TEXTS = { table: 'form_question_translation', owner: 'question_uuid', columns: ['label', 'help'] };
const CHOICE_TEXTS = { table: 'form_choice_translation', owner: 'choice_uuid', columns: ['label'] };

const own = ({ kind, isRequired, condition, retentionDays, sourceLocale }: QuestionContent): unknown[] =>
  [kind, isRequired, condition?.question ?? null, condition?.answer ?? null, retentionDays, sourceLocale];

/** Adds a question at the end of the form of a session. */
export async function addQuestion(em: Execute, { session, key, position, content }: { session: string; key: string; position: number; content: QuestionContent }): Promise<void> {
  const uuid = v7();
  await em.execute(
    `insert into form_question (uuid, session_uuid, key, position, kind, is_required, depends_on, depends_answer, retention_days, source_locale) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [uuid, session, key, position, ...own(content)]);
  await writeTexts(em, uuid, content, 1);
}

/** All that can be translated: the order of the choices is none of it. */
const texts = ({ sourceLocale, label, help, choices }: QuestionContent): string => JSON.stringify([sourceLocale, label, help, choices.map(({ code, label: words }) => [code, words]).sort(([one], [other]) => (one! < other! ? -1 : 1))]);

/** Changes a question. `isAnswered`: what was asked stays as it is, and what is asked from now on is another row. */
export async function changeQuestion(em: Execute, line: FormLine, content: QuestionContent, isAnswered: boolean): Promise<void> {
  await keepWords(em, line, content);
  const sourceVersion = line.sourceVersion + (texts(line) === texts(content) ? 0 : 1);
  const uuid = isAnswered ? await replace(em, line) : line.uuid;
  await em.execute(
    `update form_question set kind = ?, is_required = ?, depends_on = ?, depends_answer = ?, retention_days = ?, source_locale = ?, source_version = ?, version = version + 1 where uuid = ?`, [...own(content), sourceVersion, uuid]);
  await writeTexts(em, uuid, content, sourceVersion);
  const wrong = { was: line.sourceLocale, is: content.sourceLocale, isSame: texts({ ...line, sourceLocale: content.sourceLocale }) === texts(content) };
  await forgetWrongLanguage(em, { ...TEXTS, key: uuid }, wrong);
  for (const { uuid: choice } of await em.execute<{ uuid: string }[]>('select uuid from form_choice where question_uuid = ?', [uuid])) await forgetWrongLanguage(em, { ...CHOICE_TEXTS, key: choice }, wrong);
}

/** Nothing that is said in the language in which it is written from now on is lost, neither of the question nor of its choices. */
async function keepWords(em: Execute, { uuid, sourceLocale: was }: FormLine, { sourceLocale: is, label, help, choices }: QuestionContent): Promise<void> {
  if (was === is) return;
  await keepTranslations(em, TEXTS, { was, is }, [{ key: uuid, texts: { label, help } }]);
  const stored = await em.execute<{ key: string; code: string }[]>('select uuid as key, code from form_choice where question_uuid = ?', [uuid]);
  const words = new Map(choices.map((choice) => [choice.code, choice.label]));
  await keepTranslations(em, CHOICE_TEXTS, { was, is }, stored.flatMap(({ key, code }) => (words.has(code) ? [{ key, texts: { label: words.get(code)! } }] : [])));
}

/** Puts a copy in the place of a question, with all that is said of it; the key of the copy. */
async function replace(em: Execute, { uuid: old }: FormLine): Promise<string> {
  const uuid = v7();
  await em.execute('update form_question set replaced_at = now() where uuid = ?', [old]);
  await em.execute(
    `insert into form_question (uuid, session_uuid, key, position, kind, is_required, depends_on, depends_answer, retention_days, source_locale, source_version, version, edition, closed_at)
     select ?, session_uuid, key, position, kind, is_required, depends_on, depends_answer, retention_days, source_locale, source_version, version, edition + 1, closed_at from form_question where uuid = ?`, [uuid, old]);
  await em.execute(
    `insert into form_question_translation (question_uuid, locale, label, help, source_version) select ?::uuid, locale, label, help, source_version from form_question_translation where question_uuid = ?`, [uuid, old]);
  await em.execute(
    `insert into form_choice (uuid, question_uuid, code, position) select gen_random_uuid(), ?::uuid, code, position from form_choice where question_uuid = ?`, [uuid, old]);
  await em.execute(
    `insert into form_choice_translation (choice_uuid, locale, label, source_version) select n.uuid, x.locale, x.label, x.source_version
     from form_choice_translation x join form_choice o on o.uuid = x.choice_uuid join form_choice n on n.question_uuid = ? and n.code = o.code where o.question_uuid = ?`, [uuid, old]);
  return uuid;
}

async function writeTexts(em: Execute, uuid: string, { sourceLocale, label, help, choices }: QuestionContent, sourceVersion: number): Promise<void> {
  const rows = JSON.stringify(choices.map(({ code }, n) => ({ id: v7(), code, position: n + 1 })));
  await em.execute(`delete from form_choice where question_uuid = ? and not code = any(array(select code from jsonb_to_recordset(?::jsonb) as x (code text)))`, [uuid, rows]);
  await em.execute(
    `insert into form_choice (uuid, question_uuid, code, position) select id, ?::uuid, code, position from jsonb_to_recordset(?::jsonb) as x (id uuid, code text, position int)
     on conflict (question_uuid, code) do update set position = excluded.position`, [uuid, rows]);
  await sayQuestion(em, uuid, { locale: sourceLocale, label, help, choices }, sourceVersion);
}

/** Says a question in a language, and takes away what is not said of it there. */
export async function sayQuestion(em: Execute, uuid: string, { locale, label, help, choices }: QuestionTexts, sourceVersion: number): Promise<void> {
  if (label === null && help === null) await em.execute('delete from form_question_translation where question_uuid = ? and locale = ?', [uuid, locale]);
  else {
    await em.execute(
      `insert into form_question_translation (question_uuid, locale, label, help, source_version) values (?, ?, ?, ?, ?)
       on conflict (question_uuid, locale) do update set label = excluded.label, help = excluded.help, source_version = excluded.source_version`, [uuid, locale, label, help, sourceVersion]);
  }
  const said = JSON.stringify(choices);
  await em.execute(
    `delete from form_choice_translation x using form_choice c where c.uuid = x.choice_uuid and c.question_uuid = ? and x.locale = ? and not c.code = any(array(select code from jsonb_to_recordset(?::jsonb) as s (code text)))`, [uuid, locale, said]);
  await em.execute(
    `insert into form_choice_translation (choice_uuid, locale, label, source_version) select c.uuid, ?, s.label, ?::int from form_choice c join jsonb_to_recordset(?::jsonb) as s (code text, label text) on s.code = c.code where c.question_uuid = ?
     on conflict (choice_uuid, locale) do update set label = excluded.label, source_version = excluded.source_version`, [locale, sourceVersion, said, uuid]);
}

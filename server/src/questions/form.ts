/** The form of a session as services read and hold it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AskedQuestion } from '@passerelle/shared/questions.ts';
import type { QuestionContent } from './read-question.ts';

/** A question as it is asked now. */
export interface FormLine extends QuestionContent {
  readonly uuid: string;
  readonly key: string;
  readonly version: number;
  readonly edition: number;
  readonly position: number;
  readonly sourceVersion: number;
  readonly isClosed: boolean;
}

const FORM = `
  select q.uuid, q.key, q.version, q.edition, q.position, q.kind, q.source_locale as "sourceLocale", q.source_version as "sourceVersion", x.label, x.help, q.is_required as "isRequired", q.retention_days as "retentionDays",
    q.closed_at is not null as "isClosed", case when q.depends_on is not null then json_build_object('question', q.depends_on, 'answer', q.depends_answer) end as condition,
    (select coalesce(json_agg(json_build_object('code', c.code, 'label', y.label) order by c.position), '[]') from form_choice c
      join form_choice_translation y on y.choice_uuid = c.uuid and y.locale = q.source_locale where c.question_uuid = q.uuid) as choices
  from form_question q join form_question_translation x on x.question_uuid = q.uuid and x.locale = q.source_locale
  where q.session_uuid = ? and q.replaced_at is null order by q.position, q.key`;

/** The questions of a session, closed ones too, in their order. */
export async function readForm(em: Pick<EntityManager, 'execute'>, session: string): Promise<FormLine[]> {
  return em.execute<FormLine[]>(FORM, [session]);
}

/** The number that stands for forms among the locks of the database. */
export const FORMS = 7_266_024;

/** Keeps the form of a session as it is until the transaction ends: whoever answers it shares that, whoever changes it waits for all of them. */
export async function keepForm(em: Pick<EntityManager, 'execute'>, session: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock_shared(?, hashtext(?))', [FORMS, session]);
}

/** Holds the form of a session for a change, alone, until the transaction ends. */
export async function holdForm(em: Pick<EntityManager, 'execute'>, session: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(?, hashtext(?))', [FORMS, session]);
}

/** A question as the rules of what is due look at it. */
export function asked({ key, kind, isRequired, isClosed, condition, choices }: FormLine): AskedQuestion {
  return { key, kind, isRequired, isClosed, condition, choices: choices.map(({ code }) => code) };
}

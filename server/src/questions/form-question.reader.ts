/** How questions are read: by those who answer them for others, and by those who ask. */
import { code, edge, embedded, localized, many, maybeLocalized, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries } from '../members/index.ts';
import { TrainingSessionReader } from '../trainings/index.ts';
import { type AnswerCount, FormChoice, FormChoiceTranslation, type FormCondition, FormQuestion, FormQuestionTranslation } from './form-question.entity.ts';

/** Whether who asks sees the session of a question: whoever is invited to it answers without signing in. */
function seen(question: Row<FormQuestion>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  const isTheirs = circle === 'post' ? sql`or s.country_code in (${ownCountries})` : sql``;
  return sql<boolean>`exists (select from training_session s where s.uuid = ${question.session} and (s.stage <> 'DRAFT' ${isTheirs}))`;
}

/** Whether who asks prepares the session of a question. */
function prepares(question: Row<FormQuestion>, { circle }: RuleActor): Sql<boolean> {
  if (circle === 'adviser') return sql<boolean>`true`;
  return circle === 'post' ? sql<boolean>`exists (select from training_session s where s.uuid = ${question.session} and s.country_code in (${ownCountries}))` : sql<boolean>`false`;
}

const text = (question: Row<FormQuestion>, name: 'label' | 'help') => ({
  from: FormQuestionTranslation, text: name, of: (x: Row<FormQuestionTranslation>) => sql<boolean>`${x.question} = ${question.uuid}`, source: question.sourceLocale, version: question.sourceVersion,
});

const TextsReader = reader(FormQuestionTranslation, {
  fields: (x) => ({
    isSource: sql<boolean>`${x.locale} = (select q.source_locale from form_question q where q.uuid = ${x.question})`,
    isOutdated: sql<boolean>`${x.sourceVersion} < (select q.source_version from form_question q where q.uuid = ${x.question})`,
  }),
});

const ChoiceTextsReader = reader(FormChoiceTranslation);

export const FormChoiceReader = reader(FormChoice, {
  fields: (choice) => ({
    label: localized({
      from: FormChoiceTranslation, text: 'label', of: (x) => sql<boolean>`${x.choice} = ${choice.uuid}`,
      source: sql<string>`(select q.source_locale from form_question q where q.uuid = ${choice.question})`, version: sql<number>`(select q.source_version from form_question q where q.uuid = ${choice.question})`,
    }),
    texts: many(ChoiceTextsReader, { on: (x) => sql`${x.choice} = ${choice.uuid}`, order: (x) => [x.locale] }),
  }),
});

/** The counts of a question, from registrations that are neither refused nor withdrawn. */
const counts = (question: Row<FormQuestion>): Sql<AnswerCount[]> => sql<AnswerCount[]>`(
  select coalesce(json_agg(json_build_object('answer', c.answer, 'count', c.count) order by c.count desc, c.answer collate "C"), '[]') from (
    select given.answer, count(*)::int as count from registration_answer a cross join unnest(coalesce(a.needs, a.codes)) as given(answer)
      where a.question_uuid = ${question.uuid} and takes_part(a.registration_uuid) group by 1) c)`;

export const FormQuestionReader = reader(FormQuestion, {
  rows: seen,
  fields: (question, actor) => ({
    label: localized(text(question, 'label')),
    help: maybeLocalized(text(question, 'help')),
    condition: embedded<FormCondition>({ question: sql<string>`${question.dependsOn}`, answer: sql<string>`${question.dependsAnswer}` }, sql<boolean>`${question.dependsOn} is not null`),
    choices: many(FormChoiceReader, { on: (choice) => sql`${choice.question} = ${question.uuid}`, order: (choice) => [choice.position] }),
    texts: many(TextsReader, { on: (x) => sql`${x.question} = ${question.uuid}`, order: (x) => [x.locale] }),
    isClosed: sql<boolean>`${question.closedAt} is not null`,
    isAnswered: sql<boolean | null>`case when ${prepares(question, actor)} then exists (
      select from registration_answer a join form_question q on q.uuid = a.question_uuid where q.session_uuid = ${question.session} and q.key = ${question.key}) end`,
    counts: code({ counts: sql<AnswerCount[]>`case when ${prepares(question, actor)} then ${counts(question)} else '[]' end` }, ({ counts: found }) => found),
  }),
});

edge(TrainingSessionReader, 'questions', {
  description: 'The questions of its registration form, in their order, closed ones too.',
  list: FormQuestionReader,
  on: (question, session) => sql`${question.session} = ${session.uuid} and ${question.replacedAt} is null`,
  order: (question) => [question.position, question.key],
});
